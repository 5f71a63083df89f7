"""Fuzz the filter language for some minutes; show the input that it cannot cope with.

Exit code 0: nothing found; 1: a finding, its input is printed and kept; 2: the fuzzer did not run.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from . import filter_seeds

ROOT = Path(__file__).resolve().parents[2]
PULSE = re.compile(r"#(\d+)\s+(INITED|pulse|DONE)\s+cov: (\d+)")
TAIL = 30  # last lines of the fuzzer that go with a finding

HANG_SECONDS = 20  # a check that does not come back; slow ones say so themselves
MEMORY_MIB = 2048


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="fuzz-filters-") as folder:
        corpus = options.corpus or Path(folder) / "corpus"
        prepare(corpus, Path(folder))
        code, lines, executions = fuzz(corpus, Path(folder), options)
        inputs = sorted(Path(folder).glob("finding-*"))
        for found in inputs:
            _show(found, options.findings)
    if code == 0 and executions:
        return 0
    print("".join(lines[-TAIL:]), file=sys.stderr)
    return 1 if inputs else 2


def prepare(corpus: Path, folder: Path) -> None:
    """Write the seeds into `corpus` and the words of the language into `folder`."""
    corpus.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(filter_seeds.seeds(ROOT / "spec" / "openapi.yaml")):
        (corpus / f"seed-{number:03d}").write_text(text, "utf-8")
    (folder / "words.dict").write_text(filter_seeds.dictionary(), "utf-8")


def fuzz(corpus: Path, folder: Path, options: argparse.Namespace) -> tuple[int, list[str], int]:
    """Run the fuzzer to its end; its exit code, all that it said, and how many inputs it tried."""
    command = [sys.executable, "-m", "fuzzing.filter_target", str(corpus)]
    command += [f"-max_total_time={round(options.minutes * 60)}", f"-max_len={options.length}", f"-seed={options.seed}"]
    command += [f"-dict={folder / 'words.dict'}", f"-artifact_prefix={folder / 'finding-'}", "-use_value_profile=1"]
    command += [f"-timeout={HANG_SECONDS}", f"-rss_limit_mb={MEMORY_MIB}"]
    lines: list[str] = []
    executions = 0
    with subprocess.Popen(
        command, stderr=subprocess.STDOUT, stdout=subprocess.PIPE, text=True, errors="replace"
    ) as child:
        for line in child.stdout or ():
            lines.append(line)
            if match := PULSE.match(line):
                executions = int(match[1])
                print(f"{executions:,} inputs, {int(match[3]):,} places of the code reached", flush=True)
    return child.returncode, lines, executions


def _show(found: Path, keep: Path) -> None:
    keep.mkdir(parents=True, exist_ok=True)
    data = found.read_bytes()
    (keep / found.name).write_bytes(data)
    text = data.decode("utf-8", "surrogateescape")
    print(f"{found.name}, {len(text)} characters, kept in {keep}: {text!a}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scripts/fuzz_filters", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--minutes", type=float, default=10, metavar="M", help="how long (10)")
    add("--seed", type=int, default=0, metavar="N", help="decides what is tried; 0 takes another each time (0)")
    add("--length", type=int, default=4096, metavar="N", help="longest input in bytes (4096)")
    add("--corpus", type=Path, metavar="FOLDER", help="keep the inputs that reached something new, and start from them")
    add(
        "--findings", type=Path, default=Path("fuzz-findings"), metavar="FOLDER", help="where inputs are kept that fail"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
