"""The geometry of charts: boxes that keep apart, round ticks, and words that fit where they are put."""

from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import ImageFont

from data.areas import load as load_areas
from metrics.catalogue import catalogue
from metrics.figures import number
from pages.charts.geometry import reach, spread, ticks
from pages.charts.lettering import markup, width, wrap

BOXES = st.lists(st.tuples(st.floats(0, 300), st.sampled_from([18.0, 36.0, 54.0])), min_size=1, max_size=5)


@given(BOXES)
def test_spread_boxes_do_not_overlap_and_stay_inside(boxes: list[tuple[float, float]]) -> None:
    wanted, sizes = [w for w, _ in boxes], [s for _, s in boxes]
    placed = sorted(zip(spread(wanted, sizes, 0, 300), sizes, strict=True))
    assert placed[0][0] - placed[0][1] / 2 >= -1e-6 and placed[-1][0] + placed[-1][1] / 2 <= 300 + 1e-6
    assert all(b - sb / 2 >= a + sa / 2 - 1e-6 for (a, sa), (b, sb) in pairwise(placed))


@given(BOXES)
def test_spread_boxes_keep_the_order_of_their_values(boxes: list[tuple[float, float]]) -> None:
    wanted, sizes = [w for w, _ in boxes], [s for _, s in boxes]
    placed = spread(wanted, sizes, 0, 300)
    assert all(placed[i] < placed[j] for i in range(len(boxes)) for j in range(len(boxes)) if wanted[i] < wanted[j])


def test_boxes_with_room_stay_where_they_are_wanted() -> None:
    assert spread([200, 50, 120], [20, 20, 20], 0, 300) == pytest.approx([200, 50, 120])


def test_two_boxes_at_one_place_part_evenly() -> None:
    assert spread([100, 100], [20, 20], 0, 300) == pytest.approx([90, 110])


@given(st.floats(0, 1e5), st.floats(0.01, 1e5))
def test_ticks_are_few_inside_the_range_and_told_apart_by_their_labels(low: float, span: float) -> None:
    assume(span > low / 1000)
    values, decimals = ticks(low, low + span)
    assert 1 <= len(values) <= 7
    assert all(low - span / 1e6 <= value <= low + span * (1 + 1e-6) for value in values)
    labels = [number(value, decimals) for value in values]
    assert len(set(labels)) == len(labels)
    assert [float(label.replace(",", "")) for label in labels] == pytest.approx(values)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (33, 126, ["40", "60", "80", "100", "120"]),
        (14.1, 15.6, ["14.25", "14.50", "14.75", "15.00", "15.25", "15.50"]),
        (0, 0.5, ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
        (0, 1896, ["0", "500", "1,000", "1,500"]),
        (5, 5, ["5"]),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: list[str]) -> None:
    values, decimals = ticks(low, high)
    assert [number(value, decimals) for value in values] == expected


def test_the_reach_of_an_axis_leaves_the_pixels_asked_for() -> None:
    low, high = reach(40, 120, 300, 12, 48)
    pixels = 300 / (high - low)
    assert ((40 - low) * pixels, (high - 120) * pixels) == pytest.approx((12, 48))


def test_equal_figures_still_have_a_scale() -> None:
    low, high = reach(5, 5, 300, 10, 10)
    assert low < 5 < high


def _shipped(weight: int) -> ImageFont.FreeTypeFont:
    """The Source Sans that Streamlit ships, at a weight."""
    media = files("streamlit") / "static" / "static" / "media"
    found = [str(path) for path in media.iterdir() if path.name.startswith("SourceSansVF-Upright")]
    assert found, "Streamlit no longer ships SourceSansVF-Upright: measure its new font in pages/charts/lettering.py"
    shipped = ImageFont.truetype(found[0], 1000)
    shipped.set_variation_by_axes([weight])
    return shipped


@pytest.mark.parametrize(("weight", "bold"), [(400, False), (600, True)])
def test_no_name_or_title_is_wider_than_it_is_taken_for_and_none_much_narrower(weight: int, bold: bool) -> None:
    shipped = _shipped(weight)
    names = [area.short_name for area in load_areas()] + [entry.title for entry in catalogue().values()]
    ratios = {name: width(name, 1000, bold) / shipped.getlength(name) for name in names}
    assert {name: ratio for name, ratio in ratios.items() if not 1 <= ratio < 1.08} == {}


def test_the_figures_of_the_shipped_font_are_tabular() -> None:
    shipped = _shipped(400)
    assert len({shipped.getlength(digit) for digit in "0123456789"}) == 1


@given(st.lists(st.text("abcdefg", min_size=1, max_size=12), min_size=1, max_size=8))
def test_wrapped_lines_fit_or_are_a_single_word_and_lose_nothing(parts: list[str]) -> None:
    text = " ".join(parts)
    lines = wrap(text, 60)
    assert " ".join(lines) == text
    assert all(width(line) <= 60 or " " not in line for line in lines)


def test_letters_that_are_markup_stay_letters() -> None:
    assert markup(["Tyne & Wear <b>", "x"]) == "Tyne &amp; Wear &lt;b&gt;<br>x"
