"""The words of the catalogue, of the glossary and of the events can be read at the age of twelve, each line for itself."""

import pytest

from metrics.catalogue import Indicator, catalogue
from metrics.events import Event, events
from metrics.glossary import Word, glossary
from tests.metrics.wording.reading import longest, reading_age

TWELVE = 12.0  # years; no line is excepted
LONGEST = 30  # words to a full stop or question mark, so that no colon hides a sentence that runs on
EVERY = pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.id)


@EVERY
def test_what_an_indicator_tells_can_be_read_at_twelve(entry: Indicator) -> None:
    assert reading_age(entry.plain) <= TWELVE, entry.plain


@EVERY
def test_what_an_indicator_cannot_tell_can_be_read_at_twelve(entry: Indicator) -> None:
    assert not entry.caution or reading_age(entry.caution) <= TWELVE, entry.caution


@EVERY
def test_the_questions_of_an_indicator_can_be_read_at_twelve(entry: Indicator) -> None:
    assert reading_age(" ".join(entry.questions)) <= TWELVE, entry.questions


@EVERY
def test_no_sentence_of_an_indicator_runs_on(entry: Indicator) -> None:
    texts = (entry.plain, entry.caution, " ".join(entry.questions))
    assert {text: longest(text) for text in texts if text and longest(text) > LONGEST} == {}


@pytest.mark.parametrize("word", glossary(), ids=lambda word: word.term)
def test_a_word_of_the_glossary_is_explained_for_a_reader_of_twelve(word: Word) -> None:
    assert reading_age(word.meaning) <= TWELVE, word.meaning


@pytest.mark.parametrize("event", events(), ids=lambda event: event.title)
def test_an_event_on_a_chart_is_told_for_a_reader_of_twelve(event: Event) -> None:
    """Its name and what it did, as they stand under the chart."""
    told = f"{event.title}. {event.note}"
    assert reading_age(told) <= TWELVE and longest(told) <= LONGEST, told
