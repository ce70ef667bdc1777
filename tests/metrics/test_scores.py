"""Scorecards with verdicts: one authority, or all at once, with the same answers; and the counts, unknown visible."""

from dataclasses import replace

import pytest

from data.areas import load as load_areas
from metrics.ask import Ask
from metrics.catalogue import Catalogue
from metrics.judged import Level, Tally, Why
from metrics.known_on import FIRST, known_on
from metrics.results import Choice, How, Kind
from metrics.scores import tally
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside, five_years, line, others, over_years, shares
from tests.metrics.worlds import World, code, entries, rates

STABLE, SDQ, DENTAL, RATE, COUNT = (
    "same_placement_2_years", "sdq_returned", "dental_check", "children_looked_after_rate", "children_looked_after",
)  # fmt: skip
LOCAL, ALL_PUPILS = "reviews_on_time", "persistent_absence_all_pupils"
CARD = entries(STABLE, SDQ, DENTAL, RATE, COUNT, LOCAL, ALL_PUPILS)
SHARES = (STABLE, SDQ, DENTAL)
DECEMBER = known_on("2025-12-31")
OWN = ("Rutland", "Herefordshire")
WIDE = {name: f"{60 + n % 9} of 100" for n, name in enumerate(others(40, (*TEN, *OWN)))}
WORLD = sum(
    (shares(CARD[id_], {**dict.fromkeys(TEN, "65 of 100"), **WIDE}) for id_ in SHARES),
    beside("Rutland") + beside("Herefordshire", TEN[::-1]) + rates("Rutland | 2025 | 2025-11-26 | 40 | 8,000 | 50"),
)
WORLD += over_years(CARD[STABLE], "Rutland", ("60 of 100", "55 of 100", "50 of 100", "44 of 100", "30 of 100"))
WORLD += shares(CARD[SDQ], {"Rutland": "95 of 100"}) + shares(CARD[DENTAL], {"Rutland": "66 of 100", "Herefordshire": "c"})


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(WORLD, CARD)


@pytest.mark.parametrize(
    "choice",
    [Choice(), Choice(how=How.POOLED), Choice(kind=Kind.ENGLAND), Choice(known_on=FIRST), Choice(known_on=DECEMBER)],
    ids=["default", "pooled", "England", "first", "on a day"],
)
def test_all_at_once_gives_what_each_alone_gives(ask: Ask, choice: Choice) -> None:
    together = ask.everyone(choice)
    assert len(together) == 153
    for area, rows in together.items():
        assert rows == five_years(ask.everything(area, choice).rows), load_areas()[area].name


def test_the_bundled_figures_give_all_at_once_what_they_give_alone(bundled: Ask) -> None:
    together = bundled.everyone(headline=True)
    assert len(together) == 153
    for name in ("Herefordshire", "Leicester", "Cumberland", "Isles of Scilly", "City of London", "Richmond upon Thames"):
        assert together[code(name)] == five_years(bundled.headline(name).rows), name


def test_only_the_authorities_named_are_answered_a_dissolved_one_too(ask: Ask) -> None:
    assert list(ask.everyone(areas=["Rutland", "Cumbria"])) == [code("Rutland"), code("Cumbria")]
    assert code("Cumbria") not in ask.everyone()


def test_everything_leaves_out_those_that_stand_beside_another(ask: Ask) -> None:
    assert [row.indicator.id for row in ask.everything("Rutland").rows] == [id_ for id_ in CARD if id_ != ALL_PUPILS]


def test_counts_keep_unknown_visible_and_neutral_apart(ask: Ask) -> None:
    rows = ask.everything("Rutland").rows
    assert {r.indicator.id: r.verdict.level for r in rows} == {
        COUNT: Level.CANNOT_TELL,
        RATE: Level.CANNOT_TELL,
        SDQ: Level.BETTER,
        DENTAL: Level.SIMILAR,
        LOCAL: Level.CANNOT_TELL,
        STABLE: Level.WORSE,
    }
    counts = tally(rows)
    assert counts == Tally(better=1, similar=1, worse=1, unknown=1, neutral=2)
    assert counts.checks == 3
    assert sum(vars(counts).values()) == len(rows)


def test_an_authority_without_figures_is_unknown_not_well(ask: Ask) -> None:
    assert tally(ask.everything("Herefordshire").rows) == Tally(0, 0, 0, unknown=4, neutral=2)
    assert line(ask, DENTAL, "Herefordshire").verdict.level_why is Why.NO_FIGURE


def test_an_indicator_without_a_direction_is_never_counted_as_judged(opened: Opened) -> None:
    neutral = Catalogue(replace(e, better="neither") for e in CARD.values())
    rows = opened(WORLD, neutral).everything("Rutland").rows
    assert tally(rows) == Tally(0, 0, 0, 0, neutral=len(rows))
    assert {r.verdict.level for r in rows} == {Level.HIGHER, Level.LOWER, Level.SIMILAR, Level.CANNOT_TELL}


def test_no_rows_count_nothing() -> None:
    assert tally(()) == Tally(0, 0, 0, 0, 0)


def test_a_spread_of_all_authorities_widens_the_verdict_of_one(ask: Ask, opened: Opened) -> None:
    """The same figure among authorities that differ hardly, and among those that differ much."""
    much = {name: f"{20 + 2 * n} of 100" for n, name in enumerate(WIDE)}
    wide = World(tuple(o for o in WORLD.observations if o["area_code"] not in WIDE), WORLD.editions)
    differing = opened(wide + shares(CARD[STABLE], much), CARD)
    assert line(ask, STABLE, "Rutland").verdict.level is Level.WORSE
    assert line(differing, STABLE, "Rutland").verdict.level is Level.SIMILAR
