"""Say where a number may go if nothing changes: a range, never one figure, and no forecast of need."""

from metrics.figures import number, with_unit
from metrics.methods.forecast import Step
from metrics.outlook import Outlook
from metrics.phrases import starts_sentence
from metrics.wording.naming import lower

QUESTION = "Where might the number go if it moves as the numbers of other councils did?"
CAUTION = (
    "This is no forecast of need. It only says how far the numbers of other councils moved before; it knows nothing of "
    "this council's plans, of the law, or of any child."
)
METHOD = (
    "The fan starts at the newest figure and adds what the numbers of all councils did over one, two and three years before: the "
    "middle 80% of those changes, and the middle 95%. Tried on past years, a fan around no change came closer than a straight "
    "line. Where eight years in a row are held, a trend that fades (a damped trend) is given as a second view."
)


def finding(result: Outlook) -> str:
    """The heading: the middle 80% of where the figure may be in the last year of the fan."""
    trend, name = result.trend, result.trend.own.area.short_name
    if not result.steps or result.last is None:
        return f"Where it may go cannot be told for {name}: {result.why}."
    step = result.steps[-1]
    low, high = _middle(step)
    entry, year = trend.indicator, result.last.year + step.horizon
    ends = f"between {with_unit(low, entry)} and {with_unit(high, entry)}"
    said = f"if it moves as other councils did before, {lower(entry.title)} would lie {ends} in {year}"
    return f"{name}: {said}, 8 times out of 10."


def sentence(result: Outlook) -> str:
    """The range of each year, how much rests on it, and what it cannot tell."""
    if not result.steps or result.last is None:
        return CAUTION
    entry, last = result.trend.indicator, result.last
    said = [f"The newest figure is {with_unit(last.value, entry)} ({last.period})."]
    for step in result.steps:
        low, high = (with_unit(value, entry) for value in _middle(step))
        said.append(f"{last.year + step.horizon}: {low} to {high}, from {number(step.n)} past changes.")
    if result.damped:
        end = result.damped[-1]
        figure = with_unit(end.value, entry)
        said.append(f"A trend that fades would end near {figure} in {last.year + end.horizon}.")
    return " ".join([*said, CAUTION])


def no_second_view(result: Outlook) -> str:
    """Why there is no damped trend; '' where there is one, or no fan at all."""
    if result.damped or not result.steps:
        return ""
    return starts_sentence("fewer than eight years in a row are held, so a trend that fades is not shown.")


def _middle(step: Step) -> tuple[float, float]:
    """The middle 80%: the second and the third of the four limits."""
    return step.values[1], step.values[2]
