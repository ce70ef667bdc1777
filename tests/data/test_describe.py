"""Descriptions of published tables: those we ship hold together, and a mistaken one is told what is wrong."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

from data.describe import FOLDER, Source, source_of, sources
from data.errors import BadInput

MINIMAL = """
title = "Children looked after"
files = ["table.csv"]
period_kind = "31 March"
headline = [{ group = "Total" }]

[dimensions.group]
columns = ["characteristic"]
labels = ["Total", "Boys"]

[dimensions.group.spellings]
"All" = "Total"

[measures.children_count]
kind = "count"

[measures.children_percent]
kind = "percent"
of = "children_count"
"""

SHIPPED = sorted(FOLDER.glob("*.toml"))


def described(folder: Path, text: str) -> Source:
    (folder / "table.toml").write_text(text, encoding="utf-8")
    return sources(folder)["table"]


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(BadInput) as caught:
        described(folder, text)
    return str(caught.value)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_every_shipped_description_loads_and_says_all_that_is_needed(path: Path) -> None:
    source = sources()[path.stem]
    assert source.id == path.stem and source.title and source.files
    if source.shape == "neighbours":
        assert source.edition and source.la_number and "{n}" in source.neighbour
    elif source.shape == "inspections":
        assert source.sheets and source.sheets.names and source.sheets.grades and source.sheets.visits
    else:
        assert source.measures and source.headline
        assert source.period_kind({}) in ("31 March", "year to 31 March", "academic year", "30 September", "30 June")


def test_no_file_name_fits_two_shipped_descriptions() -> None:
    patterns = [(source.id, pattern) for source in sources().values() for pattern in source.files]
    for id_, pattern in patterns:
        name = pattern.replace("*", "2025")
        assert [other for other, p in patterns if fnmatch(name, p)] == [id_]
        assert source_of(name.upper(), sources()) == sources()[id_]


def test_the_smallest_description_has_its_defaults(tmp_path: Path) -> None:
    source = described(tmp_path, MINIMAL)
    count, percent = source.measures
    assert (count.columns, count.decimals, count.of, count.per) == (("children_count",), 0, None, None)
    assert (percent.of, percent.per, source.exact, source.shape) == ("children_count", 100, True, "table")


def test_spellings_lead_to_our_own_word(tmp_path: Path) -> None:
    assert described(tmp_path, MINIMAL).dimensions[0].words == {"Total": "Total", "Boys": "Boys", "All": "Total"}


def test_the_last_kind_of_period_that_fits_a_row_wins(tmp_path: Path) -> None:
    text = MINIMAL.replace("[dimensions", '[[period_kind_where]]\nwhere = { group = "Boys" }\nkind = "30 June"\n\n[dimensions', 1)
    source = described(tmp_path, text)
    assert (source.period_kind({"group": "Boys"}), source.period_kind({"group": "Total"})) == ("30 June", "31 March")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title =", "titel =", 'table.toml: unknown key "titel". Did you mean "title"?'),
        ('title = "Children looked after"', "", 'table.toml: the key "title" is missing.'),
        ('period_kind = "31 March"', "", 'table.toml: the key "period_kind" is missing.'),
        ('"31 March"', '"31 march"', 'table.toml: unknown period_kind "31 march". Did you mean "31 March"?'),
        ("files", 'shape = "tabel"\nfiles', 'table.toml: unknown shape "tabel". Did you mean "table"?'),
        ("labels", "lables", 'table.toml, dimensions.group: unknown key "lables". Did you mean "labels"?'),
        ('labels = ["Total", "Boys"]', "", 'table.toml, dimensions.group: the key "labels" is missing.'),
        ('= "Total"\n\n[m', '= "Totel"\n\n[m', 'table.toml, dimensions.group: unknown label "Totel". Did you mean "Total"?'),
        ('"count"\n', '"counts"\n', 'table.toml, measures.children_count: unknown kind "counts". Did you mean "count"?'),
        ('kind = "count"', "", 'table.toml, measures.children_count: the key "kind" is missing.'),
        ("of =", "off =", 'table.toml, measures.children_percent: unknown key "off". Did you mean "of"?'),
        (
            'of = "children_count"',
            'of = "child_count"',
            'table.toml, measures.children_percent: unknown measure "child_count". Did you mean "children_count"?',
        ),
        ('group = "Total"', 'group = "Totals"', 'table.toml, headline: unknown label of group "Totals". Did you mean "Total"?'),
        ("{ group =", "{ groups =", 'table.toml, headline: unknown dimension "groups". Did you mean "group"?'),
        (
            'of = "children_count"',
            'where = { group = "Boy" }',
            'table.toml, measures.children_percent: unknown label of group "Boy". Did you mean "Boys"?',
        ),
        ("title", "[title", "table.toml: this is not valid TOML"),
    ],
)
def test_a_mistaken_description_is_told_what_where_and_the_nearest_word(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in MINIMAL
    assert refusal(tmp_path, MINIMAL.replace(old, new, 1)).startswith(said)


EVERY = (
    MINIMAL
    + """
[remarks.version]
columns = ["version"]
labels = ["Revised", "Final"]

[measures.months]
columns = ["children_count"]
kind = "months"
written = "yy:mm"
where = { group = ["Total", "Boys"] }
"""
)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title", 'levels = ["Nation"]\ntitle', 'table.toml: unknown level "Nation". Did you mean "National"?'),
        ("yy:mm", "yy-mm", 'table.toml, measures.months: unknown way of writing "yy-mm". Did you mean "yy:mm"?'),
        ("[remarks.version]\ncol", "[remarks.version]\ncul", 'table.toml, remarks.version: unknown key "culumns". '),
        ('["Total", "Boys"] }', '["Total", "Boy"] }', 'table.toml, measures.months: unknown label of group "Boy". '),
    ],
)
def test_a_mistaken_level_remark_claim_or_way_of_writing_is_told_the_nearest(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in EVERY
    assert refusal(tmp_path, EVERY.replace(old, new, 1)).startswith(said)


def test_a_claim_may_name_several_labels_and_a_remark_divides_nothing(tmp_path: Path) -> None:
    source = described(tmp_path, EVERY)
    assert source.measure("months").where == {"group": ("Total", "Boys")}
    assert ([d.name for d in source.dimensions], [d.name for d in source.remarks]) == (["group"], ["version"])


def test_a_list_of_neighbours_says_its_edition_and_its_columns(tmp_path: Path) -> None:
    text = 'title = "N"\nshape = "neighbours"\nfiles = ["n.csv"]\nedition = "2025"\nla_number = "la"\n'
    assert refusal(tmp_path, text).startswith('table.toml: the key "neighbour" is missing.')


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ({"grup": "Total"}, 'table.toml has no dimension "grup". Did you mean "group"?'),
        ({"group": "Totl"}, 'table: "Totl" is no label of "group". Did you mean "Total"?'),
        ({}, 'table: say which "group" is meant, one of "Total", "Boys".'),
    ],
)
def test_asking_for_a_breakdown_that_is_not_there_names_the_nearest(tmp_path: Path, where: dict[str, str], said: str) -> None:
    with pytest.raises(BadInput) as caught:
        described(tmp_path, MINIMAL).breakdown(where)
    assert str(caught.value).startswith(said)


def test_asking_for_a_measure_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match='table.toml has no measure "child_count". Did you mean "children_count"?'):
        described(tmp_path, MINIMAL).measure("child_count")
