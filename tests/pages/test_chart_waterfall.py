"""The waterfall and the flows: honest from zero, blocks that hang together, gaps that stay gaps."""

import json
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from data.status import Status
from metrics.change import YearOfChange
from metrics.movements import Movements
from metrics.results import Choice, Fact
from metrics.waterfall import Block, Step
from pages.charts import movements, waterfall
from pages.charts.look import DARK, ENGLAND, LIGHT, OWN
from tests.pages.drawings import texts, trace, words
from tests.pages.results_drawn import area, fact, indicator

STEPS = (
    Block("In care on 31 March 2024", Step.COUNTED, 0, 387, 387, "387", 387, 38),
    Block("Came into care", Step.MORE, 387, 455, 68, "+68", 455),
    Block("Left care", Step.FEWER, 344, 455, -111, "−111", 344),
    Block("Left over", Step.NONE, 344, 344, 0, "0", 344),
    Block("In care on 31 March 2025", Step.COUNTED, 0, 344, 344, "344", 344, 13),
)
CHILDREN = indicator("children", 0, "count", "Children who came into care")


def flows(came: str, left: str) -> Movements:
    """Years from 2021 on; a cell may be 'c'."""
    years = []
    for at, (in_, out) in enumerate(zip(came.split(), left.split(), strict=True)):
        period = str(2021 + at)
        years.append(YearOfChange(period, None, _fact(period, in_), _fact(period, out), None, None))
    return Movements(area("Testshire"), Choice(), CHILDREN, CHILDREN, CHILDREN, tuple(years), ())


def _fact(period: str, cell: str) -> Fact:
    return fact(CHILDREN, "Testshire", period, cell)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_both_figures_are_plain_and_plotly_accepts_them(dark: bool) -> None:
    for figure in (waterfall.figure(STEPS, dark), movements.figure(flows("68 c", "111 9"), dark)):
        assert figure and json.loads(json.dumps(figure, allow_nan=False)) == figure
        assert go.Figure(figure).layout.paper_bgcolor == (DARK if dark else LIGHT).ground


def test_counted_numbers_are_full_bars_from_zero_and_the_rest_floats() -> None:
    figure = waterfall.figure(STEPS)
    assert figure
    counted, came, left = (trace(figure, name) for name in ("counted", "more", "fewer"))
    assert (counted["base"], counted["x"]) == ([0, 0], [387, 344])
    assert (came["base"], came["x"], left["base"], left["x"]) == ([387], [68], [344], [111])
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert figure["layout"]["barmode"] == "overlay"


def test_what_adds_and_what_takes_away_differ_in_shape_and_sign_not_only_in_colour() -> None:
    figure = waterfall.figure(STEPS)
    assert figure
    more, fewer = (trace(figure, name)["marker"] for name in ("more", "fewer"))
    assert more["color"] == LIGHT.ground and more["line"]["color"] == LIGHT.line[OWN]
    assert fewer["color"] == LIGHT.line[ENGLAND]
    assert words(figure, "+68")["y"] == words(figure, "Came into care")["y"]
    assert words(figure, "−111")["y"] == words(figure, "Left care")["y"]


def test_the_unaccompanied_part_lies_on_its_bar_and_is_named() -> None:
    figure = waterfall.figure(STEPS)
    assert figure
    part = trace(figure, "unaccompanied")
    assert (part["base"], part["x"]) == ([0, 0], [38, 13])
    assert part["y"] == trace(figure, "counted")["y"]
    assert texts(figure)[0] == "Children; hatched: unaccompanied asylum-seeking children"
    bare = waterfall.figure([replace(step, part=None) for step in STEPS])
    assert bare and texts(bare)[0] == "Children" and trace(bare, "unaccompanied")["x"] == []


def test_a_thin_line_carries_the_running_number_from_block_to_block() -> None:
    figure = waterfall.figure(STEPS)
    assert figure and [shape["x0"] for shape in figure["layout"]["shapes"]] == [387, 455, 344, 344]


def test_the_scale_holds_zero_where_the_running_number_falls_below_it() -> None:
    steps = (STEPS[0], Block("Had both stayed", Step.FEWER, -20, 387, -407, "−407", -20), STEPS[-1])
    figure = waterfall.figure(steps)
    assert figure and figure["layout"]["xaxis"]["range"] == [-20, 387]
    assert 0 in figure["layout"]["xaxis"]["tickvals"]


def test_names_leave_room_to_draw_on_a_telephone() -> None:
    figure = waterfall.figure(STEPS)
    assert figure
    margin = figure["layout"]["margin"]
    assert margin["l"] + margin["r"] < 346 - 120


def test_no_steps_make_no_figure() -> None:
    assert waterfall.figure(()) is None and movements.figure(flows("", "")) is None


def test_flows_are_two_lines_from_zero_named_at_their_ends() -> None:
    figure = movements.figure(flows("90 150 121 68", "80 84 90 111"))
    assert figure
    assert [t["name"] for t in figure["data"]] == ["Came into care", "Left care"]
    assert trace(figure, "Came into care")["y"] == [90, 150, 121, 68]
    assert figure["layout"]["yaxis"]["range"][0] == 0
    assert {"Came into care 68", "Left care 111"} <= set(texts(figure))
    assert trace(figure, "Left care")["marker"]["symbol"] != trace(figure, "Came into care")["marker"]["symbol"]


def test_a_hidden_flow_is_a_gap_with_its_mark_and_its_reason() -> None:
    figure = movements.figure(flows("90 150 68", "80 c 111"))
    assert figure and trace(figure, "Left care")["y"] == [80, None, 111]
    assert "[c]" in texts(figure) and "[c] too few children to show." in texts(figure)


def test_figures_that_are_all_hidden_draw_nothing_but_marks() -> None:
    figure = movements.figure(flows("c c", "c c"))
    assert figure and texts(figure).count("[c]") == 2
    assert not [value for t in figure["data"] for value in t["y"] if value is not None]
    assert Status.SUPPRESSED is _fact("2021", "c").status


def test_a_scale_of_very_few_children_has_no_parts_of_a_child() -> None:
    flowing = movements.figure(flows("0 1 0", "0 0 1"))
    assert flowing and all(float(at).is_integer() for at in flowing["layout"]["yaxis"]["tickvals"])
    few = waterfall.figure(tuple(replace(step, low=0, high=2, amount=2, runs_to=2, part=None) for step in STEPS))
    assert few
    ruled = few["layout"]["xaxis"]["tickvals"]
    assert ruled == sorted(set(ruled)) and all(float(at).is_integer() for at in ruled) and len(ruled) > 1
