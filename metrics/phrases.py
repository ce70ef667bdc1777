"""The part of a sentence that says one fact: how many, of how many, who, did what, when."""

from metrics.catalogue import Indicator
from metrics.figures import n_of_n, number, with_unit
from metrics.results import Fact
from metrics.wording.people import alone, posts

WHEN = {
    "31 March": "on 31 March {}",
    "year to 31 March": "in the year to 31 March {}",
    "academic year": "in the school year {}",
    "financial year": "in the financial year {}",
    "30 September": "on 30 September {}",
    "30 June": "on 30 June {}",
}
SAID_IN_PERIOD = (" in the year", " on 31 March")  # how titles end that say what their period says again


def when(fact: Fact) -> str:
    """The period as it is said: 'on 31 March 2025', 'in the year to 31 March 2025', 'in the school year 2024/25'."""
    return WHEN[fact.period_kind].format(fact.period)


def dated(title: str, fact: Fact) -> str:
    """A title with the period of a fact: 'Three or more placements in the year to 31 March 2025', 'in the year' said once."""
    at = when(fact)
    said = next((ending for ending in SAID_IN_PERIOD if title.endswith(ending) and at.startswith(ending.strip())), "")
    return f"{title.removesuffix(said)} {at}"


def figure_of(indicator: Indicator, fact: Fact) -> str:
    """A figure with the counts behind it where it is a share: '71% (85 of 120)', '62.6', '344'."""
    value = with_unit(fact.value, indicator)
    return f"{value} ({n_of_n(fact)})" if indicator.unit == "%" and fact.numerator is not None and not posts(indicator) else value


def fact_phrase(indicator: Indicator, breakdown: str, fact: Fact) -> str:
    """A published fact as the beginning of a sentence, without a full stop.

    '88 of 121 care leavers aged 19 to 21 (73%) were in suitable accommodation in the year to 31 March 2025';
    '344 children were looked after on 31 March 2025, 99.9 per 10,000 children'; '14.2% of social worker posts were vacant ...'.
    """
    who, did = indicator.who, indicator.did_as(breakdown)
    value = with_unit(fact.value, indicator)
    if not who or not did:
        counts = f" ({n_of_n(fact)})" if indicator.is_share and fact.numerator is not None else ""
        unit = "" if indicator.unit == "%" or not indicator.is_share else f" {indicator.unit}"
        return f"{indicator.title_of(breakdown)}: {value}{unit}{counts} {when(fact)}"
    if posts(indicator):
        return f"{value} {who} {did} {when(fact)}"
    if indicator.per == 1 and (fact.numerator is None or indicator.is_share):
        return f"{who} {did} {value} {when(fact)}"
    did = _of_one(did) if fact.numerator == 1 else did
    if indicator.unit == "%":
        return f"{n_of_n(fact)} {who} ({value}) {did} {when(fact)}"
    who = alone(who) if fact.numerator == 1 else who
    count = f"{number(fact.numerator)} {who} {did} {when(fact)}" if fact.numerator is not None else value
    return f"{count}, {value} {indicator.unit}" if indicator.is_share else count


def starts_sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def _of_one(did: str) -> str:
    return f"was {did.removeprefix('were ')}" if did.startswith("were ") else did
