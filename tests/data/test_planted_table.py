"""The table of planted faults in data/README.md is the list that the tests go through."""

from pathlib import Path

from tests.data.planted import FAULTS

README = Path(__file__).parents[2] / "data" / "README.md"
LEAST = 40


def test_the_readme_names_every_planted_fault_and_the_check_that_stops_it() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line.startswith("| ") and not line.startswith(("| Planted", "|---"))]
    assert told == [f"| {fault.what} | `{fault.check}` |" for fault in FAULTS]


def test_there_are_at_least_40_kinds_and_none_is_counted_twice() -> None:
    assert len({fault.what for fault in FAULTS}) == len(FAULTS) >= LEAST


def test_the_readme_says_how_many_kinds_there_are() -> None:
    assert f"{len(FAULTS)} kinds" in README.read_text(encoding="utf-8")
