"""The check of the pages' figures finds a wrong one: of another row or period, with another sign, or rounded otherwise."""

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.pages.figures.answers import gathered
from tests.pages.figures.check import counted, faults, unsaid
from tests.pages.figures.figure import figures
from tests.pages.figures.reading import folds, sayings, tables
from tests.pages.figures.rule import Here

PAGE = Here("E06000019", {"Herefordshire": "E06000019", "Kent": "E10000016", "England": "E92000001"}, {
    "Children looked after, rate per 10,000": ("rate", "Total"), "Settled in one home": ("settled", "Total"),
})  # fmt: skip


def fact(area: str, period: str, value: float, counts: tuple[int, int]) -> dict[str, Any]:
    """One fact as commands print it."""
    numerator, denominator = counts
    return {"indicator": "rate", "breakdown": "Total", "area_code": area, "period": period, "value": value,
            "numerator": numerator, "denominator": denominator}  # fmt: skip


TREND = {
    "indicator": {"id": "rate", "title": "Children looked after, rate per 10,000"},
    "breakdown": "Total",
    "own": {"facts": [fact("E06000019", "2024", 112.95, (387, 34260)), fact("E06000019", "2025", 99.88675, (344, 34439))]},
    "england": {"facts": [fact("E92000001", "2025", 67.118, (81770, 12183016))]},
    "neighbours": [{"area": {"code": "E10000016", "name": "Kent"}, "facts": [fact("E10000016", "2025", 53.3, (1, 2))]}],
    "benchmark": [{"period": "2025", "value": 62.58, "n": 9, "of": 10}],
}
YEARS = {
    "years": [{"period": "2025", "flow": {"residual": 1}}],
    "changes": {"2024": -26, "2025": -43},
    "words": ["43 fewer children were in care than a year before, 344 in all."],
}
CARD = {
    "rows": [
        {"indicator": {"id": "settled"}, "breakdown": "Total", "latest": {"value": 50.5, "numerator": 55, "denominator": 109},
         "before": {"value": 54.1, "numerator": 59, "denominator": 109},
         "benchmark": {"value": 70.25, "lower": 2, "same": 0, "higher": 8, "n": 10, "of": 10}},
    ],
    "moves": [{"indicator": {"id": "settled"}, "breakdown": "Total", "period": "2025", "people": -4, "value": -3.5}],
}  # fmt: skip
KNOWN = gathered(json.loads(json.dumps([TREND, YEARS, CARD]), parse_float=Decimal))


def table(caption: str, headings: str, *rows: str) -> str:
    """A table's HTML, its cells drawn between bars, what is said quietly after a slash."""
    head = "".join(f"<th>{text.strip()}</th>" for text in headings.split("|"))
    body = "".join(f"<tr>{''.join(_cell(text) for text in row.split('|'))}</tr>" for row in rows)
    return f"<table><caption>{caption}</caption><tr>{head}</tr>{body}</table>"


def _cell(text: str) -> str:
    loud, _, quiet = text.strip().partition(" / ")
    return f'<td>{loud} <span class="cpd-quiet">{quiet}</span></td>' if quiet else f"<td>{loud}</td>"


def wrong(html: str) -> list[str]:
    """The faults of the one table."""
    (one,) = tables(html)
    return faults(one, KNOWN, PAGE)


def trend(row: str) -> list[str]:
    """The faults of a row of a trend."""
    heads = "31 March | Herefordshire | n of N | Median of neighbours | Neighbours with a figure | England"
    return wrong(table("Children looked after, rate per 10,000: Herefordshire", heads, row))


def test_figures_of_the_same_row_rounded_half_up_have_no_fault() -> None:
    assert trend("2025 | 99.9 | 344 of 34,439 | 62.6 | 9 of 10 | 67.1") == []
    assert trend("2024 | 113.0 | 387 of 34,260 | | | [c]") == []


@pytest.mark.parametrize(
    ("row", "written"),
    [
        ("2025 | 113.0 | | | |", "113.0"),  # of another year
        ("2024 | | 344 of 34,260 | | |", "344"),
        ("2025 | 67.1 | | | |", "67.1"),  # of another area
        ("2025 | | | | | 53.3", "53.3"),
        ("2025 | | | 99.9 | |", "99.9"),  # of another field
        ("2025 | | 34,439 of 344 | | |", "34,439"),  # in the wrong order
        ("2025 | | | | 10 of 10 |", "10"),
        ("2024 | 112.9 | | | |", "112.9"),  # 112.95 is 113.0, half up
        ("2025 | 99.88 | | | |", "99.88"),  # cut, not rounded
        ("2025 | −99.9 | | | |", "−99.9"),  # with another sign
        ("2025 | 99.9 and 344 | | | |", "344"),  # more than the column shows
    ],
)
def test_a_figure_that_is_not_the_rows_is_found(row: str, written: str) -> None:
    assert any(written in fault for fault in trend(row))


def test_a_sign_is_that_of_the_record() -> None:
    def change(text: str) -> list[str]:
        return wrong(table("Children who came into care and who left: Kent", "Year to 31 March | Change", f"2025 | {text}"))

    assert change("−43") == []
    assert all(change(text) for text in ("43", "+43", "−26"))


def test_words_that_turn_a_sign_are_heeded() -> None:
    def change(text: str) -> list[str]:
        return wrong(table("1 measure", "Measure, and when | Latest | Change", f"Settled in one home | 51% / 55 of 109 | {text}"))

    assert change("4 fewer than a year before") == []
    assert len(change("4 more than a year before")) == 1
    assert change("Down from 54% (59 of 109) a year before") == []
    assert len(change("Up from 54% (59 of 109) a year before")) == 1


def test_a_place_among_neighbours_is_read_by_its_words() -> None:
    def place(text: str) -> list[str]:
        row = f"Settled in one home | 51% / 55 of 109 | {text}"
        return wrong(table("1 measure", "Measure, and when | Latest | Verdict", row))

    assert place("▼ worse than its neighbours / Lower than 8 of 10 neighbours; median 70%") == []
    assert len(place("▼ worse than its neighbours / Higher than 8 of 10 neighbours; median 70%")) == 1
    assert len(place("▼ worse than its neighbours / Lower than 8 of 10 neighbours; median 71%")) == 1
    assert len(place("▼ worse than its neighbours / It is one of 10")) == 1


def test_a_table_that_nobody_described_is_a_fault_and_so_is_a_caption_that_counts_wrongly() -> None:
    assert "no rule" in wrong(table("Something new", "Thing | Figure", "One | 1"))
    row = "Settled in one home | 51% / 55 of 109"
    assert wrong(table("2 measures", "Measure, and when | Latest", row)) == ["caption 2"]


def test_a_sentence_must_be_one_that_a_command_prints() -> None:
    html = "<p>43 fewer children were in care than a year before, <b>344</b> in all.</p><p>Of 12 children, 3 moved.</p>"
    assert [unsaid(saying, KNOWN) for saying in sayings(html)] == [[], ["12", "3"]]
    assert unsaid("42 fewer children were in care than a year before, 344 in all.", KNOWN) == ["42", "344"]


def test_a_fold_counts_its_items() -> None:
    ((label, items),) = folds("<details><summary>and 2 more</summary><ul><li>a</li><li>b</li></ul></details>")
    assert counted(label, items) and not counted("and 3 more", items)


def test_names_are_no_figures_and_nothing_else_is_left_out() -> None:
    named = "On 31 March 2025, in 2024/25, from 2019 to 2025, aged 17 to 18, in the 2025 edition: 1,344 of 2,025 (66.4%), −3"
    assert figures(named) == ["1,344", "2,025", "66.4", "−3"]
    assert figures("17 to 18 of 19, 2019, 31") == ["17", "18", "19", "2019", "31"]
