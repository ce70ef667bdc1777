"""Two processes take in what one would, and nothing is lost when one of them ends early."""

from pathlib import Path
from queue import SimpleQueue

import pytest

from data import together
from data.errors import StoreError
from data.gather import gather
from data.intake import Taken
from tests.data.drawn import write_two_releases


def test_two_processes_take_in_what_one_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_two_releases(tmp_path)
    incoming = gather([tmp_path]).incoming
    assert len({i.source.id for i in incoming}) > 1
    alone = list(together.each_taken_in(incoming))
    monkeypatch.setattr(together, "WORTH_IT", 0)
    both = sorted(together.each_taken_in(incoming), key=lambda t: incoming.index(t.incoming))
    assert [(t.incoming, t.rows, t.findings) for t in both] == [(t.incoming, t.rows, t.findings) for t in alone]
    assert all(b.table.equals(a.table) for a, b in zip(alone, both, strict=True) if a.table is not None and b.table is not None)


def test_a_source_is_never_torn_in_two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_two_releases(tmp_path)
    monkeypatch.setattr(together, "WORTH_IT", 0)
    mine, other = together._halves(gather([tmp_path]).incoming)
    assert mine and other
    assert not {i.source.id for i in mine} & {i.source.id for i in other}


def test_a_second_process_that_was_stopped_is_said_and_stores_nothing() -> None:
    done: SimpleQueue[Taken | Exception | None] = SimpleQueue()
    done.put(None)
    with pytest.raises(StoreError, match="Nothing was stored"):
        together._next(done)
