"""The command `neighbours`: an authority beside its statistical neighbours in one period, and councils of the reader's choice."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from data.areas import Area as Place
from metrics import editions as listing
from metrics import words
from metrics.ask import Ask
from metrics.chosen import chosen as lines_of
from metrics.chosen import in_period
from metrics.jsonable import plain
from metrics.options import Area, AsJson, Known, SnapshotId, StoreFolder, With, chosen, opened, print_csv, print_json
from metrics.results import Fact, Neighbours, Series
from metrics.spans import by_area
from metrics.wording import closeness

COLUMNS = ("area_code", "area_name", "closeness", "value", "numerator", "denominator", "status")


def neighbours(
    indicator: Annotated[str, typer.Option("--indicator")],
    area: Area,
    period: Annotated[str, typer.Option("--period", help="For example 2025; the latest without it.")] = "",
    edition: Annotated[str, typer.Option("--edition", help="2025 or 2021; the newest known on that day without it.")] = "",
    breakdown: Annotated[str, typer.Option("--breakdown")] = "",
    with_: With = None,
    known: Known = "now",
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """Set an authority beside its statistical neighbours in one period. CSV of the neighbours, or all of it with --json."""
    ask, choice = opened(store, snapshot), chosen(edition=edition, known=known)
    result = ask.neighbours(indicator, area, choice, period or None, breakdown or None)
    if not as_json:
        print_csv([_figures(n.area, n.fact) | {"closeness": n.closeness} for n in result.neighbours], COLUMNS)
        return
    codes = [ask.areas.find(name).code for name in with_ or ()]
    group = in_period(lines_of(ask, result.indicator, result.breakdown, codes, choice), result.own)
    print_json(_answer(result) | _all_of_it(ask, result, group))


def _answer(result: Neighbours) -> dict[str, Any]:
    own = result.own
    return {
        "indicator": result.indicator.id,
        "breakdown": result.breakdown,
        "area": result.area.code,
        "area_name": result.area.name,
        "period": result.period,
        "value": own.value,
        "numerator": own.numerator,
        "denominator": own.denominator,
        "status": own.status.value,
        "edition": result.edition,
        "mean": result.mean,
        "median": result.median,
        "pooled": result.pooled,
        "n": result.n,
        "of": result.of,
        "neighbours": [_figures(n.area, n.fact) | {"closeness": n.closeness} for n in result.neighbours],
        "notes": list(result.notes),
    }


def _all_of_it(ask: Ask, result: Neighbours, group: Sequence[tuple[Series, Fact]]) -> dict[str, Any]:
    """What the page says beside it: region and England, councils of one's own choice, intervals, every edition of the list."""
    chosen_ = [fact for _, fact in group]
    spans = by_area(result.indicator, [result.own, *(n.fact for n in result.neighbours), *chosen_])
    both = listing.editions(ask, result.area, result.choice.known_on)
    said = [words.neighbours_finding(result), words.neighbours_sentence(result), closeness.warning(result)]
    return {
        "region": result.region,
        "england": result.england,
        "chosen": [_figures(line.area, fact) for line, fact in group],
        "intervals": [{"area_code": code, **plain(span)} for code, span in spans.items()],
        "editions": [
            {"area_code": one.area.code, "edition": name, "position": position, "closeness": word}
            for one in both.listed
            for name, (position, word) in one.places.items()
        ],
        "words": [line for line in (*said, listing.sentence(both)) if line],
    }


def _figures(area: Place, fact: Fact) -> dict[str, Any]:
    return {
        "area_code": area.code,
        "area_name": area.name,
        "value": fact.value,
        "numerator": fact.numerator,
        "denominator": fact.denominator,
        "status": fact.status.value,
    }


def register(app: typer.Typer) -> None:
    """Add this command to `python -m metrics`."""
    app.command()(neighbours)
