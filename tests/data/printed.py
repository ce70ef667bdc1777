"""Published files of real shape and real figures, printed from the bundled snapshot: what a release said, as a CSV again.

Only some areas are printed (England, the regions and the authorities of one region), so that a file is small and its checks of
regions and sums still have something to say.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from data import build
from data.areas import Area, load
from data.binding import STANDARD
from data.describe import Dimension, Measure, Source, sources
from data.status import SYMBOLS
from data.store import BUNDLED, Store

REGION = "E12000004"  # the East Midlands: a dozen authorities, one of them dissolved, two of them with a joint return
IDENTIFIERS = {"academic year": "Academic year", "30 September": "Calendar year"}
SYMBOL_OF = {status.value: symbol for symbol, status in SYMBOLS.items()}

Key = tuple[str, str, str]  # period, area code (two of a joint return), breakdown


@cache
def printed(source_id: str, back: int = 0, periods: int = 2) -> str:
    """The newest release of a source, or the one `back` releases before it, with its newest `periods` periods."""
    source = sources()[source_id]
    table = build.read(Store(BUNDLED).open().folder / build.name_of(source_id)).to_pylist()
    day = sorted({row["published_on"] for row in table})[-1 - back]
    newest = sorted({row["period"] for row in table if row["published_on"] == day})[-periods:]
    rows: dict[Key, dict[str, str]] = defaultdict(dict)
    for row in table:
        if row["published_on"] == day and row["period"] in newest and _is_printed(load()[row["area_code"]]):
            codes = " / ".join(sorted({row["area_code"], row["joint_with"]} - {""}))
            rows[row["period"], codes, row["breakdown"]][row["measure"]] = _cell(row["value"], row["status"])
    return _csv(source, rows)


def _is_printed(area: Area) -> bool:
    return area.level != "Local authority" or area.region_code == REGION


def _cell(value: float | None, status: str) -> str:
    return SYMBOL_OF[status] if value is None else f"{value:.10g}"


def _csv(source: Source, rows: dict[Key, dict[str, str]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    columns = list(dict.fromkeys(_column(m) for m in source.measures))
    writer.writerow([*STANDARD, *_labels(source), *(r.columns[0] for r in source.remarks), *columns])
    for (period, codes, breakdown), figures in sorted(rows.items()):
        words = [_label(d, word) for d, word in zip(source.dimensions, breakdown.split(" | "), strict=False)]
        remarks = [next(iter(r.words)) for r in source.remarks]
        cells = [next(figures[m.name] for m in source.measures if _column(m) == c and m.name in figures) for c in columns]
        writer.writerow([*_standard(source, period, codes), *words, *remarks, *cells])
    return stream.getvalue()


def _label(dimension: Dimension, word: str) -> str:
    """A word of ours as publishers spell it, where they spell it otherwise."""
    return next((label for label, ours in dimension.words.items() if ours == word and label != word), word)


def _column(measure: Measure) -> str:
    return measure.columns[0]


def _labels(source: Source) -> Iterator[str]:
    """The column of each dimension: the newest name that no dimension before it has."""
    taken: set[str] = set()
    for dimension in source.dimensions:
        column = next(c for c in dimension.columns if c not in taken)
        taken.add(column)
        yield column


def _standard(source: Source, period: str, codes: str) -> list[str]:
    found = [load()[code] for code in codes.split(" / ")]
    level, kind = found[0].level, source.period_kinds[0].kind
    region = found[0] if level == "Regional" else load()[found[0].region_code] if found[0].region_code else None
    at_region = level != "National" and region is not None
    identifier = IDENTIFIERS.get(kind, "Reporting year")
    return [
        *(period.replace("/", ""), identifier, level, "E92000001", "England"),
        *((region.code, region.name) if at_region and region else ("", "")),
        *(
            (_joined(a.la_number for a in found), _joined(a.name for a in found), codes)
            if level == "Local authority"
            else [""] * 3
        ),
    ]


def _joined(cells: Iterable[str]) -> str:
    return " / ".join(cells)
