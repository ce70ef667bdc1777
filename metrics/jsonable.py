"""Typed results as plain JSON: every figure unrounded, every missing one null beside its status."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from data.areas import Area
from metrics.catalogue import Indicator
from metrics.known_on import KnownOn


def plain(value: object) -> Any:
    """A result as dicts, lists, numbers and text. An indicator becomes its id, title, unit and direction, an area its code and
    name, a word of a list its text; whole numbers lose their '.0'. Raises TypeError for what has no place in an answer."""
    if isinstance(value, Indicator):
        return {"id": value.id, "title": value.title, "unit": value.unit, "better": value.better}
    if isinstance(value, Area):
        return {"code": value.code, "name": value.name}
    if isinstance(value, KnownOn):
        return value.text
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"{type(value)} has no place in the answer")
