"""Sending what was asked: to a base URL or to a mock in this process, page after page, until a job has ended.

Refusals raise `Refused`, whose text says what to do next.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from json import dumps
from pathlib import Path
from typing import Any

import httpx

from ..clock import sleep
from .arguments import Asked

ENDED = ("success", "failure", "canceled")
LOOK_S = 1.0
LARGEST_PAGE = 100
TIMEOUT_S = 60.0
KEYS = "SCENARIO_SDK_API_KEY and SCENARIO_SDK_API_SECRET"
SAFE = re.compile(r"[^\w.\- ]+")
SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "video/mp4": ".mp4", "audio/wav": ".wav",
            "model/gltf-binary": ".glb", "application/json": ".json", "text/plain": ".txt"}  # fmt: skip


class Refused(Exception):
    """The server said no, or nothing; the message says what and what to do."""


@dataclass(frozen=True)
class Server:
    """Where calls go. `wait` lets seconds pass: for a mock in this process at once."""

    base_url: str
    client: httpx.Client
    wait: Callable[[float], object] = sleep


@contextmanager
def at(base_url: str | None, key: str, secret: str) -> Iterator[Server]:
    """The server at a base URL; without one a mock in this process, which forgets all at the end."""
    options: dict[str, Any] = {"auth": (key, secret), "timeout": TIMEOUT_S}
    if base_url:
        with httpx.Client(base_url=base_url.rstrip("/") + "/", **options) as client:
            yield Server(base_url.rstrip("/"), client)
        return
    from ..app import Mock
    from ..settings import Settings
    from ..transport import MockTransport

    mock = Mock(Settings(check_answers=False))
    address = "http://scenario.mock/v1"
    with httpx.Client(transport=MockTransport(mock), base_url=address + "/", **options) as client:
        yield Server(address, client, mock.advance)
    mock.close()


def ask(server: Server, asked: Asked) -> Any:
    """The JSON of the answer. Raises Refused."""
    sent = asked.body if asked.operation.body is not None else None
    try:
        answer = server.client.request(asked.operation.method, asked.address, json=sent)
    except httpx.TransportError as error:
        raise Refused(_unreached(server, error)) from error
    try:
        content = answer.json()
    except ValueError:
        content = None
    if not answer.is_success:
        raise Refused(_refusal(answer, content))
    return content


def pages(server: Server, asked: Asked, most: int | None) -> Iterator[Any]:
    """The answer, and further pages of the list until `most` rows are there; None: all of them."""
    rows, asked = 0, _sized(asked, most)
    while True:
        page = ask(server, asked)
        yield page
        listed = listed_in(page)
        rows += len(listed[1]) if listed else 0
        token = page.get("nextPaginationToken") if isinstance(page, Mapping) else None
        if not token or (most is not None and rows >= most):
            return
        asked = replace(asked, query={**asked.query, "paginationToken": token})


def _sized(asked: Asked, most: int | None) -> Asked:
    """With pages no larger than needed, where the operation has pages and nothing was said about them."""
    size, limit = "pageSize", "limit"
    if most is None or most > LARGEST_PAGE:
        return asked
    if any(one.name == size for one in asked.operation.parameters) and size not in asked.query:
        return replace(asked, query={**asked.query, size: most})
    if asked.operation.tag == "search" and not {limit, "page", "hitsPerPage"} & set(asked.body):
        return replace(asked, body={**asked.body, limit: most})
    return asked


def listed_in(content: Any) -> tuple[str, list[Any]] | None:
    """The name and the rows of the list that an answer is; None for anything else."""
    if not isinstance(content, Mapping):
        return None
    lists = [(name, value) for name, value in content.items() if isinstance(value, list)]
    objects = [(name, value) for name, value in lists if all(isinstance(row, Mapping) for row in value)]
    return objects[0] if len(objects) == 1 and "job" not in content and "asset" not in content else None


def finished(server: Server, job: Mapping[str, Any], told: Callable[[Mapping[str, Any]], None], patience: float) -> Any:
    """The job once it has ended; `told` of each look at it. Raises Refused when it has not after `patience` seconds."""
    waited = 0.0
    while job["status"] not in ENDED:
        if waited >= patience:
            raise Refused(f"the job {job['jobId']} is still {job['status']} after {waited:.0f} s; look again later")
        server.wait(LOOK_S)
        waited += LOOK_S
        answer = server.client.get(f"jobs/{job['jobId']}")
        if not answer.is_success:
            raise Refused(_refusal(answer, None))
        job = answer.json()["job"]
        told(job)
    return job


def download(server: Server, asset_id: str, folder: Path, told: Callable[[int, int], None]) -> Path:
    """The file of an asset, in `folder`; `told` of the bytes so far and in all. Raises Refused."""
    answer = server.client.get(f"assets/{asset_id}")
    if not answer.is_success:
        raise Refused(_refusal(answer, None))
    asset = answer.json()["asset"]
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{asset_id}{SUFFIXES.get(asset['mimeType'], '')}"
    # The address is signed, and another host's: no credentials go along.
    with server.client.stream("GET", asset["url"], auth=None, follow_redirects=True) as file, target.open("wb") as out:
        if not file.is_success:
            raise Refused(f"the file of {asset_id} answers {file.status_code}")
        whole, done = int(file.headers.get("content-length", 0)), 0
        for part in file.iter_bytes():
            out.write(part)
            done += len(part)
            told(done, whole or done)
    return target


def curl(base_url: str, asked: Asked) -> str:
    """A line for the shell that asks the same; the keys stand in it as variables."""
    words = ["curl", "-sS"]
    if asked.operation.method != "GET":
        words += ["-X", asked.operation.method]
    if asked.operation.body is not None:
        words += ["-H", "Content-Type: application/json", "-d", dumps(asked.body, ensure_ascii=False)]
    words.append(f"{base_url.rstrip('/')}/{asked.address}")
    keys = '-u "$SCENARIO_SDK_API_KEY:$SCENARIO_SDK_API_SECRET"'
    return " ".join([*map(shlex.quote, words[:2]), keys, *map(shlex.quote, words[2:])])


def _unreached(server: Server, error: httpx.TransportError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return f"{server.base_url} did not answer within {TIMEOUT_S:g} s"
    return f"nothing answers at {server.base_url} ({error}); start a mock with: scenario-mock serve"


def _refusal(answer: httpx.Response, content: Any) -> str:
    body = content if isinstance(content, Mapping) else {}
    reason = body.get("reason") or body.get("error") or answer.text[:200] or answer.reason_phrase
    lines = [f"{answer.status_code}: {reason}"]
    details = body.get("details")
    violations = details.get("violations", ()) if isinstance(details, Mapping) else ()
    lines += [f"  {one['place']} {one['at']}: {one['message']}" for one in violations[1:]]
    hints = {
        401: f"set {KEYS}, or give --api-key and --api-secret",
        404: "the id may belong to another key, or to another server: see --base-url",
        429: f"try again in {body['remainingSeconds']:g} s" if body.get("remainingSeconds") else "try again later",
    }
    hint = hints.get(answer.status_code)
    return "\n".join(lines + ([f"  {hint}"] if hint else []))
