"""The groups of one indicator: bars from zero on one scale, a tick where others stand, marks where a figure is hidden."""

import json

import plotly.graph_objects as go
import pytest

from metrics.results import Benchmark, Choice, How, Kind
from metrics.settings import Setting, Settings
from pages.charts import settings as chart
from pages.charts import spark
from pages.charts.look import BENCHMARK, DARK, LIGHT
from tests.metrics.drawing import drawn
from tests.pages.drawings import drawn_values, texts, trace, words
from tests.pages.results_drawn import area, fact, history, indicator

SHARE = indicator("%", 0, title="Where children live")
TABLE = """
    group               | own | beside | n
    Foster placements   | 72  | 66     | 10
    Children's homes    | 11  | 10     | 9
    Residential schools | 0   | 4      | 4
    Placed for adoption | c   | 2      | 9
"""


def groups(text: str = TABLE, choice: Choice | None = None) -> Settings:
    chosen, found = choice or Choice(), []
    for row in drawn(text):
        own = fact(SHARE, "Testshire", "2025", row["own"])
        value, n = float(row["beside"]), int(row["n"])
        of = 10 if chosen.kind is Kind.NEIGHBOURS else 1
        benchmark = Benchmark(chosen.kind, How.MEDIAN, "2025", "2025", value, own.status, n, of)
        found.append(Setting(row["group"], (own,), own, None, benchmark, ()))
    return Settings(SHARE, area("Testshire"), chosen, "2025", area("The Middle"), "2025", tuple(found), ())


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_figure_is_plain_and_plotly_accepts_it(dark: bool) -> None:
    figure = chart.figure(groups(), dark)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure
    assert go.Figure(figure).layout.paper_bgcolor == (DARK if dark else LIGHT).ground


def test_bars_begin_at_zero_and_share_one_scale() -> None:
    figure = chart.figure(groups())
    own = trace(figure, "own")
    assert own["x"] == [72, 11, 0] and "base" not in own
    assert figure["layout"]["xaxis"]["range"] == [0, 72]


def test_a_tick_stands_where_the_neighbours_do_and_not_where_too_few_have_a_figure() -> None:
    figure = chart.figure(groups())
    tick = trace(figure, "benchmark")
    assert tick["x"] == [66, 10] and tick["y"] == trace(figure, "own")["y"][:2]
    assert tick["marker"]["line"]["color"] == LIGHT.line[BENCHMARK]
    assert "0% 0 of 1,000 · 4 of 10 neighbours have a figure: too few" in texts(figure)


def test_a_hidden_group_is_a_mark_with_its_reason_and_no_bar() -> None:
    figure = chart.figure(groups())
    assert words(figure, "[c]")["y"] > words(figure, "Placed for adoption")["y"]
    assert "[c] too few children to show" in texts(figure)
    assert 2 not in drawn_values(figure, "x")


def test_every_group_has_its_share_its_counts_and_its_benchmark_in_words() -> None:
    assert "72% 720 of 1,000 · median of neighbours 66%" in texts(chart.figure(groups()))
    of_the_region = chart.figure(groups(choice=Choice(kind=Kind.REGION)))
    assert "72% 720 of 1,000 · The Middle 66%" in texts(of_the_region)


def test_words_never_stand_on_a_bar() -> None:
    figure = chart.figure(groups())
    rows = sorted(a["y"] for a in figure["layout"]["annotations"] if a.get("yref") == "y")
    for middle in trace(figure, "own")["y"]:
        above = max(y for y in rows if y < middle)
        below = min((y for y in rows if y > middle), default=middle + 100)
        assert middle - chart.BAR / 2 >= above + 18 and middle + chart.BAR / 2 <= below


def test_where_every_group_is_hidden_nothing_is_drawn() -> None:
    figure = chart.figure(groups("group | own | beside | n\nFoster placements | c | 66 | 10"))
    assert figure["data"] == []


def test_a_small_line_is_broken_before_a_year_that_is_not_to_be_compared() -> None:
    whole, broken = (spark.svg(history("10", "12", "20", "22"), breaks=breaks) for breaks in ((), {2021}))
    assert (whole.count("<polyline"), broken.count("<polyline")) == (1, 2)
