"""What the README shows works: its Python runs, the commands and files that it names exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
NAMED = sorted(set(re.findall(r"\./(scripts/\w+)", README) + re.findall(r"\]\(((?!http)[^)]+)\)", README)))


@pytest.mark.parametrize("number", range(len(PYTHON)))
def test_python_runs(number: int):
    exec(compile(PYTHON[number], f"README.md, Python block {number + 1}", "exec"), {})


@pytest.mark.parametrize("name", NAMED)
def test_named_files_exist(root: Path, name: str):
    assert (root / name).exists()


def test_the_two_commands_stand_first():
    assert README.index("./scripts/serve") < README.index("./scripts/test") < README.index("## ")
    assert PYTHON
    assert {"scripts/serve", "scripts/test"} <= set(NAMED)
