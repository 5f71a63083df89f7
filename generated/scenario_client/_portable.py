"""What the generated code uses and Python 3.10 lacks. Copied into the client by ./scripts/regenerate."""

import re
import sys
from datetime import datetime

if sys.version_info >= (3, 11):
    from typing import Self

    parse_timestamp = datetime.fromisoformat
else:
    from typing_extensions import Self

    def parse_timestamp(text: str) -> datetime:
        """Read an ISO 8601 timestamp: 3.10 knows neither the Z nor fractions of other than 3 or 6 digits."""
        text = re.sub(r"[zZ]$", "+00:00", text)
        text = re.sub(r"\.(\d+)", lambda fraction: "." + fraction[1][:6].ljust(6, "0"), text)
        return datetime.fromisoformat(text)


__all__ = ["Self", "parse_timestamp"]
