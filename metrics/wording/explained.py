"""Say why the number of children looked after changed: a sum that closes, and what it cannot tell."""

from metrics.change import Change
from metrics.figures import number
from metrics.methods.flows import StockFlow
from metrics.wording.naming import and_


def finding(result: Change) -> str:
    """How the number changed and what closes the sum: the heading."""
    name, first, last = result.area.short_name, result.first, result.last
    moved = f"from {number(first.value or 0)} to {number(last.value or 0)}"
    went = (last.value or 0) - (first.value or 0)
    lead = f"{name} had {_more(went)} children in care on 31 March {last.period} than on 31 March {first.period}"
    lead = lead if went else f"{name} had as many children in care on 31 March {last.period} as on 31 March {first.period}"
    if result.flow is None:
        return f"{lead} ({moved})."
    return f"{lead}: {number(result.flow.started)} came into care and {number(result.flow.ceased)} left."


def sum_(flow: StockFlow) -> str:
    """The sum as it stands on paper, closed to the published number: '387 + 68 − 111 = 344, nothing left over.'"""
    left = flow.residual
    over = "nothing left over" if not left else f"{number(abs(left))} {'more' if left > 0 else 'fewer'} than the sum"
    result = f"{number(flow.start)} + {number(flow.started)} − {number(flow.ceased)} = {number(flow.end - left)}"
    return f"{result}, nothing left over." if not left else f"{result}; {number(flow.end)} were counted, {over}."


def sentence(result: Change) -> str:
    """The sum, unaccompanied children first, then the population, then how long children stay."""
    said = [sum_(result.flow)] if result.flow else []
    said += [part for part in (unaccompanied(result), population(result), decomposition(result), stay(result)) if part]
    return " ".join(said)


def unaccompanied(result: Change) -> str:
    """What unaccompanied asylum-seeking children are of the change; '' where it is not published."""
    part, facts = result.unaccompanied, result.unaccompanied_facts
    if part is None or facts is None:
        return ""
    before, after = facts
    moved = f"Unaccompanied asylum-seeking children went from {number(before.value or 0)} to {number(after.value or 0)}"
    if not part.part:
        return f"{moved}, so they explain none of the change."
    return f"{moved}, {_more(part.part)}; all other children: {_more(part.rest) if part.rest else 'no change'}."


def population(result: Change) -> str:
    """What a growing or shrinking child population alone would have done; '' where it is not known."""
    effect = result.population
    if effect is None:
        return ""
    if round(effect.population) == 0:
        return "The number of children who live here hardly changed, so it explains almost nothing."
    return (
        f"The number of children who live here changed too: that alone would mean {_about(effect.population)}, "
        f"and the change of the rate {_about(effect.rate)}."
    )


def decomposition(result: Change) -> str:
    """How the flows of several years differ from those of the base year; '' for one year."""
    parts = result.decomposition
    if parts is None:
        return ""
    pieces = [
        f"{_about(parts.drift, exact=True)} had both stayed as in {result.base}",
        f"{_about(parts.entries, exact=True)} because {'more' if parts.entries >= 0 else 'fewer'} came in",
        f"{_about(parts.exits, exact=True)} because {'fewer' if parts.exits >= 0 else 'more'} left",
    ]
    over = f", and {_about(parts.residual, exact=True)} not explained" if parts.residual else ""
    return f"Set against the year to 31 March {result.base}: {and_(pieces)}{over}. Another base year gives other parts."


def stay(result: Change) -> str:
    """How long children stay, roughly, by those who left and by those who came; '' where nobody did."""
    if result.stay_by_exits is None or result.stay_by_entries is None:
        return ""
    by = f"{number(result.stay_by_exits, 1)} years by those who left, {number(result.stay_by_entries, 1)} by those who came"
    return f"Roughly, children stay {by}."


def caution() -> str:
    """What flows cannot tell."""
    return (
        "The sum says how the number changed, not whether it should have: it cannot tell what any child needed. "
        "What is left over is late correction and children who left and came back on one day."
    )


def _more(change: float) -> str:
    return f"{number(abs(change))} {'more' if change > 0 else 'fewer'}"


def _about(change: float, exact: bool = False) -> str:
    if round(change) == 0:
        return "no more and no fewer"
    return f"{'' if exact else 'about '}{_more(change)}"
