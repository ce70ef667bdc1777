"""Every template can be read at the age of twelve: measured over real results, each result for itself."""

from collections import defaultdict
from collections.abc import Iterator
from statistics import median

import pytest

from data.store import BUNDLED, Store
from metrics.ask import Ask
from metrics.known_on import known_on
from metrics.results import Choice, Kind
from tests.metrics.wording.neutral import neutral, plain_places
from tests.metrics.wording.reading import grade, longest, reading_age, syllables
from tests.metrics.wording.said import everything, of_cards
from tests.metrics.wording.views import of_list

OLDEST, TYPICAL = 12.0, 10.5  # years: no result above the first, half of each kind below the second
LONGEST = 40  # words to a full stop, a list of years or of measures included
KINDS = (
    "scorecard", "verdict", "attention", "explained", "costs", "trend", "neighbours", "compared", "ring", "gaps", "glance",
    "marks", "principle", "movements", "settings", "everywhere", "years", "indexed", "outlook",
    "beside",
)  # fmt: skip
MARKS = {"Not available.", "Not applicable."}  # the publisher's own words for a mark: no sentence, so the formula does not fit
SPOKEN = {
    "care": 1, "looked": 1, "measures": 2, "similar": 3, "neighbours": 2, "placements": 2, "median": 3, "statistical": 4,
    "nationally": 4, "unaccompanied": 5, "accommodation": 5, "residential": 4, "rarely": 2, "period": 3, "social": 2,
    "started": 2, "council": 2, "improving": 3, "education": 4, "places": 2, "prices": 2, "area": 3, "children's": 2, "DfE": 1,
    "81,770": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def said() -> Iterator[dict[str, set[str]]]:
    """By kind, what is said of an authority of every sort, with the titles and sentences of the catalogue, its breakdowns and the
    names of areas replaced by short neutral words: those are the catalogue's to hold, and no template can shorten a name."""
    ask = Ask(Store(BUNDLED).open(), neutral())
    found: dict[str, set[str]] = defaultdict(set)
    cards = [("Isles of Scilly", Choice()), ("Cumbria", Choice()), ("England", Choice()), ("Kent", Choice(kind=Kind.ENGLAND))]
    cards += [("Leicester", Choice(known_on=known_on("2024-12-31"))), ("City of London", Choice(kind=Kind.REGION))]
    for kind, text in (
        *everything(ask, ["Herefordshire"], [Choice()]),
        *(s for area, c in cards for s in of_cards(ask, area, c)),
        *(s for area in ("Herefordshire", "Leicester", "City of London", "Luton") for s in of_list(ask, area, Choice())),
    ):
        found[kind].add(plain_places(text))
    yield found
    ask.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_result_can_be_read_at_twelve(said: dict[str, set[str]], kind: str) -> None:
    assert said[kind]
    ages = {text: round(reading_age(text), 1) for text in said[kind] - MARKS}
    assert {text: age for text, age in ages.items() if age > OLDEST} == {}
    assert median(ages.values()) <= TYPICAL


@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_runs_on(said: dict[str, set[str]], kind: str) -> None:
    assert {text: longest(text) for text in said[kind] if longest(text) > LONGEST} == {}


@pytest.mark.parametrize(("word", "number"), SPOKEN.items())
def test_syllables_are_counted_as_they_are_spoken(word: str, number: int) -> None:
    assert syllables(word) == number


def test_the_grade_is_the_formula_worked_out_by_hand() -> None:
    # 10 words in 2 sentences, 11 syllables: 0.39 x 5 + 11.8 x 1.1 - 15.59
    assert abs(grade("The children came home. They had tea with their friends.") - (1.95 + 11.8 * 1.1 - 15.59)) < 1e-9
    assert reading_age("Methodological considerations necessitate extraordinarily comprehensive disaggregation.") > 30


def test_a_colon_ends_a_unit_but_does_not_shorten_the_longest_sentence() -> None:
    assert longest("One two three: four five. Six.") == 5
