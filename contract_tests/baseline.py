"""A baseline: which tests a target fails today, and for which rules; `--write-baseline` makes it, `--baseline` uses it.

For a server that can do a part of the contract only: a mock without state, a server that is being built. A test of the
baseline that fails for the rules that stand there is expected to; for any other rule it fails. One that passes now is
told, and fails a whole run, so that it is taken out. What a target does on purpose, rule by rule and with a reason, is
better written into known_deviations.yaml.

    laws:
      behaviour/test_lists.py::test_a_page_has_as_many_rows_as_asked_for: page_size
      behaviour/test_ids.py::test_unknown_ids_are_not_found[retrieveJob]: expected_status, one_error_shape

A test without its parameters stands for all of them. The rule of what is no finding is the name of its exception.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from contract_tests.deviations import findings

HEAD = (
    "# Tests that this target fails, and for which rules. Made by --write-baseline; see contract_tests/baseline.py.\n"
)
REASON = "in the baseline"


def load(file: Path) -> dict[str, frozenset[str]]:
    """Tests and their rules. Raises ValueError for a file that is no baseline."""
    try:
        read = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ValueError(f"--baseline {file} cannot be read: {error}") from error
    laws = read.get("laws") if isinstance(read, Mapping) else None
    if not isinstance(laws, Mapping) or not all(isinstance(rules, str) for rules in laws.values()):
        raise ValueError(
            f"--baseline {file} is none: it has to have laws, each with its rules, as --write-baseline does"
        )
    return {str(law): frozenset(rules.split(", ")) for law, rules in laws.items()}


def named(node_id: str) -> str:
    """A test as baselines call it: without the suite's folder."""
    return node_id.removeprefix("contract_tests/")


def without_parameters(law: str) -> str:
    """The test function."""
    return law.partition("[")[0]


class Baseline:
    """pytest's plugin: expects what is written down, and notes what came for `--write-baseline`."""

    def __init__(self, laws: Mapping[str, frozenset[str]]) -> None:
        self._laws = laws
        self._failed: dict[str, set[str]] = defaultdict(set)
        self._passed: set[str] = set()

    def expect(self, report: Any, error: BaseException) -> None:
        """Turn a failed report into an expected failure, if all of its rules are written down."""
        rules = {found.rule for found in findings(error)} or {type(error).__name__}
        report.user_properties.append(("baseline", ", ".join(sorted(rules))))
        law = named(report.nodeid)
        known = self._laws.get(law) or self._laws.get(without_parameters(law)) or frozenset()
        if rules <= known:
            report.outcome, report.wasxfail = "skipped", f"{REASON}: {', '.join(sorted(rules))}"

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note what came, from whichever process."""
        for name, rules in report.user_properties:
            if name == "baseline":
                self._failed[named(report.nodeid)] |= set(rules.split(", "))
        if report.when == "call" and report.passed:
            self._passed.add(named(report.nodeid))

    def mended(self) -> list[str]:
        """Laws of the baseline of which a test passed."""
        passed = self._passed - set(self._failed)
        return sorted({law for each in passed for law in (each, without_parameters(each)) if law in self._laws})

    def write(self, file: Path) -> int:
        """Write down what failed; how many laws these are."""
        laws = self._grouped()
        body = "".join(
            f"  {yaml.safe_dump(law, width=10_000).splitlines()[0]}: {rules}\n" for law, rules in laws.items()
        )
        file.write_text(f"{HEAD}laws:\n{body}" if laws else f"{HEAD}laws: {{}}\n", "utf-8")
        return len(laws)

    def _grouped(self) -> dict[str, str]:
        """By function where all that ran of it failed, for whichever rules; else one by one."""
        in_part = {without_parameters(law) for law in self._passed - set(self._failed)}
        rules: dict[str, set[str]] = defaultdict(set)
        for law, broken in self._failed.items():
            function = without_parameters(law)
            rules[law if function in in_part else function] |= broken
        return {law: ", ".join(sorted(rules[law])) for law in sorted(rules)}
