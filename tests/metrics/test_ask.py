"""Asking: what is unknown is answered in a sentence, and threads get their own rows."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import duckdb
import pytest

from data.errors import BadInput, StoreError, UserError
from metrics.ask import Ask
from metrics.facts import build_facts
from metrics.results import Choice
from tests.metrics.conftest import Opened
from tests.metrics.worlds import code, editions, entries, rates

COUNT, RATE = "children_looked_after", "children_looked_after_rate"
EIGHT = ("Rutland", "Reading", "Merton", "Sutton", "Leicester", "Dorset", "Kent", "Devon")
ROUNDS = 12


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    lines = [f"{name} | {year} | 2025-11-26 | {100 * n + year - 2020} | 50,000 | " for n, name in enumerate(EIGHT, 1)
             for year in (2024, 2025)]  # fmt: skip
    lists = editions("\n".join(f"2025 | 2025-05-01 | {name} | {EIGHT[n - 1]}" for n, name in enumerate(EIGHT)))
    return opened_once(rates("\n".join(lines)) + lists, entries(COUNT, RATE, "legal_status", "reviews_on_time"))


def test_an_unknown_indicator_is_answered_with_the_nearest(ask: Ask) -> None:
    with pytest.raises(BadInput, match='no indicator "children_looked_afer".* Did you mean "children_looked_after"'):
        ask.trend("children_looked_afer", "Rutland")


def test_an_unknown_area_is_answered_with_the_nearest(ask: Ask) -> None:
    with pytest.raises(UserError, match='No area is called "Rutlnd". The nearest: Rutland'):
        ask.trend(RATE, "Rutlnd")


def test_an_unknown_edition_is_answered_with_those_held(ask: Ask) -> None:
    with pytest.raises(BadInput, match='no edition "2019" of the statistical neighbours. Held: 2025.'):
        ask.neighbours(RATE, "Rutland", Choice(edition="2019"))


def test_an_unknown_period_is_answered_with_those_held(ask: Ask) -> None:
    with pytest.raises(BadInput, match="is not held for Rutland in 1999. Held: 2024 to 2025."):
        ask.neighbours(RATE, "Rutland", period="1999")


def test_an_unknown_breakdown_is_answered_with_the_nearest(ask: Ask) -> None:
    with pytest.raises(BadInput, match='no breakdown "Full care ordr". Did you mean "Full care order"'):
        ask.trend("legal_status", "Rutland", breakdown="Full care ordr")


def test_what_nobody_publishes_is_answered_with_what_to_collect(ask: Ask) -> None:
    with pytest.raises(BadInput, match="not measured nationally, so no figures are held. Reviews due"):
        ask.trend("reviews_on_time", "Rutland")


def test_several_trends_in_one_question_are_those_of_one_question_each(ask: Ask) -> None:
    asked = [(RATE, None, Choice()), (COUNT, None, Choice(first_year=2025, last_year=2025)), ("legal_status", None, Choice())]
    together = ask.trends("Kent", asked)
    assert together == [ask.trend(id_, "Kent", choice) for id_, _, choice in asked]
    assert [len(one.own.facts) for one in together] == [2, 1, 0]


def test_the_years_held_are_those_of_the_indicators_named_whoever_asked_before(ask: Ask) -> None:
    assert ask.years() == ask.years([COUNT]) == ask.years([COUNT]) == (2024, 2025)
    assert ask.years(["legal_status"]) == (None, None)
    assert ask.last_years(5, [COUNT]) == (2021, 2025)
    assert ask.last_years(5, ["legal_status"]) is None


def test_an_area_that_no_release_covers_has_an_empty_trend(ask: Ask) -> None:
    trend = ask.trend(RATE, "Isles of Scilly")
    assert (trend.own.facts, trend.benchmark) == ((), ())
    with pytest.raises(BadInput, match="not held for Isles of Scilly"):
        ask.neighbours(RATE, "Isles of Scilly")


def test_years_span_what_is_held(ask: Ask) -> None:
    assert ask.years() == ask.years([RATE]) == (2024, 2025)


def test_an_area_may_be_named_in_any_way(ask: Ask) -> None:
    assert {ask.trend(RATE, name).own.area.code for name in ("Rutland", "857", "E06000017")} == {"E06000017"}


def test_eight_threads_that_ask_about_eight_areas_each_get_their_own_rows(ask: Ask) -> None:
    together = Barrier(len(EIGHT))

    def questions(number: int) -> list[str]:
        name, wrong = EIGHT[number], []
        together.wait()
        for _ in range(ROUNDS):
            trend, card = ask.trend(COUNT, name), ask.scorecard("context", name)
            if {f.area_code for f in trend.own.facts} != {code(name)} or [f.value for f in trend.own.facts] != [
                100 * (number + 1) + 4, 100 * (number + 1) + 5,
            ]:  # fmt: skip
                wrong.append(f"{name}: {trend.own}")
            if card.rows[0].latest != trend.own.facts[-1] or [n.area.short_name for n in trend.neighbours] != [EIGHT[number - 1]]:
                wrong.append(f"{name}: {card.rows[0]}")
            if len(ask.facts(areas=[code(name)])) != 4:
                wrong.append(f"{name}: facts")
        return wrong

    with ThreadPoolExecutor(len(EIGHT)) as pool:
        assert [wrong for found in pool.map(questions, range(len(EIGHT))) for wrong in found] == []


def test_an_opened_snapshot_reads_no_further_files(ask: Ask) -> None:
    database = build_facts(ask.snapshot, ask.catalogue)
    with pytest.raises(duckdb.Error, match="disabled"):
        database.execute(f"SELECT * FROM read_parquet('{ask.snapshot.parquet()[0]}')")
    database.close()


def test_a_damaged_snapshot_is_not_opened_and_the_way_back_is_told(opened: Opened) -> None:
    snapshot = opened(rates("Rutland | 2025 | 2025-11-26 | 40 | 8,000 | 50")).snapshot
    file = snapshot.parquet()[0]
    file.write_bytes(file.read_bytes()[:-7] + b"changed")
    with pytest.raises(StoreError, match=r"cla_number_and_rate.parquet is damaged.*python -m data use ID"):
        Ask(snapshot)
