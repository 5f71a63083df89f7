"""Downloading the files behind assets.

Names come from a server, so nothing of them but letters, digits, `_`, `-` and `.` gets into a path. A file has its name
once it is whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx

from .asking import TIMEOUT_S, Server, send
from .refusals import Refused, json_of, unreached

UNSAFE = re.compile(r"[^A-Za-z0-9_\-]+")
SUFFIXES = {
    "image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "image/gif": ".gif", "image/svg+xml": ".svg",
    "video/mp4": ".mp4", "audio/wav": ".wav", "audio/mpeg": ".mp3", "model/gltf-binary": ".glb",
    "application/json": ".json", "text/plain": ".txt",
}  # fmt: skip


def assets_in(content: Mapping[str, Any]) -> list[str]:
    """The ids of what an answer is about: the assets that its job made, its asset, or the rows of its list."""
    job, asset, rows = content.get("job"), content.get("asset"), content.get("assets", content.get("hits"))
    if isinstance(asset, Mapping):
        return [asset["id"]]
    if isinstance(job, Mapping):
        return list((job.get("metadata") or {}).get("assetIds") or ())
    return [row["id"] for row in rows if "mimeType" in row] if isinstance(rows, list) else []


def download(server: Server, asset_id: str, folder: Path, told: Callable[[int, int], None]) -> Path:
    """The file of an asset, in `folder`; `told` of the bytes so far and in all. Raises Refused and OSError."""
    asset = json_of(send(server, "GET", f"assets/{quote(asset_id, safe='')}"))["asset"]
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{UNSAFE.sub('_', asset_id)}{SUFFIXES.get(asset.get('mimeType'), '')}"
    half = target.with_name(target.name + ".part")
    try:
        _fetch(server, asset["url"], half, told)
        half.replace(target)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Refused(f"the file of {asset_id} did not come: {unreached(server.base_url, error, TIMEOUT_S)}") from error
    finally:
        half.unlink(missing_ok=True)
    return target


def _fetch(server: Server, url: str, file: Path, told: Callable[[int, int], None]) -> None:
    # The address is signed, and another host's: no credentials go along.
    with server.client.stream("GET", url, auth=None, follow_redirects=True) as answer:
        if not answer.is_success:
            raise Refused(f"the file at {answer.request.url.host} answers {answer.status_code}")
        whole, done = int(answer.headers.get("content-length", 0)), 0
        with file.open("wb") as out:
            for part in answer.iter_bytes():
                out.write(part)
                done += len(part)
                told(done, whole or done)
