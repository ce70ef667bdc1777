"""Scorecards: the latest figure of each indicator for an authority, beside its benchmark and with its verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.areas import Area
from metrics import rows
from metrics.asking import Asking, Beside
from metrics.catalogue import Indicator
from metrics.fresh import Freshness
from metrics.judge import PROPORTION, YEARS, judge, why_no_level
from metrics.judged import Level, Meets, Movement, Tally, Verdict, Why
from metrics.methods.overdispersion import Spread
from metrics.results import Choice, Fact, Scorecard, ScoreRow
from metrics.rows import Row
from metrics.spreads import Key

EVERYTHING = "all"


def scorecard(asking: Asking, principle: str, entries: Sequence[Indicator], area: str, choice: Choice) -> Scorecard:
    """Some indicators for one authority: a row each, in their order, each at its own latest period."""
    beside = asking.beside(area, choice)
    own = _by_indicator(asking.series(_measured(entries), _labels(entries), [beside.area.code], choice))
    histories = {id_: tuple(map(rows.fact, found)) for id_, found in own.items()}
    newest = {id_: fact for id_, found in histories.items() if (fact := rows.latest(found, beside.area))}
    keys = [(fact.indicator, fact.breakdown, fact.year) for fact in newest.values()]
    at: dict[str, dict[str, Row]] = {}
    for row in asking.beside_them(keys, beside.all, choice.known_on):
        at.setdefault(row[rows.INDICATOR], {})[row[rows.AREA]] = row
    judging = _Judging(beside, _spreads(asking, entries, newest, choice), asking.fresh(choice.known_on))
    lines = tuple(judging.line(e, histories.get(e.id, ()), newest.get(e.id), at.get(e.id, {})) for e in entries)
    facts = [f for line in lines for f in line.history]
    return Scorecard(principle, beside.area, choice, beside.edition, lines, asking.notes_of(beside, facts))


def everyone(
    asking: Asking, entries: Sequence[Indicator], choice: Choice, areas: Sequence[Area]
) -> dict[str, tuple[ScoreRow, ...]]:
    """The rows of these indicators for many authorities at once, by area code: one reading of the figures for all of them. Their
    history is the five years that a verdict rests on."""
    held = _by_indicator(asking.series(_measured(entries), _labels(entries), [], choice))
    by_area = {id_: _by_area(found) for id_, found in held.items()}
    by_year = {id_: rows.by_period(found) for id_, found in held.items()}
    fresh, found = asking.fresh(choice.known_on), {}
    for area in areas:
        histories, newest, at = {}, {}, {}
        for id_, lines in by_area.items():
            last = rows.latest_row(lines.get(area.code, ()), area)
            if last is not None:
                recent = [row for row in lines[area.code] if last[rows.YEAR] - YEARS < row[rows.YEAR] <= last[rows.YEAR]]
                histories[id_] = tuple(map(rows.fact, recent))
                newest[id_], at[id_] = histories[id_][-1], by_year[id_][last[rows.YEAR]]
        beside = asking.beside(area.code, choice)
        judging = _Judging(beside, _spreads(asking, entries, newest, choice), fresh)
        found[area.code] = tuple(judging.line(e, histories.get(e.id, ()), newest.get(e.id), at.get(e.id, {})) for e in entries)
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


def _by_indicator(held: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in held:
        found.setdefault(row[rows.INDICATOR], []).append(row)
    return found


def _by_area(held: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in held:
        found.setdefault(row[rows.AREA], []).append(row)
    return found


def _spreads(
    asking: Asking, entries: Sequence[Indicator], newest: Mapping[str, Fact], choice: Choice
) -> Mapping[Key, Spread | None]:
    shares = [newest[e.id] for e in entries if e.interval == PROPORTION and e.id in newest]
    return asking.spreads([(f.indicator, f.breakdown, f.year) for f in shares], choice.known_on)


@dataclass(frozen=True)
class _Judging:
    """What all rows of one authority are judged with."""

    beside: Beside
    spreads: Mapping[Key, Spread | None]
    fresh: Freshness

    def line(self, entry: Indicator, history: tuple[Fact, ...], newest: Fact | None, at: Mapping[str, Row]) -> ScoreRow:
        """One row. `history` is oldest first, `at` are the rows of the newest fact's year by area."""
        label = entry.breakdowns[0] if entry.slices else "Total"
        if newest is None:
            return ScoreRow(entry, label, None, None, (), None, (), nothing_known(entry))
        benchmark = self.beside.benchmark(entry, newest, at)
        spread = self.spreads.get((entry.id, label, newest.year))
        shown = tuple(f for f in history if f.year <= newest.year)
        tau2 = spread.tau2 if spread else 0.0
        verdict = judge(entry, label, self.beside.area, shown, newest, benchmark, tau2, self.fresh.of(newest))
        before = next((f for f in shown if f.year == newest.year - 1), None)
        among = tuple(at[code][rows.VALUE] if code in at else None for code in self.beside.codes)
        return ScoreRow(entry, label, newest, before, shown, benchmark, among, verdict)


def nothing_known(entry: Indicator) -> Verdict:
    """The verdict on an indicator without any figure."""
    why = why_no_level(entry, "Total", None, None, True, None) or Why.NOT_IN_SNAPSHOT
    met = Meets.CANNOT_TELL if entry.target else Meets.NO_TARGET
    return Verdict(Level.CANNOT_TELL, why, None, None, Movement.CANNOT_TELL, why, None, None, None, met)
