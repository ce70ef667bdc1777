"""Say why the number of children looked after changed: a sum that closes, and what it cannot tell."""

from metrics.change import Change
from metrics.figures import half_up, number
from metrics.methods.flows import StockFlow


def finding(result: Change) -> str:
    """How the number changed and who came and left: the heading."""
    name, first, last = result.area.short_name, result.first, result.last
    went = (last.value or 0) - (first.value or 0)
    days = f"on 31 March {last.period} than on 31 March {first.period}"
    lead = f"{name} had {_more(went)} {'child' if abs(went) == 1 else 'children'} in care {days}"
    lead = lead if went else f"{name} had as many children in care on 31 March {last.period} as on 31 March {first.period}"
    if result.flow is None:
        return f"{lead}: {number(last.value or 0)}, after {number(first.value or 0)}."
    return f"{lead}: {number(result.flow.started)} came into care and {number(result.flow.ceased)} left."


def sum_(flow: StockFlow) -> str:
    """The sum as it stands on paper, closed to the published number: '387 + 68 − 111 = 344, nothing left over.'"""
    left = flow.residual
    result = f"{number(flow.start)} + {number(flow.started)} − {number(flow.ceased)} = {number(flow.end - left)}"
    if not left:
        return f"{result}, nothing left over."
    return f"{result}. The count was {number(flow.end)}, {_more(left)} than the sum."


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
    before, after = (number(fact.value or 0) for fact in facts)
    if not part.part:
        return f"Unaccompanied asylum-seeking children: {after}, as before, so they explain none of the change."
    rest = _more(part.rest) if part.rest else "no change"
    return f"Unaccompanied asylum-seeking children went from {before} to {after}: {_more(part.part)}. All other children: {rest}."


def population(result: Change) -> str:
    """What a growing or shrinking child population alone would have done; '' where it is not known."""
    effect = result.population
    if effect is None:
        return ""
    if _whole(effect.population) == 0:
        return "The number of children who live here hardly changed, so it explains almost nothing."
    way = "grew" if effect.population > 0 else "fell"
    return (
        f"The number of children who live here {way}: that alone would mean {_about(effect.population)}. "
        f"The change in the rate alone would mean {_about(effect.rate)}."
    )


def decomposition(result: Change) -> str:
    """How the flows of several years differ from those of the base year; '' for one year."""
    parts = result.decomposition
    if parts is None:
        return ""
    base = f"Had as many come and left each year as in the year to 31 March {result.base}"
    said = [f"{base}, there would be {_exactly(parts.drift)}."]
    if parts.entries:
        said.append(f"{'More' if parts.entries > 0 else 'Fewer'} came in, which makes {_exactly(parts.entries)}.")
    if parts.exits:
        said.append(f"{'Fewer' if parts.exits > 0 else 'More'} left, which makes {_exactly(parts.exits)}.")
    said += [f"Not explained: {_exactly(parts.residual)}."] if parts.residual else []
    return " ".join([*said, "Another base year gives other parts."])


def stay(result: Change) -> str:
    """How long children stay, roughly, by those who left and by those who came; '' where nobody did."""
    if result.stay_by_exits is None or result.stay_by_entries is None:
        return ""
    if max(result.stay_by_exits, result.stay_by_entries) < 1:  # nobody says "0.6 years"
        return "As a rough guide, children stay less than a year."
    left, came = number(result.stay_by_exits, 1), number(result.stay_by_entries, 1)
    if left == came:
        return f"As a rough guide, children stay about {left} years."
    return f"As a rough guide, children stay {left} years, going by those who left. Going by those who came, it is {came} years."


def caution() -> str:
    """What flows cannot tell."""
    return (
        "The sum says how the number changed. It cannot tell what any child needed, or what is right. "
        "What is left over comes from late changes to the counts, and from children who left and came back."
    )


def _more(change: float) -> str:
    return f"{number(abs(change))} {'more' if change > 0 else 'fewer'}"


def _exactly(change: float) -> str:
    return _more(change) if _whole(change) else "no change"


def _about(change: float) -> str:
    return f"about {_more(change)}" if _whole(change) else "no change"


def _whole(change: float) -> int:
    return int(half_up(change, 0))
