"""Say a change of several years beside a base year: what would have been, what was, and whether more came in or fewer left."""

from metrics.change import Change
from metrics.figures import half_up, number


def finding(result: Change) -> str:
    """A decomposition in one line, which can be read alone: what would have been, what was, and why; '' without one."""
    parts = result.decomposition
    if parts is None:
        return ""
    would, did = int(half_up(parts.drift, 0)), int((result.last.value or 0) - (result.first.value or 0))
    lead = f"Had each year been like the year to 31 March {result.base}, the number of children in care would have"
    if would == did:
        was = ", as it did"
    else:
        was = f", not by {number(abs(did))}" if would * did > 0 else f", not {_moved(did)}"
    return f"{lead} {_moved(would)}{was}{_causes(parts.entries, parts.exits)}."


def _moved(change: int) -> str:
    if not change:
        return "stayed the same"
    return f"{'risen' if change > 0 else 'fallen'} by {number(abs(change))}"


def _causes(entries: float, exits: float) -> str:
    """': more came in and fewer left'; where the two pull against each other, the weaker first and that the other was larger."""
    came, left = int(half_up(entries, 0)), int(half_up(exits, 0))
    said_came = f"{'more' if came > 0 else 'fewer'} came in" if came else ""
    said_left = f"{'fewer' if left > 0 else 'more'} left" if left else ""
    if came * left >= 0 or came + left == 0:
        said = " and ".join(part for part in (said_came, said_left) if part)
        return f": {said}" if said else ""
    if abs(came) > abs(left):
        return f": {said_left}, but the {'rise' if came > 0 else 'fall'} in those who came in was larger"
    return f": {said_came}, but the {'fall' if left > 0 else 'rise'} in those who left was larger"
