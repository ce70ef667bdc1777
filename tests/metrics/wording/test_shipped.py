"""All that is said of judged figures, over shipped figures: grammatical, in the exact words, without any that are not ours."""

import re

import pytest

from metrics.ask import Ask
from metrics.known_on import known_on
from metrics.results import Choice, Kind
from tests.metrics.wording.said import everything, of_cards

BANNED = (
    r"\b(outperform\w*|fail\w*|significan\w*|should|less children|less people|children cost\w*|LAC|None\b(?! of)|nan|null|inf)\b"
)
ODD = r"  | [.,;:]|\.\.|,\.|\(\)|\{|\}|\b([a-z]+) \2\b|: :|:\.|\b1 (?:children|young people|measures|placements)\b"
AGREE = r"\b(?:1 are|0 is|[2-9]\d* is (?:better|worse|neither|similar)|none is)\b"


def faults(text: str) -> list[str]:
    """What is wrong with what was said, in the order in which it is met."""
    unquoted = re.sub(r'"[^"]*"', '""', text)  # the publisher's own words for a breakdown
    found = [match.group() for match in re.finditer(f"{BANNED}|{ODD}|{AGREE}", unquoted)]
    ends = [] if text.endswith((".", "?")) else ["does not end with a full stop"]
    starts = [] if re.match(r"[A-Z0-9“]", text) else ["does not begin with a capital or a figure"]
    return found + ends + starts + (["brackets do not match"] if text.count("(") != text.count(")") else [])


@pytest.fixture(scope="module")
def said(bundled: Ask) -> set[str]:
    """Of authorities of every sort: large, tiny, dissolved, new, the nation; by other benchmarks and as known on a day."""
    known, england, region = Choice(known_on=known_on("2024-12-31")), Choice(kind=Kind.ENGLAND), Choice(kind=Kind.REGION)
    cards = [(area, Choice()) for area in ("Isles of Scilly", "Cumbria", "Cumberland", "England", "North Northamptonshire")]
    cards += [("City of London", known), ("Kingston upon Thames", england), ("Kent", region), ("Leicester", known)]
    found = {text for _, text in everything(bundled, ["City of London"], [Choice()])}
    return found | {text for area, choice in cards for _, text in of_cards(bundled, area, choice)}


def test_everything_that_is_said_can_be_read_aloud(said: set[str]) -> None:
    assert len(said) > 1_500
    assert {text: wrong for text in said if (wrong := faults(text))} == {}


def test_nothing_about_workers_or_posts_speaks_of_children(said: set[str]) -> None:
    about = [text for text in said if re.match(r"[\d.]+% of (social worker|vacant)", text)]
    assert about and [text for text in about if re.search(r"\b(child|children|young)\b", text)] == []


def test_a_handful_of_children_gets_no_place_and_no_gap(bundled: Ask) -> None:
    scilly = {text for _, text in everything(bundled, ["Isles of Scilly"], [Choice()])}
    assert [
        text for text in scilly if text.startswith("If our") or re.search(r"\b(Better|Worse|Higher) than its neighbours", text)
    ] == []


@pytest.mark.parametrize(
    "text",
    ["1 children came.", "It is is so.", "The rate should fall.", "A significant fall.", "no capital.", "No stop", "It was.."],
)
def test_a_sentence_that_jars_is_found(text: str) -> None:
    assert faults(text) != []
