"""Say what a principle rests on, and what its spine chart shows."""

from collections.abc import Sequence

from metrics.evidence import Evidence, EvidenceMap, State
from metrics.principles import TITLES
from metrics.results import Kind, Scorecard
from metrics.spine import Vertebra, sides
from metrics.wording.naming import and_, lower
from metrics.wording.scorecards import scorecard_finding

MIDDLE = {Kind.NEIGHBOURS: "the {} of the neighbours", Kind.ENGLAND: "England", Kind.REGION: "the region"}
BY_MORE = "by more than chance and the usual differences between councils would make"


def finding(card: Scorecard) -> str:
    """The heading of a principle's scorecard, with its name in front, so that it can be read alone."""
    said, title = scorecard_finding(card), TITLES[card.principle].partition(":")[0]
    return f"{title}: {said if said.startswith(card.area.short_name) else lower(said)}"


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
    """How the measures of all principles divide, and what to do about the silent ones."""
    counted = _counted(found.counts)
    return (
        f"Of {sum(found.counts.values())} measures, {counted}. Only a local return could tell what is not measured nationally."
    )


def _counted(counts: dict[State, int]) -> str:
    said = {
        State.FIGURE: _have(counts[State.FIGURE], "a figure"),
        State.HIDDEN: f"{counts[State.HIDDEN]} {_are(counts[State.HIDDEN])} published without a figure to show here",
        State.ELSEWHERE: f"{counts[State.ELSEWHERE]} {_are(counts[State.ELSEWHERE])} published elsewhere",
        State.LOCAL: f"{counts[State.LOCAL]} {_are(counts[State.LOCAL])} not measured nationally",
    }
    return "; ".join(text for state, text in said.items() if counts[state] or state is State.FIGURE)


def _have(count: int, what: str) -> str:
    return f"{count or 'none'} {'has' if count == 1 else 'have'} {what}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
