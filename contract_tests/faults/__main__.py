"""Serve a mock that lies: `python -m contract_tests.faults NAME [--port N]`; without a name, list them."""

from __future__ import annotations

import argparse

import uvicorn
from scenario_mock.settings import Settings

from .catalogue import EVERY, LIES
from .lying import LyingMock


def main() -> int:
    """List the lies, or serve one until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m contract_tests.faults", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(LIES), metavar="NAME")
    parser.add_argument("--port", type=int, default=4010)
    chosen = parser.parse_args()
    if chosen.name is None:
        for lie in EVERY:
            print(f"{lie.name:32} {lie.kind:12} {lie.says}")  # noqa: T201
        return 0
    mock = LyingMock(LIES[chosen.name], Settings(job_seconds=0.5))
    print(f"ready: http://127.0.0.1:{chosen.port}/v1 ({mock.lie.says})", flush=True)  # noqa: T201
    uvicorn.run(mock, host="127.0.0.1", port=chosen.port, log_level="warning", access_log=False, lifespan="off")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
