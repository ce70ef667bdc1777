"""What is timed against pandas alone gives the same verdicts."""

from collections.abc import Iterator

import pandas as pd
import pytest

from data.store import BUNDLED, Store
from metrics.ask import Ask
from tests.benchmarks.alone_cards import AloneCards

# An ordinary one, a very large one, and one whose figures are nearly all hidden.
ASKED = ("E06000019", "E10000016", "E09000001")


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    ask = Ask(Store(BUNDLED).open())
    yield ask
    ask.close()


@pytest.fixture(scope="module")
def cards(ask: Ask) -> pd.DataFrame:
    every = [a.code for a in ask.areas if a.la_number]
    return AloneCards(ask.snapshot.folder, ask.catalogue, ask.manifest, every).cards(ASKED)


@pytest.mark.parametrize("area", ASKED)
def test_pandas_alone_finds_the_same_figures_benchmarks_and_verdicts(ask: Ask, cards: pd.DataFrame, area: str) -> None:
    ours = {row.indicator.id: row for row in ask.everything(area).rows if row.latest and row.benchmark}
    theirs = {line["indicator"]: line for line in cards[cards["area_code"] == area].to_dict("records")}
    assert ours.keys() == theirs.keys() and len(ours) > 90
    for id_, row in ours.items():
        line = theirs[id_]
        assert row.latest and row.benchmark
        assert (row.latest.year, row.benchmark.n, row.verdict.level.value) == (line["year"], line["n"], line["level"]), id_
        for mine, other in ((row.latest.value, line["value"]), (row.benchmark.value, line["benchmark"])):
            assert pd.isna(other) if mine is None else mine == pytest.approx(other), id_
