"""data/README.md says what there is: every key of a description, every check in its stage, and no check that does not exist."""

import re
from pathlib import Path

import pytest

from data.checks import LAST_STAGE, checks
from data.describe_checks import KEYS
from data.described import KINDS, PERIOD_KINDS, SHAPES, WRITTEN

README = (Path(__file__).parents[2] / "data" / "README.md").read_text(encoding="utf-8")
LEADS = {
    "top": "one that is known.\n",
    "dimensions": "Of `[dimensions.<name>]` and `[remarks.<name>]`:\n",
    "measures": "Of `[measures.<name>]`:\n",
    "wholes": "Of each of `[[wholes]]`:\n",
    "period_kind_where": "Of each of `[[period_kind_where]]`:\n",
    "sheets": "Of `[sheets]`:\n",
}


def table(lead: str) -> list[list[str]]:
    """The cells of the first table after a line, its header left out."""
    _, found, after = README.partition(lead)
    assert found, lead
    lines = after.lstrip("\n").split("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("place", KEYS)
def test_every_key_that_a_description_may_have_is_explained_in_order_and_no_other(place: str) -> None:
    rows = table(LEADS[place])
    assert [name for name, _ in rows] == [f"`{key}`" for key in KEYS[place]]
    assert all(len(said) > 10 for _, said in rows)


def test_every_place_where_keys_stand_has_its_table() -> None:
    assert set(LEADS) == set(KEYS)


@pytest.mark.parametrize(
    ("place", "key", "words"),
    [
        ("top", "shape", SHAPES),
        ("top", "period_kind", PERIOD_KINDS),
        ("measures", "kind", KINDS),
        ("measures", "written", WRITTEN),
    ],
)
def test_every_word_that_such_a_key_may_have_is_named(place: str, key: str, words: tuple[str, ...]) -> None:
    said = dict(table(LEADS[place]))[f"`{key}`"]
    assert set(re.findall(r"`([^`]+)`", said)) == set(words)


def test_every_check_is_named_in_its_stage() -> None:
    rows = table("later snapshots keep them.\n")
    told = {int(stage): set(re.findall(r"`(\w+)`", names)) for stage, _, names in rows}
    assert told == {stage: {name for s, name, _ in checks() if s == stage} for stage in range(1, LAST_STAGE + 1)}


def test_what_stops_the_failures_of_other_tools_is_there() -> None:
    rows = table("figures to the same people.\n")
    known = {name for _, name, _ in checks()} | {"compare", "remarks"}
    assert len(rows) >= 10
    for what, stops in rows:
        assert set(re.findall(r"`(\w+)`", stops)) <= known, what
