"""How long it takes to judge every indicator of one authority, and of all of them, beside pandas alone over the same parquet."""

from collections.abc import Iterator

from data.store import Snapshot
from metrics.ask import Ask
from tests.benchmarks.alone_cards import AloneCards
from tests.benchmarks.timing import Measured, beside, timed

AREA = "E06000019"
ONE_AIM, ALL_AIM = 50.0, 3_000.0
FEW, ONCE = 10, 2


def measure(snapshot: Snapshot) -> Iterator[Measured]:
    """Two lines: all indicators of one authority, and of all authorities in one call."""
    ask = Ask(snapshot)
    today = [a.code for a in ask.areas if a.la_number and a.valid_to is None]
    alone = AloneCards(snapshot.folder, ask.catalogue, snapshot.manifest, [a.code for a in ask.areas if a.la_number])
    ours = timed("verdicts: all indicators of one authority", lambda: ask.everything(AREA), times=FEW, aim=ONE_AIM)
    yield beside(ours, timed("pandas", lambda: alone.cards([AREA]), times=ONCE))
    ours = timed("verdicts: all indicators of all authorities", ask.everyone, times=ONCE, aim=ALL_AIM)
    yield beside(ours, timed("pandas", lambda: alone.cards(today), times=1))
    ask.close()
