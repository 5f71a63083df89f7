"""The floor: uvicorn (uvloop, httptools) with a bare ASGI app that sends bytes that were made before.

`python -m bench.raw_server ANSWERS PORT`; ANSWERS is a JSON file of [method, path with query, body] lists.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import uvicorn

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


def main(arguments: list[str]) -> None:
    """Serve until ended."""
    answers = {
        (method, path.encode()): body.encode()
        for method, path, body in json.loads(Path(arguments[0]).read_text("utf-8"))
    }
    starts = {key: _start(body) for key, body in answers.items()}

    async def app(scope: dict[str, Any], receive: Receive, send: Send) -> None:
        query = scope["query_string"]
        path = scope["raw_path"] + b"?" + query if query else scope["raw_path"]
        key = scope["method"], path
        while (await receive()).get("more_body"):
            pass
        if key not in answers:
            await send({"type": "http.response.start", "status": 404, "headers": [(b"content-length", b"0")]})
            await send({"type": "http.response.body", "body": b""})
            return
        await send(starts[key])
        await send({"type": "http.response.body", "body": answers[key]})

    uvicorn.run(
        app, host="127.0.0.1", port=int(arguments[1]), loop="uvloop", http="httptools", lifespan="off",
        log_level="warning", access_log=False, server_header=False,
    )  # fmt: skip


def _start(body: bytes) -> dict[str, Any]:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    return {"type": "http.response.start", "status": 200, "headers": headers}


if __name__ == "__main__":
    main(sys.argv[1:])
