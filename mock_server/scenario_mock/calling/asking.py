"""Sending what was asked: to a base URL or to a mock in this process, page after page, until a job has ended.

Refusals raise `Refused`, whose text says what to do next (see `refusals`).
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from json import dumps
from typing import Any

import httpx

from ..clock import sleep
from .arguments import Asked
from .refusals import Refused, json_of, unreached

ENDED = ("success", "failure", "canceled")
LOOKS_S = (0.25, 0.5, 1.0, 2.0)
"""Seconds between looks at a job; the last one from then on."""
PAGE = 20
"""Rows of a page about whose size nothing was said."""
LARGEST_PAGE = 100
TIMEOUT_S = 60.0
SIZES = ("pageSize", "limit", "hitsPerPage")
"""What says how long a page is."""


@dataclass(frozen=True)
class Server:
    """Where calls go. `wait` lets seconds pass: for a mock in this process at once."""

    base_url: str
    client: httpx.Client
    wait: Callable[[float], object] = sleep


@contextmanager
def at(base_url: str | None, key: str, secret: str) -> Iterator[Server]:
    """The server at a base URL; without one a mock in this process, which forgets all at the end. Raises Refused."""
    options: dict[str, Any] = {"auth": (key, secret), "timeout": TIMEOUT_S}
    if base_url:
        address = base_url.rstrip("/")
        try:
            client = httpx.Client(base_url=address + "/", **options)
        except httpx.InvalidURL as error:
            raise Refused(unreached(address, error, TIMEOUT_S)) from error
        with client:
            yield Server(address, client)
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
    return json_of(send(server, asked.operation.method, asked.address, sent))


def send(server: Server, method: str, address: str, body: Any = None) -> httpx.Response:
    """The answer, whatever it is. Raises Refused where there is none."""
    try:
        return server.client.request(method, address, json=body)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Refused(unreached(server.base_url, error, TIMEOUT_S)) from error


def model(server: Server, model_id: str) -> Mapping[str, Any]:
    """The model, for what its inputs are; an empty one where there is none to be had: calling it will say why."""
    from urllib.parse import quote

    try:
        found = json_of(send(server, "GET", f"models/{quote(model_id, safe='')}"))["model"]
    except (Refused, KeyError, TypeError):
        return {}
    return found if isinstance(found, Mapping) else {}


# ---- lists -----------------------------------------------------------------------------------------------------------


def pages(server: Server, asked: Asked, most: int | None, *, every: bool = False) -> Iterator[Any]:
    """The answer, and of a list further pages: until `most` rows are there, or all of them; else one page only."""
    asked, rows = _sized(asked, LARGEST_PAGE if every else most or PAGE, bool(every or most)), 0
    while True:
        page = ask(server, asked)
        yield page
        listed = listed_in(page)
        rows += len(listed[1]) if listed else 0
        following = _following(asked, page)
        if following is None or not (every or (most is not None and rows < most)):
            return
        asked = following


def _sized(asked: Asked, size: int, follows: bool) -> Asked:
    """With pages of that size, where the operation has pages and nothing was said about them."""
    if set(SIZES) & {*asked.query, *asked.body}:
        return asked
    size = min(size, LARGEST_PAGE)
    if any(one.name == "pageSize" for one in asked.operation.parameters):
        return replace(asked, query={**asked.query, "pageSize": size})
    if asked.operation.tag == "search" and follows:
        return replace(asked, body={**asked.body, "hitsPerPage" if "page" in asked.body else "limit": size})
    return asked


def _following(asked: Asked, page: Any) -> Asked | None:
    """What asks for the next page; None after the last one."""
    if not isinstance(page, Mapping):
        return None
    token = page.get("nextPaginationToken")
    if token:
        return replace(asked, query={**asked.query, "paginationToken": token})
    if asked.operation.tag != "search" or not page.get("hits"):
        return None
    if "totalPages" in page:
        number = page["page"] + 1
        return replace(asked, body={**asked.body, "page": number}) if number <= page["totalPages"] else None
    offset = page.get("offset", 0) + len(page["hits"])
    more = offset < page.get("estimatedTotalHits", 0)
    return replace(asked, body={**asked.body, "offset": offset}) if more else None


def listed_in(content: Any) -> tuple[str, list[Any]] | None:
    """The name and the rows of the list that an answer is; None for anything else."""
    if not isinstance(content, Mapping):
        return None
    lists = [(name, value) for name, value in content.items() if isinstance(value, list)]
    objects = [(name, value) for name, value in lists if all(isinstance(row, Mapping) for row in value)]
    return objects[0] if len(objects) == 1 and "job" not in content and "asset" not in content else None


# ---- jobs ------------------------------------------------------------------------------------------------------------


def finished(server: Server, job: Mapping[str, Any], told: Callable[[float], None], patience: float) -> Any:
    """The job once it has ended; `told` its progress, 0 to 1, at each look.

    An answer that says to come back later, and one that does not come, are no reason to give up. Raises Refused for
    other refusals, and when the job has not ended after `patience` seconds.
    """
    waited, looks = 0.0, list(LOOKS_S)
    trouble = ""
    while job["status"] not in ENDED:
        if waited >= patience:
            because = f" ({trouble})" if trouble else ""
            raise Refused(
                f"the job {job['jobId']} is still {job['status']} after {waited:.0f} s{because}; {_again(job)}"
            )
        pause = looks.pop(0) if len(looks) > 1 else looks[0]
        server.wait(pause)
        waited += pause
        try:
            answer = send(server, "GET", f"jobs/{job['jobId']}")
        except Refused as error:
            trouble = str(error)
            continue
        trouble = f"{answer.status_code} from {server.base_url}" if _passes(answer) else ""
        if not trouble:
            job = json_of(answer)["job"]
            told(float(job.get("progress", 0)))
    return job


def _passes(answer: httpx.Response) -> bool:
    return answer.status_code == 429 or answer.status_code >= 500


def _again(job: Mapping[str, Any]) -> str:
    return f"look again with: scenario-mock call jobs.retrieve {job['jobId']} --wait"


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
