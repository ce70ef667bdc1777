"""The full published files: the figures that this dashboard must show, recomputed here with csv and Decimal."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from data.describe import source_of, sources
from metrics.ask import Ask
from metrics.catalogue import catalogue
from metrics.figures import half_up
from metrics.known_on import FIRST, NOW, KnownOn, known_on
from metrics.results import Choice, How
from tests.official import official

OFFICIAL = official()
COUNT, RATE = "children_looked_after", "children_looked_after_rate"
ASKED = {entry.source for entry in catalogue().measured}  # the tables that indicators are made from
ROUNDED = ("percentage", "children_percent", "care_leaver_percent", "rate_per_10000")  # last column of a table that prints shares
IDENTIFYING = 10  # the first columns say which period and which area
# What a group is a share of, where it is not called a total.
WHOLES = (
    "Total", "Suitability total", "Total children", "Total new placements", "Total placements changing",
    "Young people who ceased to be looked after in a foster placement on their 18th birthday and were eligible for care "
    "leavers support",
)  # fmt: skip
# Percentages of something else than the whole group.
OF_SOME = {
    "SDQ score is a cause for concern": "SDQ score was received",
    "SDQ score is borderline": "SDQ score was received",
    "SDQ score is normal": "SDQ score was received",
    "Offered intervention but refused it": "Identified as having a substance misuse problem",
    "Received an intervention for their substance misuse problem": "Identified as having a substance misuse problem",
}


def last_column(path: Path) -> str:
    """The name of a published file's last column."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return next(csv.reader(stream))[-1]


PUBLISHED = [p for p in sorted(OFFICIAL.glob("cla-*/*.csv")) if (s := source_of(p.name, sources())) and s.id in ASKED]
TABLES = [p for p in PUBLISHED if last_column(p) in ROUNDED]


def value(ask: Ask, indicator: str, area: str, period: str, known: KnownOn = NOW) -> tuple[float | None, float | None]:
    """Numerator and value of one fact."""
    fact = ask.neighbours(indicator, area, Choice(known_on=known), period).own
    return fact.numerator, fact.value


def test_herefordshire_s_children_looked_after_as_now(full: Ask) -> None:
    facts = [f for f in full.trend(RATE, "Herefordshire").own.facts if 2021 <= f.year <= 2025]
    assert [f.numerator for f in facts] == [312, 379, 413, 387, 344]
    assert [str(half_up(f.value or 0, 1)) for f in facts] == ["92.0", "112.2", "121.6", "113.0", "99.9"]


def test_herefordshire_as_it_was_known_before_later_releases(full: Ask) -> None:
    then = full.neighbours(RATE, "Herefordshire", Choice(known_on=known_on("2024-12-31")), "2024").own
    assert (str(half_up(then.value or 0, 1)), then.denominator) == ("113.6", 34_052)
    assert value(full, COUNT, "Herefordshire", "2023", known_on("2023-12-31"))[0] == 412


def test_england_s_children_looked_after(full: Ask) -> None:
    number, rate = value(full, RATE, "England", "2025")
    assert (number, str(half_up(rate or 0, 1))) == (81_770, "67.1")


@pytest.mark.parametrize(
    ("edition", "mean", "median", "pooled", "n"), [("2025", "66.7", "62.6", "64.5", 10), ("2021", "64.7", "60.2", "61.4", 9)]
)
def test_herefordshire_beside_its_neighbours(full: Ask, edition: str, mean: str, median: str, pooled: str, n: int) -> None:
    found = full.neighbours(RATE, "Herefordshire", Choice(edition=edition), "2025")
    assert [str(half_up(v or 0, 1)) for v in (found.mean, found.median, found.pooled)] == [mean, median, pooled]
    assert (found.n, found.of) == (n, 10)
    assert [x.area.short_name for x in found.neighbours if x.fact.value is None] == (["Cumbria"] if n == 9 else [])


@pytest.mark.parametrize(("edition", "median"), [("2025", "52.8"), ("2021", "76.9")])
def test_leicester_s_verdict_turns_with_the_edition(full: Ask, edition: str, median: str) -> None:
    found = full.neighbours(RATE, "Leicester", Choice(edition=edition, how=How.MEDIAN), "2025").benchmark
    assert str(half_up(found.value or 0, 1)) == median


def rows(path: Path) -> list[dict[str, str]]:
    """The authorities' rows of a published file."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["geographic_level"] == "Local authority"]


def shares(path: Path) -> Iterator[tuple[str, Decimal, Decimal, int, Decimal]]:
    """Where a row stands, its count, what it is a share of, per how many, and the rounded figure printed in the row."""
    read = rows(path)
    figures = list(read[0])[IDENTIFYING:]
    if "rate_per_10000" in figures:
        for row in read:
            cells = [row[figures[i]] for i in (2, 1, 3)]
            if all(map(is_number, cells)) and Decimal(cells[1]):
                yield f"{row['la_name']} {row['time_period']}", Decimal(cells[0]), Decimal(cells[1]), 10_000, Decimal(cells[2])
        return
    *groups, label, count, percent = figures
    counts = {(r["time_period"], r["new_la_code"], group_of(r, groups), r[label]): r[count] for r in read}
    whole = {group_of(r, groups): r[label] for r in read if is_total_of_a_group(r[label])}
    for row in read:
        group = group_of(row, groups)
        under = counts[row["time_period"], row["new_la_code"], group, OF_SOME.get(row[label], whole[group])]
        if all(map(is_number, (row[count], under, row[percent]))) and Decimal(under):
            where = f"{row['la_name']} {row['time_period']} {group}: {row[label]}"
            yield where, Decimal(row[count]), Decimal(under), 100, Decimal(row[percent])


def group_of(row: dict[str, str], columns: list[str]) -> str:
    """The group that a row's label belongs to, in the words of the file."""
    return " | ".join(row[column] for column in columns)


def is_total_of_a_group(label: str) -> bool:
    """'Total ages 0 to 4 years' and the like; 'Total information not known' and its like are parts."""
    return label in WHOLES or label.startswith(("Total ages", "Total all"))


def is_number(text: str) -> bool:
    """Whether a cell holds a figure, not a symbol."""
    return text.removeprefix("-").replace(".", "", 1).isdigit()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_rounded_figure_of_an_authority_is_its_counts_divided_and_rounded_half_up(path: Path) -> None:
    compared, wrong = 0, []
    for where, count, under, per, printed in shares(path):
        compared += 1
        if (count * per / under).quantize(Decimal(1), rounding=ROUND_HALF_UP) != printed:
            wrong.append(f"{where}: {count} of {under} is printed as {printed}")
    assert wrong == []
    assert compared > 1_500


SHARES_OF_ALL = {
    "Percentage of children who had a missing incident during the year": "Children who had a missing incident during the year",
    "Percentage of children who were away from placement without authorisation during the year":
        "Children who were away from placement without authorisation during the year",
}  # fmt: skip


@pytest.mark.parametrize("release", ["cla-2022", "cla-2023", "cla-2024"])
def test_the_printed_share_of_children_missing_or_away_is_the_count_divided_and_rounded_half_up(release: str) -> None:
    (path,) = (OFFICIAL / release).glob("la_children_who_were_missing*.csv")
    read = rows(path)
    label, figure = list(read[0])[IDENTIFYING:]
    figures = {(r["time_period"], r["new_la_code"], r[label]): r[figure] for r in read}
    compared, wrong = 0, []
    for (year, area, share), printed in figures.items():
        cells = [figures[year, area, text] for text in (SHARES_OF_ALL.get(share, share), "Children looked after during the year")]
        if share in SHARES_OF_ALL and all(map(is_number, (printed, *cells))) and Decimal(cells[1]):
            compared += 1
            exact = Decimal(cells[0]) * 100 / Decimal(cells[1])
            if exact.quantize(Decimal(1), rounding=ROUND_HALF_UP) != Decimal(printed):
                wrong.append(f"{area} {year}: {cells[0]} of {cells[1]} is printed as {printed}")
    assert wrong == []
    assert compared > 1_000


@pytest.mark.parametrize("release", ["cla-2022", "cla-2023", "cla-2024"])
def test_the_printed_net_gain_is_children_placed_here_less_children_placed_elsewhere(release: str) -> None:
    (path,) = (OFFICIAL / release).glob("la_cla_on_31_march_la_of_placement_net*.csv")
    read = rows(path)
    label, figure = list(read[0])[IDENTIFYING:]
    lines: dict[tuple[str, str], dict[str, str]] = {}
    for row in read:
        lines.setdefault((row["time_period"], row["new_la_code"]), {})[row[label][:3]] = row[figure]
    known = {key: line for key, line in lines.items() if all(map(is_number, line.values()))}
    assert len(known) > 700
    assert {key: line for key, line in known.items() if int(line["1. "]) - int(line["2. "]) != int(line["Net"])} == {}


def test_the_rates_shown_are_the_counts_of_the_newest_file_divided(full: Ask) -> None:
    newest = {r["new_la_code"]: r for r in rows(OFFICIAL / "cla-2025/cla_number_and_rate_per_10k_children.csv")
              if r["population_type"].startswith("Children looked after") and r["time_period"] == "2025"}  # fmt: skip
    shown = {f["area_code"]: f for f in full.facts(indicators=[RATE]) if f["period"] == "2025" and f["la_number"]}
    assert shown.keys() == newest.keys()
    for code, row in newest.items():
        exact = is_number(row["children_count"]) and is_number(row["population_estimate"])
        expected = int(row["children_count"]) * 10_000 / int(row["population_estimate"]) if exact else None
        assert shown[code]["value"] == expected, f"{row['la_name']}"


@pytest.mark.parametrize("known", [NOW, FIRST, known_on("2024-12-31"), known_on("2023-01-01")], ids=lambda known: known.text)
def test_the_bundled_snapshot_answers_every_fact_as_the_full_one_does(full: Ask, bundled: Ask, known: KnownOn) -> None:
    whole = full.facts(known_on=known)
    assert len(whole) > 10_000
    assert bundled.facts(known_on=known) == whole


def test_the_bundled_snapshot_holds_the_same_releases_and_neighbours(full: Ask, bundled: Ask) -> None:
    assert bundled.manifest.hashes == full.manifest.hashes
    assert bundled.editions == full.editions == {"2021": date(2021, 4, 1), "2025": date(2025, 5, 1)}
    for area in (a for a in full.areas if a.la_number):
        for edition in full.editions:
            choice = Choice(edition=edition, first_year=1900, last_year=1900)
            assert _listed(bundled, area.code, choice) == _listed(full, area.code, choice)


def _listed(ask: Ask, area: str, choice: Choice) -> list[str]:
    return [line.area.code for line in ask.trend(COUNT, area, choice).neighbours]
