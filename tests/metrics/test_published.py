"""The bundled snapshot gives back what was published: every known figure of the catalogue, and every rounded figure."""

from dataclasses import replace

import pytest

from metrics.ask import Ask
from metrics.catalogue import Catalogue, Indicator, Known, catalogue
from metrics.check import check
from metrics.figures import half_up

KNOWN = [(entry, known) for entry in catalogue().measured for known in entry.known]


def _name(case: object) -> str:
    return case.id if isinstance(case, Indicator) else f"{case.area} {case.period}" if isinstance(case, Known) else ""


@pytest.mark.parametrize(("entry", "known"), KNOWN, ids=_name)
def test_a_known_figure_is_given_back_at_the_digits_it_is_known_to(bundled: Ask, entry: Indicator, known: Known) -> None:
    fact = bundled.neighbours(entry.id, known.area, period=known.period, breakdown=known.breakdown).own
    for name, figure in known.figures.items():
        digits = len(str(figure).partition(".")[2]) if isinstance(figure, float) else 0
        value = getattr(fact, name)
        assert value is not None, f"{name} is not there: {fact.status}"
        assert half_up(value, digits) == half_up(figure, digits)


def test_every_measured_indicator_has_a_known_figure_of_which_something_can_be_wrong() -> None:
    assert {entry.id for entry, _ in KNOWN} == {entry.id for entry in catalogue().measured}
    assert [known for _, known in KNOWN if not any(known.figures.values())] == []


def test_every_fact_agrees_with_the_figure_published_beside_it_as_far_as_it_can(bundled: Ask) -> None:
    report = check(bundled)
    assert report.failures == ()
    agree = {level: sum(r["agree"] for r in report.rows if r["area_level"] == level) for level in ("Local authority", "Regional")}
    assert agree["Local authority"] > 90_000
    assert agree["Regional"] > 7_000


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2025", "children_looked_after: numerator for Herefordshire in 2025 is 344.0, and should be 345."),
        ("1999", "children_looked_after: no fact for Herefordshire in 1999."),
    ],
)
def test_the_check_tells_of_a_known_figure_that_is_not_given_back(bundled: Ask, period: str, said: str) -> None:
    claims = (Known("Herefordshire", period, {"numerator": 345}),)
    ask = Ask(bundled.snapshot, Catalogue([replace(catalogue()["children_looked_after"], known=claims)]))
    assert check(ask).failures == (said,)
    ask.close()
