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
    children = int(half_up(result.gap.gap, 0))
    lead = f"{result.area.short_name}: if our rate equalled {whose[result.benchmark.kind]}"
    if not children:
        return f"{lead}, as many children would be in care, and no money would be saved or spent."
    way, noun = ("fewer" if children > 0 else "more"), "child" if abs(children) == 1 else "children"
    ends = [pounds(end) for end in sorted((abs(result.range.low), abs(result.range.high)))]
    money = f"about {ends[0]} to {ends[1]} a year {'less' if children > 0 else 'more'}"
    return f"{lead}, about {number(abs(children))} {way} {noun} would be in care. That is {money}."


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
        "The high end is an upper bound. Homes and staff are paid for all the same, and help for a family at home takes "
        "money too. These figures are rough, and cannot tell what any child needs."
    )


def pounds(value: float) -> str:
    """'£12.9 million', '£640,000', '£960': a yearly sum to two or three figures, a weekly cost as it is."""
    if abs(value) >= MILLION:
        return f"£{number(value / MILLION, 1)} million"
    return f"£{number(float(half_up(value / 10_000, 0)) * 10_000)}" if abs(value) >= 10_000 else f"£{number(value)}"


def _doubt(result: Costs) -> str:
    if result.level in (Level.SIMILAR, Level.CANNOT_TELL):
        return "The rate is not clearly higher or lower, so the true gap may be none."
    return ""


def _prices(result: Costs) -> str:
    own = result.weekly.area.code == result.area.code
    whose = "" if own else f" in {result.weekly.area.short_name}, since there are no costs of its own"
    return f"At prices of {result.weekly.period}{whose}"
