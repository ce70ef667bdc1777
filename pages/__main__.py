"""`python -m pages`: the dashboard as pictures. stderr is the conversation, stdout the answer."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from data.command import as_command
from pages.shots import index, plan, take

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Make pictures of the dashboard.")

Repeatable = "may be given more than once"


@app.callback()
def main() -> None:
    """Make pictures of the dashboard."""  # with one command alone, typer would leave its name out


@app.command()
def shots(
    out: Annotated[Path, typer.Option("--out", help="The folder for the pictures and their index.html.")],
    authority: Annotated[
        list[str] | None,
        typer.Option("--authority", help=f"A name, an LA number or a code; {Repeatable}. Six very different ones without it."),
    ] = None,
    page: Annotated[
        list[str] | None, typer.Option("--page", help=f"A title or its word in the address; {Repeatable}. All without it.")
    ] = None,
    size: Annotated[
        list[str] | None, typer.Option("--size", help=f"Width x height, such as 390x844; {Repeatable}. Three without it.")
    ] = None,
    theme: Annotated[list[str] | None, typer.Option("--theme", help="light or dark; both without it.")] = None,
    whole: Annotated[bool, typer.Option("--whole/--no-whole", help="Also the whole length of each page.")] = True,
    store: Annotated[Path | None, typer.Option("--store", help="The store to show; the dashboard's own without it.")] = None,
) -> None:
    """Screenshots of every page: starts the dashboard, saves PNG files and an index.html, stops it. Prints the index's path.

    Needs the package playwright (requirements-dev.txt) and a Chromium or Google Chrome.
    """
    wanted = plan.plan(authority or (), page or (), size or (), theme or ())
    try:
        take.take(wanted, out, say=_say, store=store, whole=whole)
    finally:
        made = index.write(wanted, out) if out.is_dir() else None
    print(made, flush=True)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    as_command(app)
