"""Tiny published files, drawn as text: tests read as tables in, and expected observations out.

A drawn table names its columns in its first line and has '|' between cells. `year` and `area` (a name, or two names of a joint
return with '+' between) stand for the ten columns that every published table begins with. All figures are invented.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import pyarrow as pa

from data.areas import Area, load
from data.binding import STANDARD, Bound, bind
from data.describe import sources
from data.gather import Incoming
from data.observe import observe
from data.reading import RawTable
from data.release import Release

RATE = "cla_number_and_rate_per_10k_children.csv"
WORKFORCE = "csww_indicators_2017_to_2025.csv"
NEIGHBOURS = "sn_model_2025_wide.csv"
TITLE = "Children looked after in England including adoptions"

OLD = """
year | area           | population_count                             | population_estimate | number | rate_per_10000
2023 | England        | Children looked after at 31 March each year  |              120000 |    840 | 70
2023 | West Midlands  | Children looked after at 31 March each year  |               60000 |    480 | 80
2023 | Herefordshire  | Children looked after at 31 March each year  |               20000 |    200 | 100
2023 | Shropshire     | Children looked after at 31 March each year  |               20000 |      c | c
2023 | Worcestershire | Children looked after at 31 March each year  |               20000 |    140 | 70
2024 | England        | Children looked after at 31 March each year  |              120000 |    850 | 71
2024 | West Midlands  | Children looked after at 31 March each year  |               60000 |    490 | 82
2024 | Herefordshire  | Children looked after at 31 March each year  |               20000 |    210 | 105
2024 | Shropshire     | Children looked after at 31 March each year  |               20000 |    130 | 65
2024 | Worcestershire | Children looked after at 31 March each year  |               20000 |    150 | 75
"""

NEW = """
year | area           | population_type                              | population_estimate | children_count | rate_per_10000
2024 | England        | Children looked after on 31 March each year  |              120000 |            850 | 71
2024 | West Midlands  | Children looked after on 31 March each year  |               60000 |            490 | 82
2024 | Herefordshire  | Children looked after on 31 March each year  |               20000 |            211 | 106
2024 | Shropshire     | Children looked after on 31 March each year  |               20000 |            130 | 65
2024 | Worcestershire | Children looked after on 31 March each year  |               20000 |            150 | 75
2025 | England        | Children looked after on 31 March each year  |              120000 |            830 | 69
2025 | West Midlands  | Children looked after on 31 March each year  |               60000 |            470 | 78
2025 | Herefordshire  | Children looked after on 31 March each year  |               20000 |            190 | 95
2025 | Shropshire     | Children looked after on 31 March each year  |               20000 |            131 | 66
2025 | Worcestershire | Children looked after on 31 March each year  |               20000 |            149 | 75
"""


def later(year: int) -> str:
    """The newer release as one of a later year: both of its years moved on."""
    return NEW.replace("2025 |", f"{year} |").replace("2024 |", f"{year - 1} |")


# Three authorities that have only each other, so seven of the ten places are empty.
NEARBY = """
la  | SN_1 | SN_1P      | SN_2 | SN_2P
884 | 893  | Very close | 885  | Close
885 | 884  | Close      | 893  | Somewhat close
893 | 884  | Very Close | 885  | Not close
"""

Rows = list[dict[str, str]]


def rows(text: str) -> Rows:
    """The rows of a drawn table as they stand. Empty lines are left out."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
    return [dict(zip(header, cells, strict=True)) for cells in lines]


def published_rows(text: str, identifier: str = "Reporting year") -> Rows:
    """The rows of a drawn table with `year` and `area` written out as publishers do."""
    return [
        _standard(r["year"], r["area"], identifier) | {k: v for k, v in r.items() if k not in ("year", "area")}
        for r in rows(text)
    ]


def _standard(year: str, place: str, identifier: str) -> dict[str, str]:
    found = [load().find(name) for name in place.split("+")]
    level, authority = found[0].level, found[0].level == "Local authority"
    region = found[0] if level == "Regional" else _region(found[0])
    cells = (
        *(year, identifier, level, "E92000001", "England"),
        *((region.code, region.name) if region else ("", "")),
        *(_joined(a.la_number for a in found), _joined(a.name for a in found), _joined(a.code for a in found)),
    )
    return dict(zip(STANDARD, cells if authority else (*cells[:7], "", "", ""), strict=True))


def _region(area: Area) -> Area | None:
    return load()[area.region_code] if area.region_code else None


def _joined(cells: Iterable[str]) -> str:
    return " / ".join(cells)


def csv_text(some: Rows) -> str:
    """Rows as the text of a CSV file."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(some[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(some)
    return stream.getvalue()


def table_csv(text: str, identifier: str = "Reporting year") -> str:
    """A drawn table as the text of a published file."""
    return csv_text(published_rows(text, identifier))


def neighbours_csv(text: str = NEARBY) -> str:
    """A drawn edition as the text of the published file of 2025; places that are not drawn hold '-' and nothing."""
    empty = {f"SN_{n}{p}": "" if p else "-" for n in range(1, 11) for p in ("", "P")}
    drawn = rows(text)
    return csv_text(
        [{"old_la_code": row["la"], "la_name": "..."} | empty | {k: v for k, v in row.items() if k != "la"} for row in drawn]
    )


def write_release(root: Path, folder: str, files: Mapping[str, str | bytes], published_on: str) -> Path:
    """Put files into a folder below `root` and say in its releases.csv when they were published. Returns the folder."""
    listing = root / "releases.csv"
    if not listing.exists():
        root.mkdir(parents=True, exist_ok=True)
        listing.write_text("path,publisher,title,reporting_year,published_on,day_certain\n", encoding="utf-8")
    with listing.open("a", encoding="utf-8") as stream:
        stream.write(f"{folder}/,Department for Education,{TITLE},{published_on[:4]},{published_on},yes\n")
    (root / folder).mkdir(parents=True)
    for name, content in files.items():
        (root / folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return root / folder


def write_two_releases(root: Path) -> tuple[Path, Path]:
    """The world of this file: a release of 2024 with the old headers, one of 2025 with the new ones and the neighbours."""
    first = write_release(root, "cla-2024", {RATE: table_csv(OLD)}, "2024-11-14")
    second = write_release(root, "cla-2025", {RATE: table_csv(NEW), NEIGHBOURS: neighbours_csv()}, "2025-11-26")
    return first, second


def release(source: str = "cla_number_and_rate", file: str = RATE, published_on: date = date(2025, 11, 26)) -> Release:
    """The release that a drawn table is of."""
    return Release(source, file, "Department for Education", TITLE, str(published_on.year), published_on, True, "0" * 64)


def bound(text: str, source: str = "cla_number_and_rate", identifier: str = "Reporting year") -> Bound:
    """A drawn table with its columns bound to a source's description."""
    return bound_rows(published_rows(text, identifier), source)


def bound_rows(some: Rows, source: str = "cla_number_and_rate") -> Bound:
    """Published rows with their columns bound to a source's description."""
    raw = RawTable("drawn.csv", tuple(some[0]), tuple(zip(*(row.values() for row in some), strict=True)))
    return bind(raw, sources()[source], release(source, "drawn.csv"))


def observations(text: str, source: str = "cla_number_and_rate", identifier: str = "Reporting year") -> pa.Table:
    """The observations that a drawn table becomes."""
    return observe(bound(text, source, identifier), load())


def incoming(path: Path, source: str = "cla_number_and_rate") -> Incoming:
    """A file on its way in, as if a folder had been searched."""
    return Incoming(path, sources()[source], release(source, path.name))


def expect(table: pa.Table, text: str) -> None:
    """Hold a table against a drawn one: the same rows in the same order, in the columns drawn. `area` is an area's short name,
    an empty cell a value that is not there, and ' & ' stands for the stroke between the words of a breakdown."""
    wanted = rows(text)
    names = list(wanted[0])
    plain = [{name: _text(row["area_code" if name == "area" else name], name) for name in names} for row in table.to_pylist()]
    assert plain == wanted, "Found:\n" + "\n".join(
        " | ".join(row.values()) for row in [dict(zip(names, names, strict=True)), *plain]
    )


def _text(value: object, name: str) -> str:
    if value is None:
        return ""
    if name == "area":
        return load()[str(value)].short_name
    return f"{value:g}" if isinstance(value, float) else str(value).replace(" | ", " & ")
