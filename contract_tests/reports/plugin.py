"""pytest's plugin that reports what broke, as operation, rule, expectation, what came and a request that shows it.

| where | how |
|---|---|
| terminal | one block for each broken rule, and how much of the contract was called |
| JUnit (`--junitxml`) | a property `broken` of the test, as JSON |
| page (`--html-report FILE`) | one file: failures, coverage, timings, and what `--drift-report` has |
| GitHub | an annotation at the operation's line in the contract, when `GITHUB_ACTIONS` is set |

Exchanges come from the guard without secrets; what a test prints itself is not the plugin's business.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment, FileSystemLoader

from contract_tests.deviations import Deviations, findings
from contract_tests.exchanges import Broken, Exchange, unanswered
from contract_tests.reports.coverage import Coverage

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
    exchange = unanswered(error)
    curl = (
        [exchange.curl()]
        if exchange
        else [line.strip().replace(FILTERED, f'"{KEYS}"') for line in CURL.findall(str(error))]
    )
    for found in findings(error):
        first, _, rest = found.text.partition("\n")
        yield {
            "operation": found.operation, "rule": found.rule, "expected": first, "came": " ".join(rest.split()),
            "curl": curl[:1],
        }  # fmt: skip


class Reports:
    """What one run has seen so far."""

    def __init__(self, target: Target, known: Deviations, config: pytest.Config) -> None:
        self._target, self._known = target, known
        self._page = bool(config.getoption("--html-report"))
        self._drift = drift_of(config.getoption("--drift-report"))
        self.failures: list[dict[str, Any]] = []
        self.coverage = Coverage()
        self.outcomes: Counter[str] = Counter()
        target.guard.seen.append(self.see)

    def see(self, exchange: Exchange) -> None:
        """Count an exchange."""
        self.coverage.see(exchange, values=self._page)

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

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """In a process of pytest-xdist: hand over what was counted."""
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            spent = self._target.guard.spent
            output["contract"] = {**self.coverage.dump(), "requests": spent.requests, "units": spent.units}

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a process has counted; one that crashed has nothing to hand over."""
        dumped = getattr(node, "workeroutput", {}).get("contract")
        if dumped:
            self.coverage.merge(dumped)
            self._target.guard.spent.requests += dumped["requests"]
            self._target.guard.spent.units += dumped["units"]

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
        if self.coverage.statuses:
            terminalreporter.section("coverage of the contract")
            terminalreporter.line(self.coverage.told())
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
            operations=self.coverage.rows(),
            drift=self._drift,
        )


def drift_of(file: Path | None) -> dict[str, Any] | None:
    """What `scripts/drift --json` wrote. Raises ValueError for anything else."""
    if file is None:
        return None
    try:
        read = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"--drift-report {file} cannot be read: {error}") from error
    if not isinstance(read, dict) or not {"contract", "counts", "findings"} <= set(read):
        raise ValueError(f"--drift-report {file} is not what scripts/drift --json writes")
    return read


def escaped(text: str, more: str = "") -> str:
    """As GitHub's workflow commands have it; in a title also `more`."""
    for letter in "%\r\n" + more:
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text
