"""A recorder in front of a server: passes each request on as it is, and the answer back, and has both judged.

Paths stay what they are; only the host changes, so the clients' credentials reach the upstream alone. Redirects are
not followed: they belong to the client. When no answer comes the client gets 502 with the API's error shape.

| own route | shows |
|---|---|
| GET /__record__/health | the upstream and the counts |
| GET /__record__/journal?violations=true | the latest exchanges, or only those with violations |
"""

from __future__ import annotations

from urllib.parse import parse_qs

import httpx

from ..clock import Clock, SystemClock, monotonic
from .asgi import Answered, App, Asked, json_answer
from .exchange import Exchange
from .recorder import Recorder

OWN = "/__record__/"
HOP_BY_HOP = frozenset(
    """connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer transfer-encoding
    upgrade""".split()
)
"""Headers that concern one connection only (RFC 9110, 7.6.1)."""
NOT_PASSED_ON = HOP_BY_HOP | {"host", "content-length", "accept-encoding", "expect"}
NOT_PASSED_BACK = HOP_BY_HOP | {"content-length", "content-encoding"}
"""Bodies go back decoded, with their own length."""
CONNECT_S = 10.0


class Proxy(App):
    """The ASGI app. `transport` stands for the network in tests; `timeout_s` is how long an answer may take."""

    def __init__(
        self,
        recorder: Recorder,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        timeout_s: float = 120.0,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(self.answer, self.close)
        self.recorder = recorder
        self._clock = clock or SystemClock()
        self._timeout = httpx.Timeout(timeout_s, connect=min(CONNECT_S, timeout_s))
        self._transport = transport
        self._client: httpx.AsyncClient | None = None

    async def close(self) -> None:
        """Let go of the connections and bring the cassette up to date."""
        if self._client is not None:
            await self._client.aclose()
        self.recorder.close()

    async def answer(self, asked: Asked) -> Answered:
        """The upstream's answer, or 502; the recorder has taken note."""
        if asked.path.startswith(OWN):
            return self._own(asked)
        at_ms, begun = self._clock.now_ms(), monotonic()
        failure = None
        try:
            answered = await self._forwarded(asked)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            self.recorder.secrets.learn(joined(asked.headers))
            failure = f"no answer from {self.recorder.base.origin}: {_told(error)}"
            reason = self.recorder.secrets.text(failure)
            answered = json_answer(502, {"reason": reason, "name": "UpstreamUnreachable"})
        if self.recorder.concerns(asked.path):
            self.recorder.took(_exchange(asked, answered, at_ms, monotonic() - begun), failure)
        return answered

    async def _forwarded(self, asked: Asked) -> Answered:
        if self._client is None:  # made inside the event loop that it belongs to
            self._client = httpx.AsyncClient(transport=self._transport, timeout=self._timeout, follow_redirects=False)
        origin = httpx.URL(self.recorder.base.origin)
        raw = asked.path + (f"?{asked.query}" if asked.query else "")
        passed = [(name, value) for name, value in asked.headers if name not in NOT_PASSED_ON]
        request = httpx.Request(
            asked.method,
            origin.copy_with(raw_path=raw.encode("latin-1")),
            headers=[*passed, ("accept-encoding", "gzip, identity")],
            content=asked.body or None,
            extensions={"timeout": self._timeout.as_dict()},
        )
        response = await self._client.send(request)
        back = NOT_PASSED_BACK - ({"content-length"} if asked.method == "HEAD" else set())
        kept = tuple(
            (name.lower(), value) for name, value in response.headers.multi_items() if name.lower() not in back
        )
        return Answered(response.status_code, kept, response.content)

    def _own(self, asked: Asked) -> Answered:
        page = asked.path.removeprefix(OWN)
        if asked.method != "GET" or page not in ("health", "journal"):
            return json_answer(404, {"reason": f"The recorder's own pages are GET {OWN}health and GET {OWN}journal"})
        recorder = self.recorder
        shown: dict[str, object] = {"upstream": recorder.base.url, "counts": recorder.counts.fields()}
        if page == "journal":
            only = parse_qs(asked.query).get("violations") == ["true"]
            taken = [one for one in tuple(recorder.journal) if one.judgement.violations or not only]
            shown["exchanges"] = [one.fields() for one in taken]
        return json_answer(200, shown)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}{f' ({error})' if str(error) else ''}"


def _exchange(asked: Asked, answered: Answered, at_ms: int, seconds: float) -> Exchange:
    return Exchange(
        at_ms=at_ms,
        seconds=seconds,
        method=asked.method,
        path=asked.path,
        query=asked.query,
        headers=joined(asked.headers),
        body=asked.body,
        status=answered.status,
        answer_headers=joined(answered.headers),
        answer=answered.body,
    )


def joined(headers: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Headers as a mapping; one that comes more than once has all its values."""
    found: dict[str, str] = {}
    for name, value in headers:
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found
