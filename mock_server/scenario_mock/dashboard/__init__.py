"""The dashboard at `/__mock__/`: the files of this folder, served as they are.

| file | holds |
|---|---|
| `index.html` | the frame: header, navigation, one section a view, the dialog |
| `main.js` | views by the address's `#`, the key, the pulse that asks once a second |
| `server.js`, `page.js` | calls to the mock; elements, forms and the dialog |
| `text.js` | times, sizes, verdicts and code lines as text |
| `requests.js`, `record.js` | the journal as it grows; one request with headers and bodies |
| `jobs.js`, `timeline.js`, `pictures.js`, `asset.js` | what the API itself says of a key's jobs and assets |
| `controls.js`, `faults.js` | clock, limits, snapshots, reset; faults |
| `reference.js`, `schemas.js`, `attempt.js` | the contract to read; its schemas; one call to try |
| `frame.css`, `views.css`, `icon.svg` | colours for light and dark, and the frame; the views; the tab's sign |

Nothing comes from elsewhere, and the policy that goes with each file has the browser refuse whatever would. What the
page does it does with the mock's own routes (`control.yaml`) and the API; no code here knows what they answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from ..errors import not_found
from ..messages import Response

ADDRESS = "/__mock__/"
START = "index.html"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
FOLDER = Path(__file__).parent


def page(name: str, headers: Mapping[str, str]) -> Response:
    """A file of the dashboard, its page for an empty name; 304 when the caller has it. Raises ApiError 404."""
    content = _read(name or START)
    tag = f'"{hashlib.sha256(content).hexdigest()[:20]}"'
    common = {
        "ETag": tag,
        "Cache-Control": "no-cache",
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    known = [one.strip().removeprefix("W/") for one in headers.get("if-none-match", "").split(",")]
    if tag in known:
        return Response(304, common, b"")
    about = {"Content-Type": TYPES[Path(name or START).suffix], "Content-Length": str(len(content))}
    return Response(200, {**about, **common}, content)


def to_page() -> Response:
    """The way from the address without its last stroke, as people type it."""
    return Response(308, {"Location": ADDRESS, "Content-Length": "0"}, b"")


def _read(name: str) -> bytes:
    files = {file.name: file for file in FOLDER.iterdir() if file.suffix in TYPES}
    if name not in files:
        raise not_found(f"The dashboard has no file {name[:60]!r}")
    return files[name].read_bytes()
