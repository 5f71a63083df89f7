"""The command behind scripts/regenerate: replace the generated client, or say whether it is what the contract gives."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from client_generator.generate import generate
from client_generator.problems import Refusal

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec" / "openapi.yaml"
PACKAGE = ROOT / "generated" / "scenario_client"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit status: 0 done or fresh, 1 refused or stale."""
    options = _parser().parse_args(arguments)
    try:
        if options.check:
            return _check(options.spec, options.output)
        _replace(options.spec, options.output)
    except Refusal as refusal:
        print("regenerate: no client was made from the contract:", file=sys.stderr)
        for problem in refusal.problems:
            print(f"- {problem}", file=sys.stderr)
        return 1
    except FileNotFoundError as error:
        print(f"regenerate: {error.filename} does not exist", file=sys.stderr)
        return 1
    print(f"made {_shown(options.output)} from {_shown(options.spec)}")
    return 0


def differences(expected: Path, actual: Path) -> list[str]:
    """Compare two folders byte for byte, caches aside; one line per file that is missing, unexpected or different."""
    wanted, found = _files(expected), _files(actual)
    lines = [f"missing: {name}" for name in wanted.keys() - found.keys()]
    lines += [f"unexpected: {name}" for name in found.keys() - wanted.keys()]
    lines += [f"different: {name}" for name in wanted.keys() & found.keys() if wanted[name] != found[name]]
    return sorted(lines, key=lambda line: line.split(": ", 1)[1])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="regenerate",
        description="Make generated/scenario_client from spec/openapi.yaml. The folder is replaced as a whole, and "
        "only when every operation came through without a warning.",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 and name the files when the client is stale"
    )
    parser.add_argument("--spec", type=Path, default=SPEC, help="the bundled contract (default: spec/openapi.yaml)")
    parser.add_argument(
        "--output", type=Path, default=PACKAGE, help="the package folder (default: generated/scenario_client)"
    )
    return parser


def _check(spec: Path, package: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="scenario_client_") as scratch:
        fresh = Path(scratch) / "scenario_client"
        generate(spec, fresh)
        lines = differences(fresh, package)
    for line in lines:
        print(line)
    if lines:
        print(f"{_shown(package)} is not what the contract gives: run ./scripts/regenerate", file=sys.stderr)
        return 1
    print(f"{_shown(package)} is fresh")
    return 0


def _replace(spec: Path, package: Path) -> None:
    """Generate beside `package` (same file system, so that two renames swap the folders), then swap."""
    package = package.resolve()
    package.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".regenerate_", dir=package.parent) as scratch:
        fresh, old = Path(scratch) / "fresh", Path(scratch) / "old"
        generate(spec, fresh)
        if package.exists():
            package.rename(old)
        try:
            fresh.rename(package)
        except OSError:
            if old.exists():
                shutil.move(old, package)
            raise


def _files(folder: Path) -> dict[str, bytes]:
    """Relative path -> content of every file below `folder`, without what Python's import leaves behind."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def _shown(path: Path) -> str:
    """A path as people type it: relative to the checkout where possible."""
    path = path.resolve()
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
