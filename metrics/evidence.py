"""What the seven principles rest on for one authority: figures shown, figures hidden, what others publish, and what only a local
return could tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from data.areas import Area
from data.status import Status
from metrics.catalogue import PRINCIPLES
from metrics.results import Choice, Scorecard, ScoreRow

CONTEXT = "context"


class State(StrEnum):
    """What is known of one indicator for one authority."""

    FIGURE = "figure"
    HIDDEN = "hidden"  # published for England, with nothing to show for this authority: suppressed, not available, not covered
    ELSEWHERE = "elsewhere"
    LOCAL = "local"


@dataclass(frozen=True)
class Evidence:
    """One principle: the state of each of its indicators, in the catalogue's order."""

    principle: str
    states: tuple[State, ...]

    @property
    def counts(self) -> dict[State, int]:
        """How many indicators are in each state, every state named."""
        return {state: self.states.count(state) for state in State}

    @property
    def only_local(self) -> bool:
        """Whether nothing at all is published on this principle."""
        return set(self.states) == {State.LOCAL}


@dataclass(frozen=True)
class EvidenceMap:
    """The principles in the order of the Act, those without an indicator left out."""

    area: Area
    choice: Choice
    principles: tuple[Evidence, ...]

    @property
    def counts(self) -> dict[State, int]:
        """How many indicators of all seven principles are in each state."""
        every = [state for one in self.principles for state in one.states]
        return {state: every.count(state) for state in State}


def state_of(row: ScoreRow) -> State:
    """What is known of one indicator."""
    if row.indicator.local:
        return State.LOCAL
    if row.indicator.elsewhere:
        return State.ELSEWHERE
    shown = row.latest is not None and row.latest.status is Status.PUBLISHED
    return State.FIGURE if shown else State.HIDDEN


def evidence(principle: str, rows: Iterable[ScoreRow]) -> Evidence:
    """What one principle rests on, from its rows."""
    return Evidence(principle, tuple(state_of(row) for row in rows))


def evidence_map(card: Scorecard) -> EvidenceMap:
    """What each of the seven principles rests on, from a scorecard of everything."""
    found = []
    for principle in PRINCIPLES:
        rows = [row for row in card.rows if row.indicator.principle == principle]
        if rows and principle != CONTEXT:
            found.append(evidence(principle, rows))
    return EvidenceMap(card.area, card.choice, tuple(found))
