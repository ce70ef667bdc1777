"""The small line over a finding: the reference date, what it is compared with, and the vintage."""

from metrics import rows, words
from metrics.results import Choice, Fact, Kind, Neighbours, Scorecard, Trend


def of_trend(result: Trend) -> tuple[str, ...]:
    """Of a trend: the newest period in which the authority existed."""
    region = result.region.area.short_name if result.region else ""
    compared = words.comparable(result.indicator) and (result.choice.kind is not Kind.NEIGHBOURS or bool(result.neighbours))
    name = words.benchmark_name(result.choice, result.edition, result.own.area, region) if compared else ""
    return _line(rows.latest(result.own.facts, result.own.area), name, result.choice)


def of_neighbours(result: Neighbours) -> tuple[str, ...]:
    """Of a comparison in one period."""
    region = result.region_area.short_name if result.region_area else ""
    compared = words.comparable(result.indicator) and (result.choice.kind is not Kind.NEIGHBOURS or bool(result.of))
    name = words.benchmark_name(result.choice, result.edition, result.area, region) if compared else ""
    return _line(result.own, name, result.choice)


def of_card(card: Scorecard) -> tuple[str, ...]:
    """Of a scorecard, whose rows each have a date of their own."""
    compared = card.choice.kind is not Kind.NEIGHBOURS or any(row.benchmark and row.benchmark.of for row in card.rows)
    name = words.benchmark_name(card.choice, card.edition, card.area) if compared else ""
    return _line(None, name, card.choice)


def _line(fact: Fact | None, benchmark: str, choice: Choice) -> tuple[str, ...]:
    return (words.when(fact) if fact else "", f"beside {benchmark}" if benchmark else "", words.vintage(choice))
