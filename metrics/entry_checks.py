"""What an entry of the catalogue may say: its keys, their types, and what must stand together. A mistake is told with the key."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.errors import BadInput, nearest
from metrics.entry import INTERVALS, Indicator

PRINCIPLES = ("context", "1", "2", "3", "4", "5", "6", "7")
DIRECTIONS = ("higher", "lower", "neither")
REQUIRED = ("title", "plain", "principle", "better", "unit", "questions")
OPTIONAL = (
    "per", "decimals", "source", "numerator", "denominator", "value", "breakdown", "caution", "known", "did_of",
    "code", "who", "did", "headline", "collect", "breaks", "target", "margin", "gaps", "reference", "elsewhere", "interval",
)  # fmt: skip
TEXT, NUMBER, TABLE, FLAG = (str, "text"), ((int, float), "a number"), (dict, "a table"), (bool, "true or false")
WHOLE, LIST = (int, "a whole number"), (list, "a list")
TYPES: dict[str, tuple[Any, str]] = {
    **dict.fromkeys(
        ("title", "plain", "unit", "caution", "code", "who", "did", "collect", "source", "elsewhere", "interval"), TEXT
    ),
    **dict.fromkeys(("numerator", "denominator", "value", "breakdown", "target", "did_of"), TABLE),
    **dict.fromkeys(("questions", "breaks", "gaps"), LIST),
    **dict.fromkeys(("per", "margin"), NUMBER),
    "decimals": WHOLE,
    **dict.fromkeys(("headline", "reference"), FLAG),
}
EXAMPLES: dict[str, str] = {
    **{key: '"..."' for key, kind in TYPES.items() if kind is TEXT},
    **dict.fromkeys(
        ("numerator", "denominator", "value"), '{ measure = "children_count", where = { population = "on 31 March" } }'
    ),
    "breakdown": '{ dimension = "label", labels = ["Foster placements"] }',
    "questions": '["Why did it change?"]',
    "did_of": '{ "Foster placements" = "were in foster placements" }',
    "per": "10000",
    "decimals": "1",
    "headline": "true",
    "reference": "true",
    "margin": "2.0",
    "breaks": '[{ year = 2022, reason = "Counted in a new way." }]',
    "target": '{ value = 100, why = "A duty to all of them." }',
    "gaps": '[{ to = "all pupils", indicator = "attainment_8_all_pupils" }]',
}
# The keys of the tables within an entry: those that must be there, then those that may.
WITHIN: dict[str, tuple[dict[str, tuple[Any, str]], dict[str, tuple[Any, str]]]] = {
    "breaks": ({"year": WHOLE, "reason": TEXT}, {"breakdowns": LIST}),
    "target": ({"value": NUMBER, "why": TEXT}, {}),
    "gaps": ({"to": TEXT, "indicator": TEXT}, {}),
}


def check_entry(entry: Mapping[str, Any]) -> None:
    """Keys, types and words of one entry. Raises BadInput naming the key and the nearest spelling."""
    _keys(entry, REQUIRED, OPTIONAL)
    for key, kind in TYPES.items():
        _type(entry, key, kind, EXAMPLES[key])
    if not all(isinstance(q, str) for q in entry["questions"]):
        raise BadInput('"questions" must be a list of sentences.')
    if "breakdown" in entry and not {"dimension", "labels"} == set(entry["breakdown"]):
        raise BadInput('"breakdown" needs a "dimension" and a list of "labels", and nothing else.')
    _one_of("better", entry["better"], DIRECTIONS, " Direction is stated, never guessed.")
    _one_of("principle", str(entry["principle"]), PRINCIPLES)
    _one_of("interval", entry.get("interval", INTERVALS[-1]), INTERVALS)
    for key in WITHIN:
        listed = entry.get(key, [])
        for one in [listed] if isinstance(listed, dict) else listed:
            _within(key, one)
    if not all(isinstance(text, str) for text in entry.get("did_of", {}).values()):
        raise BadInput(f'"did_of" must hold texts, for example {EXAMPLES["did_of"]}.')
    _together(entry)


def check_indicator(entry: Indicator) -> None:
    """What can only be told once the slices are read. Raises BadInput naming the key."""
    for key, named in (
        ("known", [k.breakdown for k in entry.known]),
        ("breaks", [b for k in entry.breaks for b in k.breakdowns]),
        ("did_of", list(entry.did_of)),
    ):
        for breakdown in (b for b in named if b and b not in entry.breakdowns):
            near = nearest(breakdown, list(entry.breakdowns))
            raise BadInput(f'"{key}" names a breakdown that the entry does not have: "{breakdown}".{near}')
    if entry.declared_interval not in ("", "none") and not entry.is_share:
        raise BadInput(f'interval = "{entry.declared_interval}" needs a numerator and a denominator: of how many?')


def check_gaps(entries: Mapping[str, Indicator]) -> None:
    """Every gap must lead to a measured entry of the same unit. Raises BadInput naming the file and the nearest id."""
    for entry in entries.values():
        for gap in entry.gaps:
            other = entries.get(gap.indicator)
            if other is None:
                near = nearest(gap.indicator, list(entries))
                raise BadInput(f'{entry.id}.toml: "gaps" names an indicator that is not there: "{gap.indicator}".{near}')
            if other.unit != entry.unit or not other.measured:
                held = f'the unit "{other.unit}"' if other.measured else "no published figures"
                raise BadInput(
                    f'{entry.id}.toml: "gaps" needs an indicator of the same unit, "{entry.unit}", and "{other.id}" has {held}. '
                    "Name one that measures the same thing."
                )


def _together(entry: Mapping[str, Any]) -> None:
    """Which keys need or exclude one another."""
    if "source" not in entry and not entry.get("elsewhere") and "collect" not in entry:
        raise BadInput(
            'without a "source", an entry says in "collect" what a council would need to collect, or in "elsewhere" who '
            "publishes it."
        )
    if "elsewhere" in entry:
        for key in ("source", "collect", "numerator", "denominator", "value", "known", "breaks", "gaps", "interval"):
            if key in entry:
                raise BadInput(
                    f'"elsewhere" says that no figure is held, so "{key}" has no place beside it. Keep one of the two.'
                )
    if "source" in entry and not entry.get("known"):
        raise BadInput('"known" is missing: give one published figure that this indicator must reproduce.')
    if entry.get("headline") and (entry.get("reference") or "elsewhere" in entry):
        raise BadInput('"headline" is for measures of the council\'s own children that it can report: leave it out here.')
    if entry.get("reference") and "source" not in entry:
        raise BadInput('"reference" is for an entry with figures to set beside another: give its "source".')
    if entry.get("margin", 1) <= 0:
        raise BadInput('"margin" must be above 0: how far apart two figures must lie to matter to children.')


def _within(key: str, one: object) -> None:
    needed, allowed = WITHIN[key]
    if not isinstance(one, dict):
        raise BadInput(f'"{key}" must hold tables, for example {EXAMPLES[key]}.')
    _keys(one, tuple(needed), tuple(allowed), f' in "{key}"')
    for name, kind in (needed | allowed).items():
        _type(one, name, kind, EXAMPLES[key], f' in "{key}"')


def _keys(entry: Mapping[str, Any], required: Sequence[str], optional: Sequence[str], where: str = "") -> None:
    allowed = [*required, *optional]
    for key in entry:
        if key not in allowed:
            raise BadInput(f'unknown key "{key}"{where}.{nearest(key, allowed)}')
    for key in required:
        if key not in entry:
            raise BadInput(f'the key "{key}" is missing{where}.')


def _type(entry: Mapping[str, Any], key: str, kind: tuple[Any, str], example: str, where: str = "") -> None:
    type_, expected = kind
    if key in entry and not (isinstance(entry[key], type_) and (type_ is bool or not isinstance(entry[key], bool))):
        raise BadInput(f'"{key}"{where} must be {expected}, for example {example}.')


def _one_of(key: str, word: str, known: Sequence[str], why: str = "") -> None:
    if word not in known:
        raise BadInput(f'{key} = "{word}" is none of {", ".join(known)}.{nearest(word, list(known))}{why}')
