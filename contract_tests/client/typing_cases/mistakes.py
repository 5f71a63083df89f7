"""Mistakes that both type checkers report, on the lines that end with `# wrong`, and nowhere else. Never run."""

from __future__ import annotations

from pathlib import Path

from scenario_client import AsyncScenario, RequestOptions, Scenario, Scenrio  # wrong
from scenario_client.types import Model, StartedGenerationResult


def arguments(client: Scenario) -> None:
    client.models.list(page_size="10")  # wrong
    client.models.list(privacy=True)  # wrong
    client.models.list(pagesize=10)  # wrong
    client.models.list("public")  # wrong
    client.models.retrieve()  # wrong
    client.search.assets(images=["asset_1"])  # wrong
    client.generate.translate()  # wrong
    client.generate.translate(prompt=["a", "b"])  # wrong
    client.generate.translate(prompt="a", dry_run="maybe")  # wrong
    client.generate.custom("model_1", "a castle")  # wrong
    client.models.list(created_after=2026)  # wrong
    client.models.list(project_id=Path("p"))  # wrong
    client.jobs.wait(7)  # wrong
    Scenario("key", "secret")  # wrong


def results(client: Scenario) -> None:
    model = client.models.retrieve("model_1")
    print(model.nmae)  # wrong
    print(model.model)  # wrong
    print(model.createdAt)  # wrong
    print(model.inputs[0])  # wrong
    model.name = "other"  # wrong
    price = client.generate.custom("model_1", dry_run=True)
    print(price.job)  # wrong
    price.wait()  # wrong
    run: StartedGenerationResult = client.generate.custom("model_1", dry_run=True)  # wrong
    print(run, client.assests)  # wrong


def options(client: Scenario) -> None:
    client.jobs.list(options={"time": 5})  # wrong
    mine: RequestOptions = {"max_retries": "2"}  # wrong
    print(mine)


async def waiting(client: AsyncScenario) -> Model:
    for model in client.models.list():  # wrong
        print(model)
    model = client.models.retrieve("model_1")
    print(model.id)  # wrong
    return model  # wrong
