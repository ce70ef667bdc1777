"""A square for each measure: full, half full, empty or dotted, in at most two rows."""

from xml.etree import ElementTree

from metrics.evidence import State
from pages.charts.squares import HEIGHT, IN_ONE_ROW, svg

SVG = "{http://www.w3.org/2000/svg}rect"


def rects(*states: State) -> list[dict[str, str]]:
    """The attributes of every rectangle."""
    return [r.attrib for r in ElementTree.fromstring(svg(states)).iter(SVG)]


def test_each_state_has_a_square_that_looks_its_own_way() -> None:
    (full,), (half, frame), (empty,), (dotted,) = (rects(state) for state in State)
    assert "stroke" not in full and full["fill"] == half["fill"] == frame["stroke"]
    assert float(half["height"]) * 2 == float(frame["height"])
    assert empty["fill"] == dotted["fill"] == "none"
    assert "stroke-dasharray" in dotted and "stroke-dasharray" not in empty


def test_figures_come_first_whatever_the_order_of_the_measures() -> None:
    found = rects(State.LOCAL, State.FIGURE)
    assert "stroke" not in found[0] and float(found[0]["x"]) < float(found[1]["x"])


def test_many_measures_stand_in_two_rows_of_the_same_height() -> None:
    one, two = rects(*[State.FIGURE] * IN_ONE_ROW), rects(*[State.FIGURE] * (IN_ONE_ROW + 1))
    assert (len({r["y"] for r in one}), len({r["y"] for r in two})) == (1, 2)
    assert max(float(r["y"]) + float(r["height"]) for r in two) <= HEIGHT
