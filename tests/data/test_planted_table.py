"""The table of planted faults in data/README.md is the list that the tests go through, and README.md counts it."""

from pathlib import Path

from tests.data.planted import FAULTS

ROOT = Path(__file__).parents[2]
LEAST = 40


def test_the_readme_names_every_planted_fault_and_the_check_that_stops_it() -> None:
    _, _, section = (ROOT / "data" / "README.md").read_text(encoding="utf-8").partition("## What stops a bad file\n")
    told = [line for line in section.splitlines() if line.startswith("| ") and not line.startswith("| Planted")]
    assert told == [f"| {fault.what} | `{fault.check}` |" for fault in FAULTS]


def test_there_are_at_least_40_kinds_and_none_is_counted_twice() -> None:
    assert len({fault.what for fault in FAULTS}) == len(FAULTS) >= LEAST


def test_both_readmes_say_how_many_kinds_there_are() -> None:
    assert f"\n{len(FAULTS)} kinds:\n" in (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert f"{len(FAULTS)} kinds of fault" in (ROOT / "README.md").read_text(encoding="utf-8")
