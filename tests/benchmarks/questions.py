"""How long each question in metrics/queries takes, and three of them beside pandas alone over the same parquet."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import duckdb

from data.store import Snapshot
from metrics.ask import ENGLAND, Ask
from metrics.catalogue import catalogue
from metrics.facts import build_facts, query
from metrics.known_on import FOREVER
from tests.benchmarks.alone import Alone
from tests.benchmarks.timing import Measured, beside, timed

AIM = 10.0
TIMES = 50
RATE, AREA, REGION, PERIOD = "children_looked_after_rate", "E06000019", "E12000005", "2025"
NOW: dict[str, Any] = {"day": FOREVER, "first": False}
EVER = {"first_years": [1900], "last_years": [2999]}
ASKED: dict[str, dict[str, Any]] = {
    "facts": {"indicators": [], "areas": [AREA], "breakdowns": []} | NOW,
    "series": {"indicators": [RATE], "breakdowns": ["Total"], "areas": [AREA, ENGLAND, REGION]} | EVER | NOW,
    "counted": {"indicators": ["dental_check"], "breakdowns": ["Total"], "years": [2025]} | NOW,
    "neighbours": {"edition": "2025"},
    "editions": {},
    "years": {"indicators": [RATE]},
    "agreement": {},
}


def measure(snapshot: Snapshot) -> Iterator[Measured]:
    """One line a question in SQL, one for making the facts, and three whole questions beside pandas alone."""
    database = build_facts(snapshot, catalogue())
    for name, values in ASKED.items():
        aim = None if name == "agreement" else AIM  # asked by `python -m metrics check` only
        yield timed(f"query: {name}.sql", partial(_rows, database, query(name), values), times=TIMES, aim=aim)
    database.close()
    yield timed("opening a snapshot: build_facts.sql", lambda: build_facts(snapshot, catalogue()).close(), times=3)
    yield from _beside_pandas(snapshot)


def _rows(database: duckdb.DuckDBPyConnection, text: str, values: dict[str, Any]) -> list[Any]:
    with database.cursor() as cursor:
        return cursor.execute(text, values).fetchall()


def _beside_pandas(snapshot: Snapshot) -> Iterator[Measured]:
    ask, alone = Ask(snapshot), Alone(snapshot.folder)
    pairs = {
        "question: a trend with neighbours, region, England": (
            lambda: ask.trend(RATE, AREA),
            lambda: alone.trend(AREA, REGION, ENGLAND),
        ),
        "question: the neighbours summed up": (
            lambda: ask.neighbours(RATE, AREA, period=PERIOD),
            lambda: alone.summed_up(AREA, PERIOD),
        ),
        "question: all facts of one authority": (lambda: ask.facts(areas=[AREA]), lambda: alone.all_of(AREA)),
    }
    for what, (ours, theirs) in pairs.items():
        yield beside(timed(what, ours, times=TIMES, aim=AIM), timed(what, theirs, times=TIMES))
    ask.close()
