"""Scorecards: the latest figure of each indicator for an authority, beside its benchmark and with its verdict."""

from collections.abc import Mapping, Sequence

from data.areas import Area
from metrics import rows
from metrics.asking import Asking, Beside
from metrics.catalogue import Indicator
from metrics.fresh import Freshness
from metrics.judge import PROPORTION, judge, why_no_level
from metrics.judged import Level, Meets, Movement, Tally, Verdict, Why
from metrics.methods.overdispersion import Spread
from metrics.results import Choice, Fact, Scorecard, ScoreRow
from metrics.rows import Row
from metrics.spreads import Key

EVERYTHING = "all"
ByYear = Mapping[int, Mapping[str, Row]]


def scorecard(asking: Asking, principle: str, entries: Sequence[Indicator], area: str, choice: Choice) -> Scorecard:
    """Some indicators for one authority: a row each, in their order, each at its own latest period."""
    beside = asking.beside(area, choice)
    held = _by_indicator(entries, asking.series(_measured(entries), _labels(entries), beside.all, choice))
    lines = _lines(asking, entries, beside, held, {}, asking.fresh(choice.known_on))
    facts = [f for line in lines for f in line.history]
    return Scorecard(principle, beside.area, choice, beside.edition, lines, asking.notes_of(beside, facts))


def everyone(
    asking: Asking, entries: Sequence[Indicator], choice: Choice, areas: Sequence[Area]
) -> dict[str, tuple[ScoreRow, ...]]:
    """The rows of these indicators for many authorities at once, by area code: one reading of the figures for all of them."""
    held = _by_indicator(entries, asking.series(_measured(entries), _labels(entries), [], choice))
    by_area = {id_: _by_area(found) for id_, found in held.items()}
    by_year = {id_: rows.by_period(found) for id_, found in held.items()}
    fresh = asking.fresh(choice.known_on)
    found = {}
    for area in areas:
        beside = asking.beside(area.code, choice)
        mine = {id_: lines.get(area.code, []) for id_, lines in by_area.items()}
        found[area.code] = _lines(asking, entries, beside, mine, by_year, fresh)
    return found


def tally(lines: Sequence[ScoreRow]) -> Tally:
    """How many indicators are better, similar, worse, not to be told, and without a direction."""
    judged = [line for line in lines if line.indicator.better != "neither"]
    levels = [line.verdict.level for line in judged]
    counts = {level: levels.count(level) for level in (Level.BETTER, Level.SIMILAR, Level.WORSE)}
    told = sum(counts.values())
    return Tally(*counts.values(), unknown=len(judged) - told, neutral=len(lines) - len(judged))


def _measured(entries: Sequence[Indicator]) -> list[Indicator]:
    return [e for e in entries if e.slices]


def _labels(entries: Sequence[Indicator]) -> list[str]:
    return [e.breakdowns[0] for e in _measured(entries)]


def _by_indicator(entries: Sequence[Indicator], held: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows of the breakdown that is shown first, by indicator."""
    shown_first = {e.id: e.breakdowns[0] for e in _measured(entries)}
    found: dict[str, list[Row]] = {}
    for row in held:
        if row[rows.BREAKDOWN] == shown_first[row[rows.INDICATOR]]:
            found.setdefault(row[rows.INDICATOR], []).append(row)
    return found


def _by_area(held: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in held:
        found.setdefault(row[rows.AREA], []).append(row)
    return found


def _lines(
    asking: Asking,
    entries: Sequence[Indicator],
    beside: Beside,
    held: Mapping[str, Sequence[Row]],
    by_year: Mapping[str, ByYear],
    fresh: Freshness,
) -> tuple[ScoreRow, ...]:
    """A row per indicator. `by_year` are the rows of all areas where they are at hand, else they are taken from `held`."""
    drafts = []
    for entry in entries:
        found = held.get(entry.id, ())
        history = tuple(rows.fact(row) for row in found if row[rows.AREA] == beside.area.code)
        newest = rows.latest(history, beside.area)
        years = by_year.get(entry.id) or (rows.by_period(found) if newest else {})
        drafts.append((entry, history, newest, years[newest.year] if newest else {}))
    keys = [(e.id, e.breakdowns[0], newest.year) for e, _, newest, _ in drafts if newest and e.interval == PROPORTION]
    spreads = asking.spreads(keys, beside.choice.known_on)
    return tuple(_line(entry, beside, history, newest, at, spreads, fresh) for entry, history, newest, at in drafts)


def _line(
    entry: Indicator,
    beside: Beside,
    history: tuple[Fact, ...],
    newest: Fact | None,
    at: Mapping[str, Row],
    spreads: Mapping[Key, Spread | None],
    fresh: Freshness,
) -> ScoreRow:
    label = entry.breakdowns[0] if entry.slices else "Total"
    if newest is None:
        return ScoreRow(entry, label, None, None, (), None, (), nothing_known(entry))
    benchmark = beside.benchmark(entry, newest, at)
    spread = spreads.get((entry.id, label, newest.year))
    shown = tuple(f for f in history if f.year <= newest.year)
    verdict = judge(entry, label, beside.area, shown, newest, benchmark, spread.tau2 if spread else 0.0, fresh.of(newest))
    before = next((f for f in shown if f.year == newest.year - 1), None)
    among = tuple(at[code][rows.VALUE] if code in at else None for code in beside.codes)
    return ScoreRow(entry, label, newest, before, shown, benchmark, among, verdict)


def nothing_known(entry: Indicator) -> Verdict:
    """The verdict on an indicator without any figure."""
    why = why_no_level(entry, "Total", None, None, True, None) or Why.NOT_IN_SNAPSHOT
    met = Meets.CANNOT_TELL if entry.target else Meets.NO_TARGET
    return Verdict(Level.CANNOT_TELL, why, None, None, Movement.CANNOT_TELL, why, None, None, None, met)
