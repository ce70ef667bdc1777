"""`python -m data fetch`: new releases from the source itself. stdout names the new files, stderr is the conversation."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from data.fetch.address import PUBLIC_API, VARIABLE


def command(
    into: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to put the files; made where it is missing.")],
    source: Annotated[
        list[str] | None,
        typer.Option("--source", help="One source's id, may be repeated; all that are known without it."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Older releases too, not only those newer than the newest in the folder.")
    ] = False,
    url: Annotated[
        str, typer.Option("--url", envvar=VARIABLE, help="The base address of the Explore Education Statistics API.")
    ] = PUBLIC_API,
) -> None:
    """Download new releases from Explore Education Statistics, as new files only. Exit code 6 where any would not come."""
    from data.fetch.run import failure, fetch  # here, so that the other commands start without an HTTP library

    fetched = fetch(into, base_url=url, sources=source or None, say=_say, everything=everything)
    for held in fetched.new:
        print(into / held.path)
    if fetched.new:
        _say(f"Check and publish them with: python -m data publish {into}")
    elif not fetched.failed:
        _say("Nothing new has been published.")
    error = failure(fetched)
    if error:
        raise error


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
