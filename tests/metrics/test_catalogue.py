"""The catalogue: what a good entry must have, and what a mistaken one is told."""

import warnings
from pathlib import Path

import pytest

import metrics
from data.describe import sources
from data.errors import BadInput
from metrics.catalogue import PRINCIPLES, Catalogue, Indicator, Part, catalogue

README = Path(metrics.__file__).parent / "README.md"
MOST_HEADLINES = 12
MOST_WORDS = 30
PUBLISHED_PRINCIPLES = ("context", "1", "4", "5", "6", "7")

# The example of the architecture, as it stands there: without code, who or did.
EXAMPLE = """
title = "Children looked after, rate per 10,000"
plain = "How many children the council was looking after on 31 March, for every 10,000 children who live here."
principle = "context"                       # or 1..7
better = "neither"                          # higher | lower | neither: never guessed
unit = "per 10,000 children"
per = 10000
decimals = 0
source = "cla_number_and_rate"
numerator = { measure = "children_count", where = { population = "on 31 March" } }
denominator = { measure = "population_estimate", where = { population = "on 31 March" } }
caution = "A lower rate is not better in itself: it depends on need, on early help and on who leaves care."
questions = ["Is the rise about more children entering, or fewer leaving?"]
known = { area = "E06000019", period = "2025", value = 99.9, numerator = 344 }
"""

LOCAL = """
title = "Young people at the board"
plain = "How many young people were in the room."
principle = 2
better = "higher"
unit = "young people per meeting"
questions = ["Could they come?"]
collect = "The number of young people at each meeting, from the minutes."
"""


def read(folder: Path, text: str, name: str = "example") -> Catalogue:
    """A catalogue of one entry."""
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return catalogue(folder)


def complaint(folder: Path, text: str) -> str:
    """What the author of this entry is told."""
    with pytest.raises(BadInput) as caught:
        read(folder, text, "wrong")
    return str(caught.value)


def without(key: str, text: str = EXAMPLE) -> str:
    """The entry with the line of one key left out."""
    lines = text.splitlines()
    kept = [line for line in lines if not line.startswith(f"{key} =")]
    assert len(kept) == len(lines) - 1
    return "\n".join(kept)


def row(entry: Indicator) -> str:
    """The indicator's line in the README's table."""
    source = "local return" if entry.local else "published elsewhere" if entry.elsewhere else f"`{entry.source}`"
    return f"| `{entry.id}` | {entry.title} | {entry.principle} | {entry.better} | {entry.unit} | {source} |"


def parts(entry: Indicator) -> list[Part]:
    """Everything that the indicator is made of."""
    return [p for s in entry.slices for p in (s.numerator, s.denominator, s.value) if p]


def test_the_example_of_the_architecture_loads_as_it_stands(tmp_path: Path) -> None:
    entry = read(tmp_path, EXAMPLE)["example"]
    assert (entry.title, entry.per, entry.better) == ("Children looked after, rate per 10,000", 10000, "neither")
    assert (entry.code, entry.who, entry.did, entry.headline) == ("", "", "", False)
    assert entry.slice().numerator == Part("cla_number_and_rate", (("on 31 March", "children_count"),))
    assert entry.slice().published == Part("cla_number_and_rate", (("on 31 March", "rate_per_10000"),))
    assert entry.slice().period_kind == "31 March"


def test_an_entry_added_to_the_folder_is_there_at_the_next_reading(tmp_path: Path) -> None:
    assert list(read(tmp_path, EXAMPLE)) == ["example"]
    assert list(read(tmp_path, LOCAL, "another")) == ["example", "another"]


def test_an_entry_without_a_source_is_local(tmp_path: Path) -> None:
    entry = read(tmp_path, LOCAL)["example"]
    assert entry.local and entry.slices == () and entry.collect.startswith("The number of young people")


@pytest.mark.parametrize(
    ("mistaken", "key", "advice"),
    [
        (EXAMPLE.replace("title =", "titel ="), '"titel"', 'Did you mean "title"?'),
        (EXAMPLE.replace('n = "on 31 March"', 'n = "on 31 Marhc"', 1), '"population"', 'Did you mean "on 31 March"?'),
        (EXAMPLE.replace("population = ", "popluation = ", 1), '"popluation"', 'Did you mean "population"?'),
        (EXAMPLE.replace('"children_count"', '"child_count"'), '"child_count"', 'Did you mean "children_count"?'),
        (EXAMPLE.replace("measure =", "mesure =", 1), '"mesure"', 'Did you mean "measure"?'),
        (EXAMPLE.replace('"cla_number_and_rate"', '"cla_number"'), '"cla_number"', '"cla_number_and_rate"'),
        (EXAMPLE.replace('"neither"', '"up"'), "better", "higher, lower, neither"),
        (EXAMPLE.replace('"context"', "8"), "principle", "context, 1, 2, 3, 4, 5, 6, 7"),
        (without("better"), '"better"', "missing"),
        (without("questions"), '"questions"', "missing"),
        (without("known"), '"known"', "one published figure"),
        (EXAMPLE.replace('area = "E06000019", ', ""), '"known"', "needs an area, a period"),
        (without("numerator"), '"numerator"', '"value"'),
        (without("collect", LOCAL), '"collect"', "what a council would need to collect"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_file_and_key(tmp_path: Path, mistaken: str, key: str, advice: str) -> None:
    message = complaint(tmp_path, mistaken)
    assert message.startswith("wrong.toml: ")
    assert key in message
    assert advice in message
    assert "\n" not in message


def test_an_entry_that_is_not_toml_is_named(tmp_path: Path) -> None:
    assert complaint(tmp_path, "title = ").startswith("wrong.toml is not valid TOML")


def test_an_unknown_indicator_is_answered_with_the_nearest() -> None:
    with pytest.raises(BadInput, match='Did you mean "children_looked_after_rate"'):
        catalogue()["children_looked_after_rat"]


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_every_principle_has_an_entry(principle: str) -> None:
    assert catalogue().of(principle)


@pytest.mark.parametrize("principle", ["2", "3"])
def test_principles_two_and_three_have_only_local_entries(principle: str) -> None:
    assert [entry.id for entry in catalogue().of(principle) if not entry.local] == []


def test_context_is_never_better_or_worse() -> None:
    assert {entry.better for entry in catalogue().of("context")} == {"neither"}


def test_the_opening_page_has_few_headlines_and_one_of_each_principle_though_two_have_local_ones_only() -> None:
    headlines = [entry for entry in catalogue().values() if entry.headline]
    assert len(headlines) <= MOST_HEADLINES
    assert {entry.principle for entry in headlines} == set(PRINCIPLES)
    assert {entry.principle for entry in headlines if entry.measured} == set(PUBLISHED_PRINCIPLES)


@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.id)
def test_an_entry_can_be_read_by_a_board(entry: Indicator) -> None:
    assert len(entry.plain.split()) <= MOST_WORDS
    assert entry.plain.endswith(".")
    assert "LAC" not in f"{entry.title} {entry.plain} {entry.who}".split()
    assert entry.questions
    assert all(question.endswith("?") for question in entry.questions)


@pytest.mark.parametrize("entry", catalogue().measured, ids=lambda entry: entry.id)
def test_an_entry_that_says_who_also_says_what_they_did(entry: Indicator) -> None:
    assert bool(entry.who) == bool(entry.did)
    assert ("{breakdown}" in entry.did) == (len(entry.breakdowns) > 1)


@pytest.mark.parametrize("entry", catalogue().measured, ids=lambda entry: entry.id)
def test_a_known_figure_is_of_a_breakdown_that_the_entry_has(entry: Indicator) -> None:
    for known in entry.known:
        assert entry.slice(known.breakdown).breakdown in entry.breakdowns


@pytest.mark.parametrize("entry", catalogue().measured, ids=lambda entry: entry.id)
def test_an_indicator_uses_only_what_the_bundled_figures_hold(entry: Indicator) -> None:
    for part in parts(entry):
        source = sources()[part.source]
        for breakdown, _ in part.terms:
            words = dict(zip([d.name for d in source.dimensions], breakdown.split(" | "), strict=False))
            picked = [pick for pick in source.headline if all(words[d] in allowed for d, allowed in pick.items())]
            assert picked, f'{source.id}.toml does not list "{breakdown}" under headline, and {entry.id} needs it.'


def test_the_table_in_the_readme_is_true() -> None:
    entries = catalogue()
    table = README.read_text(encoding="utf-8").split("## The catalogue")[1]
    written = [line for line in table.splitlines() if line.startswith("| `")]
    true = {row(entry) for entry in entries.values()}
    assert len(written) > len(PRINCIPLES)
    assert [line for line in written if line not in true] == []
    # An indicator is one file: a new one does not fail here, but its line is offered.
    for missing in sorted(true - set(written)):
        warnings.warn(f"metrics/README.md lacks a line of the catalogue: {missing}", stacklevel=1)
