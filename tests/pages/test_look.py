"""Colours can be told from their ground, computed as WCAG 2.2 does, and the ground is that of the page."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from pages.charts import spark
from pages.charts.look import DARK, LIGHT, OWN, Palette, config, layout, palette

THEME = tomllib.loads((Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2): 0 for black, 1 for white."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2): 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_contrast_formula_gives_the_ends_of_its_scale() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@BOTH
def test_every_line_and_shape_has_a_contrast_of_three_on_its_ground(colours: Palette) -> None:
    ratios = {role: contrast(c, colours.ground) for role, c in {**colours.line, **colours.status}.items()}
    assert {role: round(ratio, 2) for role, ratio in ratios.items() if ratio < 3} == {}


@BOTH
def test_all_words_have_a_contrast_of_four_and_a_half_on_their_ground(colours: Palette) -> None:
    ratios = {role: contrast(c, colours.ground) for role, c in colours.text.items()}
    ratios |= {"ink": contrast(colours.ink, colours.ground), "quiet": contrast(colours.quiet, colours.ground)}
    assert {role: round(ratio, 2) for role, ratio in ratios.items() if ratio < 4.5} == {}


@BOTH
def test_roles_differ_in_colour(colours: Palette) -> None:
    assert all(one != other for one, other in combinations(colours.line.values(), 2))
    assert all(one != other for one, other in combinations(colours.status.values(), 2))


def test_both_palettes_name_the_same_roles() -> None:
    assert list(LIGHT.line) == list(LIGHT.text) == list(DARK.line) == list(DARK.text)
    assert list(LIGHT.status) == list(DARK.status)


@pytest.mark.parametrize("dark", [False, True])
def test_the_ground_and_ink_of_a_chart_are_those_of_the_page(dark: bool) -> None:
    theme, colours = THEME["dark" if dark else "light"], palette(dark)
    assert (colours.ground, colours.ink) == (theme["backgroundColor"], theme["textColor"])


def test_a_spark_line_can_be_seen_on_every_ground_of_light_and_dark() -> None:
    grounds = [THEME[mode][key] for mode in ("light", "dark") for key in ("backgroundColor", "secondaryBackgroundColor")]
    assert [ground for ground in grounds if contrast(spark.COLOUR, ground) < 3] == []


def test_the_own_colour_is_the_dark_blue_of_the_analysis_function() -> None:
    assert LIGHT.line[OWN] == "#12436D"


def test_a_layout_has_no_legend_and_nothing_to_drag() -> None:
    base = layout(LIGHT, 300, left=1, right=2, top=3, bottom=4)
    assert (base["showlegend"], base["dragmode"]) == (False, False)
    assert base["xaxis"]["fixedrange"] and base["yaxis"]["fixedrange"]
    assert "width" not in base and base["height"] == 300


def test_fonts_come_from_the_page_and_not_from_the_network() -> None:
    assert re.fullmatch(r'"Source Sans", sans-serif', layout(LIGHT, 1, left=0, right=0, top=0, bottom=0)["font"]["family"])


def test_the_only_button_downloads_the_picture() -> None:
    settings = config("rate Herefordshire")
    assert settings["modeBarButtons"] == [["toImage"]]
    assert settings["toImageButtonOptions"] == {"format": "svg", "filename": "rate Herefordshire"}


def test_the_theme_of_the_page_has_the_contrasts_that_its_comment_gives() -> None:
    for mode in ("light", "dark"):
        theme = THEME[mode]
        for ground in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
            assert contrast(theme["textColor"], ground) >= 13, mode
            assert contrast(theme["linkColor"], ground) >= 8, mode
            assert contrast(theme["primaryColor"], ground) >= 4.5, mode
            assert contrast(theme["borderColor"], ground) >= 3, mode


@BOTH
def test_edges_and_faint_arrows_of_our_own_buttons_can_be_seen(colours: Palette) -> None:
    def mixed(share: float) -> str:
        parts = [(int(colours.ink[i : i + 2], 16), int(colours.ground[i : i + 2], 16)) for i in (1, 3, 5)]
        return "#" + "".join(f"{round(ink * share + ground * (1 - share)):02X}" for ink, ground in parts)

    css = (Path(__file__).resolve().parents[2] / "pages" / "parts" / "look.css").read_text("utf-8")
    edge = int(re.search(r"color-mix\(in srgb, currentColor (\d+)%, var\(--cpd-ground\)\)", css)[1]) / 100
    arrow = float(re.search(r"\.cpd-sort::after \{[^}]*opacity: ([\d.]+)", css)[1])
    assert contrast(mixed(edge), colours.ground) >= 3
    assert contrast(mixed(arrow), colours.ground) >= 3
