"""`python -m data`: the analyst's command line. stdout is the answer, stderr is the conversation."""

import getpass
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from data import afterwards, compare_files, compare_text, keeping, rehearse
from data import bundle as bundling
from data import compare as comparing
from data import publish as publishing
from data.areas import load as load_areas
from data.command import as_command
from data.errors import BadInput, StoreError
from data.fetch.command import command as fetch_command
from data.findings import Outcome, write_csv
from data.say import describe_snapshot, in_a_line
from data.store import BUNDLED, Store, default_store, reading_store

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Publish, check and keep snapshots of published figures.")

Places = Annotated[list[Path], typer.Argument(help="Folders (or files) of published tables.", metavar="FOLDER...")]
StoreFolder = Annotated[Path | None, typer.Option("--store", help="The store; data/snapshots or $CPD_STORE without it.")]
Day = Annotated[
    datetime | None,
    typer.Option("--published", formats=["%Y-%m-%d"], help="When the files were published, where no releases.csv says."),
]


def _store(folder: Path | None) -> Store:
    return Store(folder) if folder else default_store()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user often has no name
        return f"user {os.getuid()}"


@app.command()
def publish(
    places: Places,
    store: StoreFolder = None,
    by: Annotated[str, typer.Option("--by", help="Who publishes; your login name without it.")] = "",
    note: Annotated[str, typer.Option("--note", help="Why, for the manifest.")] = "",
    published: Day = None,
    accept: Annotated[str, typer.Option("--accept", help="Why figures that would be stopped are right; needs --by.")] = "",
    report: Annotated[Path | None, typer.Option("--report", help="Write every difference to this CSV file.")] = None,
    verdicts: Annotated[
        bool,
        typer.Option("--verdicts/--no-verdicts", envvar="CPD_VERDICTS", help="Say which headline verdicts the snapshot changes."),
    ] = True,
) -> None:
    """Read, check, compare and store published files as a new snapshot, and make it the current one. Prints its id."""
    if accept.strip() and not by.strip():
        raise BadInput("--accept needs --by NAME: a person answers for it by name. Nothing was stored.")
    day = published.date() if published else None
    done = publishing.publish(
        places, _store(store), by=by or _login(), note=note, published=day, say=_say, accept=accept.strip(), report=report
    )
    if done.new:
        made = done.snapshot.manifest
        rows = sum(p.rows for p in made.parquet)
        _say(f"Snapshot {done.snapshot.id} is current: {rows:,} rows from {len(made.source_files)} files.")
    print(done.snapshot.id, flush=True)
    if done.new and verdicts and done.snapshot.manifest.previous:
        afterwards.verdict_changes(_store(store), done.snapshot.manifest.previous, done.snapshot.id, _say)


@app.command()
def check(
    places: Places,
    published: Day = None,
    report: Annotated[Path | None, typer.Option("--report", help="Write the findings to this CSV file.")] = None,
    store: Annotated[
        Path | None, typer.Option("--store", help="Compare with the current snapshot of this store too, as publishing would.")
    ] = None,
) -> None:
    """Check published files without storing anything. Prints the findings; exit code 3 where any would stop publishing."""
    day = published.date() if published else None
    findings = rehearse.check(places, published=day, say=_say, store=Store(store) if store else None)
    if report:
        try:
            with report.open("w", encoding="utf-8", newline="") as stream:
                write_csv(findings, stream)
        except OSError as error:
            raise BadInput(f"the report cannot be written ({error.strerror}). Name another file.", str(report)) from error
        _say(f"{len(findings)} findings written to {report}.")
    else:
        write_csv(findings, sys.stdout)
    failures = sum(f.outcome is Outcome.FAIL for f in findings)
    _say(f"{failures} of {len(findings)} findings would stop publishing." if failures else "Nothing stops publishing.")
    if failures:
        raise typer.Exit(BadInput.exit_code)


@app.command("list")
def list_(store: StoreFolder = None) -> None:
    """List the snapshots, newest first; a star marks the current one, and those that are pinned say so."""
    chosen = Store(store) if store else reading_store()
    kept = keeping.pinned(chosen)
    for id_ in chosen.ids():
        star = "*" if id_ == chosen.current_id() else " "
        print(f"{star} {id_}  {in_a_line(chosen, id_)}".rstrip() + ("  (pinned)" if id_ in kept else ""))
    if not chosen.ids():
        _say(f"The store {chosen.folder} holds no snapshot. Make one with: python -m data publish FOLDER")


@app.command()
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A snapshot's id; the current one without it.")] = "",
    store: StoreFolder = None,
) -> None:
    """Read a snapshot's manifest aloud: what it holds, from whom, since when, and what the checks said."""
    chosen = Store(store) if store else reading_store()
    print(describe_snapshot(chosen.open(id_ or None).manifest))


@app.command()
def verify(
    id_: Annotated[str, typer.Argument(metavar="ID", help="One snapshot; all of them without it.")] = "",
    store: StoreFolder = None,
) -> None:
    """Read every byte of one snapshot, or of all, and compare with the hashes in the manifest. Exit code 4 on damage."""
    chosen = Store(store) if store else reading_store()
    if chosen.current_id() not in chosen.ids():
        chosen.open()  # says that the pointer leads nowhere, or that there is none yet
    found = {one: chosen.damage(one) for one in ([id_] if id_ else chosen.ids())}
    for one, damage in found.items():
        print(f"{one}: {' '.join(damage) or 'whole.'}")
    lost = keeping.lost(chosen)
    for line in lost:
        print(line)
    if any(found.values()):
        _say("Go back to the last good snapshot with: python -m data use ID")
    if lost or any(found.values()):
        raise typer.Exit(StoreError.exit_code)


@app.command()
def use(id_: Annotated[str, typer.Argument(metavar="ID", help="The snapshot's id.")], store: StoreFolder = None) -> None:
    """Make a snapshot the current one. Rolling back is this one command."""
    chosen = _store(store)
    chosen.open(id_)
    with chosen.lock():
        print(chosen.use(id_).id)


Old = Annotated[str, typer.Argument(metavar="OLD", help="The older snapshot's id.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The newer snapshot's id.")]


@app.command()
def compare(
    old: Old,
    new: New,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print every difference as CSV.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print one HTML page that needs nothing else.")] = False,
    store: StoreFolder = None,
) -> None:
    """Say what was added, removed and revised between two snapshots, by source and area, the largest first."""
    if as_csv and as_html:
        raise BadInput("--csv and --html cannot both be printed. Choose one of them.")
    chosen, areas = Store(store) if store else reading_store(), load_areas()
    compared = comparing.compare(chosen.open(old), chosen.open(new))
    if as_csv:
        compare_files.write_csv(compared, sys.stdout)
    elif as_html:
        print(compare_files.html(compared, areas, old, new), end="")
    else:
        print("\n".join(compare_text.sentences(compared, areas)))


@app.command()
def prune(
    keep: Annotated[int, typer.Option("--keep", min=1, help="How many of the newest snapshots stay.")],
    store: StoreFolder = None,
) -> None:
    """Remove the oldest snapshots, but never the current one nor one that is pinned. Prints the id of each it removed."""
    chosen = _store(store)
    for id_ in keeping.prune(chosen, keep):
        print(id_)
    _say(f"{len(chosen.ids())} snapshots are left, {len(keeping.pinned(chosen))} of them pinned.")


@app.command()
def pin(id_: Annotated[str, typer.Argument(metavar="ID", help="The snapshot's id.")], store: StoreFolder = None) -> None:
    """Keep a snapshot for good, because a permanent link leads to it: prune never removes it."""
    keeping.pin(_store(store), id_)
    print(id_)


@app.command()
def unpin(id_: Annotated[str, typer.Argument(metavar="ID", help="The snapshot's id.")], store: StoreFolder = None) -> None:
    """Let prune remove a pinned snapshot again."""
    keeping.unpin(_store(store), id_)
    print(id_)


@app.command()
def bundle(
    store: StoreFolder = None,
    into: Annotated[
        Path, typer.Option("--into", show_default=False, help="The store to write; the bundled one without it.")
    ] = BUNDLED,
) -> None:
    """Write the headline observations of the current snapshot as the small snapshot that the repository carries."""
    print(bundling.bundle(_store(store), Store(into), say=_say).id)


app.command("fetch")(fetch_command)


if __name__ == "__main__":
    as_command(app)
