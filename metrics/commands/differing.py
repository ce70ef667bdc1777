"""The command `verdict-changes`: the headline verdicts that differ between two snapshots."""

from typing import Annotated, Any

import typer

from data.errors import BadInput
from data.store import Store, reading_store
from metrics import words
from metrics.options import AsJson, Known, StoreFolder, chosen, opened, print_csv, print_json, print_lines
from metrics.verdict_changes import VerdictChange, verdict_changes


def verdict_changes_(
    old: Annotated[str, typer.Argument(metavar="OLD")],
    new: Annotated[str, typer.Argument(metavar="NEW")],
    known: Known = "now",
    summary: Annotated[bool, typer.Option("--summary", help="One line: counts by indicator and the five largest.")] = False,
    as_json: AsJson = False,
    store: StoreFolder = None,
) -> None:
    """List the headline verdicts that differ between two snapshots, over all authorities: CSV, or JSON with --json."""
    if summary and as_json:
        raise BadInput("--summary and --json cannot both be printed. Choose one of them.")
    folder = Store(store) if store else reading_store()
    before, after = opened(folder.folder, old), opened(folder.folder, new)
    found = verdict_changes(before, after, chosen(known=known))
    if summary:
        print_lines([words.verdict_changes.summary(found)])
    elif as_json:
        print_json(found)
    else:
        print_csv([_change(one) for one in found], CHANGES)


CHANGES = (
    "area_code",
    "area_name",
    "indicator",
    "before",
    "after",
    "period_before",
    "period_after",
    "value_before",
    "value_after",
)


def _change(one: VerdictChange) -> dict[str, Any]:
    before, after = one.fact_before, one.fact_after
    return {
        "area_code": one.area.code,
        "area_name": one.area.name,
        "indicator": one.indicator.id,
        "before": one.before.value,
        "after": one.after.value,
        "period_before": before.period if before else "",
        "period_after": after.period if after else "",
        "value_before": before.value if before else None,
        "value_after": after.value if after else None,
    }


def register(app: typer.Typer) -> None:
    """Add this command to `python -m metrics`."""
    app.command("verdict-changes")(verdict_changes_)
