"""Every command explains itself: what it does, each option, and what the next step is."""

from __future__ import annotations

import dataclasses
import re
import shlex
import subprocess
import sys
from typing import Any

import pytest
import typer
from scenario_mock.calling.operations import fields, find, is_open
from scenario_mock.cli import cli
from scenario_mock.contract import packaged
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
    assert f"Usage: scenario-mock {name} " in done.stdout
    assert re.search(rf"^    scenario-mock {name} ", done.stdout, re.MULTILINE), "an example"
    assert "Exit codes: 0 " in done.stdout
    assert run(name, "-h").stdout == done.stdout
    for parameter in COMMANDS[name].params:
        assert parameter.help, parameter.name
        named = parameter.opts[-1] if parameter.param_type_name == "option" else parameter.name
        assert named in done.stdout


def test_all_commands_at_a_glance():
    done = run("--help")
    assert done.returncode == 0
    assert "Exit codes: 0 " in done.stdout
    for name, command in COMMANDS.items():
        assert f"  {name:8} {command.short_help}\n" in done.stdout, "not cut off"
    asked_for_nothing = run()
    assert (asked_for_nothing.returncode, asked_for_nothing.stdout) == (2, done.stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_name_options_that_exist(name: str):
    known = {word for parameter in COMMANDS[name].params for word in (*parameter.opts, *parameter.secondary_opts)}
    for example in re.findall(rf"^ +scenario-mock {name} (.*)", COMMANDS[name].help, re.MULTILINE):
        words = shlex.split(example.partition("   ")[0])
        if name == "call":
            known |= {"--list", "--data"} | options_of(words[0])
        assert {word for word in words if word.startswith("--")} <= known, example


def options_of(operation: str) -> set[str]:
    """What the operation of an example takes beside the command's own options."""
    if operation.startswith("--"):
        return set()
    contract = packaged()
    found = find(contract, operation)
    inputs = {"--prompt"} if is_open(contract, found) else set()
    return inputs | {one.option for one in fields(contract, found)}


def test_every_setting_is_an_option():
    options = {parameter.name for parameter in COMMANDS["serve"].params}
    assert {field.name for field in dataclasses.fields(Settings)} - NOT_ON_THE_COMMAND_LINE <= options


def test_the_version():
    assert run("--version").stdout.startswith("scenario-mock ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("srve",), "No such command 'srve'. Did you mean 'serve'?; see scenario-mock --help"),
        (("--nonsense",), "No such option: --nonsense; see scenario-mock --help"),
        (("serve", "--prot", "1"), "--port"),
        (("serve", "--port", "99999"), "99999 is not in the range 0<=x<=65535"),
        (("serve", "--api-key", "only"), "--api-key and --api-secret go together"),
        (("check",), "Missing argument 'file'; see scenario-mock check --help"),
        (("record",), "Missing option '--upstream'; see scenario-mock record --help"),
        (("call", "models.lst"), "did you mean models.list"),
        (("seed",), "give a FILE, or --export KEY"),
    ],
)
def test_wrong_use_is_one_line_with_what_to_do_next(words: tuple[str, ...], said: str):
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("scenario-mock: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_can_be_shown(shell: str):
    variables = environment(_SCENARIO_MOCK_COMPLETE=f"source_{shell}")
    program = "import sys; sys.argv = ['scenario-mock']; from scenario_mock.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=variables, timeout=60)
    assert "scenario-mock" in done.stdout, done.stderr


def completed(*words: str) -> set[str]:
    """What bash is told for the last of these words."""
    line = ("scenario-mock", *words)
    variables = environment(
        _SCENARIO_MOCK_COMPLETE="complete_bash", COMP_WORDS=" ".join(line), COMP_CWORD=str(len(words))
    )
    program = "import sys; sys.argv = ['scenario-mock']; from scenario_mock.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=variables, timeout=60)
    return set(done.stdout.split())


def test_operations_and_their_options_are_completed():
    assert completed("ca") == {"call"}
    assert completed("call", "models.l") == {"models.list", "models.list_public"}
    assert completed("call", "models.list", "--pag") == {"--page-size", "--pagination-token"}
    assert completed("call", "models.list", "--page-size", "5", "--ta") == {"--tags"}
    assert completed("call", "generate.translate", "--p") >= {"--patience", "--prompt"}
    assert completed("call", "models.lst", "--pag") == set()
    assert completed("call", "models.list", "--privacy", "pu") == {"public"}
    assert completed("call", "models.list", "--sort-direction", "") >= {"asc", "desc"}
    assert completed("call", "models.list", "--tags", "") == set()
    assert completed("serve", "--log", "p") == {"pretty"}


def test_help_needs_little():
    """Laying out a help text with rich, or reading the mock, would take longer than all the rest."""
    program = "import sys; from scenario_mock.cli import main\ntry: main()\nfinally: print(*sys.modules)"
    command = [sys.executable, "-c", program, "--help"]
    loaded = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout.split()
    heavy = {"httpx", "faker", "PIL", "uvicorn", "apsw", "rich", "yaml", "scenario_mock.app", "scenario_mock.contract"}
    assert "scenario_mock.cli" in loaded
    assert not heavy & set(loaded)
