"""The charts of all authorities: every dot at its figure, none over another, limits where they were reckoned."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store import BUNDLED, Store
from metrics.ask import Ask
from metrics.everywhere import Everywhere, everywhere
from pages.charts import funnel, spread, swarm
from pages.charts.lettering import width
from pages.charts.look import ENGLAND, LIGHT, OWN, PHONE
from tests.pages.drawings import Figure, plain, texts, trace

MOVES, RATE, NUMBER = "three_or_more_placements", "children_looked_after_rate", "children_looked_after"
KENT, LONG = "E10000016", "E06000058"


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    ask = Ask(Store(BUNDLED).open())
    yield ask
    ask.close()


@pytest.fixture(scope="module")
def moves(ask: Ask) -> Everywhere:
    return everywhere(ask, MOVES, "Herefordshire", group=[KENT])


def dots(figure: Figure) -> list[tuple[float, float]]:
    """Where every dot stands."""
    return [at for t in figure["data"] if t["mode"] == "markers" for at in zip(t["x"], t["y"], strict=True)]


def test_there_is_a_dot_for_each_figure_and_none_for_a_hidden_one(moves: Everywhere) -> None:
    drawn = spread.figure(moves)
    known = sorted(a.fact.value for a in moves.authorities if a.fact.value is not None)
    assert sorted(x for x, _ in dots(drawn)) == known and len(known) == moves.n


def test_roles_differ_in_shape_as_well_as_colour(moves: Everywhere) -> None:
    drawn = spread.figure(moves)
    marks = {t["name"]: (t["marker"]["symbol"], t["marker"]["size"]) for t in drawn["data"]}
    assert list(marks) == ["other", "neighbour", "chosen", "own"] and len(set(marks.values())) == 4
    assert trace(drawn, "own")["marker"]["color"] == LIGHT.line[OWN]
    assert len(trace(drawn, "neighbour")["x"]) == 10


def test_the_key_names_every_role_that_is_drawn(moves: Everywhere) -> None:
    said = texts(spread.figure(moves))[0]
    assert all(words in said for words in ("● Herefordshire", "◆ your choice", "● its neighbours", "○ other councils"))
    assert "150 of 153 councils have a figure" in said


def test_no_dot_covers_another_on_a_telephone(moves: Everywhere) -> None:
    drawn = spread.figure(moves)
    low, high = drawn["layout"]["xaxis"]["range"]
    at = [((x - low) / (high - low) * spread.WIDE, y) for x, y in dots(drawn)]
    near = [(a, b) for i, a in enumerate(at) for b in at[:i] if abs(a[0] - b[0]) < 8.99 and abs(a[1] - b[1]) < 8.99]
    assert near == []


def test_the_band_is_the_middle_half_and_rules_stand_at_their_figures(moves: Everywhere) -> None:
    shapes = spread.figure(moves)["layout"]["shapes"]
    (band,) = [s for s in shapes if s["type"] == "rect"]
    assert moves.quartiles and (band["x0"], band["x1"]) == (moves.quartiles.q1, moves.quartiles.q3)
    assert moves.own and moves.england
    assert [s["x0"] for s in shapes if s["type"] == "line"] == pytest.approx(
        [s["x0"] for s in shapes if s["type"] == "line" and s["x0"] in (moves.own.fact.value, moves.median, moves.england.value)]
    )
    assert {s["line"]["dash"] for s in shapes if s["type"] == "line" and s["x0"] == moves.england.value} == {"dash"}


def test_a_name_too_long_for_its_side_stands_in_the_key_only(ask: Ask) -> None:
    drawn = spread.figure(everywhere(ask, RATE, LONG))
    assert "● Bournemouth, Christchurch and Poole" in texts(drawn)[0]
    others = texts(drawn)[1:]
    assert not any("Bournemouth" in text for text in others)
    assert max(width(text) for text in others) <= spread.NAME_ROOM < PHONE / 2


def test_plain_counts_have_no_dots(ask: Ask) -> None:
    drawn = spread.figure(everywhere(ask, NUMBER, "Herefordshire"))
    assert drawn["data"] == [] and drawn["layout"]["shapes"] == []


def test_the_funnel_sets_each_share_against_how_many_it_is_of(moves: Everywhere) -> None:
    drawn = funnel.figure(moves)
    own = trace(drawn, "own")
    assert moves.own and (own["x"], own["y"]) == ([344], [moves.own.fact.value])
    assert len(dots(drawn)) == moves.n


def test_the_limits_to_read_are_solid_and_those_of_chance_dotted(moves: Everywhere) -> None:
    drawn, found = funnel.figure(moves), moves.funnel
    lines = [t for t in drawn["data"] if t["mode"] == "lines"]
    assert [(t["name"], t["line"]["dash"]) for t in lines] == [
        (funnel.READ, "solid"), (funnel.READ, "solid"), (funnel.CHANCE, "dot"), (funnel.CHANCE, "dot"), ("England", "dash"),
    ]  # fmt: skip
    assert found
    assert lines[0]["y"] == [*(at.wide95[0] for at in found.curve), None, *(at.wide95[1] for at in found.curve)]
    assert lines[2]["y"] == [*(at.chance95[0] for at in found.curve), None, *(at.chance95[1] for at in found.curve)]
    assert set(lines[4]["y"]) == {found.centre} and lines[4]["line"]["color"] == LIGHT.line[ENGLAND]


def test_names_at_the_ends_of_the_limits_do_not_overlap(moves: Everywhere) -> None:
    layout = funnel.figure(moves)["layout"]
    low, high = layout["yaxis"]["range"]
    ends = [a for a in layout["annotations"] if a["xref"] == "paper" and a["x"] == 1]
    at = sorted(funnel.TALL * (a["y"] - low) / (high - low) + a["yshift"] for a in ends)
    assert {plain(a["text"]) for a in ends} == {"England 10%", "95%", "99.8%", "chance"}
    assert all(upper - lower >= 16 for lower, upper in zip(at, at[1:], strict=False))


def test_an_indicator_without_a_funnel_has_none_to_draw(ask: Ask) -> None:
    with pytest.raises(ValueError, match="children_looked_after_rate has no funnel"):
        funnel.figure(everywhere(ask, RATE, "Herefordshire"))


@given(st.lists(st.floats(0, 300), max_size=60), st.integers(-1, 59))
def test_dots_of_one_level_are_never_nearer_than_asked(places: list[float], first: int) -> None:
    found = swarm.levels(places, 9, first)
    for level in set(found):
        row = sorted(place for place, on in zip(places, found, strict=True) if on == level)
        assert all(b - a >= 9 for a, b in zip(row, row[1:], strict=False))
    assert not found or min(found) == 0
    assert first not in range(len(places)) or found[first] == 0


def test_where_most_are_hidden_no_median_and_no_band_is_drawn_and_equal_figures_fill_no_screens(ask: Ask) -> None:
    result = everywhere(ask, "placement_setting", "Herefordshire", breakdown="Residential schools")
    drawn = spread.figure(result)
    assert result.n < 0.7 * result.of and not any(shape["type"] == "rect" for shape in drawn["layout"]["shapes"])
    assert not any("Median" in said or "middle half" in said for said in texts(drawn))
    assert drawn["layout"]["height"] < 600 and result.funnel is None
