"""`scripts/bench/client`: the generated client beside scenario-sdk and raw httpx + json.

Everything is CPU time of this machine, taken in turn (A B C A B C ...) so that a drift of its speed meets all alike;
what counts is the ratio of the medians.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import httpx
from contract_tools.coverage import placed_between
from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from scenario_mock.contract import load
from scenario_mock.fake import SchemaFaker
from scenario_mock.ids import stream
from scenario_mock.provider import make_faker

ROOT = Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- bench client: made by ./scripts/bench/client --write -->", "<!-- bench client ends -->"
MODELS = 100

IMPORTS = {
    "client": "from scenario_client import Scenario; Scenario(api_key='k', api_secret='s')",
    "sdk": "from scenario_sdk import Scenario; Scenario(api_key='k', api_secret='s')",
    "raw": "import httpx",
}

Measure = Callable[[], object]
Times = Mapping[str, float]


def measure(rounds: int, work: Mapping[str, Measure], repeat: int, tick: Callable[[], None]) -> Times:
    """Median CPU seconds of one run of each piece of work, taken in turn."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for name in work:
        work[name]()
    for _ in range(rounds):
        for name, run in work.items():
            start = time.process_time()
            for _ in range(repeat):
                run()
            taken[name].append((time.process_time() - start) / repeat)
        tick()
    return {name: statistics.median(times) for name, times in taken.items()}


def imports(rounds: int, tick: Callable[[], None]) -> Times:
    """Median CPU seconds of the import and of the first client object, each in a new process."""
    taken: dict[str, list[float]] = {name: [] for name in IMPORTS}
    for _ in range(rounds):
        for name, code in IMPORTS.items():
            program = f"import time; t = time.process_time(); {code}; print(time.process_time() - t)"
            done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
            taken[name].append(float(done.stdout))
        tick()
    return {name: statistics.median(times) for name, times in taken.items()}


def full_models() -> bytes:
    """A page of models with every field of the contract, as JSON."""
    contract = load()
    rng = stream(0, "bench")
    faker = SchemaFaker(contract.schemas, make_faker(rng), rng, optional=1.0)
    rows = [faker.value({"$ref": "#/components/schemas/Model"}) for _ in range(MODELS)]
    return json.dumps({"models": rows}).encode()


def decoding(content: bytes) -> dict[str, Measure]:
    """Three ways to turn a page into something to read, and to read three fields of each model."""
    from scenario_client.types.models import ModelList
    from scenario_sdk._models import construct_type
    from scenario_sdk.types import ModelGetBulkResponse

    def client() -> list[object]:
        page = ModelList(json.loads(content))
        return [(model.id, model.name, model.training_images_number) for model in page.models]

    def sdk() -> list[object]:
        page: Any = construct_type(type_=ModelGetBulkResponse, value=json.loads(content))
        return [(model.id, model.name, model.training_images_number) for model in page.models]

    def raw() -> list[object]:
        page = json.loads(content)
        return [(model["id"], model.get("name"), model["trainingImagesNumber"]) for model in page["models"]]

    assert client() == sdk() == raw()
    return {"client": client, "sdk": sdk, "raw": raw}


def calling() -> dict[str, Measure]:
    """Three ways to ask for one job over a transport that answers at once."""
    import scenario_client
    import scenario_sdk

    job = {
        "job": {
            "jobId": "job_1",
            "jobType": "custom",
            "status": "success",
            "progress": 1,
            "statusHistory": [{"status": "success", "date": "2026-01-15T12:00:00.000Z"}],
            "metadata": {"assetIds": ["asset_1"]},
            "createdAt": "2026-01-15T12:00:00.000Z",
            "updatedAt": "2026-01-15T12:00:00.000Z",
        }
    }
    content = json.dumps(job).encode()
    headers = {"Content-Type": "application/json"}

    def transport() -> httpx.MockTransport:
        return httpx.MockTransport(lambda request: httpx.Response(200, headers=headers, content=content))

    base_url = "https://api.example/v1"
    ours = scenario_client.Scenario(api_key="k", api_secret="s", base_url=base_url, transport=transport())
    theirs = scenario_sdk.Scenario(
        api_key="k", api_secret="s", base_url=base_url, http_client=httpx.Client(transport=transport())
    )
    plain = httpx.Client(base_url=base_url, auth=("k", "s"), transport=transport())
    return {
        "client": lambda: ours.jobs.retrieve("job_1").status,
        "sdk": lambda: theirs.jobs.retrieve("job_1").job.status,
        "raw": lambda: plain.get("/jobs/job_1").json()["job"]["status"],
    }


def rows(results: Mapping[str, Times], size: int) -> list[tuple[str, ...]]:
    """The table: what, client, SDK, raw, client / SDK, client / raw, bar."""
    titles = {
        "import": ("import and client object, ms (raw: `import httpx` alone)", 1e3, "<= 1/20 SDK, <= 1/2 raw"),
        "decode": (
            f"decode {MODELS} full models ({size // 1024} KiB) and read 3 fields of each, ms",
            1e3,
            "<= 1/4 SDK, <= 1.2 raw",
        ),
        "call": ("one small call over a mock transport, µs", 1e6, "<= 1/2.5 SDK, <= 1.4 raw"),
    }
    table = []
    for name, (title, scale, bar) in titles.items():
        client, sdk, raw = (results[name][who] for who in ("client", "sdk", "raw"))
        figures = [f"{value * scale:.1f}" for value in (client, sdk, raw)]
        table.append((title, *figures, f"1/{sdk / client:.1f}", f"{client / raw:.2f}", bar))
    return table


HEAD = ("what", "client", f"scenario-sdk {version('scenario-sdk')}", "raw httpx + json", "to SDK", "to raw", "bar")


def main() -> int:
    """Run all three and print the table."""
    parser = argparse.ArgumentParser(prog="scripts/bench/client", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    content = full_models()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("measuring", total=3 * options.rounds)

        def tick() -> None:
            progress.advance(task)

        results = {
            "import": imports(options.rounds, tick),
            "decode": measure(options.rounds, decoding(content), 5, tick),
            "call": measure(options.rounds, calling(), 200, tick),
        }
    table = rows(results, len(content))
    view = Table(*HEAD)
    for row in table:
        view.add_row(*row)
    Console(width=170).print(view)
    if options.write:
        lines = [HEAD, tuple("---" for _ in HEAD), *table]
        text = "\n".join("| " + " | ".join(line) + " |" for line in lines)
        file = ROOT / "README.md"
        file.write_text(placed_between(file.read_text("utf-8"), text, BEGIN, END), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
