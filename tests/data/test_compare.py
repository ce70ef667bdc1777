"""Two snapshots side by side: what was added, removed and revised, as now, the largest first."""

import csv
import io
import time
from html.parser import HTMLParser
from pathlib import Path

import duckdb
import pytest

from data.areas import load
from data.compare import Comparison
from data.compare_text import sentences
from data.store import Store
from tests.data.held import compared, held
from tests.data.running import data, flip

OLD = """
out        | area           | period | value
2024-11-14 | Herefordshire  | 2023   | 412
2024-11-14 | Herefordshire  | 2024   | 387
2024-11-14 | Shropshire     | 2023   | suppressed
2024-11-14 | Shropshire     | 2024   | 600
2024-11-14 | Cumbria        | 2023   | 740
"""
NEW = """
out        | area           | period | value
2025-11-26 | Herefordshire  | 2023   | 413
2025-11-26 | Herefordshire  | 2024   | 387
2025-11-26 | Herefordshire  | 2025   | 344
2025-11-26 | Shropshire     | 2023   | 590
2025-11-26 | Shropshire     | 2024   | 200
"""
CSV_HEADER = "source,area_code,period,breakdown,measure,kind,old_value,old_status,new_value,new_status"


def drawn(comparison: Comparison) -> list[str]:
    return [
        f"{load()[d.area_code].short_name} {d.period} {d.kind}: {d.old_value} {d.old_status} -> {d.new_value} {d.new_status}"
        for d in comparison.differences()
    ]


def test_only_what_is_not_the_same_as_now_is_a_difference_and_the_largest_revision_comes_first(tmp_path: Path) -> None:
    assert drawn(compared(tmp_path, OLD, NEW)) == [
        "Shropshire 2024 revised: 600.0 published -> 200.0 published",
        "Herefordshire 2023 revised: 412.0 published -> 413.0 published",
        "Shropshire 2023 revised: None suppressed -> 590.0 published",
        "Herefordshire 2025 added: None None -> 344.0 published",
    ]


def test_a_figure_that_is_hidden_now_is_a_revision_and_not_a_removal(tmp_path: Path) -> None:
    found = compared(tmp_path, OLD, "out | area | period | value\n2025-11-26 | Shropshire | 2024 | suppressed")
    assert drawn(found) == ["Shropshire 2024 revised: 600.0 published -> None suppressed"]


def test_a_release_older_than_the_one_held_revises_nothing(tmp_path: Path) -> None:
    found = compared(tmp_path, NEW, OLD)
    assert drawn(found) == ["Cumbria 2023 added: None None -> 740.0 published"]
    assert (found.sources[0].restated, found.sources[0].revised) == (0, 0)


def test_the_way_back_removes_what_the_way_there_added(tmp_path: Path) -> None:
    old, new = held(tmp_path / "old", OLD), held(tmp_path / "new", OLD + NEW.split("\n", 2)[2])
    there, back = Comparison(old, new).sources[0], Comparison(new, old).sources[0]
    assert (there.added, there.removed, there.revised) == (1, 0, 3)
    assert (back.added, back.removed, back.revised) == (0, 1, 3)


def test_a_source_is_counted_by_area_with_what_is_stated_again_and_what_is_left_out(tmp_path: Path) -> None:
    [source] = compared(tmp_path, OLD, NEW).sources
    assert (source.before, source.now, source.restated, source.large) == (5, 6, 4, 1)
    assert (source.areas_before, source.areas_now) == (3, 3)
    assert (source.periods_before, source.periods_now) == (("2023", "2024"), ("2023", "2024", "2025"))
    assert {(load()[a.area_code].short_name, a.revised, a.restated, a.left_out) for a in source.areas} == {
        ("Herefordshire", 1, 2, 0),
        ("Shropshire", 2, 2, 0),
        ("Cumbria", 0, 0, 1),
    }


def test_files_with_the_same_bytes_are_the_same_and_a_source_only_one_side_holds_is_all_added(tmp_path: Path) -> None:
    old, other = held(tmp_path, OLD), held(tmp_path, OLD, "cla_started")
    found = Comparison(old, old | other)
    assert found.unchanged == ("cla_number_and_rate",)
    assert [(s.source, s.added, s.areas_before) for s in found.sources] == [("cla_started", 5, 0)]


def test_the_sentences_name_what_changed_where_most_and_by_how_much(tmp_path: Path) -> None:
    assert sentences(compared(tmp_path, OLD, NEW), load()) == (
        "Children looked after: number and rate per 10,000 children (cla_number_and_rate): 1 observations added, 0 removed, "
        "3 revised of 4 stated again (75.0%), 1 of them by more than a quarter. Areas: 3 before, 3 now. "
        "Periods: 2023 to 2024 before, 2023 to 2025 now.",
        "cla_number_and_rate: most revised in Shropshire (2), Herefordshire (1). The largest revisions: "
        "Shropshire, 2024, on 31 March, children_count: 600 before, 200 now; "
        "Herefordshire, 2023, on 31 March, children_count: 412 before, 413 now; "
        "Shropshire, 2023, on 31 March, children_count: suppressed before, 590 now.",
    )
    assert sentences(Comparison({}, {}), load()) == ("No observation was added, removed or revised.",)


def test_the_command_prints_text_csv_or_a_page_and_nothing_else_on_stdout(store: Path) -> None:
    new, old = Store(store).ids()
    text = data("compare", old, new, "--store", store)
    assert (text.code, text.err) == (0, "")
    assert "15 observations added, 0 removed, 2 revised of 15 stated again (13.3%), 0 of them by more than a quarter" in text.out
    ran = data("compare", old, new, "--csv", "--store", store)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == CSV_HEADER
    found = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(found) == 17
    assert ("E06000019", "2024", "children_count", "revised", "210", "published", "211", "published") in {
        (r["area_code"], r["period"], r["measure"], r["kind"], r["old_value"], r["old_status"], r["new_value"], r["new_status"])
        for r in found
    }
    assert ("", "", "149") in {(r["old_value"], r["old_status"], r["new_value"]) for r in found if r["kind"] == "added"}
    both = data("compare", old, new, "--csv", "--html", "--store", store)
    assert (both.code, both.out) == (3, "")


class Page(HTMLParser):
    """What an accessible page must have, counted, and whatever would be fetched from elsewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.lang, self.fetched = "", [""]
        self.heads_without_scope = 0
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.lang = named.get("lang") or self.lang
        self.fetched += [v for k, v in attrs if k in ("src", "href") and v]
        self.heads_without_scope += tag == "th" and named.get("scope") not in ("col", "row")
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_stands_alone_and_can_be_read_aloud(store: Path) -> None:
    new, old = Store(store).ids()
    ran = data("compare", old, new, "--html", "--store", store)
    page = Page(ran.out)
    assert page.open == [] and page.lang == "en-GB" and page.fetched == [""]
    assert page.tags["title"] == page.tags["h1"] == page.tags["main"] == 1
    assert page.tags["table"] == page.tags["caption"] == 3 and page.heads_without_scope == 0
    assert "script" not in page.tags
    assert f"What changed between snapshots {old} and {new}" in ran.out
    assert "Herefordshire" in ran.out and "210" in ran.out and "211" in ran.out


def test_a_name_on_the_page_cannot_break_it(tmp_path: Path) -> None:
    from data.compare_files import html

    text = html(compared(tmp_path, OLD, NEW.replace("| 413", "| 413")), load(), "<old>", "new & newer")
    assert "<old>" not in text and "&lt;old&gt; and new &amp; newer" in text


def test_a_damaged_snapshot_is_not_compared(store: Path) -> None:
    new, old = Store(store).ids()
    flip(store / old / "areas.parquet", 100)
    ran = data("compare", old, new, "--store", store)
    assert (ran.code, ran.out) == (4, "")
    assert f"{old}/areas.parquet is damaged" in ran.err


def test_an_unknown_snapshot_is_named(store: Path) -> None:
    ran = data("compare", "2020-01-01_000000000000", Store(store).ids()[0], "--store", store)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith("There is no snapshot 2020-01-01_000000000000.")


@pytest.fixture
def large(tmp_path: Path) -> tuple[Path, Path]:
    """1.2 million observations of 20 periods, and the same with every hundredth revised in a newer release."""
    text = """
        COPY (
            SELECT 'big' AS source, 'r' AS release, DATE '2024-11-14' + $days AS published_on,
                'E0600' || lpad((i % 150)::VARCHAR, 4, '0') AS area_code, ((i // 150) % 20 + 2000)::VARCHAR AS period,
                'Some long words of a breakdown | and some more, number ' || (i // 3000) % 200 AS breakdown,
                'measure_' || i // 600000 AS measure, i + $days * (i % 100 = 0)::INTEGER AS value, 'published' AS status,
                '' AS joint_with
            FROM range(1200000) AS t(i)
        ) TO '{path}' (FORMAT parquet)
    """
    paths = tmp_path / "old.parquet", tmp_path / "new.parquet"
    for days, path in enumerate(paths):
        duckdb.connect().execute(text.replace("{path}", str(path)), {"days": days})
    return paths


def test_two_snapshots_of_over_a_million_observations_are_compared_in_a_few_seconds(large: tuple[Path, Path]) -> None:
    began = time.perf_counter()
    [source] = Comparison({"big": large[0]}, {"big": large[1]}).sources
    took = time.perf_counter() - began
    assert (source.before, source.now, source.restated, source.revised) == (1_200_000, 1_200_000, 1_200_000, 12_000)
    assert took < 20  # about 2 on two cores that have nothing else to do
