"""Tables drawn as text, for tests: read one, and hold typed results against one."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.areas import load as load_areas
from metrics.figures import half_up

Drawn = list[dict[str, str]]


def drawn(text: str) -> Drawn:
    """The rows of a table drawn with '|' between its cells, its first line naming the columns. Empty lines are left out."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
    return [dict(zip(header, cells, strict=True)) for cells in lines]


def expect(found: Iterable[object], text: str) -> None:
    """Hold rows (dicts or dataclasses) against a drawn table: the same rows in the same order, in the columns drawn.

    A number is compared at the digits that are drawn, half up; an empty cell is a value that is not there; `area` stands for
    `area_code` and is drawn as the area's short name.
    """
    wanted, rows = drawn(text), list(found)
    shown = [{name: _text(row, name, like[name]) for name in like} for row, like in zip(rows, wanted, strict=False)]
    header = [cell.strip() for cell in text.strip().splitlines()[0].split("|")]
    shown += [{name: _text(row, name, "") for name in header} for row in rows[len(wanted) :]]
    if shown != wanted:
        raise AssertionError(f"Found:\n{_draw(shown)}\nbut expected:\n{_draw(wanted)}")


def _text(row: object, name: str, like: str) -> str:
    value = _cell(row, "area_code" if name == "area" else name)
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | int):
        return _number(value, like)
    return load_areas()[value].short_name if name == "area" else str(value)


def _cell(row: object, name: str) -> Any:
    return row[name] if isinstance(row, Mapping) else getattr(row, name)


def _number(value: float, like: str) -> str:
    digits = like.replace(",", "").replace(".", "").lstrip("-")
    if not digits.isdigit():
        return repr(value)
    rounded = half_up(value, len(like.partition(".")[2]))
    return f"{rounded:,}" if "," in like else str(rounded)


def _draw(rows: Drawn) -> str:
    lines = [" | ".join(rows[0])] if rows else ["(no rows)"]
    return "\n".join([*lines, *(" | ".join(row.values()) for row in rows)])
