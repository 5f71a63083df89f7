"""Downloads: the file behind an asset, whole or not at all.

| what happens                                           | what is done                                              |
|--------------------------------------------------------|-----------------------------------------------------------|
| cut connection, timeout, 408, 429, 5xx                 | again, from the byte that is missing; pauses that grow    |
| 403: the signed address has expired                    | the asset is read again, once, and its new address used   |
| redirect                                               | followed, never from https to http                        |
| other statuses, or RETRIES failures without a new byte | DownloadError                                             |

The signed address goes out byte for byte. The host of the files gets no credentials, no cookies and none of the
client's own headers. transfer.py has the rules for parts of files, filenames.py those for names.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import DownloadError
from .filenames import extension_of, safe_name, split
from .transfer import Cut, Mismatch, Transfer
from .view import View

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from typing import Protocol, TypeAlias

    import httpx

    from .async_client import AsyncClient
    from .config import RequestOptions
    from .sync_client import SyncClient
    from .transfer import Progress

    Asset: TypeAlias = str | View | Mapping[str, Any]
    """An asset or a hit of a search, an asset's id, or the address of a file."""

RETRIES = 5
"""Tries that may fail one after the other without bringing a new byte."""
LONGEST_PAUSE = 8.0
MOST_HOPS = 5
CONNECT_TIMEOUT = 5.0

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({408, 425, 429})


class Source:
    """Where the file is: the address, and the asset to ask for a fresh one."""

    def __init__(self, asset: Asset) -> None:
        self.asset_id: str | None = None
        self.url: str | None = None
        self.name: str | None = None
        self.mime_type: str | None = None
        if not isinstance(asset, str):
            self.learn(asset)
        elif asset.startswith(("http://", "https://")):
            self.url = asset
        elif asset:
            self.asset_id = asset
        if self.url is None and self.asset_id is None:
            raise ValueError(f"expected an asset, the id of one or the address of a file, got {asset!r:.80}")

    def learn(self, asset: View | Mapping[str, Any]) -> None:
        """Take what an asset says of its file; fields of another type than they should have say nothing."""
        metadata = asset.get("metadata")
        name = metadata.get("name") if isinstance(metadata, dict) else None
        self.asset_id = _text(asset.get("id")) or _text(asset.get("assetId")) or self.asset_id
        self.url = _text(asset.get("url"))
        self.name = _text(name)
        self.mime_type = _text(asset.get("mimeType"))

    def file_name(self, content_type: str | None) -> str:
        """A name for the file in a folder: no path in it, and another one for every asset."""
        extension = extension_of(self.mime_type) or extension_of(content_type)
        if self.asset_id is not None:
            stem, own = split(self.name or "")
            parts = safe_name(stem, most=80), safe_name(self.asset_id, most=80)
            return safe_name("-".join(part for part in parts if part) or "file", extension or own)
        from urllib.parse import unquote, urlsplit

        stem, own = split(unquote(urlsplit(self.url or "").path.rstrip("/").rpartition("/")[2]))
        return safe_name(stem or "file", own or extension) or safe_name("file", extension)


class Fetch:
    """One download without its network: the next request, what to make of an answer, how long to pause."""

    def __init__(
        self, source: Source, path: str | os.PathLike[str], transfer: Callable[[Path], Transfer], timeout: float | None
    ) -> None:
        self._source = source
        self._folder, self._name = _place(path)
        self._timeout = timeout
        self._location: str | None = None
        self._hops = 0
        self._tries = 0
        self._best = 0
        self._renewed_at = -1
        self.stale: str | None = source.asset_id if source.url is None else None
        """Id of the asset to read again before the next request."""
        self.done = False
        self.transfer = transfer(self._folder)

    def request(self) -> httpx.Request:
        """The next request. Raises DownloadError for an address that is none."""
        import httpx

        url = self._location or self._source.url or ""
        extensions: dict[str, Any] = {
            "timeout": {
                "connect": CONNECT_TIMEOUT,
                "read": self._timeout,
                "write": self._timeout,
                "pool": self._timeout,
            }
        }
        try:
            request = httpx.Request("GET", url, headers=self.transfer.headers(), extensions=extensions)
        except httpx.InvalidURL as error:
            raise self._error(f"no valid address: {error}") from None
        if request.url.scheme not in ("http", "https") or not request.url.host:
            raise self._error("no address of a file")
        target = re.sub(r"^[^:/?#]+://[^/?#]*|#.*$", "", url)
        if re.fullmatch(r"/[!-~]*", target) and target != request.url.raw_path.decode("ascii"):
            # httpx writes an address in its own way, and the signature may stand for this spelling only.
            request.extensions["target"] = target.encode("ascii")
        return request

    def accept(self, response: httpx.Response) -> bool:
        """Whether the body of `response` is to be read. Raises DownloadError, Cut or Mismatch."""
        status = response.status_code
        if status in (200, 206):
            self.transfer.begin(response)
            return True
        if status in REDIRECTS and "location" in response.headers:
            self._redirect(response)
        elif status == 403:
            self._expired()
        elif status == 416:
            if not self.transfer.complete(response):
                raise Mismatch("the server does not have the part that is missing")
            self.done = True
        elif status in PASSING or status >= 500:
            raise Cut(f"the server answered {status}")
        else:
            raise self._error(f"the server answered {status}")
        return False

    def ended(self, response: httpx.Response) -> None:
        """The body is over. Raises Cut when it is not whole."""
        self.transfer.end(response)
        self.done = True

    def renew(self, asset: Any) -> None:
        """Go on with the address of the asset as it was just read."""
        if isinstance(asset, View):
            self._source.learn(asset)
        if not isinstance(asset, View) or self._source.url is None:
            raise DownloadError("the asset has no address of a file")
        self.stale = None

    def failed(self, error: Exception) -> float:
        """A try went wrong: seconds to pause before the next one. Raises DownloadError after too many."""
        if isinstance(error, Mismatch) or not self.transfer.resumes:
            self.transfer.restart()
        self._location, self._hops = None, 0
        if self.transfer.best > self._best:
            self._best, self._tries = self.transfer.best, 0
        self._tries += 1
        if self._tries > RETRIES:
            raise self._error(f"{_cause(error)}, and {RETRIES} further tries brought nothing new") from error
        pause: float = min(0.5 * 2 ** (self._tries - 1), LONGEST_PAUSE)
        return pause

    def line(self, error: Exception, pause: float) -> tuple[object, ...]:
        """The log line for a failed try, without the signature in the address."""
        return (
            "%s: %s; asking again from byte %d in %.1f s",
            self._shown(),
            _cause(error),
            self.transfer.received,
            pause,
        )

    def finish(self) -> Path:
        """Put the file in its place, and return that."""
        name = self._name or self._source.file_name(self.transfer.content_type)
        target = self._folder / name
        self.transfer.finish(target)
        return target

    def _redirect(self, response: httpx.Response) -> None:
        self._hops += 1
        if self._hops > MOST_HOPS:
            raise self._error(f"more than {MOST_HOPS} redirects")
        from urllib.parse import urljoin

        came_from = self._location or self._source.url or ""
        self._location = urljoin(came_from, response.headers["location"])
        if came_from.startswith("https:") and not self._location.startswith("https:"):
            raise self._error("redirected from https to something else")

    def _expired(self) -> None:
        if self._source.asset_id is None:
            raise self._error("403: the address has expired or is not whole; read the asset again for a fresh one")
        if self._renewed_at >= self.transfer.best:
            raise self._error("403, and a fresh address brought nothing new")
        self._renewed_at = self.transfer.best
        self._location, self._hops = None, 0
        self.stale = self._source.asset_id

    def _error(self, message: str) -> DownloadError:
        return DownloadError(f"{self._shown()}: {message}", self._shown())

    def _shown(self) -> str:
        """The address without what may be secret in it."""
        return re.sub(r"//[^/@]*@", "//", re.split(r"[?#]", self._location or self._source.url or "", maxsplit=1)[0])


def download(
    client: SyncClient,
    asset: Asset,
    path: str | os.PathLike[str],
    *,
    retrieve: Callable[..., Any] | None = None,
    progress: Progress | None = None,
    resume: bool = True,
    chunk: int = 65536,
    timeout: float | None = 60.0,
    options: RequestOptions | None = None,
) -> Path:
    """Store the file behind `asset` at `path`, or in the folder `path`; see AssetsExtra.download.

    `retrieve(asset_id, options=...)` reads an asset; the client's assets resource unless given. `chunk`: bytes that are
    collected before they are written.
    """
    import httpx

    read: Any = retrieve or (lambda *args, **kwargs: _assets(client).retrieve(*args, **kwargs))
    fetch = Fetch(Source(asset), path, _opener(progress, resume, chunk), timeout)
    transfer = fetch.transfer
    try:
        while not fetch.done:
            if fetch.stale is not None:
                fetch.renew(read(fetch.stale, options=options))
            request = fetch.request()
            try:
                # An Auth of its own: neither the client's nor one from the address.
                response = client._http().send(request, stream=True, auth=httpx.Auth(), follow_redirects=False)
                try:
                    if fetch.accept(response):
                        for part in response.iter_bytes():
                            transfer.write(part)
                        fetch.ended(response)
                finally:
                    response.close()
            except (httpx.RequestError, Cut, Mismatch) as error:
                pause = fetch.failed(error)
                client._log().info(*fetch.line(error, pause))
                client._sleep(pause)
        return fetch.finish()
    finally:
        transfer.discard()


async def download_async(
    client: AsyncClient,
    asset: Asset,
    path: str | os.PathLike[str],
    *,
    retrieve: Callable[..., Awaitable[Any]] | None = None,
    progress: Progress | None = None,
    resume: bool = True,
    chunk: int = 65536,
    timeout: float | None = 60.0,
    options: RequestOptions | None = None,
) -> Path:
    """The async twin of download."""
    import asyncio

    import httpx

    read: Any = retrieve or (lambda *args, **kwargs: _assets(client).retrieve(*args, **kwargs))
    fetch = Fetch(Source(asset), path, _opener(progress, resume, chunk), timeout)
    transfer = fetch.transfer
    try:
        while not fetch.done:
            if fetch.stale is not None:
                fetch.renew(await read(fetch.stale, options=options))
            request = fetch.request()
            try:
                response = await client._http().send(request, stream=True, auth=httpx.Auth(), follow_redirects=False)
                try:
                    if fetch.accept(response):
                        async for part in response.aiter_bytes():
                            transfer.write(part)
                        fetch.ended(response)
                finally:
                    await response.aclose()
            except (httpx.RequestError, Cut, Mismatch) as error:
                pause = fetch.failed(error)
                client._log().info(*fetch.line(error, pause))
                await client._sleep(pause)
        # Waiting for the disk would hold up every other task.
        return await asyncio.to_thread(fetch.finish)
    finally:
        transfer.discard()


if TYPE_CHECKING:

    class _Assets(Protocol):
        """The generated resource, as far as download needs it."""

        @property
        def _client(self) -> SyncClient: ...
        def retrieve(self, asset_id: str, /, *, options: RequestOptions | None = None) -> View: ...

    class _AsyncAssets(Protocol):
        """The async twin of _Assets."""

        @property
        def _client(self) -> AsyncClient: ...
        async def retrieve(self, asset_id: str, /, *, options: RequestOptions | None = None) -> View: ...


class AssetsExtra:
    """What the assets resource can do beyond its operations."""

    __slots__ = ()

    def download(
        self: _Assets,
        asset: Asset,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        resume: bool = True,
        timeout: float | None = 60.0,
        options: RequestOptions | None = None,
    ) -> Path:
        """Store the file behind an asset, and return where it is.

        The file appears at `path` only when it is whole; one that is there already is replaced in that moment.

        Args:
            asset: The asset or a hit of a search, the id of an asset, or the address of a file. An address alone cannot
                be renewed when it has expired.
            path: Where to store the file. In a folder it is named after the asset, its id and its media type.
            progress: Called with the bytes that have arrived and the size of the file, None while that is unknown. The
                first number falls back to 0 when the server makes the download start again.
            resume: After a cut, ask for the missing part alone; False starts again.
            timeout: Seconds to wait for the next bytes; None waits for ever.
            options: Headers, query and so on for reading the asset; nothing of it goes to the host of the file.

        Raises:
            DownloadError: The file could not be fetched whole; nothing is left behind.
            OSError: It could not be stored.
        """
        return download(
            self._client,
            asset,
            path,
            retrieve=self.retrieve,
            progress=progress,
            resume=resume,
            timeout=timeout,
            options=options,
        )


class AsyncAssetsExtra:
    """The async twin of AssetsExtra."""

    __slots__ = ()

    async def download(
        self: _AsyncAssets,
        asset: Asset,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        resume: bool = True,
        timeout: float | None = 60.0,
        options: RequestOptions | None = None,
    ) -> Path:
        """Store the file behind an asset, and return where it is.

        The file appears at `path` only when it is whole; one that is there already is replaced in that moment.

        Args:
            asset: The asset or a hit of a search, the id of an asset, or the address of a file. An address alone cannot
                be renewed when it has expired.
            path: Where to store the file. In a folder it is named after the asset, its id and its media type.
            progress: Called with the bytes that have arrived and the size of the file, None while that is unknown. The
                first number falls back to 0 when the server makes the download start again.
            resume: After a cut, ask for the missing part alone; False starts again.
            timeout: Seconds to wait for the next bytes; None waits for ever.
            options: Headers, query and so on for reading the asset; nothing of it goes to the host of the file.

        Raises:
            DownloadError: The file could not be fetched whole; nothing is left behind.
            OSError: It could not be stored.
        """
        return await download_async(
            self._client,
            asset,
            path,
            retrieve=self.retrieve,
            progress=progress,
            resume=resume,
            timeout=timeout,
            options=options,
        )


def _place(path: str | os.PathLike[str]) -> tuple[Path, str | None]:
    """The folder for the file, which must exist, and its name there, None when only the folder was given."""
    target = Path(path)
    named_folder = os.fspath(path).endswith(("/", os.sep))
    if named_folder or target.is_dir():
        folder, name = target, None
    else:
        folder, name = target.parent, target.name
    if not folder.is_dir():
        raise FileNotFoundError(f"there is no folder {folder}")
    return folder, name


def _opener(progress: Progress | None, resume: bool, chunk: int) -> Callable[[Path], Transfer]:
    return lambda folder: Transfer(folder, progress=progress, resume=resume, buffer=chunk)


def _assets(client: Any) -> Any:
    return client.assets


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _cause(error: Exception) -> str:
    return str(error) or type(error).__name__
