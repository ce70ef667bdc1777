"""The shapes of verdicts get their colours, and a screen reader is left the words."""

import pytest

from metrics.wording.marks import BETTER, SIMILAR, UNJUDGED, WORSE
from pages.charts.look import DARK, LIGHT
from pages.parts.marks import coloured


@pytest.mark.parametrize(("mark", "status"), [(BETTER, "better"), (SIMILAR, "similar"), (WORSE, "worse"), (UNJUDGED, "unjudged")])
def test_a_shape_has_the_colour_of_its_status_in_light_and_dark(mark: str, status: str) -> None:
    for dark, colours in ((False, LIGHT), (True, DARK)):
        found = coloured(f"<td>{mark} words</td>", dark)
        assert (
            found
            == f'<td><span class="cpd-mark" aria-hidden="true" style="color:{colours.status[status]}">{mark}</span> words</td>'
        )


def test_what_stands_inside_a_tag_is_left_alone() -> None:
    html = f'<img alt="{BETTER}"><p title="{WORSE}">words</p>'
    assert coloured(html, False) == html
