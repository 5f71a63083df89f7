"""Files that can be made again: kept in the user's cache folder, so that the next start does not make them.

A file is named after all that it was made from. One that cannot be kept is no error: it is made again next time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path


def cache_file(name: str, *made_from: bytes, suffix: str = "") -> Path:
    """Where a thing made from these bytes is kept: `$XDG_CACHE_HOME/scenario-mock` or `~/.cache/scenario-mock`."""
    digest = hashlib.sha256(b"\0".join(made_from)).hexdigest()[:24]
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return folder / "scenario-mock" / f"{name}-{digest}{suffix}"


def keep(file: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it; does nothing where it cannot be written."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as half:
            half.write(content)
        Path(half.name).replace(file)


def kept(file: Path) -> bytes | None:
    """The content of a file that was kept; None when there is none."""
    try:
        return file.read_bytes()
    except OSError:
        return None
