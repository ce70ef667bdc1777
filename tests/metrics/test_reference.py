"""What can be looked up: words in plain English, the definition of an indicator, the accessibility statement, the licence."""

import re
from datetime import date
from pathlib import Path

import pytest

from data.errors import BadInput
from metrics import licence
from metrics.accessibility import statement
from metrics.ask import Ask
from metrics.catalogue import Indicator, catalogue
from metrics.definition import definition
from metrics.figures import MARKS
from metrics.glossary import Word, glossary

ASKED_FOR = (
    "looked after", "care leaver", "statistical neighbours", "vintage", "rate per 10,000", "percentage point", "median", "mean",
    "pooled", "95% interval", "better, similar, worse", "rising, falling, no clear change", "UASC", "SDQ", "EHC plan", "SGO",
)  # fmt: skip
HARDEST_GRADE = 8.0  # a school year of the United States: twelve to thirteen years old
LONGEST = 25  # words in a sentence


def syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out: near enough to compare texts."""
    groups = re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeioul])e$|(?<=[^td])ed$", "", word.lower()))
    return max(1, len(groups))


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence; figures count as one."""
    found = [re.findall(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d[\d,.]*", part) for part in re.split(r"(?<=[.?!:;])\s+", text)]
    return [words for words in found if words]


def grade(text: str) -> float:
    """The Flesch-Kincaid grade (Kincaid and others, 1975) of a text."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    return 0.39 * len(words) / len(parts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_reading_grade_tells_plain_words_from_hard_ones() -> None:
    assert grade("The cat sat on the mat. It was warm.") < 2
    assert grade("Methodological considerations necessitate extraordinarily comprehensive disaggregation.") > 20


def test_the_words_together_are_for_a_reader_of_twelve() -> None:
    assert grade(" ".join(word.meaning for word in glossary())) < HARDEST_GRADE


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.term)
def test_a_word_is_explained_in_short_sentences(word: Word) -> None:
    assert word.meaning.endswith((".", "”.", "?"))
    assert {" ".join(s): len(s) for s in sentences(word.meaning) if len(s) > LONGEST} == {}


def test_every_mark_is_explained_and_the_marks_come_first() -> None:
    terms = [word.term for word in glossary()]
    assert [term.split("]")[0] + "]" for term in terms[: len(MARKS)]] == list(MARKS.values())
    assert terms[len(MARKS) :] == sorted(terms[len(MARKS) :], key=str.casefold)
    assert len(terms) == len(set(terms))


@pytest.mark.parametrize("term", ASKED_FOR)
def test_the_words_that_councillors_ask_about_are_there(term: str) -> None:
    assert term in [word.term for word in glossary()]


@pytest.mark.parametrize("text", ["word = 1", "[[word]]\nterm = 'x'", "[[word]]\nterm = 'x'\nmeaning = 'y'\ncolour = 'z'", "no"])
def test_a_glossary_of_another_shape_is_refused_by_name(text: str, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match="wrong.toml cannot be read"):
        glossary(tmp_path / "wrong.toml")


def test_the_statement_names_its_standard_what_was_tried_what_does_not_work_and_where_to_turn() -> None:
    said = statement()
    assert said.prepared <= date.today()
    headings = [part.heading for part in said.parts]
    assert {"What was tried", "What is known not to work", "If something does not work for you"} <= set(headings)
    assert "(WCAG) 2.2" in said.parts[0].text[0] and "partially compliant" in said.parts[0].text[0]
    assert all(line.endswith(".") for part in said.parts for line in part.text)


@pytest.mark.parametrize("text", ["summary = 'x'", "prepared = 2026-01-01\nsummary = 'x'\n[[part]]\nheading = 'y'", "="])
def test_a_statement_of_another_shape_is_refused_by_name(text: str, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match="wrong.toml cannot be read"):
        statement(tmp_path / "wrong.toml")


@pytest.mark.parametrize("entry", catalogue().measured, ids=lambda entry: entry.id)
def test_an_indicator_is_defined_point_by_point_without_an_empty_one(entry: Indicator) -> None:
    for label in entry.breakdowns:
        points = dict(definition(entry, label))
        assert points["What it tells"] == entry.plain and points["Known in the catalogue as"] == entry.id
        assert all(points.values()) and {"Unit", "Direction", "Principle", "How it is worked out"} <= points.keys()
        assert ("Numerator" in points) == (entry.slice(label).numerator is not None)
        assert ("Not to be compared" in points) == bool(entry.breaks_of(label))


def test_numerator_and_denominator_are_named_with_their_tables(bundled: Ask) -> None:
    points = dict(definition(bundled.catalogue["children_looked_after_rate"]))
    table = "Table: Children looked after: number and rate per 10,000 children."
    assert points["Numerator"] == f"Children count (“on 31 March”). {table}"
    assert points["Denominator"] == f"Population estimate (“on 31 March”). {table}"


def test_the_licence_names_every_publisher_once(bundled: Ask) -> None:
    said = " ".join(licence.sentences(bundled.manifest))
    for publisher in {f.publisher for f in bundled.manifest.source_files}:
        assert said.count(publisher) == 1
    assert "Open Government Licence v3.0" in said and "MIT" in said
