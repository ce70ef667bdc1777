"""The commands of `python -m metrics` that answer a question in the dashboard's own sentences, a file for each kind."""

import typer

from metrics.commands import everywhere, glancing, judging, living, years


def register(app: typer.Typer) -> None:
    """Add every command of this folder to `python -m metrics`."""
    for part in (judging, glancing, living, years, everywhere):
        part.register(app)
