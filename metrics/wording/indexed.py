"""Say whether a change is ours or everyone's: how far England's movement explains it. Never who caused it."""

from metrics.figures import half_up, number, with_unit
from metrics.indexed import Indexed, Share
from metrics.phrases import starts_sentence
from metrics.results import Kind
from metrics.wording.naming import benchmark_name, lower

QUESTION = "Does the change belong to us, or did the same happen everywhere?"
METHOD = (
    "Each line is 100 in the first year that both we and England have, so that lines of different height can be compared. How "
    "much England's movement explains: our first figure is moved by the same per cent as England's, and that change is set "
    "beside our own. England includes us. It tells what moved together, not why."
)
ALMOST = 0.95
HARDLY = 0.05


def finding(result: Indexed) -> str:
    """The heading: how much of our change went the way of England's."""
    trend, name = result.trend, result.trend.own.area.short_name
    title = lower(trend.indicator.title_of(trend.breakdown))
    if not result.years or result.share is None:
        return f"Us or everyone cannot be told: {title} has fewer than two years to compare for {name} and England."
    span = f"{result.years[0].period} to {result.years[-1].period}"
    chance = "the change could be chance; " if result.share.chance and result.share.change else ""
    return f"{name}, {title}, {span}: {chance}{_explained(result.share)}."


def sentence(result: Indexed) -> str:
    """What the lines show, with the figures they start from."""
    if not result.years or result.share is None:
        return "There is nothing to draw: it takes two years in a row that are counted in the same way."
    first, last = result.years[0], result.years[-1]
    trend, entry = result.trend, result.trend.indicator
    ends = [(trend.own.area.short_name, first.own_figure, last.own_figure, last.own)]
    ends.append(("England", first.england_figure, last.england_figure, last.england))
    if result.benchmark and last.benchmark is not None:
        region = trend.region.area.short_name if trend.region else ""
        named = starts_sentence(benchmark_name(trend.choice, trend.edition, trend.own.area, region))
        ends.append((named, first.benchmark_figure, last.benchmark_figure, last.benchmark))
    said = [f"With {first.period} as 100, {last.period} is {_all(ends)}."]
    said += [f"{who}: from {with_unit(was, entry)} to {with_unit(now, entry)}." for who, was, now, _ in ends]
    if result.benchmark and trend.choice.kind is Kind.NEIGHBOURS:
        said.append(f"{last.n} of {last.of} neighbours had a figure in {last.period}.")
    said.append(_as_england(result, result.share))
    return " ".join(part for part in said if part)


def _all(ends: list[tuple[str, float | None, float | None, float | None]]) -> str:
    parts = [f"{number(index or 0)} for {who.partition(' (')[0]}" for who, _, _, index in ends]
    lowered = [parts[0], *(part.replace("for The", "for the") for part in parts[1:])]
    return f"{', '.join(lowered[:-1])} and {lowered[-1]}"


def _explained(found: Share) -> str:
    if found.share is None:
        return "no change to explain"
    share = found.share
    if share <= -HARDLY:
        return "England moved the other way, so it explains none of the change"
    if share < HARDLY:
        return "England hardly moved, so it explains almost none of the change"
    if share > 1 / ALMOST:
        return "England moved the same way and further, so all of the change went with everyone's"
    if share >= ALMOST:
        return "England moved as much, so almost all of the change went with everyone's"
    rest = "" if found.chance else ", the rest is our own"  # of a change that could be chance, nothing is anybody's own
    return f"about {half_up(share * 100, 0)}% of the change went with England's{rest}"


def _as_england(result: Indexed, found: Share) -> str:
    first = result.years[0].own_figure
    if first is None or found.share is None:
        return ""
    entry = result.trend.indicator
    return f"Had we moved as England did, our figure would have been {with_unit(first + found.expected, entry)}."
