"""`scripts/bundle`: write the bundled contract, or check that it is fresh."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .bundle import bundle, render
from .sources import SourceError

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0: written or fresh; 1: stale, or a source breaks a rule; 2: wrong arguments."""
    parser = argparse.ArgumentParser(prog="scripts/bundle", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when spec/openapi.yaml is stale")
    parser.add_argument("--sources", type=Path, default=ROOT / "spec" / "src", help="folder of the sources")
    parser.add_argument("--output", type=Path, default=ROOT / "spec" / "openapi.yaml", help="the bundle")
    options = parser.parse_args(arguments)
    try:
        text = render(bundle(options.sources))
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    if options.check:
        return _check(options.output, text)
    options.output.write_text(text, encoding="utf-8")
    print(f"wrote {options.output} ({text.count(chr(10))} lines)")
    return 0


def _check(output: Path, text: str) -> int:
    if not output.is_file():
        print(f"{output} is missing: run ./scripts/bundle", file=sys.stderr)
        return 1
    if output.read_text(encoding="utf-8") != text:
        print(f"{output} is stale: run ./scripts/bundle", file=sys.stderr)
        return 1
    print(f"{output} is fresh")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
