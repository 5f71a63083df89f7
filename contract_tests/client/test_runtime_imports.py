"""Importing the runtime, and making a client, costs little: what a call needs is imported by the call."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = set("httpx asyncio json logging inspect dataclasses ssl email attrs random urllib anyio difflib orjson".split())

RUNTIME = Path(__file__).parents[2] / "scripts" / "client_runtime"
CORE = "view operation wire errors diagnosis retry config auth redact base sync_client async_client resource".split()

MADE = """
from client_runtime.sync_client import SyncClient
from client_runtime.async_client import AsyncClient
for kind in (SyncClient, AsyncClient):
    client = kind(api_key="k", api_secret="s", max_spend=10)
    repr(client), client.with_options(timeout=3)
"""

CODES = {
    "the package": "import client_runtime",
    "every module": "\n".join(f"import client_runtime.{name}" for name in CORE),
    "two clients": MADE,
}


@pytest.mark.parametrize("what", CODES)
def test_nothing_heavy_is_imported(what: str):
    code = f"import sys\nbefore = set(sys.modules)\n{CODES[what]}\nprint(*(set(sys.modules) - before))"
    run = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=RUNTIME.parent,
        env={"PYTHONPATH": str(RUNTIME.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert "client_runtime" in loaded
    assert sorted(loaded & HEAVY) == []


def test_imports_inside_are_relative():
    """The same files are `client_runtime` here and `scenario_client._runtime` in the client."""
    for module in CORE:
        text = (RUNTIME / f"{module}.py").read_text("utf-8")
        assert "client_runtime" not in text.replace("scripts/client_runtime", "")
