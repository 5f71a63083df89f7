"""Bars: on a terminal for what takes its time, and nowhere else."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from scenario_mock import recording_commands
from scenario_mock.progress import bar, progress

from contract_tests.mock.cli_kit import on_a_terminal, run
from contract_tests.mock.recording_kit import recorded_journey
from contract_tests.serving import serving

ERASED = "\x1b[2K"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal as the stderr of this process; called in the test itself, which pytest gives a stderr of its own."""
    stream = Terminal()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving("--job-seconds", "0.2") as base_url:
        yield base_url


def test_a_bar_is_drawn_and_taken_away(monkeypatch: pytest.MonkeyPatch):
    terminal = on_terminal(monkeypatch)
    with bar("pictures", after_s=0) as told:
        told(1, 4)
        told(4, 4)
    assert "pictures" in terminal.getvalue()
    assert "100%" in terminal.getvalue()
    assert ERASED in terminal.getvalue()


def test_a_bar_ends_when_the_work_fails(monkeypatch: pytest.MonkeyPatch):
    terminal = on_terminal(monkeypatch)

    def work() -> None:
        with bar("pictures", after_s=0) as told:
            told(1, None)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()
    assert terminal.getvalue().rindex(ERASED) > terminal.getvalue().rindex("pictures")
    assert "\x1b[?25h" in terminal.getvalue(), "the cursor is back"


def test_short_work_has_no_bar(monkeypatch: pytest.MonkeyPatch):
    terminal = on_terminal(monkeypatch)
    with bar("pictures", after_s=60) as told:
        told(1, 2)
    assert terminal.getvalue() == ""


def test_no_terminal_no_bar(monkeypatch: pytest.MonkeyPatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with bar("pictures", after_s=0) as told:
        told(1, 2)
    assert stream.getvalue() == ""
    report = progress("making the world")
    report(1, 30_000)
    report(2, 30_000)
    assert stream.getvalue() == "scenario-mock: making the world, 30,000 rows; the next start finds it made\n"


def test_a_large_world_has_a_bar(monkeypatch: pytest.MonkeyPatch):
    terminal = on_terminal(monkeypatch)
    report = progress("making the world")
    report(10_000, 30_000)
    report(30_000, 30_000)
    assert "making the world" in terminal.getvalue()
    assert "30000/30000" in terminal.getvalue()


def test_waiting_for_a_job(server: str):
    words = ("call", "generate.custom", "model_imagen4-ultra", "--prompt", "a boat", "--wait", "--base-url", server)
    assert "job job_" in on_a_terminal(*words)
    assert run(*words).stderr == ""


def test_a_job_that_runs_is_told_to_people(server: str):
    words = ("call", "generate.custom", "model_imagen4-ultra", "--prompt", "a boat")
    assert "the job runs; to see its end: scenario-mock call jobs.retrieve job_" in on_a_terminal(
        *words, "--base-url", server
    )
    assert "to see its end: the same with --wait" in on_a_terminal(*words)
    assert "to see its end" not in on_a_terminal(*words, "--json") + on_a_terminal(*words, "--wait")
    assert run(*words).stderr == ""


def test_a_mock_in_the_process_is_told_to_people_only():
    words = ("call", "jobs.list", "--rows", "1")
    assert "from a mock in this process; --base-url or SCENARIO_BASE_URL names another" in on_a_terminal(*words)
    assert run(*words).stderr == ""


def test_checking_and_comparing_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    terminal = on_terminal(monkeypatch)
    file = tmp_path / "session.har"
    recorded_journey(file)
    monkeypatch.setattr(recording_commands, "bar", lambda what: bar(what, after_s=0))
    recording_commands.check(file)
    recording_commands.compare(file, "strict")
    assert "exchanges" in terminal.getvalue()
