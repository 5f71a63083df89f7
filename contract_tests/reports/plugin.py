"""pytest's plugin that reports what broke, as operation, rule, expectation, what came and a request that shows it.

| where | how |
|---|---|
| terminal | one block for each broken rule, and how much of the contract was called |
| JUnit (`--junitxml`) | a property `broken` of the test, as JSON |
| page (`--html-report FILE`) | one file that needs no other: failures, coverage by status and parameter, timings |
| GitHub | an annotation at the operation's line in the contract, when `GITHUB_ACTIONS` is set |

Exchanges come from the guard without secrets; what a test prints itself is not the plugin's business.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader

from contract_tests.deviations import Deviations, findings
from contract_tests.exchanges import Broken, Exchange
from contract_tests.spec import contract

if TYPE_CHECKING:
    from contract_tests.targets import Target

SPEC = Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml"
CURL = re.compile(r"curl -.*")
FILTERED = "'Authorization: [Filtered]'"
KEYS = 'Authorization: Basic $(printf %s "$SCENARIO_SDK_API_KEY:$SCENARIO_SDK_API_SECRET" | base64 -w0)'


def told(error: BaseException) -> Iterator[dict[str, Any]]:
    """What an exception says is broken, as reports show it."""
    if isinstance(error, Broken):
        yield {
            "operation": error.operation_id, "rule": error.rule, "expected": error.expected, "came": error.came,
            "curl": [exchange.curl() for exchange in error.exchanges],
        }  # fmt: skip
        return
    curl = [line.strip().replace(FILTERED, f'"{KEYS}"') for line in CURL.findall(str(error))]
    for found in findings(error):
        first, _, rest = found.text.partition("\n")
        yield {
            "operation": found.operation, "rule": found.rule, "expected": first, "came": " ".join(rest.split()),
            "curl": curl[:1],
        }  # fmt: skip


class Reports:
    """What one run has seen so far."""

    def __init__(self, target: Target, known: Deviations) -> None:
        self._target, self._known = target, known
        self.failures: list[dict[str, Any]] = []
        self.statuses: dict[str, Counter[str]] = {}
        self.parameters: dict[str, Counter[str]] = {}
        self.seconds: dict[str, list[float]] = {}
        self.outcomes: Counter[str] = Counter()
        target.guard.seen.append(self.see)

    def see(self, exchange: Exchange) -> None:
        """Count an exchange."""
        if exchange.operation_id is None:
            return
        name = exchange.operation_id
        self.statuses.setdefault(name, Counter())[str(exchange.status)] += 1
        given = {key for key, _ in parse_qsl(urlsplit(exchange.url).query, keep_blank_values=True)}
        self.parameters.setdefault(name, Counter()).update(given)
        self.seconds.setdefault(name, []).append(exchange.seconds)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
        """Write into a failed test's report what it says is broken."""
        report = yield
        if report.failed and call.excinfo is not None:
            for each in told(call.excinfo.value):
                said = "broken", json.dumps({**each, "test": item.nodeid}, ensure_ascii=False)
                report.user_properties.append(said)
                item.user_properties.append(said)  # from where JUnit takes it
        return report

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Collect, from whichever process."""
        if report.when == "call" or report.outcome != "passed":
            self.outcomes[report.outcome] += 1
        if report.failed:
            self.failures += [json.loads(str(value)) for name, value in report.user_properties if name == "broken"]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
        """The blocks, the page, the annotations."""
        if self.failures:
            terminalreporter.section("broken rules")
        for each in self.failures:
            terminalreporter.line(f"{each['operation']} breaks {each['rule']}", red=True)
            for name in ("expected", "came", "test"):
                terminalreporter.line(f"  {name:9} {each[name]}")
            for line in each["curl"]:
                terminalreporter.line(f"  {line}")
        if self.statuses:
            operations = contract().operations
            seen = sum(len(set(self.statuses[name]) & set(operations[name].responses)) for name in self.statuses)
            every = sum(
                len(operation.responses) - ("default" in operation.responses) for operation in operations.values()
            )
            line = (
                f"called {len(self.statuses)} of {len(operations)} operations, saw {seen} of {every} of their statuses"
            )
            terminalreporter.section("coverage of the contract")
            terminalreporter.line(line)
        page = config.getoption("--html-report")
        if page:
            Path(page).write_text(self.page(), "utf-8")
            terminalreporter.line(f"report: {page}")
        if os.environ.get("GITHUB_ACTIONS") == "true":
            for line in self.annotations():
                terminalreporter.line(line)

    def annotations(self) -> Iterator[str]:
        """GitHub's workflow commands."""
        lines = SPEC.read_text("utf-8").splitlines()
        for each in self.failures:
            name = f"operationId: {each['operation']}"
            line = next((number for number, text in enumerate(lines, 1) if text.strip() == name), 1)
            said = "\n".join(filter(None, [f"expected {each['expected']}", f"came {each['came']}", *each["curl"]]))
            title = f"{each['operation']} breaks {each['rule']}"
            yield f"::error file=spec/openapi.yaml,line={line},title={escaped(title, ':,')}::{escaped(said)}"

    def page(self) -> str:
        """The report as one HTML file."""
        folder = Path(__file__).parent
        template = Environment(loader=FileSystemLoader(folder), autoescape=True, trim_blocks=True).get_template(
            "page.html"
        )
        guard, counts = self._target.guard, ", ".join(f"{n} {name}" for name, n in self.outcomes.items())
        good, broken = not self.outcomes["failed"], len(self.failures) or self.outcomes["failed"]
        return template.render(
            good=good,
            verdict="The target obeys" if good else f"{broken} broken rule{'s' * (broken > 1)}",
            target=self._target.base_url,
            counts=counts or "Nothing was tested",
            spent=guard.spent,
            limits=guard.limits.told().capitalize(),
            failures=self.failures,
            deviations=sorted(self._known.met),
            operations=[self._row(name) for name in contract().operations] if self.statuses else [],
        )

    def _row(self, name: str) -> Mapping[str, Any]:
        operation, seen = contract().operations[name], self.statuses.get(name, Counter())
        given, times = self.parameters.get(name, Counter()), sorted(self.seconds.get(name, []))
        statuses = dict.fromkeys([*(each for each in operation.responses if each != "default"), *sorted(seen)])
        return {
            "name": name,
            "statuses": [(status, seen[status]) for status in statuses],
            "parameters": [(each.name, given[each.name]) for each in operation.parameters if each.location == "query"],
            "calls": len(times),
            "p50": times[len(times) // 2] * 1000 if times else 0,
            "p95": times[len(times) * 95 // 100] * 1000 if times else 0,
        }


def escaped(text: str, more: str = "") -> str:
    """As GitHub's workflow commands have it; in a title also `more`."""
    for letter in "%\r\n" + more:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text
