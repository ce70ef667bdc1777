"""How far authorities differ beyond chance, on the counts of the full published files of 2025.

The published shares outside the limits for these five are 28%, 40%, 42%, 69% and 78%, with phi of 2.3, 3.8, 3.7, 12 and 47. They
were worked out from the Local Authority Interactive Tool, whose whole percentages move authorities near a limit across it. From
the counts, phi is the same, and so are the first two shares; the last three are 41%, 66% and 79%.
"""

from dataclasses import dataclass
from math import sqrt

import pytest

from metrics.figures import half_up
from metrics.methods.funnel import proportion_error
from metrics.methods.overdispersion import Spread, root_of_rate, spread, z_score
from tests.metrics.methods.release_of_2025 import rows
from tests.official import official

OFFICIAL = official()


@dataclass(frozen=True)
class Share:
    """Which cells of which table hold the part and the whole."""

    table: str
    count: str
    part: dict[str, str]
    whole: dict[str, str]


CHARACTERISTICS = "la_cla_on_31_march_by_characteristics.csv"
LOCALITY = {"cla_group": "Distance between home and placement and locality of placement"}
AWAY = "4. Placed outside the LA boundary, more than 20 miles from home"
STABILITY, YEAR = "la_cla_placement_stability.csv", {"cla_group": "CLA on 31 March"}
LEAVERS = {"care_leaver_age": "19 to 21 years"}
SHARES = {
    "three or more placements": Share(
        STABILITY,
        "children_count",
        YEAR | {"placement_stability": "With 3 or more placements during the year"},
        YEAR | {"placement_stability": "Total children"},
    ),
    "suitable accommodation": Share(
        "la_care_leavers_accommodation_suitability.csv",
        "care_leaver_count",
        LEAVERS | {"breakdown": "Accommodation considered suitable"},
        LEAVERS | {"breakdown": "Suitability total"},
    ),
    "education, employment or training": Share(
        "la_care_leavers_activity.csv",
        "care_leaver_count",
        LEAVERS | {"breakdown": "Total in education, employment or training"},
        LEAVERS | {"breakdown": "Total"},
    ),
    "over 20 miles from home": Share(
        CHARACTERISTICS, "number", LOCALITY | {"characteristic": AWAY}, LOCALITY | {"characteristic": "Total"}
    ),
}


def counts(share: Share, cells: dict[str, str]) -> dict[str, int]:
    """The published counts of these cells by the authority's code, England's under no code."""
    read = [(row["new_la_code"], row[share.count]) for row in rows(OFFICIAL, share.table, **cells)]
    assert len(read) == len(dict(read)), f"{cells} should name one row of each authority"
    return {code: int(count) for code, count in read if count.isdigit()}


def at(digits: int, figure: float) -> str:
    """A figure as it is shown."""
    return str(half_up(figure, digits))


def of_share(name: str) -> tuple[Spread, float]:
    """The spread of a share round England's, and the share of authorities beyond 1.96 after the additive adjustment."""
    parts, wholes = (counts(SHARES[name], cells) for cells in (SHARES[name].part, SHARES[name].whole))
    centre = parts.pop("") / wholes.pop("")
    known = [(x, wholes[code]) for code, x in parts.items() if wholes.get(code)]
    estimates, errors = [x / n for x, n in known], [proportion_error(centre, n) for _, n in known]
    found = spread(estimates, errors, centre)
    left = sum(abs(z_score(e, centre, s, found.tau2)) > 1.96 for e, s in zip(estimates, errors, strict=True))
    return found, left / found.n


@pytest.mark.parametrize(
    ("name", "phi", "outside"),
    [
        ("three or more placements", "2.3", "28"),
        ("suitable accommodation", "3.8", "40"),
        ("education, employment or training", "3.7", "41"),
        ("over 20 miles from home", "12.3", "66"),
    ],
)
def test_authorities_differ_by_far_more_than_chance(name: str, phi: str, outside: str) -> None:
    found, _ = of_share(name)
    assert (at(1, found.phi), at(0, 100 * found.outside)) == (phi, outside)


@pytest.mark.parametrize("name", SHARES)
def test_after_the_adjustment_9_to_13_in_100_authorities_are_left_outside(name: str) -> None:
    found, left = of_share(name)
    assert found.n > 140
    assert 9 <= round(100 * left) <= 13


def test_the_rate_of_children_looked_after_is_spread_most_of_all() -> None:
    table = rows(
        OFFICIAL,
        "cla_number_and_rate_per_10k_children.csv",
        population_type="Children looked after on 31 March each year",
    )
    read = {row["new_la_code"]: (row["children_count"], row["population_estimate"]) for row in table}
    known = {code: (int(x), int(n)) for code, (x, n) in read.items() if x.isdigit() and n.isdigit()}
    children, population = known.pop("")
    points = [root_of_rate(x, n) for x, n in known.values()]
    found = spread([e for e, _ in points], [s for _, s in points], sqrt(children / population))
    assert (at(0, found.phi), at(0, 100 * found.outside)) == ("47", "79")
