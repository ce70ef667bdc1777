"""Run a command line: a user's error is one sentence on stderr and an exit code, a bug keeps its traceback."""

import os
import sys
from collections.abc import Callable

from data.errors import UserError


def as_command(app: Callable[[], object]) -> None:
    """Call a Typer app and leave with its exit code."""
    try:
        app()
    except UserError as error:
        print(error, file=sys.stderr)
        raise SystemExit(error.exit_code) from None
    except BrokenPipeError:  # the reader (head, less) has gone; what is left to flush goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
