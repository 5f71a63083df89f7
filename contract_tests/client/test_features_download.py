"""Downloads: the whole file or none, resumed where it was cut, with nothing secret for the host of the file."""

from __future__ import annotations

import gzip
import os
import re
import socket
import stat
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from client_runtime.download import RETRIES, download, download_async
from client_runtime.errors import DownloadError, NotFound
from client_runtime.filenames import extension_of, safe_name

from contract_tests.client.features import BASE, FILES, Model, Recorder, Side, Torn, torn

DATA = bytes(range(256)) * 40
SIGNED = f"{FILES}/assets/asset_1?Expires=1&Signature=ab~c-_d%2Be%2f'x&Key-Pair-Id=K%20"
ETAG = {"ETag": '"v1"', "Content-Type": "image/png"}


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Iterator[Side]:
    side = Side(is_async=request.param == "async")
    yield side
    side.close()


def asset(url: str = SIGNED, **more: Any) -> Model:
    return Model({"id": "asset_1", "url": url, "mimeType": "image/png", "metadata": {"kind": "image"}, **more})


def fetch(side: Side, server: Any, path: Any, what: Any = None, **more: Any) -> Path:
    result: Path = side.do(side.client(server).assets.download(asset() if what is None else what, path, **more))
    return result


def whole(content: bytes = DATA, **headers: str) -> httpx.Response:
    return httpx.Response(200, content=content, headers={**ETAG, **headers})


def part(start: int, **headers: str) -> httpx.Response:
    given = {"Content-Range": f"bytes {start}-{len(DATA) - 1}/{len(DATA)}", **ETAG, **headers}
    return httpx.Response(206, content=DATA[start:], headers=given)


def cut(*parts: bytes, error: Exception | None = None) -> httpx.Response:
    return torn(*parts, headers={"Content-Length": str(len(DATA)), **ETAG}, error=error)


def ranges(server: Recorder) -> list[str | None]:
    return [request.headers.get("range") for request in server.requests]


def names_in(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


# --- all goes well ----------------------------------------------------------------------------------------------------


def test_a_file_arrives(side: Side, tmp_path: Path):
    server = Recorder(whole())
    target = tmp_path / "picture.png"
    assert fetch(side, server, target) == target
    assert target.read_bytes() == DATA
    assert names_in(tmp_path) == ["picture.png"]
    assert ranges(server) == [None]
    assert server.requests[0].headers["accept-encoding"] == "identity"


def test_an_empty_file_arrives(side: Side, tmp_path: Path):
    assert fetch(side, Recorder(whole(b"")), tmp_path / "x").read_bytes() == b""


def test_progress_is_told(side: Side, tmp_path: Path):
    body = Torn(DATA[:4000], b"", DATA[4000:])
    server = Recorder(httpx.Response(200, headers={"Content-Length": str(len(DATA))}, stream=body))
    seen: list[tuple[int, int | None]] = []
    fetch(side, server, tmp_path / "x", progress=lambda *numbers: seen.append(numbers))
    assert seen == [(0, 10240), (4000, 10240), (10240, 10240)]


def test_progress_without_a_length(side: Side, tmp_path: Path):
    server = Recorder(httpx.Response(200, stream=Torn(DATA)))
    seen: list[tuple[int, int | None]] = []
    fetch(side, server, tmp_path / "x", progress=lambda *numbers: seen.append(numbers))
    assert seen == [(0, None), (10240, None)]


def test_an_id_is_read_first(side: Side, tmp_path: Path):
    server = Recorder({"asset": asset().to_dict()}, whole())
    fetch(side, server, tmp_path / "x", "asset_1", options={"query": {"projectId": "p"}, "headers": {"X-Mine": "1"}})
    api, file = server.requests
    assert str(api.url) == f"{BASE}/assets/asset_1?projectId=p"
    assert api.headers["authorization"].startswith("Basic ")
    assert (file.url.host, file.headers.get("x-mine")) == ("files.example.test", None)


def test_an_asset_without_an_address_is_read_again(side: Side, tmp_path: Path):
    server = Recorder({"asset": asset().to_dict()}, whole())
    assert fetch(side, server, tmp_path / "x", Model({"id": "asset_1", "url": None})).read_bytes() == DATA


def test_hits_pictures_and_dicts_will_do(side: Side, tmp_path: Path):
    for what in (Model({"assetId": "asset_1", "url": SIGNED}), {"id": "asset_1", "url": SIGNED}, SIGNED):
        assert fetch(side, Recorder(whole()), tmp_path / "x", what).read_bytes() == DATA


def test_the_functions_find_the_resource_themselves(side: Side, tmp_path: Path):
    client = side.client(Recorder({"asset": asset().to_dict()}, whole()))
    call: Any = download_async if side.is_async else download
    assert side.do(call(client, "asset_1", tmp_path / "x")).read_bytes() == DATA


@pytest.mark.parametrize("what", ["", Model({}), Model({"id": 7, "url": ["x"]}), {"url": ""}])
def test_what_is_no_asset_is_refused(side: Side, tmp_path: Path, what: Any):
    with pytest.raises(ValueError, match="expected an asset"):
        fetch(side, Recorder(whole()), tmp_path / "x", what)
    assert names_in(tmp_path) == []


# --- what the host of the file gets -----------------------------------------------------------------------------------


def test_the_host_of_the_file_gets_no_credentials_and_no_cookies(side: Side, tmp_path: Path):
    server = Recorder(
        httpx.Response(
            200, json={"asset": asset().to_dict()}, headers={"Set-Cookie": "session=1; Domain=example.test"}
        ),
        httpx.Response(302, headers={"Location": f"{FILES}/other?x=1", "Set-Cookie": "file=1"}),
        whole(),
    )
    client = side.client(server, default_headers={"X-Team": "secret"})
    side.do(client.assets.download("asset_1", tmp_path / "x"))
    for request in server.requests[1:]:
        assert request.url.host == "files.example.test"
        assert not {"authorization", "cookie", "x-team"} & set(request.headers)
        assert "secret-1" not in str(request.headers)


def test_a_client_of_the_callers_own_gives_nothing_away(side: Side, tmp_path: Path):
    server = Recorder(whole())
    cls: Any = httpx.AsyncClient if side.is_async else httpx.Client
    http = cls(
        transport=httpx.MockTransport(server),
        auth=("user", "password"),
        cookies={"session": "1"},
        headers={"X-Team": "secret"},
        params={"more": "1"},
    )
    client = side.client(httpx.MockTransport(server))
    own = type(client)(api_key="k", api_secret="s", base_url=BASE, http_client=http)
    side.do(own.assets.download(asset(), tmp_path / "x"))
    request = server.requests[0]
    assert not {"authorization", "cookie", "x-team"} & set(request.headers)
    assert "more" not in request.url.params
    side.do(http.aclose() if side.is_async else http.close())


@pytest.mark.parametrize(
    "target",
    [
        "/assets/a?Expires=1&Signature=ab~c-_d%2Be%2f&Key-Pair-Id=K",
        "/assets/a?Signature=%2B+%7e'\"<>{}|^`[]&&==&x",
        "/a/../b/%2e%2e/c?q=%zz",
        "/a;v=1,2!$&'()*?response-content-disposition=attachment%3B%20filename%3D%22a.png%22",
        "/a?",
        "/a?x=?/#",
        "?x=1",
    ],
)
def test_the_query_goes_out_byte_for_byte(side: Side, tmp_path: Path, target: str):
    with Wire(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") as wire:
        fetch(
            side,
            httpx.AsyncHTTPTransport() if side.is_async else httpx.HTTPTransport(),
            tmp_path / "x",
            wire.url + target,
        )
    sent = wire.requests[0].split(b"\r\n")[0].decode()
    assert sent == f"GET {'/' if target.startswith('?') else ''}{target.partition('#')[0]} HTTP/1.1"


def test_redirects_are_followed_but_not_for_ever_and_not_to_plain_http(side: Side, tmp_path: Path):
    server = Recorder(httpx.Response(307, headers={"Location": "/elsewhere?s=%2f"}), whole())
    fetch(side, server, tmp_path / "x")
    assert str(server.requests[1].url) == f"{FILES}/elsewhere?s=%2f"
    with pytest.raises(DownloadError, match="more than 5 redirects"):
        fetch(side, Recorder(httpx.Response(302, headers={"Location": "/again"})), tmp_path / "y")
    with pytest.raises(DownloadError, match="from https"):
        fetch(side, Recorder(httpx.Response(302, headers={"Location": "http://files.example.test/x"})), tmp_path / "y")
    assert names_in(tmp_path) == ["x"]


@pytest.mark.parametrize(
    "url", ["ftp://files.example.test/x", "https://", "https://x:y/z", "https://x/\n", "file:/etc/passwd"]
)
def test_addresses_that_are_none(side: Side, tmp_path: Path, url: str):
    server = Recorder(whole())
    with pytest.raises(DownloadError):
        fetch(side, server, tmp_path / "x", asset(url))
    assert server.requests == []
    assert names_in(tmp_path) == []


# --- cuts -------------------------------------------------------------------------------------------------------------


def test_a_cut_download_goes_on_where_it_was_cut(side: Side, tmp_path: Path):
    server = Recorder(cut(DATA[:3000]), part(3000))
    seen: list[int] = []
    fetch(side, server, tmp_path / "x", progress=lambda done, total: seen.append(done))
    assert (tmp_path / "x").read_bytes() == DATA
    assert ranges(server) == [None, "bytes=3000-"]
    assert server.requests[1].headers["if-range"] == '"v1"'
    assert seen == [0, 3000, 3000, 10240]
    assert side.clock.slept == [0.5]


def test_any_number_of_cuts_that_bring_something(side: Side, tmp_path: Path):
    def a_little(request: httpx.Request) -> httpx.Response:
        start = int(re.sub(r"\D", "", request.headers.get("range", "0")))
        if not start:
            return cut(DATA[:512])
        headers = {"Content-Range": f"bytes {start}-{len(DATA) - 1}/{len(DATA)}", **ETAG}
        stream = Torn(DATA[start : start + 512], error=httpx.ReadError("cut") if start + 512 < len(DATA) else None)
        return httpx.Response(206, headers=headers, stream=stream)

    server = Recorder(a_little)
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA
    assert len(server.requests) == 20
    assert side.clock.slept == [0.5] * 19


@pytest.mark.parametrize(
    "error", [httpx.ReadError("x"), httpx.RemoteProtocolError("x"), httpx.ReadTimeout("x"), httpx.ConnectError("x")]
)
def test_every_kind_of_cut(side: Side, tmp_path: Path, error: Exception):
    fetch(side, Recorder(cut(DATA[:10], error=error), part(10)), tmp_path / "x")
    assert (tmp_path / "x").read_bytes() == DATA
    fetch(side, Recorder(error, whole()), tmp_path / "y")
    assert (tmp_path / "y").read_bytes() == DATA


def test_a_server_that_ignores_the_range_starts_again(side: Side, tmp_path: Path):
    server = Recorder(cut(DATA[:3000]), whole())
    seen: list[int] = []
    fetch(side, server, tmp_path / "x", progress=lambda done, total: seen.append(done))
    assert (tmp_path / "x").read_bytes() == DATA
    assert ranges(server) == [None, "bytes=3000-"]
    assert seen == [0, 3000, 0, 10240]


def test_another_version_starts_again(side: Side, tmp_path: Path):
    newer = b"another file"
    server = Recorder(cut(DATA[:3000]), whole(newer, ETag='"v2"'))
    assert fetch(side, server, tmp_path / "x").read_bytes() == newer


def test_without_resume_it_starts_again(side: Side, tmp_path: Path):
    server = Recorder(cut(DATA[:3000]), whole())
    assert fetch(side, server, tmp_path / "x", resume=False).read_bytes() == DATA
    assert ranges(server) == [None, None]


@pytest.mark.parametrize(
    "wrong",
    [
        {"Content-Range": "bytes 0-10239/10240"},
        {"Content-Range": "bytes 2999-10239/10240"},
        {"Content-Range": "bytes 3000-10239/99999"},
        {"Content-Range": "bytes 3000-5000/10240"},
        {"Content-Range": "items 3000-10239/10240"},
        {"Content-Range": "nonsense"},
        {"Content-Range": ""},
        {"ETag": '"v2"'},
    ],
    ids=str,
)
def test_a_part_that_does_not_fit_is_thrown_away(side: Side, tmp_path: Path, wrong: dict[str, str]):
    server = Recorder(cut(DATA[:3000]), part(3000, **wrong), whole())
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA
    assert ranges(server) == [None, "bytes=3000-", None]


def test_a_part_of_unknown_size_is_appended(side: Side, tmp_path: Path):
    server = Recorder(cut(DATA[:3000]), part(3000, **{"Content-Range": "bytes 3000-10239/*"}))
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA


def test_a_part_that_nobody_asked_for_is_an_error(side: Side, tmp_path: Path):
    with pytest.raises(DownloadError, match="got"):
        fetch(side, Recorder(part(0)), tmp_path / "x")
    assert names_in(tmp_path) == []


def test_fewer_bytes_than_announced_are_a_cut(side: Side, tmp_path: Path):
    short = httpx.Response(200, headers={"Content-Length": str(len(DATA)), **ETAG}, stream=Torn(DATA[:-1]))
    server = Recorder(short, part(len(DATA) - 1))
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA
    assert ranges(server) == [None, "bytes=10239-"]


def test_more_bytes_than_announced_are_an_error(side: Side, tmp_path: Path):
    def long(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Length": "100"}, stream=Torn(DATA))

    with pytest.raises(DownloadError, match="more than the 100 bytes"):
        fetch(side, Recorder(long), tmp_path / "x")
    assert names_in(tmp_path) == []


def test_an_odd_length_is_no_length(side: Side, tmp_path: Path):
    server = Recorder(lambda request: httpx.Response(200, headers={"Content-Length": "many"}, stream=Torn(DATA)))
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA


def test_416_with_everything_there_is_the_end(side: Side, tmp_path: Path):
    first = torn(DATA, headers=ETAG)
    server = Recorder(first, httpx.Response(416, headers={"Content-Range": f"bytes */{len(DATA)}"}))
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA


def test_416_otherwise_starts_again(side: Side, tmp_path: Path):
    server = Recorder(cut(DATA[:3000]), httpx.Response(416, headers={"Content-Range": "bytes */5"}), whole())
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA
    assert ranges(server) == [None, "bytes=3000-", None]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_failures_in_passing_are_waited_for(side: Side, tmp_path: Path, status: int):
    server = Recorder(cut(DATA[:3000]), httpx.Response(status), part(3000))
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA
    assert side.clock.slept == [0.5, 1.0]


def test_it_gives_up_after_tries_that_bring_nothing(side: Side, tmp_path: Path):
    server = Recorder(httpx.ConnectError("refused"))
    with pytest.raises(DownloadError, match=r"refused.*5 further tries") as caught:
        fetch(side, server, tmp_path / "x")
    assert len(server.requests) == RETRIES + 1
    assert side.clock.slept == [0.5, 1.0, 2.0, 4.0, 8.0]
    assert isinstance(caught.value.__cause__, httpx.ConnectError)
    assert names_in(tmp_path) == []


def test_a_server_that_starts_again_and_is_cut_again_is_not_asked_for_ever(side: Side, tmp_path: Path):
    server = Recorder(lambda request: cut(DATA[:3000]))
    with pytest.raises(DownloadError):
        fetch(side, server, tmp_path / "x")
    assert len(server.requests) == RETRIES + 1


def test_compressed_in_spite_of_the_request(side: Side, tmp_path: Path):
    packed = gzip.compress(DATA)
    headers = {"Content-Encoding": "gzip", "Content-Length": str(len(packed)), **ETAG}
    short = httpx.Response(200, headers=headers, stream=Torn(packed[:-20]))
    server = Recorder(short, httpx.Response(200, headers=headers, stream=Torn(packed)))
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA
    assert ranges(server) == [None, None]  # decoded bytes are no position in the compressed file


# --- expired addresses ------------------------------------------------------------------------------------------------

EXPIRED = httpx.Response(403, text="<Error><Code>AccessDenied</Code></Error>")
FRESH = f"{FILES}/assets/asset_1?Expires=2&Signature=new"


def test_an_expired_address_is_renewed_once(side: Side, tmp_path: Path):
    server = Recorder(EXPIRED, {"asset": asset(FRESH).to_dict()}, whole())
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA
    assert [str(request.url) for request in server.requests] == [SIGNED, f"{BASE}/assets/asset_1", FRESH]


def test_an_address_that_expires_in_between_goes_on(side: Side, tmp_path: Path):
    server = Recorder(cut(DATA[:3000]), EXPIRED, {"asset": asset(FRESH).to_dict()}, part(3000))
    assert fetch(side, server, tmp_path / "x").read_bytes() == DATA
    assert ranges(server) == [None, "bytes=3000-", None, "bytes=3000-"]


def test_a_fresh_address_that_does_not_help_is_the_end(side: Side, tmp_path: Path):
    server = Recorder(EXPIRED, {"asset": asset(FRESH).to_dict()}, EXPIRED)
    with pytest.raises(DownloadError, match="fresh address") as caught:
        fetch(side, server, tmp_path / "x")
    assert len(server.requests) == 3
    assert "Signature" not in str(caught.value)
    assert caught.value.url == f"{FILES}/assets/asset_1"
    assert names_in(tmp_path) == []


def test_an_address_alone_cannot_be_renewed(side: Side, tmp_path: Path):
    server = Recorder(EXPIRED)
    with pytest.raises(DownloadError, match="read the asset again"):
        fetch(side, server, tmp_path / "x", SIGNED)
    assert len(server.requests) == 1


def test_an_asset_that_is_gone(side: Side, tmp_path: Path):
    with pytest.raises(NotFound):
        fetch(side, Recorder(EXPIRED, httpx.Response(404, json={"reason": "Asset asset_1 not found"})), tmp_path / "x")
    with pytest.raises(DownloadError, match="no address"):
        fetch(side, Recorder({"asset": {"id": "asset_1"}}), tmp_path / "x", "asset_1")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("status", [400, 401, 404, 410, 204])
def test_other_statuses_are_final(side: Side, tmp_path: Path, status: int):
    server = Recorder(httpx.Response(status))
    with pytest.raises(DownloadError, match=str(status)):
        fetch(side, server, tmp_path / "x")
    assert len(server.requests) == 1


# --- on the disk ------------------------------------------------------------------------------------------------------


def test_a_file_that_is_there_is_replaced_in_one_step(side: Side, tmp_path: Path):
    target = tmp_path / "x"
    target.write_bytes(b"old")
    contents: list[bytes] = []
    names: list[int] = []

    def look(done: int, total: int | None) -> None:
        contents.append(target.read_bytes())
        names.append(len(names_in(tmp_path)))

    fetch(side, Recorder(cut(DATA[:3000]), part(3000)), target, progress=look)
    assert set(contents) == {b"old"}
    assert set(names) == {2}
    assert target.read_bytes() == DATA


def test_an_interrupted_download_leaves_nothing(side: Side, tmp_path: Path):
    (tmp_path / "x").write_bytes(b"old")

    class Interruption(BaseException):
        """Like KeyboardInterrupt, which would end the loop itself."""

    def interrupt(done: int, total: int | None) -> None:
        if done:
            raise Interruption

    with pytest.raises(Interruption):
        fetch(side, Recorder(whole()), tmp_path / "x", progress=interrupt)
    assert names_in(tmp_path) == ["x"]
    assert (tmp_path / "x").read_bytes() == b"old"


def test_a_failed_download_keeps_what_was_there(side: Side, tmp_path: Path):
    (tmp_path / "x").write_bytes(b"old")
    with pytest.raises(DownloadError):
        fetch(side, Recorder(httpx.Response(404)), tmp_path / "x")
    assert (tmp_path / "x").read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_the_file_has_the_usual_mode(side: Side, tmp_path: Path):
    (tmp_path / "usual").write_bytes(b"")
    target = fetch(side, Recorder(whole()), tmp_path / "x")
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def test_two_downloads_to_one_place_do_not_mix(side: Side, tmp_path: Path):
    client = side.client(lambda request: whole(DATA[::-1] if request.url.path.endswith("b") else DATA))
    calls = [lambda url=url: client.assets.download(url, tmp_path / "x") for url in (f"{FILES}/a", f"{FILES}/b") * 4]
    assert side.together(calls) == [tmp_path / "x"] * 8
    assert (tmp_path / "x").read_bytes() in (DATA, DATA[::-1])
    assert names_in(tmp_path) == ["x"]


def test_a_folder_that_is_not_there_is_noticed_before_anything_is_sent(side: Side, tmp_path: Path):
    server = Recorder(whole())
    for path in (tmp_path / "no" / "x", f"{tmp_path}/no/"):
        with pytest.raises(FileNotFoundError, match="no folder"):
            fetch(side, server, path)
    assert server.requests == []


@pytest.mark.parametrize(
    ("what", "name"),
    [
        (asset(), "asset_1.png"),
        (asset(metadata={"name": "castle"}), "castle-asset_1.png"),
        (asset(metadata={"name": "castle.PNG"}), "castle-asset_1.png"),
        (asset(metadata={"name": "photo.jpeg"}, mimeType="image/jpeg"), "photo-asset_1.jpg"),
        (asset(metadata={"name": "photo.jpeg"}), "photo-asset_1.png"),
        (asset(metadata={"name": "v1.2"}), "v1.2-asset_1.png"),
        (asset(metadata={"name": "x"}, mimeType=None), "x-asset_1.png"),  # by the answer's type
        (asset(metadata={"name": "../../etc/passwd"}), "etc_passwd-asset_1.png"),
        (asset(metadata={"name": "..\\..\\boot.ini"}), "boot.ini-asset_1.png"),
        (asset(metadata={"name": "/etc/passwd"}), "etc_passwd-asset_1.png"),
        (asset(metadata={"name": "a\x00b\nc"}), "a_b_c-asset_1.png"),
        (asset(metadata={"name": ".."}), "asset_1.png"),
        (asset(metadata={"name": ".hidden"}), "hidden-asset_1.png"),
        (asset(metadata={"name": "星の川"}), "星の川-asset_1.png"),
        (asset(metadata={"name": 7}), "asset_1.png"),
        (asset(metadata=None), "asset_1.png"),
        (asset(id="../../../root/.ssh/x", metadata={}), "root_.ssh_x.png"),
        (asset(id="..", metadata={"name": "/"}), "file.png"),
        (SIGNED, "asset_1.png"),
        (f"{FILES}/castle.webp?x=1", "castle.webp"),
        (f"{FILES}/%2e%2e%2f%2e%2e%2fevil.png", "evil.png"),
        (f"{FILES}/..%2F", "file.png"),
        (f"{FILES}/", "file.png"),
        (f"{FILES}/con", "_con.png"),
        (f"{FILES}/a%3Ab%7Cc", "a_b_c.png"),
    ],
)
def test_a_folder_gets_a_file_with_a_plain_name(side: Side, tmp_path: Path, what: Any, name: str):
    folder = tmp_path / "folder"
    folder.mkdir()
    for path in (folder, f"{folder}/"):
        target = fetch(side, Recorder(whole()), path, what)
        assert target == folder / name
        assert names_in(folder) == [name]
    assert names_in(tmp_path) == ["folder"]


def test_names_are_short_enough_for_every_disk(side: Side, tmp_path: Path):
    what = asset(id="asset_" + "x" * 500, metadata={"name": "星" * 500})
    target = fetch(side, Recorder(whole()), tmp_path, what)
    assert len(target.name.encode()) <= 200
    assert target.name.startswith("星")
    assert "-asset_xxx" in target.name


@pytest.mark.parametrize(
    "name", ["", ".", "..", "...", "/", "\\", " ", "\x00", "\ud800", "con", "COM1.x", "a" * 999, "~/x"]
)
def test_no_name_leads_anywhere(name: str):
    made = safe_name(name, ".png")
    assert made == "" or (Path("/folder") / made).resolve().parent == Path("/folder")
    assert not made.startswith((".", "/"))
    assert not re.match(r"(con|com1)(\.|$)", made, re.IGNORECASE)
    assert len(made.encode()) <= 200


def test_extensions():
    assert [extension_of(kind) for kind in ("image/png", "Image/PNG; charset=x", "image/x-unknown", "", None)] == [
        ".png",
        ".png",
        "",
        "",
        "",
    ]


# --- over a real connection -------------------------------------------------------------------------------------------


class Wire:
    """A server that sends raw bytes, one text per connection, and closes it; `requests` are what came."""

    def __init__(self, *answers: bytes) -> None:
        self.requests: list[bytes] = []
        self._answers = answers
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(5)
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> Wire:
        self._thread.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._socket.close()
        self._thread.join()

    def _serve(self) -> None:
        for answer in self._answers:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                request = b""
                while not request.endswith(b"\r\n\r\n"):
                    request += connection.recv(65536)
                self.requests.append(request)
                connection.sendall(answer)


def test_a_real_cut_is_resumed(side: Side, tmp_path: Path):
    head = b'HTTP/1.1 200 OK\r\nContent-Length: 10240\r\nETag: "v1"\r\n\r\n'
    rest = b"HTTP/1.1 206 Partial Content\r\nContent-Length: 7240\r\nContent-Range: bytes 3000-10239/10240\r\n\r\n"
    transport = httpx.AsyncHTTPTransport() if side.is_async else httpx.HTTPTransport()
    with Wire(head + DATA[:3000], rest + DATA[3000:]) as wire:
        fetch(side, transport, tmp_path / "x", wire.url + "/a?s=1")
    assert (tmp_path / "x").read_bytes() == DATA
    assert b"\r\nRange: bytes=3000-\r\n" in wire.requests[1]
    assert b'\r\nIf-Range: "v1"\r\n' in wire.requests[1]
    assert b"uthorization" not in b"".join(wire.requests)
