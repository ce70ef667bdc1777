"""Say what a gap in children is worth in money: a range with its limits, 'if our rate equalled', never 'should'."""

from metrics.costs import Costs
from metrics.figures import half_up, number
from metrics.judged import Level
from metrics.results import Kind

MILLION = 1_000_000


def finding(result: Costs) -> str:
    """'If our rate equalled that of the neighbours, about 129 fewer children would be in care: about £3.2 million to £12.9
    million less a year.'"""
    whose = {Kind.NEIGHBOURS: "that of the neighbours", Kind.REGION: "that of the region", Kind.ENGLAND: "England's"}
    lead = f"{result.area.short_name}: if our rate equalled {whose[result.benchmark.kind]}"
    if not _children(result):
        return f"{lead}, as many children would be in care, and no money would be saved or spent."
    return f"{lead}, {_gap(result)} would be in care. That is {_money(result)}."


def money(result: Costs) -> str:
    """The range alone, to be read after the gap: 'In money, about 129 fewer children would be about ... a year less.'"""
    return f"In money, {_gap(result)} would be {_money(result)}." if _children(result) else ""


def sentence(result: Costs) -> str:
    """Where the two ends come from, whose prices they are, and what the range cannot tell."""
    weekly = result.weekly
    said = [_doubt(result), f"{_prices(result)}, a week of foster care took {pounds(weekly.foster.value or 0)} for one child."]
    said.append(f"A week of any care took {pounds(weekly.care.value or 0)}.")
    if weekly.residential is not None:
        said.append(f"A week of residential care took {pounds(weekly.residential.value or 0)}.")
    said += ["The low end takes half of the first, the high end all of the second.", caution()]
    return " ".join(part for part in said if part)


def caution() -> str:
    """What a range in money cannot tell."""
    return (
        "The gap is not a target. The high end is an upper bound. Homes and staff are paid for all the same, and help for a "
        "family at home takes money too. These figures are rough, and cannot tell what any child needs."
    )


def pounds(value: float) -> str:
    """'£12.9 million', '£640,000', '£960': a yearly sum to two or three figures, a weekly cost as it is."""
    if abs(value) >= MILLION:
        return f"£{number(value / MILLION, 1)} million"
    return f"£{number(float(half_up(value / 10_000, 0)) * 10_000)}" if abs(value) >= 10_000 else f"£{number(value)}"


def _children(result: Costs) -> int:
    return int(half_up(result.gap.gap, 0))


def _gap(result: Costs) -> str:
    children = _children(result)
    noun = "child" if abs(children) == 1 else "children"
    return f"about {number(abs(children))} {'fewer' if children > 0 else 'more'} {noun}"


def _money(result: Costs) -> str:
    ends = [pounds(end) for end in sorted((abs(result.range.low), abs(result.range.high)))]
    return f"about {ends[0]} to {ends[1]} a year {'less' if _children(result) > 0 else 'more'}"


def _doubt(result: Costs) -> str:
    if result.level in (Level.SIMILAR, Level.CANNOT_TELL):
        return "The rate is not clearly higher or lower, so the true gap may be none."
    return ""


def _prices(result: Costs) -> str:
    own = result.weekly.area.code == result.area.code
    whose = "" if own else f" in {result.weekly.area.short_name}, since there are no costs of its own"
    return f"At prices of {result.weekly.period}{whose}"
