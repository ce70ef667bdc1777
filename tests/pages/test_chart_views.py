"""The charts over the years beyond one line: flags, breaks, hairlines, indices, small charts, the fan."""

from dataclasses import replace
from itertools import pairwise

import pytest

from metrics.events import Marked
from metrics.indexed import indexed
from metrics.methods.damped_trend import damped_view
from metrics.methods.forecast import fan as fan_of
from metrics.methods.intervals import Interval
from metrics.outlook import Outlook
from pages.charts import fan, flags, panels
from pages.charts import indexed as index_chart
from pages.charts import trend as chart
from pages.charts.look import palette
from tests.pages.drawings import texts, trace
from tests.pages.results_drawn import area, fact, indicator, trend

TREND = """
    role      | area      | 2021 | 2022 | 2023 | 2024 | 2025
    own       | Testshire | 100  | 110  | c    | 115  | 120
    neighbour | Kent      | 50   | 52   | 54   | 53   | 55
    neighbour | Surrey    | 40   | 42   | 44   | 43   | 45
    england   | England   | 60   | 61   | 62   | 63   | 63
    benchmark | median    | 45   | 47   | 49   | 48   | 50
"""
BAND = Marked("1", "A long event", "It lasted.", 2021.5, 2022.5, False)
DAY = Marked("2", "A day", "It happened.", 2022.2, None, False)
BREAK = Marked("A", "Not to be compared", "Counted anew.", 2024.5, None, True)


def test_at_a_break_every_line_is_broken_and_the_points_stay() -> None:
    made = chart.figure(trend(TREND), marked=[BREAK])
    for name in ("Testshire", "Kent", "England"):
        line = trace(made, name)
        assert line["x"] == [2021, 2022, 2023, 2024, 2024.5, 2025] and line["y"][4] is None
    assert trace(made, "Testshire")["y"][5] == 120


def test_a_break_is_a_full_hairline_a_day_a_dotted_one_and_a_stretch_a_band() -> None:
    made = flags.shapes([BAND, DAY, BREAK], palette())
    assert [shape["type"] for shape in made] == ["rect", "line", "line"]
    assert [shape["line"].get("dash") for shape in made] == [None, "dot", "solid"]


def test_the_numbers_of_events_that_are_near_stand_in_two_rows() -> None:
    rows = [one["yshift"] for one in flags.numbers([BAND, DAY], palette())]
    assert len(set(rows)) == 2 and flags.room([BAND, DAY]) == 2 * flags.room([DAY])
    assert flags.room([]) == 0


def test_hairlines_reach_from_the_figure_to_the_ends_of_its_interval_and_fit_the_scale() -> None:
    made = chart.figure(trend(TREND), intervals={2021: Interval(100, 90, 130), 2025: Interval(120, 100, 150)})
    bars = trace(made, "Testshire")["error_y"]
    assert bars["array"] == [30, 0, 0, 0, 30] and bars["arrayminus"] == [10, 0, 0, 0, 20]
    assert made["layout"]["yaxis"]["range"][1] > 150


def test_councils_of_ones_own_choice_are_dotted_and_at_most_four_are_named() -> None:
    entry = indicator()
    group = [
        replace(trend(TREND).own, area=area(name), facts=(fact(entry, name, "2024", "70"), fact(entry, name, "2025", "71")))
        for name in ("Ash", "Birch", "Cedar", "Dogwood", "Elm")
    ]
    made = chart.figure(trend(TREND), group=group)
    assert {t["line"]["dash"] for t in made["data"] if t["name"] in ("Ash", "Elm")} == {"dot"}
    named = [text for text in texts(made) if text.split()[0] in ("Ash", "Birch", "Cedar", "Dogwood", "Elm")]
    assert len(named) == 4
    assert any("councils of your own choice, the first 4 named" in text for text in texts(made))
    assert not any("the first 4" in text for text in texts(chart.figure(trend(TREND), group=group[:4])))


def test_an_index_begins_at_100_for_every_line() -> None:
    made = index_chart.figure(indexed(trend(TREND.replace("| c ", "| 112"))))
    assert made and {t["y"][0] for t in made["data"]} == {100}
    assert "Each as 100 in 2021" in texts(made)
    assert made["layout"]["shapes"][0]["y0"] == 100


def test_nothing_is_drawn_where_there_are_not_two_years_to_index() -> None:
    assert index_chart.figure(indexed(trend("role | area | 2025\n own | Testshire | 10\n england | England | 12"))) is None


def test_each_neighbour_has_a_panel_on_the_same_scale_with_the_authority_behind() -> None:
    made = panels.figure(trend(TREND))
    assert made
    layout = made["layout"]
    assert layout["yaxis"]["range"] == layout["yaxis2"]["range"]
    assert [t["name"] for t in made["data"]] == ["own", "Kent", "own", "Surrey"]
    assert [t["xaxis"] for t in made["data"]] == ["x", "x", "x2", "x2"]
    assert layout["xaxis"]["domain"][1] < layout["xaxis2"]["domain"][0]
    assert "Kent 55.0" in texts(made)


def test_a_panel_whose_newest_figure_is_an_older_one_says_of_when_it_is_and_that_a_gap_is_no_figure() -> None:
    made = panels.figure(trend(TREND.replace("| 53   | 55", "| 53   | c")))
    assert made and {"Kent 53.0 in 2024", "Surrey 45.0"} <= set(texts(made))
    assert any("A gap: no figure. The table says why" in text for text in texts(made))
    whole = panels.figure(trend(TREND.replace("| c ", "| 112")))
    assert whole and not any("A gap" in text for text in texts(whole))


def test_panels_of_different_rows_do_not_overlap() -> None:
    more = "\n".join(f"    neighbour | Neighbour number {i} | 4{i} | 42 | 44 | 43 | 45" for i in range(8))
    made = panels.figure(trend(f"{TREND}{more}"))
    assert made
    feet = [made["layout"][f"yaxis{'' if i == 0 else i + 1}"]["domain"] for i in range(0, 10, 2)]
    assert all(lower[1] < upper[0] for upper, lower in pairwise(feet)) and feet[-1][0] >= 0


def test_without_neighbours_there_are_no_panels() -> None:
    assert panels.figure(trend("role | area | 2025\n own | Testshire | 10\n england | England | 12")) is None


@pytest.mark.parametrize("dark", [False, True])
def test_the_fan_opens_from_the_newest_figure_and_starts_at_zero(dark: bool) -> None:
    result, last = trend(TREND), trend(TREND).own.facts[-1]
    changes = {1: [-0.1, 0.0, 0.1], 2: [-0.2, 0.0, 0.2]}
    damped = damped_view([100, 101, 103, 104, 106, 108, 109, 111])
    made = fan.figure(Outlook(result, last, fan_of(120, changes), damped, 2019, ""), dark)
    assert made and made["layout"]["yaxis"]["range"][0] == 0
    outer, inner = made["data"][:2]
    assert outer["x"] == [2025, 2026, 2027, 2027, 2026, 2025] and outer["y"][0] == outer["y"][-1] == 120
    assert max(outer["y"]) > max(inner["y"]) and min(outer["y"]) < min(inner["y"])
    assert trace(made, "damped")["x"][0] == 2025


def test_without_a_fan_nothing_is_drawn() -> None:
    assert fan.figure(Outlook(trend(TREND), None, (), None, 0, "the council was dissolved")) is None
