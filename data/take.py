"""Take in every file of a batch, saying so, and refuse the batch where anything stops it that nobody accepts."""

from collections.abc import Callable, Sequence

from data import account
from data.checks import can_be_accepted
from data.errors import BadInput
from data.findings import Finding, Outcome
from data.gather import Gathered, Incoming
from data.intake import Taken
from data.store import Snapshot
from data.together import each_taken_in

Say = Callable[[str], None]
ACCEPT = (
    "Hold these rows against the publisher's own table; if they are right, publish again with: "
    '--accept "why it is right" --by NAME'
)


def take_all(gathered: Gathered, say: Say, current: Snapshot | None = None, accepting: bool = False) -> list[Taken]:
    """Take in every file, saying so, each beside the release before it. Raises BadInput with all failures at once: those that
    nobody may accept, and without `accepting` those that a named person may."""
    taken = each(gathered, say, current, accepting)
    say(account.total_line(taken))
    found = [finding for one in taken for finding in one.findings]
    for finding in (f for f in found if f.outcome is not Outcome.FAIL):
        say(f"{finding.outcome}: {finding.sentence()}")
    failures = [f for f in found if f.outcome is Outcome.FAIL]
    if failures:
        raise BadInput(_refusal(failures))
    return taken


def each(gathered: Gathered, say: Say, current: Snapshot | None, accepting: bool = False) -> list[Taken]:
    """Every file taken in, said as it is done, in the order of release and path."""
    ordered = _in_order(gathered)
    taken = []
    for number, one in enumerate(each_taken_in(ordered, current, accepting), 1):
        taken.append(one)
        say(account.read_line(number, len(ordered), one))
    return sorted(taken, key=lambda t: ordered.index(t.incoming))


def _in_order(gathered: Gathered) -> list[Incoming]:
    """The oldest release first, so that each finds the one before it."""
    return sorted(gathered.incoming, key=lambda i: i.release.published_on)


def _refusal(failures: Sequence[Finding]) -> str:
    lines = "\n".join(f"  {f.sentence()}" for f in failures)
    hint = f"\n{ACCEPT}" if all(can_be_accepted(f) for f in failures) else ""
    return f"{len(failures)} finding(s) stop publishing; nothing was stored.\n{lines}{hint}"
