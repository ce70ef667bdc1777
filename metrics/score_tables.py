"""A scorecard as tables for people: its published measures, and those that a council would have to collect itself."""

from metrics import words
from metrics.figures import key_to_marks, shown
from metrics.phrases import starts_sentence
from metrics.results import Scorecard, ScoreRow
from metrics.tables import Column, Table, counts


def scorecard(card: Scorecard) -> Table:
    """One row per published indicator at its own latest period: figure, counts, when, change, and where it stands."""
    measured = measured_rows(card)
    return Table(
        f"{len(measured)} measures for {card.area.short_name}, each at its own latest period",
        (Column("Measure, and when"), Column("Latest", True), Column("n of N", True), Column("Change"), Column("Beside others")),
        tuple(_score_cells(row) for row in measured),
        key_to_marks({row.latest.status for row in measured if row.latest}),
    )


def to_collect(card: Scorecard) -> Table | None:
    """The indicators of a card that are not measured nationally, with what a council would need to collect; None without any."""
    local = [row.indicator for row in card.rows if row.indicator.local]
    if not local:
        return None
    return Table(
        starts_sentence(words.NOT_NATIONAL),
        (Column("Measure"), Column("What it would tell"), Column("What to collect")),
        tuple((entry.title, entry.plain, entry.collect) for entry in local),
    )


def measured_rows(card: Scorecard) -> tuple[ScoreRow, ...]:
    """The rows of a card that stand in its table: those with published figures, in the card's order."""
    return tuple(row for row in card.rows if not row.indicator.local)


def history(row: ScoreRow) -> str:
    """All years of a row in words, oldest first: '2023: 71%, 2024: [c], 2025: 73%'."""
    return ", ".join(f"{fact.period}: {shown(fact, row.indicator)}" for fact in row.history)


def _score_cells(row: ScoreRow) -> tuple[str, ...]:
    title = row.indicator.title_of(row.breakdown)
    if row.latest is None:
        return title, shown(None, row.indicator), "", "", words.against(row)
    held = counts(row.latest) if words.comparable(row.indicator) else ""
    name = f"{title}\n{words.when(row.latest)}"
    return name, shown(row.latest, row.indicator), held, words.change(row), words.against(row)
