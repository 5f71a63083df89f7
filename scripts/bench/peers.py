"""Other mock servers, as they come from npm: which there are, how each is fed and started, and their installation.

They are installed once, at the versions below, into a folder per package of the user's cache, never into the project.
What a peer cannot do is reported, not left out: `install` and the start raise with the reason.

| feed | the peer gets |
|---|---|
| yaml | spec/openapi.yaml as it is |
| json | the same as JSON, for libraries that take a parsed document |
| no-hints | JSON without `x-faker`, whose words Prism's faker takes for names of its own and answers 500 |
| no-examples | JSON without examples, so that lists are filled from their schema to the asked length |
| stubs | no contract: one stub per row with the very bytes of the mock, because the peer does not read OpenAPI |
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .rows import PAGE

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "scenario-contract-kit" / "bench"
GLUE = Path(__file__).parent / "peers_glue"
INSTALL_SECONDS = 600


class PeerError(Exception):
    """A peer cannot be had on this machine; the message says why."""


@dataclass(frozen=True)
class Place:
    """Where a peer finds what it needs, and the port that it has to listen on."""

    modules: Path
    """Its node_modules."""
    feed: Path
    """The file, or for stubs the folder, that it is fed with."""
    port: int


@dataclass(frozen=True)
class Peer:
    """One mock server. `base_path` is what it puts before the contract's paths."""

    name: str
    package: str
    version: str
    feed: str
    command: Callable[[Place], list[str]]
    about: str
    base_path: str = ""
    needs: tuple[str, ...] = ("node",)


def _steady(place: Place) -> list[str]:
    command = [str(place.modules / ".bin" / "steady"), "--host", "127.0.0.1", "-p", str(place.port), "-q"]
    return [*command, "--validator-query-array-format=repeat", str(place.feed)]


def _prism(*flags: str) -> Callable[[Place], list[str]]:
    def command(place: Place) -> list[str]:
        prism = ["node", str(place.modules / ".bin" / "prism"), "mock", "-v", "silent", "-p", str(place.port)]
        return [*prism, *flags, str(place.feed)]

    return command


def _mockoon(place: Place) -> list[str]:
    start = ["node", str(place.modules / ".bin" / "mockoon-cli"), "start", "-d", str(place.feed), "-p", str(place.port)]
    return [*start, "-l", "127.0.0.1", "-X", "--disable-admin-api"]


def _glued(script: str) -> Callable[[Place], list[str]]:
    """A library needs a few lines of JavaScript; they have to lie beside its node_modules."""

    def command(place: Place) -> list[str]:
        shutil.copy(GLUE / script, place.modules.parent / script)
        return ["node", str(place.modules.parent / script), str(place.feed), str(place.port)]

    return command


def _wiremock(place: Place) -> list[str]:
    jars = sorted((place.modules / "wiremock" / "build").glob("*.jar"))
    if not jars:
        raise PeerError("its package carries no jar")
    flags = ["--bind-address", "127.0.0.1", "--disable-request-logging", "--disable-gzip", "--no-request-journal"]
    where = ["--port", str(place.port), "--root-dir", str(place.feed)]
    return ["java", "-jar", str(jars[-1]), *where, *flags, "--use-chunked-encoding", "never"]


PEERS = {
    peer.name: peer
    for peer in (
        Peer("steady", "@stdy/cli", "0.22.2", "yaml", _steady, "the contract's examples"),
        Peer(
            "steady-20", "@stdy/cli", "0.22.2", "no-examples",
            lambda place: [*_steady(place), f"--generator-array-size={PAGE}"],
            f"made-up data, every list of {PAGE}",
        ),
        Peer("prism", "@stoplight/prism-cli", "5.16.0", "yaml", _prism(), "the contract's examples"),
        Peer("prism-dynamic", "@stoplight/prism-cli", "5.16.0", "no-hints", _prism("-d"), "made-up data"),
        Peer("mockoon", "@mockoon/cli", "9.9.0", "yaml", _mockoon, "templates made from the contract", "/v1"),
        Peer("scalar", "@scalar/mock-server", "0.14.4", "json", _glued("scalar.mjs"), "the contract's examples"),
        Peer("openapi-backend", "openapi-backend", "5.21.2", "json", _glued("openapi_backend.cjs"),
             "the contract's examples"),
        Peer("wiremock", "wiremock", "3.13.2", "stubs", _wiremock, "stubs with the mock's bytes, nothing validated",
             "/v1", ("node", "java")),
    )
}  # fmt: skip
"""By name, in the order of the tables."""


def chosen(names: str) -> list[Peer]:
    """The peers that `all`, `none` or a list with commas means. Raises PeerError for an unknown name."""
    if names == "none":
        return []
    wanted = list(PEERS) if names == "all" else [name.strip() for name in names.split(",")]
    unknown = [name for name in wanted if name not in PEERS]
    if unknown:
        raise PeerError(f"unknown peer {unknown[0]!r}; there are all, none, {', '.join(PEERS)}")
    return [PEERS[name] for name in wanted]


def install(peer: Peer, cache: Path = CACHE) -> Path:
    """The node_modules with `peer` in it, installed by npm when it is not there yet. Raises PeerError."""
    missing = [name for name in (*peer.needs, "npm") if shutil.which(name) is None]
    if missing:
        raise PeerError(f"{missing[0]} is not installed")
    folder = cache / f"{peer.package.lstrip('@').replace('/', '-')}-{peer.version}"
    done = folder / "installed"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n', "utf-8")
        command = ["npm", "install", "--no-audit", "--no-fund", "--omit=dev", f"{peer.package}@{peer.version}"]
        try:
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=INSTALL_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise PeerError(f"npm did not end within {INSTALL_SECONDS} s") from error
        if run.returncode != 0:
            raise PeerError(f"npm install failed: {run.stderr.strip()[-300:]}")
        done.touch()
    return folder / "node_modules"


def without(document: Any, *keywords: str) -> Any:
    """A copy of a contract without some keywords; properties of such a name stay."""
    if isinstance(document, list):
        return [without(part, *keywords) for part in document]
    if not isinstance(document, dict):
        return document
    return {
        name: {key: without(value, *keywords) for key, value in part.items()}
        if name == "properties" and isinstance(part, dict)
        else without(part, *keywords)
        for name, part in document.items()
        if name not in keywords
    }


def write_feeds(folder: Path, contract: Path, answers: list[tuple[str, str, str]]) -> Mapping[str, Path]:
    """Every kind of feed, made in `folder`. `answers` are (method, path with query, body) of the mock."""
    document = yaml.load(contract.read_text("utf-8"), Loader=yaml.CSafeLoader)
    feeds = {"yaml": contract, "stubs": folder / "stubs"}
    copies = {"json": (), "no-hints": ("x-faker",), "no-examples": ("x-faker", "example", "examples")}
    for name, keywords in copies.items():
        feeds[name] = folder / f"{name}.json"
        feeds[name].write_text(json.dumps(without(document, *keywords), default=str), "utf-8")
    mappings = feeds["stubs"] / "mappings"
    mappings.mkdir(parents=True)
    for number, (method, path, body) in enumerate(answers):
        answer = {"status": 200, "body": body, "headers": {"Content-Type": "application/json"}}
        stub = {"request": {"method": method, "url": path}, "response": answer}
        (mappings / f"{number}.json").write_text(json.dumps(stub), "utf-8")
    return feeds
