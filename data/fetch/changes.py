"""What the publisher says a version changed against the one before it, in lines that people can read.

The shape is the API's DataSetVersionChangesViewModel: `majorChanges` and `minorChanges`, each with lists of states before and
after; the options of a filter and the locations of a level are one list deeper.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

KINDS = {
    "filters": "filter",
    "filterOptions": "label",
    "geographicLevels": "geographic level",
    "indicators": "indicator",
    "locationGroups": "group of areas",
    "locationOptions": "area",
    "timePeriods": "period",
}


@dataclass(frozen=True)
class Changes:
    """One line a change, those that may break something first; `notes` are the publisher's own words, '' where there are none."""

    major: tuple[str, ...]
    minor: tuple[str, ...]
    notes: str

    def text(self, title: str) -> str:
        """All of it as a small text file."""
        parts = [title, *([self.notes] if self.notes else [])]
        parts += [
            "Major changes (something went, or means something else):",
            *(f"  {c}" for c in self.major or ["none"]),
        ]
        parts += ["Minor changes:", *(f"  {c}" for c in self.minor or ["none"])]
        return "\n".join(parts) + "\n"


def read_changes(answer: Any) -> Changes:
    """The changes in an answer; what is not of the documented shape is left out, since nothing rests on it."""
    answer = answer if isinstance(answer, Mapping) else {}
    notes = answer.get("notes")
    major, minor = (tuple(_lines(answer.get(key))) for key in ("majorChanges", "minorChanges"))
    return Changes(major, minor, notes.strip() if isinstance(notes, str) else "")


def _lines(changes: Any) -> Iterator[str]:
    for key, kind in KINDS.items():
        for entry in _list(changes, key):
            owner = _name(entry.get("filter") or entry.get("level")) if "options" in entry else ""
            for change in _list(entry, "options") if "options" in entry else [entry]:
                yield _line(kind + (f" of {owner}" if owner else ""), change)


def _line(kind: str, change: Mapping[str, Any]) -> str:
    now, before = _name(change.get("currentState")), _name(change.get("previousState"))
    if now and before:
        return f"{kind} changed: {before}" if now == before else f'{kind} changed: {before} is now "{now}"'
    return f"{kind} added: {now}" if now else f"{kind} gone: {before}"


def _list(entry: Any, key: str) -> list[Mapping[str, Any]]:
    found = entry.get(key) if isinstance(entry, Mapping) else None
    return [e for e in found if isinstance(e, Mapping)] if isinstance(found, list) else []


def _name(state: Any) -> str:
    """What a state is called: its label, or what it is a group of, or at least its code."""
    if not isinstance(state, Mapping):
        return ""
    said = state.get("label") or _name(state.get("level")) or state.get("period") or state.get("code") or state.get("id") or ""
    return str(said)
