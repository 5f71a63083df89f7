"""Who asks in a soak: one user on one connection, with a key, a source of chance, and the ids that the server named.

Bodies are the contract's own examples with a word of chance in them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any

import yaml

from .load import Answer, request
from .soak_judge import Call, Judge

Step = Generator[Call, Answer, None]
"""Some calls that belong together; it is sent each answer."""

KEYS = tuple(f"soak-{number}:secret" for number in range(8))
OK = frozenset({200})
PRICED = frozenset({269})
REFUSED = frozenset({400})
IMAGEN = "model_imagen4-ultra"
WORDS = "castle dragon forest neon watercolor robot harbor storm violin desert glacier orchard".split()


class Examples:
    """The request bodies that the contract shows, by operation, with method and path."""

    def __init__(self, contract: Path) -> None:
        document = yaml.load(contract.read_text("utf-8"), Loader=yaml.CSafeLoader)
        self.paths: dict[str, tuple[str, str]] = {}
        self.bodies: dict[str, list[Mapping[str, Any]]] = {}
        self.priced: set[str] = set()
        for path, item in document["paths"].items():
            for method, operation in item.items():
                name = operation["operationId"]
                self.paths[name] = method.upper(), path
                content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
                self.bodies[name] = [one["value"] for one in content.get("examples", {}).values()]
                if "269" in operation["responses"]:
                    self.priced.add(name)
        self.generating = [name for name, (_, path) in self.paths.items() if path.startswith("/generate/")]


class User:
    """One walker's memory: its key, its chance, the ids that it met, the jobs that it has open."""

    def __init__(self, examples: Examples, judge: Judge, chance: random.Random, key: str) -> None:
        self.examples, self.judge, self.chance, self.key = examples, judge, chance, key
        self.ids: dict[str, list[str]] = {"models": [IMAGEN], "assets": [], "jobs": []}
        self.open: dict[str, float] = {}
        """Job id -> the progress that it had last."""

    def call(
        self, operation: str, path: str, expects: frozenset[int] = OK, *, body: Any = None, about: str = "",
        auth: str | None = "",
    ) -> Call:  # fmt: skip
        """A request of `operation`; `path` has its query. `auth` "" is the user's own key."""
        content = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        method = self.examples.paths[operation][0]
        sent = request(method, "/v1" + path, auth=self.key if auth == "" else auth, body=content)
        return Call(operation, sent, expects, about or path)

    def body(self, operation: str) -> dict[str, Any]:
        """One of the contract's examples, with a word of chance where it has a prompt."""
        body = dict(self.chance.choice(self.examples.bodies[operation]))
        for name in ("prompt", "text"):
            if isinstance(body.get(name), str):
                body[name] += f" {self.chance.choice(WORDS)} {self.chance.randrange(10_000)}"
        return body

    def id(self, kind: str) -> str:
        """An id that the server named before."""
        return self.chance.choice(self.ids[kind])

    def meet(self, kind: str, rows: list[dict[str, Any]]) -> None:
        """Remember ids, the latest few of them."""
        key = "jobId" if kind == "jobs" else "id"
        self.ids[kind] = (self.ids[kind] + [str(row[key]) for row in rows])[-200:]

    def path_of(self, operation: str) -> str:
        """The path of an operation, its parameters filled with what exists."""
        path = self.examples.paths[operation][1].replace("{modelId}", IMAGEN)
        for kind, parameter in (("assets", "{assetId}"), ("jobs", "{jobId}")):
            if parameter in path:
                path = path.replace(parameter, self.id(kind))
        return path

    def started(self, answer: Answer) -> str | None:
        """Remember the job that an answer says has started; patch answers with an asset instead."""
        job = json.loads(answer.body).get("job") if answer.status == 200 else None
        if job is None:
            return None
        self.judge.events["jobs started"] += 1
        self.open[job["jobId"]] = 0.0
        return str(job["jobId"])
