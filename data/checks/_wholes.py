"""Which row is the whole of which others, as the source's TOML says: the base of percentages and the sum of counts."""

from collections.abc import Iterator, Mapping

from data.binding import Bound
from data.described import Whole, join

Words = tuple[str, ...]


def bases(bound: Bound) -> list[int | None]:
    """For each row the index of the row that its percentage is of, or None. The last description that fits wins."""
    if not bound.source.wholes:
        return [None] * bound.rows
    base_of = {join(words): _base(bound, words) for words in _combinations(bound)}
    row_of = bound.row_of
    rows = zip(bound.area_codes, bound.standard["time_period"], bound.breakdowns, strict=True)
    return [row_of.get((code, period, base)) if (base := base_of[words]) else None for code, period, words in rows]


def sums(bound: Bound) -> Iterator[tuple[Whole, str, tuple[str, ...]]]:
    """Each whole that its parts add up to: the description, the breakdown of the whole and those of its parts."""
    combinations = _combinations(bound)
    for whole in (w for w in bound.source.wholes if w.adds_up):
        groups: dict[Words, list[str]] = {}
        for words in combinations:
            if _is_part(bound, whole, words):
                groups.setdefault(_with_whole(bound, whole, words), []).append(join(words))
        for group, parts in groups.items():
            if group in combinations and len(parts) > 1:
                yield whole, join(group), tuple(parts)


def totals(bound: Bound) -> dict[str, list[str]]:
    """For each breakdown that is a part, the totals that it may be a part of: those that the file has, where it has any. A total
    is no part of the totals of other groups of labels."""
    found: dict[str, list[str]] = {}
    combinations = _combinations(bound)
    for words in combinations:
        wholes = [_with_whole(bound, whole, words) for whole in bound.source.wholes if _is_part(bound, whole, words)]
        there = [join(w) for w in wholes if w in combinations]
        if there or (wholes and not any(words[_position(bound, w)] == w.whole for w in bound.source.wholes)):
            found[join(words)] = there or [join(w) for w in wholes]
    return found


def _base(bound: Bound, words: Words) -> str:
    found = ""
    for whole in bound.source.wholes:
        base = _with_whole(bound, whole, words)
        if _is_part(bound, whole, words) and base in _combinations(bound):
            found = join(base)
    return found


def _with_whole(bound: Bound, whole: Whole, words: Words) -> Words:
    """The words of a part with the whole in its place."""
    at = _position(bound, whole)
    return (*words[:at], whole.whole, *words[at + 1 :])


def _is_part(bound: Bound, whole: Whole, words: Words) -> bool:
    word = words[_position(bound, whole)]
    return word != whole.whole and word in (whole.parts or words) and _picked(bound, whole, words)


def _combinations(bound: Bound) -> Mapping[Words, None]:
    """Our words of every combination of labels in the file. Kept on the file, which never changes."""
    kept: Mapping[Words, None] | None = bound.__dict__.get("_combinations")
    if kept is None:
        words = {d.name: d.words for d in bound.source.dimensions}
        names = [d.name for d in bound.source.dimensions]
        labels = dict.fromkeys(zip(*(bound.labels[n] for n in names), strict=True))
        kept = {tuple(words[n][x] for n, x in zip(names, some, strict=True)): None for some in labels}
        bound.__dict__["_combinations"] = kept
    return kept


def _position(bound: Bound, whole: Whole) -> int:
    return [d.name for d in bound.source.dimensions].index(whole.dimension)


def _picked(bound: Bound, whole: Whole, words: Words) -> bool:
    named = dict(zip((d.name for d in bound.source.dimensions), words, strict=True))
    return all(named[d] == w for d, w in whole.where.items())
