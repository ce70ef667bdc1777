"""Say what a principle rests on, and what its spine chart shows."""

from collections.abc import Sequence

from metrics.evidence import CONTEXT, Evidence, EvidenceMap, State
from metrics.principles import TITLES
from metrics.results import Kind, Scorecard
from metrics.spine import Vertebra, sides
from metrics.wording.naming import and_, lower
from metrics.wording.scorecards import apart, how_old, judged_finding, named, scorecard_sentence, why_untold

MIDDLE = {Kind.NEIGHBOURS: "the {} of the neighbours", Kind.ENGLAND: "England", Kind.REGION: "the region"}
WITHOUT = {
    State.HIDDEN: "published with nothing to show here",
    State.ELSEWHERE: "published elsewhere",
    State.LOCAL: "not measured nationally",
}
BY_MORE = "by more than chance and the usual differences between councils would make"


def finding(card: Scorecard) -> str:
    """The heading of a principle's scorecard, with its name in front, so that it can be read alone."""
    said, title = judged_finding(card), TITLES[card.principle].partition(":")[0]
    return f"{title}: {said if said.startswith(card.area.short_name) else lower(said)}"


def about(card: Scorecard) -> str:
    """Under the heading: which measures are better and worse by name, why others cannot be told, and what is neither."""
    return " ".join(part for part in (named(card), why_untold(card), apart(card)) if part)


def middle(card: Scorecard) -> str:
    """What the line in the middle of a spine chart is: 'the median of the neighbours', 'England', 'the region'."""
    return MIDDLE[card.choice.kind].format(card.choice.how.value)


def spine_sentence(card: Scorecard, found: Sequence[Vertebra]) -> str:
    """What a spine chart shows; '' without one."""
    if not found:
        return ""
    better, worse = sides(found)
    lead = f"The line in the middle is {middle(card)}; to the right is better."
    if len(found) == 1:
        only = {(1, 0): "better", (0, 1): "worse"}.get((better, worse), "neither better nor worse")
        return f"{lead} The one measure that could be judged is {only} {BY_MORE}."
    told = f"{better or 'none'} {_are(better)} better and {worse or 'none'} {_are(worse)} worse"
    return f"{lead} Of {len(found)} measures that could be judged, {told} {BY_MORE}."


def sentence(card: Scorecard, found: Sequence[Vertebra]) -> str:
    """The sentence of a principle's view: what its chart shows, if there is one, and how old its figures are. What the heading
    has said of better and worse is not said again."""
    if found:
        return f"{spine_sentence(card, found)} {how_old(card)}"
    return (how_old(card) if card.principle == CONTEXT else "") or scorecard_sentence(card)


def rests_on(found: Evidence) -> str:
    """What one principle rests on: 'Of 14 measures, 10 have a figure; 4 are not measured nationally.'"""
    of = len(found.states)
    lead = f"Of {of} measures" if of > 1 else "Of 1 measure"
    return f"{lead}, {_counted(found.counts)}."


def map_finding(found: EvidenceMap) -> str:
    """The heading of the evidence map: how much has a figure, and on which principles nothing is published at all."""
    figures, of = found.counts[State.FIGURE], sum(found.counts.values())
    said = f"{figures} of {of} measures of the seven principles {'has' if figures == 1 else 'have'} a figure for"
    silent = [f"{one.principle}" for one in found.principles if one.only_local]
    if not silent:
        return f"{said} {found.area.short_name}."
    which = f"principle {silent[0]}" if len(silent) == 1 else f"principles {and_(silent)}"
    return f"{said} {found.area.short_name}; on {which} nothing is measured nationally."


def map_sentence(found: EvidenceMap) -> str:
    """How the measures without a figure divide, and what to do about the silent ones; that there is none without."""
    silent = {state: count for state, count in found.counts.items() if state is not State.FIGURE and count}
    if not silent:
        return "No measure is without a figure."
    told = "; ".join(_of(state, count) for state, count in silent.items())
    last = "that one" if silent.get(State.LOCAL) == 1 else "those"
    local = f" Only a local return could tell {last}." if State.LOCAL in silent else ""
    return f"{_measures_are(sum(silent.values()))} without a figure: {told}.{local}"


def _counted(counts: dict[State, int]) -> str:
    return "; ".join(_of(state, count) for state, count in counts.items() if count or state is State.FIGURE)


def _of(state: State, count: int) -> str:
    """'1 has a figure', '28 are not measured nationally'."""
    if state is State.FIGURE:
        return f"{count or 'none'} {'has' if count == 1 else 'have'} a figure"
    return f"{count} {_are(count)} {WITHOUT[state]}"


def _measures_are(count: int) -> str:
    return f"{count} measure{'' if count == 1 else 's'} {_are(count)}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
