"""The process that fuzzes: arguments are libFuzzer's. It ends by itself, or at the first finding."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["scenario_mock", "lark"]):
    from fuzzing.filter_check import check


def fuzz(data: bytes) -> None:
    """One input; what is not UTF-8 becomes half characters, which JSON can hold too."""
    check(data.decode("utf-8", "surrogateescape"))


if __name__ == "__main__":
    fuzz(b"width = 1")  # makes the parser, which is no part of the first input's time
    atheris.Setup(sys.argv, fuzz)
    atheris.Fuzz()
