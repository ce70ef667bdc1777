"""The principles: judged measures first, four states told apart, the gaps to others, and what all seven rest on."""

import re

import pytest

from metrics.catalogue import catalogue
from tests.pages.visiting import Visit

HEREFORDSHIRE, CITY, CUMBRIA = "E06000019", "E09000001", "E10000006"
PAGE = "3_Principles"


def opened(principle: str, authority: str = HEREFORDSHIRE, **words: str) -> Visit:
    """The page of a principle for an authority."""
    visit = Visit().open(PAGE, authority=authority, principle=principle, **words)
    assert not visit.app.exception
    return visit


def words(visit: Visit) -> str:
    """The words of the page with single spaces."""
    return " ".join(visit.words.split())


def charts(visit: Visit) -> list[object]:
    """The charts on the page."""
    return list(visit.app.get("plotly_chart"))


@pytest.mark.parametrize("principle", ["1", "5", "6", "7"])
def test_a_principle_with_judged_measures_has_a_spine_chart_with_its_sentence(principle: str) -> None:
    visit = opened(principle)
    assert len(charts(visit)) == 1
    assert "The line in the middle is the median of the neighbours; to the right is better." in words(visit)


@pytest.mark.parametrize(("principle", "authority"), [("2", HEREFORDSHIRE), ("context", HEREFORDSHIRE), ("6", CUMBRIA)])
def test_where_nothing_could_be_judged_there_is_no_chart(principle: str, authority: str) -> None:
    visit = opened(principle, authority)
    assert charts(visit) == [] and "to the right is better" not in words(visit)


def test_the_heading_names_the_principle_and_counts_its_verdicts() -> None:
    assert opened("1").heading.startswith("Health and wellbeing: of ")
    assert opened("2").heading == (
        "Speaking up: none of these 9 measures is published for every council, so only Herefordshire itself can tell."
    )


def test_a_row_has_its_figure_its_counts_its_years_its_place_and_its_verdict() -> None:
    visit = opened("1")
    assert "Known problem with drink or drugs in the year to 31 March 2025 9% 25 of 285" in words(visit)
    assert "▼ worse than its neighbours Higher than 10 of 10 neighbours; median 2%" in words(visit)
    row = next(row for row in re.findall(r"<tr.*?</tr>", visit.html, re.DOTALL) if "Known problem with drink" in row)
    alternatives = re.findall(r'alt="([^"]*)"', row)
    assert "2025: 9%" in alternatives[0]
    assert alternatives[1].startswith("higher than 10 of 10 neighbours; median 2%; neighbours from ")


def test_a_target_is_said_in_children() -> None:
    assert "It does not meet the target of 100%: 101 children short of it." in words(opened("1"))


def test_four_states_are_told_apart() -> None:
    said = words(opened("4", CITY))
    assert "[c] too few children to show" in words(opened("1", CITY))
    assert "Published elsewhere, not in this snapshot" in said
    assert "Not measured nationally: a local return would tell us" in said
    assert catalogue()["care_leavers_owed_homelessness_duty"].elsewhere in said


def test_figures_that_are_neither_good_nor_bad_wait_in_a_fold() -> None:
    visit = opened("6")
    labels = [box.label for box in visit.app.expander]
    assert any(label.startswith("More figures, neither good nor bad (") for label in labels)
    assert ">Children in foster care</a>" not in visit.html and ">Three or more placements in the year</a>" in visit.html


def test_the_context_stands_in_groups() -> None:
    visit = opened("context")
    captions = [re.sub("<[^>]+>", "", caption) for caption in re.findall(r"<caption>(.*?)</caption>", visit.html)]
    assert captions[:2] == ["How many children we look after", "Coming into care and leaving it"]
    assert not re.search("[▲●▼]", visit.words)


def test_the_evidence_map_shows_what_each_of_the_seven_rests_on() -> None:
    visit = opened("all")
    assert visit.link["principle"] == "all"
    assert visit.heading.endswith("on principles 2 and 3 nothing is measured nationally.")
    assert visit.html.count('role="rowheader"') == 7
    assert "Of 9 measures, none have a figure; 9 are not measured nationally." in visit.html


def test_the_evidence_map_is_one_choice_among_the_principles_and_another_can_be_picked_from_there() -> None:
    visit = opened("all").pick("Principle", "5")
    assert visit.link["principle"] == "5"
    assert visit.heading.startswith("High hopes, best outcomes: ")
    assert visit.pick("Principle", "all").link["principle"] == "all"
