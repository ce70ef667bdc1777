"""Faults to plant in a published table, one at a time: each a function that changes its rows or its bytes.

A row is a list of cells; `at` finds a column by any of its names. FAULTS is the list that tests/data/test_planted_faults.py goes
through and data/README.md tells of: what is planted, in which file, which check stops it and in which words.
"""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

Cells = list[list[str]]  # the header first
RATE = "cla-2025/cla_number_and_rate_per_10k_children.csv"
HOMES = "cla-2025/la_care_leavers_accommodation_suitability.csv"
MARCH = "cla-2025/la_cla_on_31_march_by_characteristics.csv"
HEALTH = "cla-2025/la_conviction_health_outcome_cla.csv"
STABILITY = "cla-2025/la_cla_placement_stability.csv"
PEOPLE = "population/ons_mid-year_population_estimates_2012_to_2024.csv"
STAFF = "workforce/csww_indicators_2017_to_2025.csv"
COUNT = ("children_count", "care_leaver_count", "number", "population_estimate")
SHARE = ("children_percent", "care_leaver_percent", "percentage", "rate_per_10000")
SYMBOLS = ("c", "k", "x", "z", "u", "low")


@dataclass(frozen=True)
class Fault:
    """One planted fault: what it is, the file it is planted in, the check that must stop it, and words of its message."""

    what: str
    file: str
    plant: Callable[[Cells], None] | None
    check: str
    words: str
    bytes: Callable[[bytes], bytes] | None = None
    as_file: str = ""  # the file whose place and name it takes, where that is another one


def at(cells: Cells, *names: str) -> int:
    return next(i for i, name in enumerate(cells[0]) if name in names)


def where(cells: Cells, **wanted: str | tuple[str, ...]) -> Cells:
    """The rows with these words in these columns."""
    columns = [(at(cells, name), (words,) if isinstance(words, str) else words) for name, words in wanted.items()]
    return [row for row in cells[1:] if all(row[i] in words for i, words in columns)]


def authorities(cells: Cells, **wanted: str | tuple[str, ...]) -> Cells:
    return where(cells, geographic_level="Local authority", **wanted)


def each(rows: Cells, column: int, change: Callable[[float], object]) -> None:
    """Change every number of a column, leaving symbols."""
    for row in rows:
        if row[column] not in SYMBOLS:
            row[column] = str(change(float(row[column])))


def as_bytes(cells: Cells) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(cells)
    return stream.getvalue().encode()


def shares_cut_by_a_third(cells: Cells) -> None:
    some = authorities(cells, new_la_code=("E08000016", "E08000017", "E06000019", "E06000005"), cla_group="Placement")
    each([r for r in some if r[at(cells, "characteristic")] != "Total"], at(cells, *SHARE), lambda v: int(v * 2 / 3))


def counts_cut_by_a_third(cells: Cells) -> None:
    some = authorities(cells, new_la_code=("E08000016", "E06000019"), cla_group="Placement")
    for row in (r for r in some if r[at(cells, "characteristic")] != "Total"):
        each([row], at(cells, *COUNT), lambda v: int(v * 2 / 3))
        each([row], at(cells, *SHARE), lambda v: int(v * 2 / 3))


def swap(first: tuple[str, ...], second: tuple[str, ...], only_names: bool = False) -> Callable[[Cells], None]:
    def plant(cells: Cells) -> None:
        a, b = at(cells, *first), at(cells, *second)
        for row in cells[:1] if only_names else cells[1:]:
            row[a], row[b] = row[b], row[a]

    return plant


def put(column: tuple[str, ...], text: str, row: int = 40) -> Callable[[Cells], None]:
    def plant(cells: Cells) -> None:
        cells[row][at(cells, *column)] = text

    return plant


def in_year(year: str, column: tuple[str, ...], change: Callable[[float], object], level: str = "") -> Callable[[Cells], None]:
    def plant(cells: Cells) -> None:
        rows = where(cells, time_period=year) if not level else where(cells, time_period=year, geographic_level=level)
        each(rows, at(cells, *column), change)

    return plant


def year_called(text: str) -> Callable[[Cells], None]:
    def plant(cells: Cells) -> None:
        for row in where(cells, time_period="2025"):
            row[0] = text

    return plant


def symbols_become(text: str, year: str) -> Callable[[Cells], None]:
    def plant(cells: Cells) -> None:
        for row in where(cells, time_period=year):
            for column in (at(cells, *COUNT), at(cells, *SHARE)):
                row[column] = text if row[column] == "c" else row[column]

    return plant


def thousands_separators(cells: Cells) -> None:
    each(cells[1:], at(cells, "population_estimate"), lambda v: f"{int(v):,}")


def fractions(cells: Cells) -> None:
    each(where(cells, time_period="2025"), at(cells, *SHARE), lambda v: v / 100)


def per_thousand(cells: Cells) -> None:
    each(cells[1:], at(cells, *SHARE), lambda v: int(v / 10))


def tenfold(cells: Cells) -> None:
    some = authorities(cells, new_la_code="E06000019")
    for column in COUNT:
        if column in cells[0]:
            each(some, at(cells, column), lambda v: int(v * 10))


def tenfold_in_one_year(cells: Cells) -> None:
    each(authorities(cells, new_la_code="E10000016", time_period="2024"), at(cells, *COUNT), lambda v: int(v * 10))


def a_fifth_missing(cells: Cells) -> None:
    codes = sorted({row[at(cells, "new_la_code")] for row in authorities(cells)})[::5]
    cells[:] = [row for row in cells if row[at(cells, "new_la_code")] not in codes]


def two_missing(cells: Cells) -> None:
    gone = ("E06000019", "E06000051")
    cells[:] = [row for row in cells if row[at(cells, "new_la_code")] not in gone]


def in_the_middle_missing(cells: Cells) -> None:
    cells[:] = [row for row in cells if row[0] != "2023"]


def totals_missing(cells: Cells) -> None:
    """The totals that the shares of one year are of, in all areas."""
    gone = where(cells, time_period="2024", breakdown="Total ages 10 to 17 years")
    cells[:] = [row for row in cells if row not in gone]


def before_its_first_day(cells: Cells) -> None:
    """Figures for Cumberland in the last year of Cumbria, which has them too."""
    for row in authorities(cells, new_la_code="E06000063", time_period="2021"):
        row[at(cells, *COUNT)], row[at(cells, "population_estimate")], row[at(cells, *SHARE)] = "400", "50000", "80"


def shifted_half_way(cells: Cells) -> None:
    for row in cells[len(cells) // 2 :]:
        row[4:] = [*row[5:], row[4]]


def stray_total(cells: Cells) -> None:
    total = list(authorities(cells)[0])
    total[at(cells, "la_name")], total[at(cells, "new_la_code")], total[at(cells, "old_la_code")] = "Total", "", ""
    total[at(cells, *COUNT)] = "81770"
    cells.append(total)


def doubled(cells: Cells) -> None:
    cells.append(list(cells[40]))


def cut_off(cells: Cells) -> None:
    del cells[-4000:]


def label_renamed(cells: Cells) -> None:
    for row in cells[1:]:
        row[:] = ["Accomodation considered suitable" if c == "Accommodation considered suitable" else c for c in row]


def labels_swapped(cells: Cells) -> None:
    other = {"Accommodation considered suitable": "No information", "No information": "Accommodation considered suitable"}
    for row in where(cells, time_period="2024"):
        row[:] = [other.get(c, c) for c in row]


def one_label_zero(cells: Cells) -> None:
    some = authorities(cells, time_period="2025", placement_stability="With 3 or more placements during the year")
    for row in some:
        row[at(cells, *COUNT)] = row[at(cells, *SHARE)] = "0"


def england_wrong(cells: Cells) -> None:
    for row in where(cells, geographic_level="National", time_period="2025"):
        row[at(cells, *COUNT)] = str(int(row[at(cells, *COUNT)]) + 5000)


def inner_london_added(cells: Cells) -> None:
    for row in where(cells, region_code="E12000007", time_period="2025"):
        row[at(cells, "population_estimate")] = str(2 * int(row[at(cells, "population_estimate")]))


def rounded(cells: Cells) -> None:
    each(authorities(cells), at(cells, "population_estimate"), lambda v: round(v / 10) * 10)


def name_beside_another_code(cells: Cells) -> None:
    for row in authorities(cells, new_la_code="E06000019"):
        row[at(cells, "la_name")] = "Shropshire"


def decimals_in_counts(cells: Cells) -> None:
    each(authorities(cells), at(cells, *COUNT), lambda v: v + 0.5)


def blank_row(cells: Cells) -> None:
    cells.insert(60, [""] * len(cells[0]))


def blank_column(cells: Cells) -> None:
    for row in cells[1:]:
        row[at(cells, *SHARE)] = ""


def one_row_short(cells: Cells) -> None:
    del cells[40][-1]


def column_dropped(cells: Cells) -> None:
    gone = at(cells, *SHARE)
    for row in cells:
        del row[gone]


def column_added(cells: Cells) -> None:
    for number, row in enumerate(cells):
        row.append("note" if number == 0 else "")


def as_semicolons(raw: bytes) -> bytes:
    return raw.replace(b",", b";")


def as_packed(raw: bytes) -> bytes:
    return b"PK\x03\x04" + raw


def as_page(raw: bytes) -> bytes:
    return b"<!doctype html><html><body>" + raw + b"</body></html>\n"


def with_cafe(encoding: str) -> Callable[[bytes], bytes]:
    return lambda raw: raw.decode("utf-8-sig").replace("Westmorland and Furness", "Westmorland – Furness").encode(encoding)


FAULTS = (
    Fault(
        "the placement shares of some authorities cut by a third, England untouched",
        MARCH,
        shares_cut_by_a_third,
        "recomputed",
        "gives",
    ),
    Fault("placement counts and shares of two authorities cut by a third", MARCH, counts_cut_by_a_third, "wholes", "add up to"),
    Fault("two columns of figures swapped", HOMES, swap(COUNT, SHARE), "percentages", "expected 0 to 100"),
    Fault("the names of two columns of figures swapped", STABILITY, swap(COUNT, SHARE, True), "percentages", "expected 0 to 100"),
    Fault(
        "population and count swapped",
        RATE,
        swap(("children_count",), ("population_estimate",)),
        "recomputed",
        "rate_per_10000 is",
    ),
    Fault("code and name of the authority swapped", RATE, swap(("la_name",), ("new_la_code",)), "areas", "is not known"),
    Fault("region and authority swapped", RATE, swap(("region_code",), ("new_la_code",)), "areas", "is of the level"),
    Fault("a year's block labelled 0", RATE, year_called("0"), "periods", '"0" is not a period'),
    Fault("a year's block labelled 2024 again", RATE, year_called("2024"), "duplicates", "the same area, period and labels"),
    Fault("a year's block labelled with two digits", RATE, year_called("25"), "periods", '"25" is not a period'),
    Fault("a year's block labelled as an academic year", RATE, year_called("202425"), "periods", "is not a period of the kind"),
    Fault("a year after the day of publication", RATE, year_called("2031"), "periods", "after the day of publication"),
    Fault(
        "last year's file under this year's name",
        RATE.replace("2025", "2024"),
        None,
        "stale",
        "older file under a new name",
        as_file=RATE,
    ),
    Fault("c turned to 0 in the newest year", HOMES, symbols_become("0", "2025"), "hidden", "figures are hidden (c)"),
    Fault("c turned to 0 in an earlier year", HOMES, symbols_become("0", "2023"), "hidden", "figures are hidden (c)"),
    Fault(
        "c turned to 0 in every year",
        HEALTH,
        lambda cells: [symbols_become("0", str(y))(cells) for y in range(2021, 2026)] and None,
        "unhidden",
        "hidden a release ago are 0 now",
    ),
    Fault(
        "c turned to a small number in every year",
        HEALTH,
        lambda cells: [symbols_become("3", str(y))(cells) for y in range(2021, 2026)] and None,
        "unhidden",
        "are a number now",
    ),
    Fault("c blanked", HOMES, symbols_become("", "2024"), "symbols", "A blank cell does not say why"),
    Fault("c turned to a dash", HOMES, symbols_become("-", "2024"), "symbols", 'the figure is "-"'),
    Fault("an obsolete symbol", HOMES, symbols_become("~", "2024"), "symbols", "was retired"),
    Fault("c turned to -100", HOMES, symbols_become("-100", "2024"), "counts", "counted in whole numbers from 0"),
    Fault("thousands separators", RATE, thousands_separators, "symbols", "Thousands separators"),
    Fault(
        "percent signs",
        HOMES,
        lambda cells: each(cells[1:], at(cells, *SHARE), lambda v: f"{v:.0f}%"),
        "symbols",
        "The unit is in the column's name",
    ),
    Fault("percentages as fractions", HOMES, fractions, "fractions", "look like fractions"),
    Fault("rates per 1,000 instead of 10,000", RATE, per_thousand, "recomputed", "rate_per_10000 is"),
    Fault("counts in tens", HOMES, in_year("2025", COUNT, lambda v: int(v / 10)), "recomputed", "gives"),
    Fault("UTF-16", RATE, None, "reading", "UTF-16", bytes=lambda raw: raw.decode("utf-8-sig").encode("utf-16")),
    Fault("Windows-1252", RATE, None, "reading", "not UTF-8", bytes=with_cafe("cp1252")),
    Fault("semicolons between the cells", RATE, None, "reading", "not a comma-separated table", bytes=as_semicolons),
    Fault("a workbook under the name of a CSV", RATE, None, "reading", "a packed file", bytes=as_packed),
    Fault("a web page under the name of a CSV", RATE, None, "reading", "a web page", bytes=as_page),
    Fault("cut off in the middle of a row", RATE, None, "reading", "cut off", bytes=lambda raw: raw[: len(raw) // 2 + 1]),
    Fault("cut off between two rows", HOMES, cut_off, "complete", "no row for"),
    Fault("a stray total row", RATE, stray_total, "areas", 'the area code "" is not known'),
    Fault("columns shifted half way down", RATE, shifted_half_way, "labels", "is not described"),
    Fault("one row with a cell too few", RATE, one_row_short, "reading", "columns where the header has"),
    Fault("a column left out", RATE, column_dropped, "reading", "there is no column"),
    Fault("a column nobody described", RATE, column_added, "reading", 'column "note" is not described'),
    Fault("a column without a name", RATE, put(("children_count",), "", row=0), "reading", "has no name"),
    Fault("two columns with one name", RATE, put(("children_count",), "la_name", row=0), "reading", "two columns are called"),
    Fault(
        "a column name with a space at its end",
        RATE,
        put(("children_count",), "children_count ", row=0),
        "reading",
        "there is no column",
    ),
    Fault("an empty row", RATE, blank_row, "empty", "the row is empty"),
    Fault("an empty column", RATE, blank_column, "empty", "the column is empty"),
    Fault("a fifth of the authorities missing", RATE, a_fifth_missing, "coverage", "authorities have no row"),
    Fault("two authorities missing in every year", RATE, two_missing, "vanished", "2 areas (Herefordshire, Shropshire)"),
    Fault("a year in the middle missing", RATE, in_the_middle_missing, "vanished", "missing here between other periods"),
    Fault("the totals of a year missing", HEALTH, totals_missing, "totals", "is there without its total"),
    Fault("figures for an authority before its first day", RATE, before_its_first_day, "in_force", "did not exist then"),
    Fault("one authority tenfold", RATE, tenfold, "regions", "authorities of the region add up to"),
    Fault("one authority tenfold in one year of another table", STABILITY, tenfold_in_one_year, "regions", "add up to"),
    Fault("all counts of one authority tenfold in one year", HEALTH, tenfold_in_one_year, "jumps", "changed fivefold"),
    Fault("a row twice", RATE, doubled, "duplicates", "the same area, period and labels"),
    Fault("a label misspelt", HOMES, label_renamed, "labels", "The nearest known label"),
    Fault("two labels swapped in one year", HOMES, labels_swapped, "revisions", "differ by more than a quarter"),
    Fault("one label of a year nothing but zeros", STABILITY, one_label_zero, "hidden", "nearly all authorities have 0"),
    Fault("England not the sum of its regions", RATE, england_wrong, "regions", "the nine regions add up to"),
    Fault("a region counted twice", RATE, inner_london_added, "regions", "the nine regions add up to"),
    Fault("counts of authorities rounded to 10", PEOPLE, rounded, "rounded", "look rounded"),
    Fault("a name beside another area's code", RATE, name_beside_another_code, "names", "is not the name of"),
    Fault("a code nobody knows", RATE, put(("new_la_code",), "E06999999"), "areas", "is not known"),
    Fault("another country", RATE, put(("country_code",), "W92000004"), "names", "expected E92000001 England"),
    Fault("a geographic level nobody knows", RATE, put(("geographic_level",), "Ward"), "levels", "geographic level"),
    Fault("two kinds of period in one file", RATE, put(("time_identifier",), "Calendar year"), "periods", "one kind of period"),
    Fault("a negative count", RATE, put(("children_count",), "-12"), "counts", "counted in whole numbers from 0"),
    Fault("a decimal in a count", STABILITY, decimals_in_counts, "counts", "counted in whole numbers from 0"),
    Fault("a percentage over 100", HOMES, put(SHARE, "140"), "percentages", "expected 0 to 100"),
    Fault(
        "turnover a hundredfold",
        STAFF,
        lambda cells: each(authorities(cells), at(cells, "turnover_rate_fte"), lambda v: round(v * 100)),
        "recomputed",
        "turnover_rate_fte",
    ),
)
