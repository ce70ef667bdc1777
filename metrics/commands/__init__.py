"""The commands of `python -m metrics` that answer a question in the dashboard's own sentences, a file for each kind."""

import typer

from metrics.commands import beside, differing, everywhere, glancing, judging, living, revised, years


def register(app: typer.Typer) -> None:
    """Add every command of this folder to `python -m metrics`."""
    for part in (beside, judging, glancing, living, years, everywhere, revised, differing):
        part.register(app)
