"""What runs when a mock is started: jobs in every state, and models in every stage of their training."""

from __future__ import annotations

from typing import Any

import pytest
from scenario_mock.clock import iso, parse_iso
from scenario_mock.jobs import TERMINAL, JobPlan, cancel, progress_at, status_at
from scenario_mock.world import ANCHOR_MS, World, build_private, training_at
from scenario_mock.world.training import STAGES

from contract_tests.mock.test_world import SCHEMAS, digest, problems

LATER_MS = ANCHOR_MS + 300 * 86_400_000 + 123
STATUSES = set(SCHEMAS["JobStatus"]["x-extensible-enum"])


def started(at_ms: int | None) -> World:
    """A project whose running things count from `at_ms`."""
    return build_private(0, "acme", SCHEMAS, running_from_ms=at_ms)


@pytest.fixture(scope="module")
def world() -> World:
    """A project of somebody who starts the mock long after the anchor."""
    return started(LATER_MS)


def in_training(world: World) -> list[tuple[dict[str, Any], JobPlan]]:
    """The models that are trained, each with its job."""
    plans = {plan.job_id: plan for plan in world.jobs}
    return [(row, plans[row["jobId"]]) for row in world.models if row["status"] == "training"]


def test_every_status_when_it_starts_and_a_while_later(world: World):
    for later_s in (0, 1, 10, 300, 890):
        assert {status_at(plan, LATER_MS + later_s * 1000) for plan in world.jobs} == STATUSES, later_s
    assert {status_at(plan, LATER_MS + 3_600_000) for plan in world.jobs} == TERMINAL


def test_quick_ones_come_to_an_end_soon(world: World):
    def running(later_s: int) -> int:
        return sum(status_at(plan, LATER_MS + later_s * 1000) not in TERMINAL for plan in world.jobs)

    assert running(0) == 14
    assert running(60) == 9
    assert running(1_801) < 5


@pytest.mark.parametrize("earlier", [None, 0, ANCHOR_MS - 5_000, ANCHOR_MS, ANCHOR_MS + 999])
def test_the_anchor_is_the_earliest(earlier: int | None):
    assert digest(started(earlier)) == digest(started(None))


def test_only_what_runs_hangs_on_the_start(world: World):
    assert digest(started(LATER_MS)) == digest(started(LATER_MS - 123)) == digest(world)
    fixed = started(None)
    changed = [row["status"] for row, other in zip(world.models, fixed.models, strict=True) if row != other]
    assert changed == ["training"] * 4
    assert world.assets == fixed.assets
    moved = [plan for plan, other in zip(world.jobs, fixed.jobs, strict=True) if plan != other]
    assert len(moved) == 14
    assert all(status_at(plan, LATER_MS) not in TERMINAL for plan in moved)
    assert [plan.job_id for plan in world.jobs] == [plan.job_id for plan in fixed.jobs]


def test_each_stage_of_training(world: World):
    stages = {row["trainingProgress"]["stage"] for row, _ in in_training(world)}
    assert stages == set(STAGES.values())
    for row, plan in in_training(world):
        shown = row["trainingProgress"]
        now = LATER_MS // 1000 * 1000
        assert STAGES[status_at(plan, now)] == shown["stage"]
        assert shown["startedAt"] == plan.created_ms >= parse_iso(row["createdAt"])
        assert shown["progress"] == (progress_at(plan, now) if shown["stage"] == "running-train" else 0)
        assert plan.input["modelId"] == row["id"]
        assert row["updatedAt"] == iso(now)


def test_a_training_moves_and_ends(world: World):
    row, plan = next((row, plan) for row, plan in in_training(world) if row["trainingProgress"]["stage"] == "pending")
    seen = []
    for now in range(plan.created_ms, plan.end_ms, 30_000):
        shown = training_at(row, plan, now)
        assert problems("Model", [shown]) == []
        seen.append((shown["trainingProgress"]["stage"], shown["trainingProgress"]["progress"]))
        assert shown["trainingProgress"].get("remainingTimeMs", 1) > 0
    assert list(dict.fromkeys(stage for stage, _ in seen)) == list(dict.fromkeys(STAGES.values()))
    assert [progress for _, progress in seen] == sorted(progress for _, progress in seen)
    done = training_at(row, plan, plan.end_ms)
    assert problems("Model", [done]) == []
    assert done["status"] == "trained"
    assert "trainingProgress" not in done
    assert done["updatedAt"] == done["trainingStats"]["endedAt"] == iso(plan.end_ms)
    assert training_at(row, plan, parse_iso(row["updatedAt"])) == row


def test_a_canceled_training(world: World):
    row, plan = in_training(world)[0]
    shown = training_at(row, cancel(plan, LATER_MS), LATER_MS + 1)
    assert shown["status"] == "training-canceled"
    assert "trainingStats" not in shown
    assert problems("Model", [shown]) == []
