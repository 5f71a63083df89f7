"""How the command line fails: in one line on stderr, `scenario-mock: what is wrong; what to do next`.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | asked rightly and yet not done: refused, failed, violations found, a port that is taken |
| 2 | asked wrongly: an unknown command or option, a value or a file that cannot be used |
| 130 | ended by Ctrl-C |
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

WRONG_USE: type[Any] = next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException")
"""What the parser of the command line raises; typer has no name of its own for it."""
SHOWS_HELP = "NoArgsIsHelpError"
SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
"""How every command is laid out and asked for help."""


def fail(message: str, code: int) -> NoReturn:
    """End with one line on stderr and this exit code."""
    print(f"scenario-mock: {message}", file=sys.stderr)
    raise typer.Exit(code)


class OneLineGroup(TyperGroup):
    """A group of commands whose errors of usage are one line, with the command that helps."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command that `args` name; ends the process unless not `standalone_mode`."""
        run = partial(super().main, args, prog_name, complete_var, False, windows_expand_args, **extra)
        if not standalone_mode:
            return run()
        try:
            code = run()
        except WRONG_USE as error:
            if type(error).__name__ == SHOWS_HELP:
                print(error.format_message())
            else:
                print(f"scenario-mock: {_told(error)}", file=sys.stderr)
            sys.exit(error.exit_code)
        except typer.Abort:
            sys.exit(130)
        sys.exit(code if isinstance(code, int) else 0)


def _told(error: Any) -> str:
    """The error in one line, and the command whose help has what is missing."""
    message = " ".join(error.format_message().split()).rstrip(".")
    context = getattr(error, "ctx", None)
    return message if context is None else f"{message}; see {context.command_path} --help"
