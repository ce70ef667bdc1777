"""Patterns: which questions are asked when several indicators move together, and what a mistaken file is told."""

from pathlib import Path

import pytest

from data.errors import BadInput
from metrics.patterns import Condition, matching, patterns

SCORE = """
[[pattern]]
id = "score_better_fewer_asked"
when = [{ indicator = "sdq_average_score", moved = "better" }, { indicator = "sdq_returned", moved = "down" }]
question = "Which children were not asked?"
"""


def written(folder: Path, text: str) -> Path:
    """A file of patterns with this text."""
    file = folder / "patterns.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_better_is_turned_into_a_way_by_the_direction_of_the_indicator(tmp_path: Path) -> None:
    (only,) = patterns(file=written(tmp_path, SCORE))
    assert only.when == (Condition("sdq_average_score", "better", "down"), Condition("sdq_returned", "down", "down"))


def test_a_pattern_is_met_when_all_its_conditions_hold(tmp_path: Path) -> None:
    known = patterns(file=written(tmp_path, SCORE))
    assert matching(known, {"sdq_average_score": "down", "sdq_returned": "down", "foster_care": "up"}) == known


@pytest.mark.parametrize(
    "moves",
    [
        {},
        {"sdq_average_score": "down"},
        {"sdq_average_score": "down", "sdq_returned": "up"},
        {"sdq_average_score": "up", "sdq_returned": "down"},
        {"sdq_average_score": "down", "sdq_returned": "no clear change"},
    ],
)
def test_a_pattern_is_not_met_while_one_condition_fails_or_is_unknown(tmp_path: Path, moves: dict[str, str]) -> None:
    assert matching(patterns(file=written(tmp_path, SCORE)), moves) == ()


@pytest.mark.parametrize(
    ("mistaken", "advice"),
    [
        (SCORE.replace("question =", "qestion ="), 'unknown key "qestion". Did you mean "question"?'),
        (SCORE.replace("question =", "# question ="), 'the key "question" is missing'),
        (SCORE.replace("asked?", "asked."), "must end in a question mark"),
        (SCORE.replace('"sdq_returned"', '"sdq_return"'), 'Did you mean "sdq_returned"?'),
        (SCORE.replace('"better"', '"beter"'), 'Did you mean "better"?'),
        (SCORE.replace("moved", "movd", 1), 'unknown key "movd". Did you mean "moved"?'),
        (SCORE.replace("sdq_average_score", "sdq_returned"), "at least 2 different indicators"),
        (SCORE.replace("sdq_average_score", "foster_care"), "neither better nor worse"),
        (SCORE.replace("sdq_average_score", "reviews_on_time"), "no published figures"),
        (SCORE + SCORE, "two patterns have the id"),
        (SCORE.replace("[[pattern]]", "[[patern]]"), 'Did you mean "pattern"?'),
        ("[[pattern", "is not valid TOML"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_the_file_and_what_to_do(tmp_path: Path, mistaken: str, advice: str) -> None:
    with pytest.raises(BadInput) as caught:
        patterns(file=written(tmp_path, mistaken))
    message = str(caught.value)
    assert message.startswith("patterns.toml")
    assert advice in message
    assert "\n" not in message


def test_the_patterns_of_the_catalogue_can_be_read_and_each_can_be_met() -> None:
    known = patterns()
    assert 8 <= len(known) <= 16
    for pattern in known:
        assert pattern in matching(known, {c.indicator: c.way for c in pattern.when})


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.id)
def test_a_question_is_one_sentence_of_at_most_thirty_words(pattern) -> None:  # type: ignore[no-untyped-def]
    assert len(pattern.question.split()) <= 30
    assert pattern.question.count("?") == 1
