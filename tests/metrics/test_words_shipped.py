"""Every indicator that is shipped can be said for any kind of authority, without a word that jars."""

import re
from collections.abc import Iterator

import pytest

from data.errors import BadInput
from metrics import words
from metrics.ask import Ask
from metrics.catalogue import PRINCIPLES, Indicator, catalogue
from metrics.describe import describe_indicator
from metrics.results import Choice, Kind

AREAS = ("Herefordshire", "Leicester", "City of London", "Isles of Scilly", "Cumbria", "Cumberland", "Inner London", "England")
NEVER = r"\b(better|worse|LAC|less|None|nan|null|inf)\b"
ODD = r"  | [.,;:]|\.\.|,\.|\(\)|\{|\}|\b([a-z]+) \2\b"
JUDGED = r"\b\d+ (?:is|are) (?:better|worse)\b"  # the one way in which a card may say so: how many are
DISCLAIMER = "Better or worse is said only where chance would rarely do it, and never of a handful of children."
MILES = r"(?:or less|less than) (?=20 miles|from home)"  # as published of distances; of children it is "fewer"


def faults(sentence: str) -> list[str]:
    """What is wrong with a sentence, in the order in which it is met."""
    plain = re.sub(MILES, "", re.sub(JUDGED, "is judged", sentence.replace(DISCLAIMER, "").replace("None of the", "")))
    found = [match.group() for match in re.finditer(f"{NEVER}|{ODD}", plain)]
    found += ["does not end with a full stop"] if not sentence.endswith(".") else []
    found += ["does not begin with a capital or a figure"] if not re.match(r'[A-Z0-9"]', sentence) else []
    return found + (["brackets do not match"] if sentence.count("(") != sentence.count(")") else [])


def said(ask: Ask, entry: Indicator, area: str, kind: Kind, breakdown: str | None = None) -> Iterator[str]:
    """All that is said of an indicator for an authority."""
    trend = ask.trend(entry.id, area, Choice(kind=kind), breakdown)
    yield words.trend_finding(trend)
    yield words.trend_sentence(trend)
    yield from trend.notes
    try:
        result = ask.neighbours(entry.id, area, Choice(kind=kind), breakdown=breakdown)
    except BadInput as error:
        yield str(error)
    else:
        yield words.neighbours_finding(result)
        yield words.neighbours_sentence(result)
        yield from result.notes


@pytest.mark.parametrize("entry", catalogue().measured, ids=lambda entry: entry.id)
def test_an_indicator_can_be_said_of_any_authority(bundled: Ask, entry: Indicator) -> None:
    sentences = {s for area in AREAS for s in said(bundled, entry, area, Kind.NEIGHBOURS)}
    sentences |= {s for label in entry.breakdowns for s in said(bundled, entry, AREAS[0], Kind.ENGLAND, label)}
    assert len(sentences) > 10
    assert {sentence: wrong for sentence in sentences if (wrong := faults(sentence))} == {}


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_a_scorecard_can_be_said_of_any_authority(bundled: Ask, principle: str) -> None:
    for area in AREAS:
        card = bundled.scorecard(principle, area)
        sentences = [words.scorecard_finding(card), words.scorecard_sentence(card), *card.notes]
        sentences += [f"{words.against(row).capitalize()}." for row in card.rows]
        sentences += [f"{words.change(row).capitalize()}." for row in card.rows if words.change(row)]
        assert {sentence: wrong for sentence in sentences if (wrong := faults(sentence))} == {}


@pytest.mark.parametrize("area", AREAS)
def test_the_opening_page_has_a_finding_for_any_authority(bundled: Ask, area: str) -> None:
    assert faults(words.opening_finding(bundled.headline(area))) == []


@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.id)
def test_every_entry_can_be_read_aloud(entry: Indicator) -> None:
    text = describe_indicator(entry)
    assert re.findall(r"\bNone\b|\{|\}| \.|\.\.|\bLAC\b", text) == []
    assert "How it is worked out: " in text


def test_the_names_of_the_principles_stand_beside_the_words_of_the_act() -> None:
    assert words.principle_title("6").startswith("6. Safe")
    assert words.principle_words("2").endswith("(Children and Social Work Act 2017, section 1(1)(b)).")
    assert words.principle_words("context") == ""


@pytest.mark.parametrize(
    "sentence",
    ["No full stop", "less children.", "It is better.", "A gap  here.", "None of it.", "From to .", "Half of of it.", "It (was."],
)
def test_a_sentence_that_jars_is_found(sentence: str) -> None:
    assert faults(sentence) != []
