"""`scripts/peer_check`: the contract suite against another implementation of the contract. See `--help`.

The other one is a mock server from npm that is fed with spec/openapi.yaml alone, so nobody who wrote the suite had a
hand in it. It keeps no state; which laws it breaks for want of one stands in contract_tests/peers/NAME.yaml.
"""

from __future__ import annotations

import argparse
import base64
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import peers
from bench.load import HOST
from bench.processes import StartError, first_success, free_port, running

ROOT = Path(__file__).resolve().parents[1]
TABLES = ROOT / "contract_tests" / "peers"
NAMES = ("prism", "steady")
LAYERS = ("behaviour", "conformance", "examples", "journeys")
PATIENCE_S = 1
"""A job of theirs ends at once, or never."""
ANSWER_S = 3
"""Prism never answers a body that is no JSON."""
UNUSABLE = 2


def suite(name: str, base_url: str, more: Sequence[str]) -> int:
    """Run the suite against a peer that listens; pytest's exit code."""
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "--target", base_url]
    command += [f"--deviations-for={name}", f"--patience={PATIENCE_S}", f"--answer-within={ANSWER_S}", *more]
    if not any(argument.startswith("contract_tests") for argument in more):
        command += [f"contract_tests/{layer}" for layer in LAYERS]
    return subprocess.run(command, cwd=ROOT).returncode


def check(peer: peers.Peer, more: Sequence[str]) -> int:
    """Install, start, test and end a peer. Raises PeerError or StartError."""
    modules = peers.install(peer)
    with tempfile.TemporaryDirectory(prefix="peer-") as folder:
        feeds = peers.write_feeds(Path(folder), ROOT / "spec" / "openapi.yaml", [])
        port = free_port()
        command = peer.command(peers.Place(modules, feeds[peer.feed], port))
        credentials = base64.b64encode(b"any-key:any-secret").decode()
        asked = (
            f"GET {peer.base_path}/jobs HTTP/1.1\r\nHost: {HOST}:{port}\r\nAuthorization: Basic {credentials}\r\n\r\n"
        )
        with running(command, port, Path(folder) / "log") as server:
            first_success(server, asked.encode())
            return suite(peer.name, f"http://{HOST}:{port}{peer.base_path}", more)


def main() -> int:
    """Run the command line: pytest's exit code, 2 when there is no peer to test."""
    parser = argparse.ArgumentParser(prog="scripts/peer_check", add_help=False)
    parser.add_argument("name", nargs="?", default=NAMES[0], choices=NAMES)
    parser.add_argument("--update", action="store_true")
    options, more = parser.parse_known_args()
    table = TABLES / f"{options.name}.yaml"
    flag = "--write-baseline" if options.update else "--baseline"
    try:
        return check(peers.PEERS[options.name], [f"{flag}={table}", *more])
    except (peers.PeerError, StartError) as error:
        print(f"peer_check: {options.name}: {error}", file=sys.stderr)
        return UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
