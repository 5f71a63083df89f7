"""The arithmetic of the server benchmark and of the soak: percentiles, verdicts, trends, tables, HTTP framing, choices.

Nothing here is timed: how fast the mock is is what the benchmark says, not a test.
"""

from __future__ import annotations

import json
import random
import socket
import subprocess
import threading
from pathlib import Path

import pytest
from bench import peers, server_bench, soak_run, tables
from bench.contenders import static_path
from bench.load import Answer, Driver, LoadError, Walker, answer_in, ask, request
from bench.processes import tree
from bench.report import MET, MISSED, UNKNOWN, Figures, at_least, at_most, judged, middle, percentile
from bench.rows import ROWS, Bar, items
from bench.soak_judge import Judge, Responses
from bench.soak_mix import walk
from bench.soak_user import KEYS, Examples, User
from bench.trend import slope, trend
from contract_tools.coverage import placed_between
from scenario_mock.app import Mock, Request

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "spec" / "openapi.yaml"


def figures(us: float, items: int = 0) -> Figures:
    return Figures(us=us, per_second=1e6 / us, p50_ms=1, p99_ms=2, items=items)


# --- arithmetic -------------------------------------------------------------------------------------------------------


def test_percentiles_are_values_that_came():
    values = [float(number) for number in range(1, 101)]
    assert (percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1)) == (50, 99, 100)
    assert percentile([7.0], 0.99) == 7
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_the_middle_is_the_median_of_each_figure():
    rounds = [Figures(30, 1, 9, 4, 20), Figures(10, 2, 8, 5, 20), Figures(20, 900, 7, 6, 19)]
    assert middle(rounds) == Figures(us=20, per_second=2, p50_ms=8, p99_ms=5, items=20)


@pytest.mark.parametrize(
    ("bar", "mock", "missed"),
    [
        (Bar(times_raw=3), 90, []),
        (Bar(times_raw=3), 91, ["over 3 x raw"]),
        (Bar(below_peers=True), 99, []),
        (Bar(below_peers=True), 100, ["not below small"]),
        (Bar(of_filling_peer=0.2), 200, []),
        (Bar(of_filling_peer=0.2), 201, ["over 1/5 of filling"]),
        (Bar(most_us=400), 400, []),
        (Bar(most_us=400), 401, ["over 400 µs"]),
        (Bar(times_raw=3, most_us=50), 200, ["over 3 x raw", "over 50 µs"]),
    ],
)
def test_a_bar_is_met_or_says_by_what_it_is_missed(bar: Bar, mock: float, missed: list[str]):
    others = {"small": figures(100, items=1), "filling": figures(1000, items=20)}
    assert judged(bar, figures(mock), figures(30), others, 20) == missed


def test_a_mock_without_an_answer_misses_its_bar():
    assert judged(Bar(most_us=400), None, figures(30), {}, 20) == ["no right answer"]


def test_what_was_not_measured_is_not_met():
    assert at_most("memory", None, 90, "MiB").verdict == UNKNOWN
    assert [at_most("memory", figure, 90, "MiB").verdict for figure in (90.0, 90.1)] == [MET, MISSED]
    assert [at_least("workers", figure, 1.6, "x").verdict for figure in (1.6, 1.59)] == [MET, MISSED]


def test_a_rising_series_is_not_flat_and_a_noisy_one_is():
    noisy = [100, 101, 99, 100, 250, 100, 101, 99, 100, 100]
    assert trend(noisy, share=0.05, least=1).flat
    assert not trend([100 + 2 * minute for minute in range(10)], share=0.05, least=1).flat
    assert trend([100 - 2 * minute for minute in range(10)], share=0.05, least=1).flat
    assert trend([10, 50, 100, 100, 100, 100, 100, 100, 100, 100], share=0.01, least=0.1).flat, "warming up is left out"
    assert slope([1, 3, 5]) == 2
    assert not trend([1, 2], share=0.05, least=1).judged
    assert "not judged" in trend([], share=0.05, least=1).text("MiB")


# --- tables -----------------------------------------------------------------------------------------------------------


def results() -> tables.Results:
    found = tables.Results(load_before=0.1)
    found.figures["model"] = {"mock": figures(60), "raw": figures(30), "steady": figures(150, 1)}
    found.figures["models"] = {"mock": figures(80), "raw": figures(20), "wiremock": figures(600, 20)}
    found.refused = {"mock": {}, "raw": {}, "steady": {"models": "500"}, "wiremock": {"model": "404 | not found"}}
    found.absent["prism"] = "npm is not installed"
    found.starts["mock"] = tables.ColdStart(0.6, 0.7)
    found.resident["mock"] = 80.0
    return found


def test_the_tables_say_met_missed_and_what_is_not_there():
    text = tables.whole(results(), ("start", "memory", "workers"))
    lines = text.splitlines()
    model = next(line for line in lines if line.startswith("| GET a custom model | 60"))
    assert "| 60 | 30 | 2.0 | 150 | 404 / not found |" in model
    assert model.endswith("| met |")
    models = next(line for line in lines if line.startswith("| GET 20 models | 80"))
    assert "| 4.0 | 500 | 600 (20) |" in models
    assert models.endswith("| missed: over 3 x raw |")
    assert "| CPU from spawn to the first 200 | 0.6 s | <= 0.5 s | missed |" in lines
    assert "| memory, default world | 80 MiB | <= 90 MiB | met |" in lines
    assert "| 2 workers to 1, GET a custom model | not available | >= 1.6 x throughput | not judged |" in lines
    assert "- prism was not measured: npm is not installed" in lines
    json.dumps(tables.plain(results()))


@pytest.mark.parametrize(
    ("load", "cores", "speedup", "verdict"),
    [
        (0.1, 4, 1.7, "met"),
        (0.1, 4, 1.5, "missed"),
        (3.0, 4, 1.5, "not judged: the cores were not free"),
        (0.1, 2, 1.5, "not judged: the load took one of two cores"),
    ],
)
def test_two_workers_are_judged_on_free_cores_only(load: float, cores: int, speedup: float, verdict: str):
    found = results()
    found.load_before, found.cores, found.workers["model"] = load, cores, speedup
    first = tables.other_bars(found, ["workers"])[0]
    assert (first.figure, first.verdict) == (f"{speedup:.2f} x throughput", verdict)


def test_without_peers_a_bar_against_peers_is_only_half_met():
    found = results()
    found.figures["model"].pop("steady")
    row = next(row for row in ROWS if row.name == "model")
    assert tables.verdict_of(row, found) == "met (no peer measured)"


def test_the_readme_has_the_marks_of_the_table():
    readme = (ROOT / "README.md").read_text("utf-8")
    written = placed_between(readme, "| table |", server_bench.BEGIN, server_bench.END)
    assert f"{server_bench.BEGIN}\n| table |\n{server_bench.END}" in written
    assert placed_between(written, "| table |", server_bench.BEGIN, server_bench.END) == written


# --- rows, peers, command lines ---------------------------------------------------------------------------------------


def test_the_mock_gives_every_row_its_right_answer(mock: Mock):
    headers = {"authorization": "Basic c3VpdGUta2V5OnN1aXRlLXNlY3JldA==", "content-type": "application/json"}
    for row in ROWS:
        if "{lora}" in row.path:
            continue
        path, _, query = row.path.partition("?")
        answer = mock.respond(Request(row.method, f"/v1{path}", query, headers, row.content() or b""))
        assert answer.status == 200, answer.body
        assert row.proves(json.loads(answer.body)), row.name
        assert not row.proves({"model": {"id": "", "type": ""}, "job": {"jobId": "", "jobType": ""}, "hits": [],
                               "models": [], "assets": []}), row.name  # fmt: skip


def test_static_servers_can_tell_rows_apart():
    assert len({(row.method, static_path(row, "model_1")) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("content", "count"), [(b'{"models": [1, 2], "x": [1]}', 2), (b'{"model": {}}', 0), (b"[1]", 0), (b"oops", 0)]
)
def test_items_are_those_of_the_longest_list(content: bytes, count: int):
    assert items(content) == count


def test_feeds_keep_properties_that_are_called_like_a_keyword(tmp_path: Path):
    schema = {"example": 1, "properties": {"example": {"type": "string", "example": "a", "x-faker": "word"}}}
    assert peers.without([schema], "example", "x-faker") == [{"properties": {"example": {"type": "string"}}}]
    feeds = peers.write_feeds(tmp_path, CONTRACT, [("GET", "/v1/models", '{"models": []}')])
    assert '"x-faker"' in feeds["json"].read_text("utf-8")
    assert '"x-faker"' not in feeds["no-hints"].read_text("utf-8")
    stub = json.loads((feeds["stubs"] / "mappings" / "0.json").read_text("utf-8"))
    assert stub["request"] == {"method": "GET", "url": "/v1/models"}
    assert {peer.feed for peer in peers.PEERS.values()} <= set(feeds)


def test_a_peer_that_cannot_be_had_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(peers.PeerError, match="node is not installed"):
        peers.install(peers.PEERS["prism"], tmp_path)
    assert peers.chosen("none") == []
    assert [peer.name for peer in peers.chosen("prism, steady")] == ["prism", "steady"]
    with pytest.raises(peers.PeerError, match="unknown peer 'postman'"):
        peers.chosen("postman")


@pytest.mark.parametrize("name", ["server", "soak"])
def test_help_names_every_flag_and_needs_no_environment(name: str):
    run = subprocess.run([str(ROOT / "scripts" / "bench" / name), "--help"], capture_output=True, text=True, timeout=30)
    assert run.returncode == 0
    parse = {"server": server_bench.options_of, "soak": soak_run.options_of}[name]
    for flag in {"server": "--quick --only --peers --json --write --profile",
                 "soak": "--requests --minutes --stretch-seconds --seed --every --json"}[name].split():  # fmt: skip
        assert flag in run.stdout
    for row in ROWS if name == "server" else ():
        assert row.name in run.stdout
    assert parse([]).json is None


@pytest.mark.parametrize(
    ("parse", "arguments", "text"),
    [
        (server_bench.options_of, ["--only", "everything"], "unknown name 'everything'"),
        (server_bench.options_of, ["--peers", "postman"], "unknown peer 'postman'"),
        (server_bench.options_of, ["--only", "model", "--write"], "--write needs the whole table"),
        (soak_run.options_of, ["--requests", "0"], "--requests is between"),
        (soak_run.options_of, ["--minutes", "-1"], "--minutes is above 0"),
        (soak_run.options_of, ["--every", "0"], "--every is 1 or more"),
    ],
)
def test_wrong_arguments_are_refused(parse, arguments: list[str], text: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stop:
        parse(arguments)
    assert stop.value.code == 2
    assert text in capsys.readouterr().err


# --- the load generator -----------------------------------------------------------------------------------------------


def test_a_request_has_what_http_needs():
    sent = request("POST", "/v1/x", auth="key:secret", body=b'{"a": 1}')
    assert sent.startswith(b"POST /v1/x HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic a2V5OnNlY3JldA==\r\n")
    assert sent.endswith(b'Content-Length: 8\r\n\r\n{"a": 1}')


@pytest.mark.parametrize(
    ("data", "status", "body"),
    [
        (b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi", 200, b"hi"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length:0\r\n\r\n", 404, b""),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n3;x=1\r\n yo\r\n0\r\n\r\n", 200, b"hi yo"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", 204, b""),
    ],
)
def test_answers_are_read_only_when_they_are_whole(data: bytes, status: int, body: bytes):
    for end in range(len(data)):
        assert answer_in(data[:end]) is None
    answer = answer_in(data)
    assert answer is not None
    assert (answer.status, answer.body) == (status, body)


@pytest.mark.parametrize("data", [b"SSH-2.0\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\nbody"])
def test_what_is_no_answer_is_an_error(data: bytes):
    with pytest.raises(LoadError):
        answer_in(data)


class Echo:
    """A server that answers so many requests on each connection, then closes it."""

    def __init__(self, answers_each: int) -> None:
        self.answers_each = answers_each
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.listener.getsockname()[1])
        self.threads = [threading.Thread(target=self._accept, daemon=True)]
        self.threads[0].start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            thread.start()
            self.threads.append(thread)

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            for _ in range(self.answers_each):
                if not connection.recv(65536):
                    return
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            connection.recv(65536)

    def __enter__(self) -> Echo:
        return self

    def __exit__(self, *_: object) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for thread in self.threads:
            thread.join(5)


def repeat(seen: list[Answer]) -> Walker:
    while True:
        seen.append((yield request("GET", "/")))


def test_a_drive_sends_exactly_what_was_asked():
    with Echo(answers_each=1000) as server:
        seen: list[Answer] = []
        driven = Driver(server.port, requests=101).run([repeat(seen) for _ in range(4)])
        assert (driven.answers, len(seen), driven.broken) == (101, 101, 0)
        paced = Driver(server.port, requests=9, rate=1000).run([repeat(seen) for _ in range(2)])
        assert paced.answers == 9
        assert paced.seconds >= 8 / 1000
        assert ask(server.port, request("GET", "/")).body == b"ok"


def test_a_connection_that_ends_without_an_answer_is_counted():
    with Echo(answers_each=3) as server:
        driven = Driver(server.port, requests=100).run([repeat([]) for _ in range(2)])
        assert (driven.answers, driven.broken) == (6, 2)


def test_a_server_that_hangs_is_an_error():
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(LoadError, match="no answer for"):
        Driver(silent.getsockname()[1], patience=0.05).run([repeat([])])


def test_the_tree_of_a_process_has_its_children():
    with subprocess.Popen(["sh", "-c", "sleep 30 & wait"]) as shell:
        try:
            while len(tree(shell.pid)) < 2:
                assert shell.poll() is None
            assert tree(shell.pid)[0] == shell.pid
        finally:
            for pid in reversed(tree(shell.pid)):
                subprocess.run(["kill", str(pid)], check=True)


# --- the soak ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def responses() -> Responses:
    return Responses(CONTRACT)


def user(responses: Responses, seed: int) -> User:
    return User(Examples(CONTRACT), Judge(responses, every=1), random.Random(seed), KEYS[0])


def drive(mock: Mock, one: User, calls: int) -> list[bytes]:
    """Let one user walk against a mock in this process; gives what it sent."""
    walker, sent = walk(one), []
    content = next(walker)
    for _ in range(calls):
        sent.append(content)
        head, _, body = content.partition(b"\r\n\r\n")
        method, target, _ = head.split(b"\r\n")[0].decode().split(" ")
        headers = dict(line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:])
        if "authorization" in headers:
            headers["authorization"] = "Basic " + head.decode().partition("Basic ")[2].split("\r\n")[0]
        path, _, query = target.partition("?")
        answer = mock.respond(Request(method, path, query, headers, body, "http://127.0.0.1"))
        lines = "\r\n".join(f"{name}: {value}" for name, value in answer.headers.items())
        content = walker.send(Answer(answer.status, f"HTTP/1.1 {answer.status}\r\n{lines}".encode(), answer.body))
    walker.close()
    return sent


def test_a_seed_decides_what_is_asked(responses: Responses):
    first, second, other = (drive(Mock(), user(responses, seed), 12) for seed in (1, 1, 2))
    assert first[:4] == second[:4]
    assert first != other


def test_a_walk_against_the_mock_finds_no_contract_fault(responses: Responses):
    one = user(responses, 3)
    drive(Mock(), one, 150)
    assert one.judge.validated > 100
    assert {kind: shown for kind, shown in one.judge.shown.items() if kind != "server error"} == {}


@pytest.mark.parametrize(
    ("status", "body", "kinds"),
    [
        (200, b'{"models": []}', set()),
        (500, b'{"reason": "x", "name": "MockError"}', {"server error", "violation"}),
        (502, b'{"reason": "x"}', {"server error"}),
        (404, b'{"reason": "x"}', {"surprise"}),
        (200, b'{"models": [{"id": 5}]}', {"contract"}),
        (200, b"<html>", {"contract"}),
    ],
)
def test_each_fault_is_told_from_the_others(responses: Responses, status: int, body: bytes, kinds: set[str]):
    one = user(responses, 0)
    one.judge.take(one.call("listModels", "/models"), Answer(status, b"", body))
    assert set(one.judge.faults) == kinds
    assert one.judge.clean is not bool(kinds)


def test_a_sample_has_the_first_of_each_kind(responses: Responses):
    judge = Judge(responses, every=3)
    one = User(Examples(CONTRACT), judge, random.Random(0), KEYS[0])
    for _ in range(7):
        judge.take(one.call("listModels", "/models"), Answer(200, b"", b'{"models": []}'))
    assert judge.validated == 3


def test_every_operation_is_in_the_mix(responses: Responses):
    examples = Examples(CONTRACT)
    assert set(examples.paths) == set(responses.operations)
    assert len(examples.generating) == 12
    assert all(examples.bodies[name] for name in examples.generating)
