"""The way of a figure back: to its observations, release, file, row and hash, and through its revisions."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from data.errors import BadInput
from data.status import Status
from data.store import BUNDLED, Store
from metrics.ask import Ask
from metrics.known_on import known_on
from metrics.trace import trace
from metrics.trace_words import as_json, lines
from tests.metrics.conftest import Opened
from tests.metrics.worlds import OF_POPULATION, entries, observed, own_entry, rates

WORLD = """
    Herefordshire | 2023 | 2023-11-16 | 412 | 34,031 | 121
    Herefordshire | 2023 | 2024-11-14 | 413 | 33,961 | 122
    Herefordshire | 2024 | 2024-11-14 | 387 | 34,052 | 114
    Shropshire    | 2024 | 2024-11-14 | c   | 59,000 | c
"""
RATE = "children_looked_after_rate"


@pytest.fixture
def ask(opened: Opened) -> Ask:
    return opened(rates(WORLD))


def test_a_rate_is_traced_to_its_two_counts_and_the_published_rate(ask: Ask) -> None:
    way = trace(ask, RATE, "Herefordshire", "2024")
    assert way.fact.value == pytest.approx(387 / 34_052 * 10_000)
    assert [(o.role, o.measure, o.value, o.status) for o in way.made_of] == [
        ("numerator", "children_count", 387, Status.PUBLISHED),
        ("denominator", "population_estimate", 34_052, Status.PUBLISHED),
        ("published", "rate_per_10000", 114, Status.PUBLISHED),
    ]
    assert {(o.source, o.area_code, o.period, o.words["population"]) for o in way.made_of} == {
        ("cla_number_and_rate", "E06000019", "2024", "on 31 March")
    }
    assert all(o.file and o.file.published_on == date(2024, 11, 14) for o in way.made_of)
    assert (way.snapshot, way.content_hash) == (ask.snapshot.id, ask.manifest.content_hash)


def test_every_vintage_is_listed_oldest_first_with_the_days_on_which_it_was_known(ask: Ask) -> None:
    way = trace(ask, "children_looked_after", "Herefordshire", "2023")
    assert [(v.numerator, v.known_from, v.known_until) for v in way.vintages] == [
        (412, date(2023, 11, 16), date(2024, 11, 14)),
        (413, date(2024, 11, 14), None),
    ]


@pytest.mark.parametrize(("known", "numerator", "published"), [("now", 413, 122), ("first", 412, 121), ("2024-01-31", 412, 121)])
def test_an_older_vintage_is_traced_to_its_own_release(ask: Ask, known: str, numerator: float, published: float) -> None:
    way = trace(ask, RATE, "Herefordshire", "2023", known_on=known_on(known))
    assert [o.value for o in way.made_of if o.role != "denominator"] == [numerator, published]
    assert way.fact.numerator == numerator


def test_a_hidden_figure_is_traced_without_being_shown(ask: Ask) -> None:
    way = trace(ask, RATE, "Shropshire", "2024")
    assert (way.fact.value, way.fact.status) == (None, Status.SUPPRESSED)
    assert [(o.value, o.status) for o in way.made_of] == [
        (None, Status.SUPPRESSED), (59_000, Status.PUBLISHED), (None, Status.SUPPRESSED)
    ]  # fmt: skip
    assert "no figure, too few children to show" in next(iter(lines(way)))


def test_a_plain_count_is_one_observation(ask: Ask) -> None:
    assert [o.role for o in trace(ask, "children_looked_after", "Herefordshire", "2024").made_of] == ["numerator"]


def test_a_denominator_of_another_table_is_traced_to_the_release_known_then(opened: Opened, tmp_path: Path) -> None:
    starts = "area | period | released | children_count\nRutland | 2025 | 2025-11-26 | 20"
    people = """
        area    | period | released   | population_estimate
        Rutland | 2024   | 2025-07-30 | 8,000
        Rutland | 2024   | 2026-07-30 | 8,100
    """
    world = observed("cla_number_and_rate", starts, "starting in the year") + observed("population", people, "0 to 17")
    ask = opened(world, own_entry(tmp_path, OF_POPULATION))
    before = trace(ask, "own", "Rutland", "2025", known_on=known_on("2025-12-31"))
    assert [(o.source, o.period, o.value) for o in before.made_of] == [
        ("cla_number_and_rate", "2025", 20), ("population", "2024", 8_000)
    ]  # fmt: skip
    now = trace(ask, "own", "Rutland", "2025")
    assert now.made_of[1].value == 8_100 and now.made_of[1].file and now.made_of[1].file.published_on == date(2026, 7, 30)
    assert [v.known_from for v in now.vintages] == [date(2025, 11, 26), date(2026, 7, 30)]


def test_a_joint_return_says_so(opened: Opened) -> None:
    drawn = """
        area                                        | period | released   | vacancy_fte | inpost_fte
        Kingston upon Thames + Richmond upon Thames | 2025   | 2026-02-26 | 30          | 70
    """
    way = trace(opened(observed("workforce", drawn), entries("social_worker_vacancy")), "social_worker_vacancy", "314", "2025")
    assert {o.joint_with for o in way.made_of} == {"E09000027"}
    assert "    a joint return with E09000027" in list(lines(way))


def test_a_figure_that_is_not_held_names_the_periods_that_are(ask: Ask) -> None:
    with pytest.raises(BadInput, match="is not held for Herefordshire in 2025. Held: 2023, 2024."):
        trace(ask, RATE, "Herefordshire", "2025")
    with pytest.raises(BadInput, match="as known on that day: it was first known on 2024-11-14. Ask for a later day."):
        trace(ask, RATE, "Herefordshire", "2024", known_on=known_on("2023-12-31"))


def test_an_indicator_that_is_not_measured_nationally_has_no_way_back(opened: Opened) -> None:
    ask = opened(rates(WORLD), entries("children_looked_after", "took_part_in_review"))
    with pytest.raises(BadInput, match="is not measured nationally, so no figures are held"):
        trace(ask, "took_part_in_review", "Herefordshire", "2024")


def test_every_known_figure_of_the_bundled_snapshot_leads_back_to_a_file_with_its_hash(bundled: Ask) -> None:
    for entry in bundled.catalogue.measured:
        for known in entry.known:
            way = trace(bundled, entry.id, known.area, known.period, known.breakdown)
            assert way.made_of and all(o.file and len(o.file.sha256) == 64 for o in way.made_of), entry.id
            lead = [o for o in way.made_of if o.role in ("numerator", "value")]
            parts = [o.value for o in lead]
            figure = way.fact.numerator if lead[0].role == "numerator" else way.fact.value
            assert figure == pytest.approx(sum(p for p in parts if p is not None)), entry.id


def metrics(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"CPD_STORE": str(BUNDLED)}
    return subprocess.run([sys.executable, "-m", "metrics", *arguments], capture_output=True, text=True, env=environment)


def test_the_command_prints_the_way_back_and_as_json_the_same(ask: Ask) -> None:
    asked = ("trace", "--indicator", RATE, "--area", "Herefordshire", "--period", "2025")
    text = metrics(*asked)
    assert (text.returncode, text.stderr) == (0, "")
    assert "numerator: 344 (published)" in text.stdout and "SHA-256 " in text.stdout and "Every vintage held" in text.stdout
    found = json.loads(metrics(*asked, "--json").stdout)
    assert found["fact"]["numerator"] == 344 and found["snapshot"] == Store(BUNDLED).current_id()
    assert found["made_of"][0]["row_key"] == {"area_code": "E06000019", "period": "2025", "population": "on 31 March"}
    assert found["history"][-1]["known_until"] is None
    assert found["made_of"][0]["sha256"] in {f.sha256 for f in Store(BUNDLED).open().manifest.source_files}


def test_the_command_says_in_a_sentence_what_is_not_held() -> None:
    ran = metrics("trace", "--indicator", RATE, "--area", "Herefordshire", "--period", "1999")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "is not held for Herefordshire in 1999. Held: " in ran.stderr and "Traceback" not in ran.stderr


def test_the_figure_traced_is_the_one_that_facts_print(ask: Ask) -> None:
    for row in ask.facts(indicators=[RATE]):
        way = as_json(trace(ask, RATE, row["area_code"], row["period"]))
        names = ("numerator", "denominator", "value", "status", "published_value", "release", "published_on")
        assert {n: way["fact"][n] for n in names} == {n: row[n] for n in names}
