"""Seven releases of the vendor's SDK, strict validation on, each walk the served mock (see sdk_versions).

A release is fetched once, alone and pinned, into `.cache/scenario-sdk/`; what it needs besides is in the environment.
Where strict validation must fail, because the recordings or the contract demand what its types forbid, `EXPECTED` says
so, with the reason; anything else that fails is a fault of the mock, and an expected failure that is gone is one, too.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from contract_tests.serving import serving

RELEASES = ("1.0.0", "1.1.0", "2.0.0", "2.1.0", "2.2.0", "2.3.0", "2.4.0")


@dataclass(frozen=True)
class Expected:
    """A step that fails with these releases: what its message names, and why that has to be."""

    step: str
    releases: tuple[str, ...]
    names: str
    reason: str


EXPECTED = (
    Expected(
        "list_public_models",
        RELEASES,
        "trainingProgress",
        "recorded: platform models have an empty trainingProgress, in which the SDK requires stage and updatedAt",
    ),
    Expected("retrieve_platform_model", RELEASES, "trainingProgress", "the same record, read alone"),
    Expected(
        "bulk_minimal",
        RELEASES,
        "privacy",
        "minimal rows have id, name and type only (documented); the SDK wants privacy",
    ),
    Expected("price", RELEASES, "job", "a dry run has no job (recorded), which the SDK requires"),
    Expected("list_jobs", ("1.0.0", "1.1.0"), "splat", "the job type splat is newer than these releases"),
    Expected(
        "list_assets",
        RELEASES[:-1],
        "video2txt|img2splat",
        "asset types and sources that are newer: img2splat came with 2.0.0, video2txt with 2.4.0",
    ),
    Expected("judgements", RELEASES[:5], "no such method", "quality-gate and ip-detection came with 2.3.0"),
)


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    """A mock that checks its own answers and whose clock the walks move."""
    with serving("--clock", "manual", "--check-answers") as url:
        yield url


def release_folder(root: Path, release: str) -> Path:
    """Where that release of the SDK is, fetched at the first call."""
    folder = root / ".cache" / "scenario-sdk" / release
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Made beside its place and put there in one step: another run may be doing the same.
        making = Path(tempfile.mkdtemp(dir=folder.parent))
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        command += ["--no-deps", "--target", str(making), f"scenario-sdk=={release}"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"scenario-sdk {release} could not be fetched: {done.stderr}"
        try:
            making.rename(folder)
        except OSError:  # the other run was first
            shutil.rmtree(making)
    return folder


def walk(root: Path, release: str, base_url: str) -> dict[str, Any]:
    """What the walk of that release says."""
    environment = {**os.environ, "PYTHONPATH": str(release_folder(root, release))}
    program = Path(__file__).with_name("sdk_versions.py")
    done = subprocess.run(
        [sys.executable, str(program), base_url], capture_output=True, text=True, timeout=120, env=environment
    )
    assert done.returncode == 0, done.stderr
    outcome: dict[str, Any] = json.loads(done.stdout)
    return outcome


@pytest.mark.parametrize("release", RELEASES)
def test_a_release_walks_the_mock(root: Path, base_url: str, release: str):
    report = walk(root, release, base_url)
    assert report["version"] == release
    failed = {step: message for step, message in report["outcome"].items() if message is not None}
    expected = {one.step: one.names for one in EXPECTED if release in one.releases}
    assert set(failed) == set(expected), failed
    for step, names in expected.items():
        assert re.search(names, failed[step]), failed[step]
    assert len(report["outcome"]) - len(failed) >= 12
