"""./scripts/bundle: the committed bundle is fresh, always the same bytes, and a bad source is named with its line."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from contract_tools.bundle import bundle, render
from contract_tools.bundle_cli import main
from contract_tools.sources import SourceError, read

ROOT = Path(__file__).parents[2]
SOURCES, BUNDLE = ROOT / "spec" / "src", ROOT / "spec" / "openapi.yaml"


SMALL = {
    "openapi.yaml": "openapi: 3.1.0\ntags: [{name: search}, {name: jobs}]\n",
    "paths/search.yaml": "/search:\n  post:\n    summary: Search\n",
    "paths/jobs.yaml": "/jobs:\n  get:\n    summary: List\n",
    "schemas/common.yaml": "Error:\n  type: object\n",
    "schemas/jobs.yaml": "Job:\n  type: object\n",
    "schemas/search.yaml": "Hit:\n  $ref: '#/components/schemas/Error'\n",
    **{f"shared/{name}.yaml": f"{name.title()}: {{}}\n" for name in ("headers", "parameters", "responses", "security")},
}
"""A small tree of sources, by the name of the file."""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The small tree, to be broken."""
    for name, text in SMALL.items():
        file = tmp_path / "src" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "src"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    """The bundle of the real sources, made now."""
    return bundle(SOURCES)


def test_the_committed_bundle_is_fresh(capsys: pytest.CaptureFixture[str]):
    code = main(["--check"])
    assert code == 0, capsys.readouterr().err


def test_check_says_what_is_stale_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    output = tmp_path / "openapi.yaml"
    arguments = ["--check", "--output", str(output)]
    assert main(arguments) == 1
    assert "is missing: run ./scripts/bundle" in capsys.readouterr().err
    assert not output.exists()
    output.write_text("openapi: 3.1.0\n", "utf-8")
    assert main(arguments) == 1
    assert "is stale: run ./scripts/bundle" in capsys.readouterr().err
    assert output.read_text("utf-8") == "openapi: 3.1.0\n"


def test_a_changed_source_makes_the_bundle_stale(tmp_path: Path):
    sources = shutil.copytree(SOURCES, tmp_path / "src")
    arguments = ["--sources", str(sources), "--output", str(tmp_path / "openapi.yaml")]
    assert main(arguments) == 0
    assert main([*arguments, "--check"]) == 0
    edit(sources / "schemas" / "common.yaml", "example: Quota exceeded for search", "example: Quota exceeded")
    assert main([*arguments, "--check"]) == 1


def test_the_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path):
    made = []
    for seed in ("1", "2"):
        output = tmp_path / f"{seed}.yaml"
        subprocess.run(
            [sys.executable, "-m", "contract_tools.bundle_cli", "--output", str(output)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        made.append(output.read_bytes())
    assert made[0] == made[1] == BUNDLE.read_bytes()


def test_every_reader_of_yaml_reads_what_was_meant(made: dict[str, Any]):
    """The sources are read strictly (JSON's types only); plain YAML 1.1 must read the same from the bundle."""
    assert yaml.load(render(made), Loader=yaml.CSafeLoader) == made


def test_the_bundle_holds_every_name_of_the_sources(made: dict[str, Any]):
    for file in SOURCES.glob("paths/*.yaml"):
        items = read(file).content
        assert {path: made["paths"][path] for path in items} == items
        assert {operation["tags"][0] for item in items.values() for operation in item.values()} == {file.stem}
    for file in SOURCES.glob("schemas/*.yaml"):
        content = read(file).content
        assert {name: made["components"]["schemas"][name] for name in content} == content


def test_components_and_sections_are_sorted_and_tags_keep_their_order(made: dict[str, Any]):
    for section in (made["components"], *made["components"].values()):
        assert list(section) == sorted(section)
    order = [operation["tags"][0] for item in made["paths"].values() for operation in item.values()]
    assert list(dict.fromkeys(order)) == [tag["name"] for tag in made["tags"]]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), "utf-8")


def append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


JOB = "#/components/schemas/Job"
BROKEN = {
    "doubled key": ("schemas/common.yaml", "Twice:\n  type: string\n  type: integer\n", 3, "key-twice", "'type'"),
    "name twice in one file": ("schemas/common.yaml", "Error: {}\n", 1, "key-twice", "'Error'"),
    "name in two files": ("schemas/search.yaml", "Error: {}\n", 1, "name-twice", "Error is also in"),
    "path in two files": ("paths/search.yaml", "/jobs: {}\n", None, "name-twice", "/jobs is also in"),
    "dangling": ("schemas/jobs.yaml", "A: {}\nB:\n  $ref: '#/components/schemas/No'\n", 3, "dangling-reference", "No"),
    "no section": ("paths/jobs.yaml", "/a:\n  get: {$ref: '#/components/links/A'}\n", 2, "dangling-reference", "A"),
    "foreign file": ("schemas/jobs.yaml", "A:\n  $ref: other.yaml#/A\n", 2, "foreign-reference", "other.yaml#/A"),
    "into a property": ("schemas/jobs.yaml", f"A:\n  $ref: '{JOB}/properties/jobId'\n", 2, "foreign-reference", "Id"),
    "tab": ("schemas/jobs.yaml", "A:\n\ttype: string\n", 2, "not-yaml", "\\t"),
    "open bracket": ("schemas/jobs.yaml", "A: [b\nC: d\n", None, "not-yaml", ""),
    "unknown alias": ("schemas/jobs.yaml", "A: *nobody\n", 1, "not-yaml", "nobody"),
    "unquoted status": ("paths/jobs.yaml", "/a:\n  get:\n    responses: {200: {}}\n", 3, "key-not-a-string", "'200'"),
    "path-level reference": ("paths/jobs.yaml", f"/a:\n  $ref: '{JOB}'\n", 1, "not-a-method", "'$ref'"),
    "path-level parameters": ("paths/jobs.yaml", "/a:\n  parameters: []\n", 1, "not-a-method", "'parameters'"),
    "no path": ("paths/jobs.yaml", "jobs: {}\n", 1, "not-a-path", "'jobs'"),
}  # fmt: skip
"""What is appended to a source, the line of the fault in what is appended (None: any), rule, and part of the detail."""


@pytest.mark.parametrize("case", BROKEN)
def test_a_fault_is_named_with_file_line_and_rule(case: str, sources: Path, capsys: pytest.CaptureFixture[str]):
    name, added, line, rule, detail = BROKEN[case]
    file = sources / name
    before = file.read_text("utf-8").count("\n")
    append(file, added)
    assert main(["--sources", str(sources), "--output", str(sources / "out.yaml")]) == 1
    message = re.fullmatch(r"(.+):(\d+): ([a-z-]+): (.*)\n", capsys.readouterr().err, re.DOTALL)
    assert message
    if case == "path in two files":  # files are read in the order of the tags, so the later one is blamed
        file, line = sources / "paths" / "jobs.yaml", None
    assert (message[1], message[3]) == (str(file), rule)
    assert line is None or int(message[2]) == before + line
    assert detail in message[4]
    assert not (sources / "out.yaml").exists()


def test_a_file_without_a_tag_is_refused(sources: Path):
    (sources / "paths" / "plans.yaml").write_text("/plans: {}\n", "utf-8")
    with pytest.raises(SourceError, match=r"plans\.yaml:1: unknown-tag: .*'plans'"):
        bundle(sources)


def test_a_tag_without_a_file_is_refused(sources: Path):
    (sources / "paths" / "jobs.yaml").unlink()
    with pytest.raises(SourceError, match=r"jobs\.yaml:1: unreadable"):
        bundle(sources)


@pytest.mark.parametrize(
    ("content", "rule"), [(b"- a\n", "not-a-mapping"), (b"", "not-a-mapping"), (b"\xff", "unreadable")]
)
def test_a_source_is_a_mapping_in_utf_8(sources: Path, content: bytes, rule: str):
    (sources / "schemas" / "jobs.yaml").write_bytes(content)
    with pytest.raises(SourceError, match=rf"jobs\.yaml:1: {rule}"):
        bundle(sources)


def test_values_mean_what_they_look_like(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_text("a: [yes, no, on, 2024-01-01, 16:9, 1_000, 0x10, 010, true, 1, 1.5, 1e3, ~, null]\n", "utf-8")
    assert read(file).content["a"] == [
        "yes", "no", "on", "2024-01-01", "16:9", "1_000", "0x10", "010", True, 1, 1.5, 1000.0, None, None,
    ]  # fmt: skip
