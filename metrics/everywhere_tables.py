"""All authorities as tables for people: alphabetical, never a league table."""

from metrics import words
from metrics.everywhere import Authority, Everywhere
from metrics.figures import key_to_marks, n_of_n, shown, with_unit
from metrics.judged import Level, Why
from metrics.phrases import starts_sentence
from metrics.results import Fact
from metrics.tables import Column, Table, counts
from metrics.wording import marks
from metrics.wording.places import against_one

THIS, NEIGHBOUR, CHOSEN, GUEST = "this council", "neighbour", "your choice", "not counted here"
COUNTS = "n of N"


def authorities(result: Everywhere) -> Table:
    """One row per authority, by name: region, figure, counts, whether it is a neighbour, and how it lies beside England."""
    entry = result.indicator
    of_figures, in_counts = entry.is_share, entry.is_share or entry.slices[0].value is not None
    every = len({one.region for one in (*result.authorities, *result.guests)}) > 1
    compared = words.comparable(entry)
    columns = [Column("Council"), Column("Figure", True)]
    columns += [Column(COUNTS if of_figures else "n", True)] if in_counts else []
    columns += [*([Column("Beside England")] if compared else []), Column("Neighbour"), *([Column("Region")] if every else [])]
    rows = []
    for one in (*result.authorities, *result.guests):
        cells = [one.area.short_name, shown(one.fact, entry), *([counts(one.fact)] if in_counts else [])]
        cells += [*([_beside(one)] if compared else []), _which(result, one)]
        rows.append((*cells, *([one.region.short_name if one.region else ""] if every else [])))
    title = f"{_title(result)}: the councils of {result.within.short_name}, by name"
    return Table(title, tuple(columns), tuple(rows), key_to_marks({row.fact.status for row in result.authorities}))


def summary(result: Everywhere) -> Table | None:
    """Median and quartiles of the authorities shown, with the region and England; None for plain counts, and where fewer than 7
    in 10 have a figure."""
    entry, edges = result.indicator, result.quartiles
    if edges is None or result.median is None or not result.enough or not words.comparable(entry):
        return None
    held = f"{result.n} of {result.of}"
    made = (("Lower quartile", edges.q1), ("Median", result.median), ("Upper quartile", edges.q3))
    rows = [(f"{name} of the councils", with_unit(value, entry), held) for name, value in made]
    beside: tuple[tuple[str, Fact | None], ...] = ((result.within.short_name, result.region), ("England", result.england))
    rows += [(name, shown(fact, entry), n_of_n(fact)) for name, fact in beside if fact]
    title = f"{_title(result)}: how the councils are spread"
    columns = (Column("Among these councils"), Column("Figure", True), Column("n of N", True))
    return Table(title, columns, tuple(rows), key_to_marks({fact.status for _, fact in beside if fact}))


def outside(result: Everywhere) -> Table | None:
    """The authorities outside the wide 95% limits of the funnel, by name; None without any."""
    found, entry = result.funnel, result.indicator
    if found is None or not found.beyond:
        return None
    beyond = [one for one in result.authorities if one.area.code in (*found.low, *found.high)]
    rows = []
    for one in beyond:
        where, which = "below" if one.area.code in found.low else "above", _which(result, one)
        rows.append((one.area.short_name, shown(one.fact, entry), counts(one.fact), f"{where}\n{which}" if which else where))
    title = f"{_title(result)}: outside the solid 95% limits"
    return Table(title, (Column("Council"), Column("Figure", True), Column(COUNTS, True), Column("Where")), tuple(rows))


def _which(result: Everywhere, one: Authority) -> str:
    own = result.own is not None and one.area.code == result.own.area.code
    held = [THIS] * own + [NEIGHBOUR] * bool(one.position) + [CHOSEN] * one.chosen + [GUEST] * (one in result.guests)
    return ", ".join(held)


def _beside(one: Authority) -> str:
    """'▲ better than England', '◇ cannot tell' and why; of averages, which cannot be judged, where they lie; '' of no figure."""
    row = one.row
    if row.latest is None or row.latest.value is None or row.benchmark is None:
        return ""
    if row.verdict.level_why is Why.NO_SPREAD:
        return starts_sentence(against_one(row.indicator, row.latest, row.benchmark))
    if row.verdict.level is not Level.CANNOT_TELL:
        return f"{marks.mark(row)} {words.verdicts.level_words(row)}"
    _, _, why = words.verdicts.level_why(row).partition(": ")
    return f"{marks.mark(row)} {words.verdicts.level_words(row)}" + (f"\n{starts_sentence(why)}" if why else "")


def _title(result: Everywhere) -> str:
    return f"{result.indicator.title_of(result.breakdown)}, {words.when(result.like)}"
