"""Read the indicators (metrics/catalogue/*.toml). A file's name is its id; a mistake is named, with the nearest spelling."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.describe import Measure, Source, sources
from data.errors import BadInput, nearest

FOLDER = Path(__file__).parent / "catalogue"
PRINCIPLES = ("context", "1", "2", "3", "4", "5", "6", "7")
DIRECTIONS = ("higher", "lower", "neither")
REQUIRED = ("title", "plain", "principle", "better", "unit", "questions")
OPTIONAL = (
    "per", "decimals", "source", "numerator", "denominator", "value", "breakdown", "caution", "known",
    "code", "who", "did", "headline", "collect",
)  # fmt: skip
TEXT, NUMBER, TABLE = (str, "text"), ((int, float), "a number"), (dict, "a table")
TYPES: dict[str, tuple[Any, str]] = {
    **dict.fromkeys(("title", "plain", "unit", "caution", "code", "who", "did", "collect", "source"), TEXT),
    **dict.fromkeys(("numerator", "denominator", "value", "breakdown"), TABLE),
    "questions": (list, "a list"),
    "per": NUMBER,
    "decimals": (int, "a whole number"),
    "headline": (bool, "true or false"),
}
EXAMPLES: dict[str, str] = {
    **{key: '"..."' for key, kind in TYPES.items() if kind is TEXT},
    **dict.fromkeys(
        ("numerator", "denominator", "value"), '{ measure = "children_count", where = { population = "on 31 March" } }'
    ),
    "breakdown": '{ dimension = "label", labels = ["Foster placements"] }',
    "questions": '["Why did it change?"]',
    "per": "10000",
    "decimals": "1",
    "headline": "true",
}
PART_KEYS = ("measure", "measures", "where", "source", "years_before")


@dataclass(frozen=True)
class Part:
    """Observations that are summed into a numerator, a denominator or a value: (breakdown text, measure) pairs of a source.

    `years_before` says that the figure of an earlier period is used (a mid-year population stands for the next 31 March).
    """

    source: str
    terms: tuple[tuple[str, str], ...]
    years_before: int = 0


@dataclass(frozen=True)
class Slice:
    """One breakdown of an indicator ('Total' unless the entry declares breakdowns) and where its figures come from.

    Beside a plain `value` (a mean), a denominator is the number of people it rests on. `published` is the rounded figure
    that the publisher prints for the same thing, with its decimals, where there is one.
    """

    breakdown: str
    period_kind: str
    numerator: Part | None
    denominator: Part | None
    value: Part | None
    published: Part | None
    published_decimals: int


@dataclass(frozen=True)
class Known:
    """A published figure that the indicator must reproduce, compared at the digits given."""

    area: str
    period: str
    figures: Mapping[str, float]
    breakdown: str | None = None


@dataclass(frozen=True)
class Indicator:
    """A question with a unit, a direction and a principle. `local` ones are not measured nationally: `collect` says what a
    council would need to collect."""

    id: str
    title: str
    plain: str
    principle: str
    better: str
    unit: str
    per: float
    decimals: int
    source: str
    slices: tuple[Slice, ...]
    caution: str
    questions: tuple[str, ...]
    known: tuple[Known, ...]
    code: str
    who: str
    did: str
    headline: bool
    collect: str

    @property
    def local(self) -> bool:
        """True where no figure is published for every authority."""
        return not self.slices

    @property
    def breakdowns(self) -> tuple[str, ...]:
        """The breakdowns, the one shown first in front."""
        return tuple(s.breakdown for s in self.slices)

    @property
    def is_share(self) -> bool:
        """True for a numerator over a denominator, as against a plain count or mean."""
        return any(s.numerator and s.denominator for s in self.slices)

    def title_of(self, breakdown: str) -> str:
        """The title, with the breakdown where it is one of several."""
        return self.title if breakdown == "Total" else f"{self.title}: {breakdown}"

    def slice(self, breakdown: str | None = None) -> Slice:
        """The slice of that breakdown; the first without one. Raises BadInput naming the nearest."""
        if breakdown is None and self.slices:
            return self.slices[0]
        for slice_ in self.slices:
            if slice_.breakdown == breakdown:
                return slice_
        known = list(self.breakdowns)
        raise BadInput(f'{self.id} has no breakdown "{breakdown}".{nearest(str(breakdown), known)} It has: {", ".join(known)}.')


class Catalogue(Mapping[str, Indicator]):
    """All indicators by id, in order: context first, then the principles as the Act lists them."""

    def __init__(self, entries: Iterable[Indicator]) -> None:
        self._entries = {e.id: e for e in sorted(entries, key=_order)}

    def __getitem__(self, id_: str) -> Indicator:
        if id_ not in self._entries:
            known = list(self._entries)
            raise BadInput(f'There is no indicator "{id_}".{nearest(id_, known)} List them with: python -m metrics list')
        return self._entries[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._entries

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def of(self, principle: str) -> tuple[Indicator, ...]:
        """The indicators of one principle ('context' or '1' to '7')."""
        return tuple(e for e in self._entries.values() if e.principle == principle)

    @property
    def measured(self) -> tuple[Indicator, ...]:
        """The indicators that have published figures."""
        return tuple(e for e in self._entries.values() if not e.local)


def catalogue(folder: Path = FOLDER) -> Catalogue:
    """Every entry, read once per state of the folder. Raises BadInput naming file, key and nearest spelling."""
    stamp = tuple((p.name, p.stat().st_mtime_ns) for p in sorted(folder.glob("*.toml")))
    return _load(folder, stamp)


@cache
def _load(folder: Path, stamp: tuple[tuple[str, int], ...]) -> Catalogue:
    return Catalogue(_read(folder / name, sources()) for name, _ in stamp)


def _order(entry: Indicator) -> tuple[int, list[int], str]:
    numbers = [int(n) for n in re.findall(r"\d+", entry.code)] or [999]
    return PRINCIPLES.index(entry.principle), numbers, entry.title


def _read(path: Path, known_sources: Mapping[str, Source]) -> Indicator:
    try:
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name} is not valid TOML: {error}.") from error
    try:
        return _indicator(path.stem, entry, known_sources)
    except BadInput as error:
        text = str(error)
        raise BadInput(text if text.startswith(path.name) else f"{path.name}: {text}") from error


def _indicator(id_: str, entry: Mapping[str, Any], known_sources: Mapping[str, Source]) -> Indicator:
    _check_keys(entry)
    local = "source" not in entry
    if local and "collect" not in entry:
        raise BadInput('without a "source", an entry says in "collect" what a council would need to collect.')
    per = float(entry.get("per", 1))
    slices = () if local else tuple(_slices(entry, per, known_sources))
    known = entry.get("known", [])
    if not local and not known:
        raise BadInput('"known" is missing: give one published figure that this indicator must reproduce.')
    listed = [known] if isinstance(known, dict) else known
    for one in (k for k in listed if k.get("breakdown") and k["breakdown"] not in [s.breakdown for s in slices]):
        raise BadInput(f'"known" names a breakdown that the entry does not have: "{one["breakdown"]}".')
    return Indicator(
        id=id_,
        title=entry["title"],
        plain=entry["plain"],
        principle=str(entry["principle"]),
        better=entry["better"],
        unit=entry["unit"],
        per=per,
        decimals=entry.get("decimals", 0),
        source=entry.get("source", ""),
        slices=slices,
        caution=entry.get("caution", ""),
        questions=tuple(entry["questions"]),
        known=tuple(_known(k) for k in listed),
        code=entry.get("code", ""),
        who=entry.get("who", ""),
        did=entry.get("did", ""),
        headline=entry.get("headline", False),
        collect=entry.get("collect", ""),
    )


def _check_keys(entry: Mapping[str, Any]) -> None:
    allowed = [*REQUIRED, *OPTIONAL]
    for key in entry:
        if key not in allowed:
            raise BadInput(f'unknown key "{key}".{nearest(key, allowed)}')
    for key in REQUIRED:
        if key not in entry:
            raise BadInput(f'the key "{key}" is missing.')
    for key, (type_, expected) in TYPES.items():
        if key in entry and not (isinstance(entry[key], type_) and (type_ is bool or not isinstance(entry[key], bool))):
            raise BadInput(f'"{key}" must be {expected}, for example {EXAMPLES[key]}.')
    if not all(isinstance(q, str) for q in entry["questions"]):
        raise BadInput('"questions" must be a list of sentences.')
    if "breakdown" in entry and not {"dimension", "labels"} == set(entry["breakdown"]):
        raise BadInput('"breakdown" needs a "dimension" and a list of "labels", and nothing else.')
    if entry["better"] not in DIRECTIONS:
        raise BadInput(f'better = "{entry["better"]}" is none of {", ".join(DIRECTIONS)}. Direction is stated, never guessed.')
    if str(entry["principle"]) not in PRINCIPLES:
        raise BadInput(f'principle = "{entry["principle"]}" is none of {", ".join(PRINCIPLES)}.')


def _known(entry: Mapping[str, Any]) -> Known:
    allowed = ["area", "period", "breakdown", "value", "numerator", "denominator"]
    for key in entry:
        if key not in allowed:
            raise BadInput(f'unknown key "{key}" in "known".{nearest(key, allowed)}')
    figures = {k: v for k, v in entry.items() if k in ("value", "numerator", "denominator")}
    if "area" not in entry or "period" not in entry or not figures:
        raise BadInput('"known" needs an area, a period and a value, numerator or denominator.')
    return Known(str(entry["area"]), str(entry["period"]), figures, entry.get("breakdown"))


def _slices(entry: Mapping[str, Any], per: float, known_sources: Mapping[str, Source]) -> Iterable[Slice]:
    if ("value" in entry) == ("numerator" in entry):
        raise BadInput('give either a "numerator" (with or without a "denominator") or a plain "value".')
    source = _source(entry["source"], known_sources)
    breakdown = entry.get("breakdown")
    labels = breakdown["labels"] if breakdown else ["Total"]
    for label in labels:
        extra = {breakdown["dimension"]: label} if breakdown else {}
        parts = {
            role: _part(entry[role], source, known_sources, extra if role != "denominator" else {})
            for role in ("numerator", "denominator", "value")
            if role in entry
        }
        lead = entry.get("numerator") or entry["value"]
        where = {k: v for k, v in ({**lead.get("where", {}), **extra}).items() if isinstance(v, str)}
        published, decimals = _published(parts, source, per)
        yield Slice(
            breakdown=label,
            period_kind=source.period_kind(where),
            numerator=parts.get("numerator"),
            denominator=parts.get("denominator"),
            value=parts.get("value"),
            published=published,
            published_decimals=decimals,
        )


def _source(id_: str, known_sources: Mapping[str, Source]) -> Source:
    if id_ not in known_sources:
        raise BadInput(f'there is no source "{id_}".{nearest(id_, list(known_sources))}')
    return known_sources[id_]


def _part(entry: Mapping[str, Any], home: Source, known_sources: Mapping[str, Source], extra: Mapping[str, str]) -> Part:
    for key in entry:
        if key not in PART_KEYS:
            raise BadInput(f'unknown key "{key}" in a numerator, denominator or value.{nearest(key, list(PART_KEYS))}')
    source = _source(entry["source"], known_sources) if "source" in entry else home
    names = entry["measures"] if "measures" in entry else [entry.get("measure", "")]
    measures = [source.measure(name).name for name in names]
    combinations: list[dict[str, str]] = [dict(extra)]
    for dimension, words in entry.get("where", {}).items():
        listed = [words] if isinstance(words, str) else words
        combinations = [{**c, dimension: word} for c in combinations for word in listed]
    terms = tuple((source.breakdown(where), measure) for where in combinations for measure in measures)
    return Part(source.id, terms, entry.get("years_before", 0))


def _published(parts: Mapping[str, Part], source: Source, per: float) -> tuple[Part | None, int]:
    """The publisher's own rounded figure: on the numerator's row, the percent or rate of that count; a plain count or
    value is its own. None where labels are summed, since nobody publishes that sum."""
    lead = parts.get("value") or parts["numerator"]
    if len(lead.terms) != 1:
        return None, 0
    breakdown, name = lead.terms[0]
    if "denominator" not in parts or "value" in parts:
        return lead, source.measure(name).decimals
    rounded: Measure | None = next((m for m in source.measures if m.of == name and m.per == per), None)
    return (Part(source.id, ((breakdown, rounded.name),)), rounded.decimals) if rounded else (None, 0)
