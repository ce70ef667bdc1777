"""What the two published editions of the statistical neighbours have in common, on the published files."""

import csv
from collections import Counter
from pathlib import Path
from statistics import fmean, median

from metrics.figures import number
from metrics.methods.similarity import mutual_share, overlap
from tests.official import official

FOLDER = official() / "neighbours"
CITY_OF_LONDON, ISLES_OF_SCILLY = "201", "420"
WEST_SUSSEX, GLOUCESTERSHIRE, CALDERDALE, RUTLAND = "938", "916", "381", "857"


def lists(path: Path, first_at: int) -> dict[str, list[str]]:
    """Ten numbers for each authority of the first block; the neighbours stand in every other column."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.reader(stream) if row and row[0].strip().isdigit()]
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row[0].strip(), [row[first_at + 2 * i].strip() for i in range(10)])
    return found


OF_2021 = lists(FOLDER / "New_Statistical_Neighbour_Groupings_April_2021.csv", 5)
OF_2025 = lists(FOLDER / "sn_model_2025_wide.csv", 4)


def test_an_authority_keeps_5_4_of_its_ten_neighbours_between_one_and_all_of_them() -> None:
    kept = [overlap(OF_2021[one], OF_2025[one]) for one in OF_2025 if one in OF_2021]
    assert len(kept) == 151
    assert (number(fmean(kept), 1), median(kept), min(kept), max(kept)) == ("5.4", 5, 1, 10)


def test_62_percent_of_relations_are_mutual_leaving_out_the_two_authorities_that_nobody_is_like() -> None:
    usual = {one: listed for one, listed in OF_2025.items() if one not in (CITY_OF_LONDON, ISLES_OF_SCILLY)}
    assert number((mutual_share(usual) or 0) * 100) == "62"
    assert number((mutual_share(OF_2025) or 0) * 100) == "61"


def test_some_authorities_are_chosen_by_25_others_and_some_by_none() -> None:
    chosen = Counter(neighbour for listed in OF_2025.values() for neighbour in listed)
    assert chosen[WEST_SUSSEX] == chosen[GLOUCESTERSHIRE] == max(chosen.values()) == 25
    assert {one for one in OF_2025 if not chosen[one]} == {CALDERDALE, RUTLAND, CITY_OF_LONDON, ISLES_OF_SCILLY}
