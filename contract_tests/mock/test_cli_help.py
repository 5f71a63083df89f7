"""Every command explains itself: what it does, each option, and what the next step is."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from typing import Any

import pytest
import typer
from scenario_mock.cli import cli
from scenario_mock.settings import Settings

from contract_tests.mock.cli_kit import environment, run

COMMAND: Any = typer.main.get_command(cli)
COMMANDS = COMMAND.commands
NOT_ON_THE_COMMAND_LINE = {"url_seconds", "max_body_bytes"}
"""Settings for tests in Python only."""


def test_the_commands():
    assert set(COMMANDS) == {"serve", "record", "replay", "check", "compare", "seed", "call"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_does(name: str):
    done = run(name, "--help")
    assert done.returncode == 0, done.stderr
    assert name in done.stdout
    assert COMMANDS[name].help
    for parameter in COMMANDS[name].params:
        if parameter.param_type_name == "option":
            assert parameter.help, parameter.name
            assert parameter.opts[-1] in done.stdout


def test_every_setting_is_an_option():
    options = {parameter.name for parameter in COMMANDS["serve"].params}
    assert {field.name for field in dataclasses.fields(Settings)} - NOT_ON_THE_COMMAND_LINE <= options


def test_the_version():
    assert run("--version").stdout.startswith("scenario-mock ")


def test_a_wrong_command_is_told():
    done = run("srve")
    assert done.returncode == 2
    assert "No such command 'srve'" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_can_be_shown(shell: str):
    variables = environment(_SCENARIO_MOCK_COMPLETE=f"source_{shell}")
    program = "import sys; sys.argv = ['scenario-mock']; from scenario_mock.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=variables, timeout=60)
    assert "scenario-mock" in done.stdout, done.stderr


def test_operations_are_completed():
    from scenario_mock.call_command import names

    assert names("models.l") == ["models.list", "models.list_public"]


def test_help_needs_little():
    program = "import sys; from scenario_mock import cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60).stdout.split()
    assert not {"httpx", "faker", "PIL", "uvicorn", "apsw", "scenario_mock.app"} & set(loaded)
