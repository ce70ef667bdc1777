"""Who to ring: neighbours that are clearly better on an indicator, and improving, with what inspectors found there and when."""

from dataclasses import dataclass
from datetime import date

from data.areas import Area
from data.errors import BadInput
from data.status import Status
from metrics import rows
from metrics.asking import Asking
from metrics.catalogue import Indicator
from metrics.judge import PROPORTION, enough_children, judge, margin_of
from metrics.judged import Verdict
from metrics.methods.difference import newcombe
from metrics.methods.intervals import Interval
from metrics.results import Choice, Fact
from metrics.wording.naming import lower

CLOSE = ("Extremely close", "Very close", "Close")


@dataclass(frozen=True)
class Inspection:
    """The latest inspection of an authority as its inspectorate lists it; '' for a judgement that was not given."""

    inspected_on: date | None
    reported_on: date | None
    overall: str
    children_in_care: str
    care_leavers: str


@dataclass(frozen=True)
class Candidate:
    """A close neighbour set beside the authority: `difference` is neighbour minus authority in the indicator's unit with its 95%
    interval (Newcombe), `better` whether it is clearly on the good side, `improving` whether its five years point there."""

    area: Area
    closeness: str
    fact: Fact
    difference: Interval | None
    better: bool
    improving: bool
    verdict: Verdict
    inspection: Inspection | None


@dataclass(frozen=True)
class Ring:
    """The close neighbours, nearest first. Those to ring are clearly better and improving; `better` only is the next best."""

    indicator: Indicator
    breakdown: str
    area: Area
    choice: Choice
    edition: str
    own: Fact
    candidates: tuple[Candidate, ...]

    @property
    def to_ring(self) -> tuple[Candidate, ...]:
        """Clearly better, and improving."""
        return tuple(c for c in self.candidates if c.better and c.improving)

    @property
    def better(self) -> tuple[Candidate, ...]:
        """Clearly better, without a clear improvement over five years."""
        return tuple(c for c in self.candidates if c.better and not c.improving)


def ring(asking: Asking, indicator: str, area: str, choice: Choice | None = None, breakdown: str = "") -> Ring:
    """The close neighbours of an authority on one indicator. Raises BadInput for an indicator without a direction or that is no
    share of people, since neither tells who does better, and for a year that is counted in a new way."""
    chosen, entry = choice or Choice(), asking.catalogue[indicator]
    if entry.better == "neither":
        raise BadInput(f"{entry.title} is neither good nor bad in itself, so nobody does better on it.")
    if entry.interval != PROPORTION:
        raise BadInput(f"{entry.title} is not a share of people with published counts, so who is clearly better cannot be told.")
    label = entry.slice(breakdown or None).breakdown
    beside = asking.beside(area, chosen)
    held = asking.series([entry], [label], [beside.area.code, *beside.codes], chosen)
    lines: dict[str, list[Fact]] = {}
    for row in held:
        lines.setdefault(row[rows.AREA], []).append(rows.fact(row))
    own = rows.latest(lines.get(beside.area.code, []), beside.area)
    if own is None:
        raise BadInput(f"{entry.title} is not held for {beside.area.short_name}.")
    if broken := next((b.reason for b in entry.breaks_of(label) if b.year == own.year), ""):
        raise BadInput(f"Who does better on {lower(entry.title)} cannot be told: {lower(broken).rstrip('.')}.")
    inspections = _inspections(asking, list(beside.codes), chosen)
    found = []
    for code, closeness in beside.closeness.items():
        history = [f for f in lines.get(code, []) if f.year <= own.year]
        fact = next((f for f in history if f.year == own.year), None) or rows.absent(own, code)
        if closeness in CLOSE:
            found.append(_candidate(entry, label, asking.areas[code], closeness, own, fact, history, inspections.get(code)))
    return Ring(entry, label, beside.area, chosen, beside.edition, own, tuple(found))


def _candidate(
    entry: Indicator,
    label: str,
    area: Area,
    closeness: str,
    own: Fact,
    fact: Fact,
    history: list[Fact],
    inspection: Inspection | None,
) -> Candidate:
    difference = _difference(entry, fact, own)
    verdict = judge(entry, label, area, history, fact, None)
    return Candidate(
        area=area,
        closeness=closeness,
        fact=fact,
        difference=difference,
        better=_clearly_better(entry, own, difference),
        improving=verdict.worsening is False,
        verdict=verdict,
        inspection=inspection,
    )


def _difference(entry: Indicator, theirs: Fact, ours: Fact) -> Interval | None:
    for fact in (theirs, ours):
        if fact.status is not Status.PUBLISHED or fact.numerator is None or not enough_children(entry, fact):
            return None
    found = newcombe(theirs.numerator, theirs.denominator, ours.numerator, ours.denominator)
    return Interval(found.value * entry.per, found.lower * entry.per, found.upper * entry.per)


def _clearly_better(entry: Indicator, own: Fact, difference: Interval | None) -> bool:
    """Zero lies outside the interval, on the good side, and the distance matters in practice."""
    if difference is None or own.value is None or difference.contains(0.0):
        return False
    good_side = difference.value > 0 if entry.better == "higher" else difference.value < 0
    return good_side and abs(difference.value) > margin_of(entry, own.value)


def _inspections(asking: Asking, codes: list[str], choice: Choice) -> dict[str, Inspection]:
    found = asking.run("inspections", {"areas": codes, "day": choice.known_on.day})[1]
    return {code: Inspection(inspected, reported, *(word or "" for word in words)) for code, inspected, reported, *words in found}
