"""A change as steps that end at the published number: what each adds or takes away, and where it begins and ends."""

from dataclasses import dataclass
from enum import StrEnum

from data.status import Status
from metrics.change import Change
from metrics.figures import half_up, number
from metrics.results import Fact


class Step(StrEnum):
    """What a step is: a number counted on a day, children more, children fewer, or nothing at all."""

    COUNTED = "counted"
    MORE = "more"
    FEWER = "fewer"
    NONE = "none"


@dataclass(frozen=True)
class Block:
    """One step, in children: it reaches from `low` to `high` and adds `amount`, which is written as `text`.

    A counted step begins at zero; `part` of it are unaccompanied asylum-seeking children, None where that is not published.
    `runs_to` is the running number after the step.
    """

    name: str
    step: Step
    low: float
    high: float
    amount: float
    text: str
    runs_to: float
    part: float | None = None


def of_flows(result: Change) -> tuple[Block, ...]:
    """The number on the first day, those who came, those who left, what is left over, the number on the last day; () where the
    flows are not published. Source: the stock-and-flow identity (M9)."""
    if result.flow is None:
        return ()
    flow = result.flow
    moves = [("Came into care", flow.started), ("Left care", -flow.ceased), ("Left over", flow.residual)]
    return _closed(result, moves)


def of_decomposition(result: Change) -> tuple[Block, ...]:
    """The same change set against a base year: had both flows stayed, more or fewer who came, fewer or more who left, and what is
    left over (M10); () where there is no decomposition."""
    parts = result.decomposition
    if parts is None:
        return ()
    moves = [
        (f"Had both stayed as in {result.base}", parts.drift),
        (f"{_than(parts.entries, 'More', 'Fewer')} came {_then(parts.entries)}", parts.entries),
        (f"{_than(parts.exits, 'Fewer', 'More')} left {_then(parts.exits)}", parts.exits),
        ("Left over", parts.residual),
    ]
    return _closed(result, moves)


def _than(amount: float, above: str, below: str) -> str:
    whole = half_up(amount, 0)
    return above if whole > 0 else below if whole < 0 else "As many"


def _then(amount: float) -> str:
    return "than then" if half_up(amount, 0) else "as then"


def signed(amount: float) -> str:
    """'+68', '−111', '0': children more or fewer, as they stand in a sum."""
    whole = half_up(amount, 0)
    return f"{'+' if whole > 0 else '−' if whole < 0 else ''}{number(abs(amount))}"


def _closed(result: Change, moves: list[tuple[str, float]]) -> tuple[Block, ...]:
    before, after = result.unaccompanied_facts or (None, None)
    blocks = [_counted(result.first, before)]
    for name, amount in moves:
        blocks.append(_moved(name, amount, blocks[-1].runs_to))
    return (*blocks, _counted(result.last, after))


def _counted(fact: Fact, part: Fact | None) -> Block:
    value = fact.value or 0.0
    alone = part.value if part is not None and part.status is Status.PUBLISHED else None
    return Block(f"In care on 31 March {fact.period}", Step.COUNTED, 0.0, value, value, number(value), value, alone)


def _moved(name: str, amount: float, at: float) -> Block:
    step = Step.MORE if amount > 0 else Step.FEWER if amount < 0 else Step.NONE
    return Block(name, step, min(at, at + amount), max(at, at + amount), amount, signed(amount), at + amount)
