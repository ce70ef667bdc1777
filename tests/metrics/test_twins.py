"""Every question in queries/*.sql against a slow answer in plain Python, on random worlds."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import isclose
from typing import Any, NamedTuple

import duckdb
import pytest

from data.areas import load as load_areas
from data.status import Status
from metrics.catalogue import Catalogue
from metrics.facts import QUERIES, build_facts, query
from metrics.known_on import FOREVER
from tests.metrics import slow
from tests.metrics.random_worlds import AREAS, random_catalogue, random_world
from tests.metrics.slow import SlowFact
from tests.metrics.worlds import World, code, publish

SEEDS = range(25)
ALL: dict[str, Any] = {"indicators": [], "areas": [], "breakdowns": []}
NOW = {"day": FOREVER, "first": False}


class Twin(NamedTuple):
    """A world, the catalogue it is read with, and the database that was built from it."""

    world: World
    catalogue: Catalogue
    database: "duckdb.DuckDBPyConnection"  # in quotes: kept as a class, DuckDB complains when the interpreter ends

    def ask(self, name: str, **values: object) -> list[dict[str, Any]]:
        """The rows of one question."""
        cursor = self.database.cursor().execute(query(name), values)
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.fixture(scope="module", params=SEEDS)
def twin(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twin]:
    folder = tmp_path_factory.mktemp(f"world{request.param}")
    catalogue = random_catalogue(folder)
    world = random_world(request.param, catalogue)
    database = build_facts(publish(world, folder / "store"), catalogue)
    yield Twin(world, catalogue, database)
    database.close()


def compare(rows: Iterable[Mapping[str, Any]], wanted: Mapping[slow.Key, SlowFact], fields: Iterable[str]) -> None:
    """The same facts, each once, with the same fields."""
    listed = list(rows)
    found = {(r["indicator"], r["breakdown"], r["area_code"], r["period"]): r for r in listed}
    assert len(found) == len(listed)
    assert found.keys() == wanted.keys()
    for key, row in found.items():
        for field in fields:
            value, other = row[field], getattr(wanted[key], field)
            same = isclose(value, other, rel_tol=1e-12) if isinstance(other, Fraction) and value is not None else value == other
            assert same, f"{key}: {field} is {value}, and should be {other}"


FIELDS = ("numerator", "denominator", "value", "status", "published_value", "release", "published_on", "period_kind")


def test_facts_on_every_day_are_those_made_of_what_was_out_by_then(twin: Twin) -> None:
    for day in slow.days(twin.world):
        for on in (day - timedelta(days=1), day):
            wanted = slow.known(twin.world, twin.catalogue, on)
            compare(twin.ask("facts", **ALL, day=on, first=False), wanted, FIELDS)


def test_facts_now_and_as_first_published_are_the_last_and_the_first(twin: Twin) -> None:
    compare(twin.ask("facts", **ALL, **NOW), slow.known(twin.world, twin.catalogue), FIELDS)
    compare(twin.ask("facts", **ALL, day=FOREVER, first=True), slow.first(twin.world, twin.catalogue), FIELDS)


def test_facts_name_their_area_and_keep_to_what_was_asked(twin: Twin) -> None:
    wanted = slow.known(twin.world, twin.catalogue)
    one = next(iter(wanted), ("none", "Total", "E06000017", "2025"))
    for asked in (
        {"indicators": [one[0]], "areas": [], "breakdowns": []},
        {"indicators": [], "areas": [one[2]], "breakdowns": [one[1]]},
        {"indicators": ["none"], "areas": [], "breakdowns": []},
    ):
        meant = zip(("indicators", "breakdowns", "areas"), (0, 1, 2), strict=True)
        kept = list(meant)
        fits = {k: f for k, f in wanted.items() if all(not asked[name] or k[i] in asked[name] for name, i in kept)}
        rows = twin.ask("facts", **asked, **NOW)
        compare(rows, fits, FIELDS)
        for row in rows:
            area = load_areas()[row["area_code"]]
            assert (row["area_name"], row["la_number"], row["area_level"]) == (area.name, area.la_number, area.level)
        assert [tuple(r[n] for n in ("indicator", "breakdown", "area_code", "period")) for r in rows] == sorted(fits)


def test_series_are_the_facts_of_those_named_oldest_first(twin: Twin) -> None:
    wanted = slow.known(twin.world, twin.catalogue)
    ids, areas = ["children_looked_after", "legal_status", "sdq_average_score"], [code(name) for name in AREAS[:4]]
    labels = [twin.catalogue[id_].breakdowns[0] for id_ in ids]
    asked = {"indicators": ids, "areas": areas, "breakdowns": labels, "first_years": [2022] * 3, "last_years": [2024] * 3}
    fits = {
        k: f for k, f in wanted.items() if k[:2] in zip(ids, labels, strict=True) and k[2] in areas and 2022 <= f.year <= 2024
    }  # fmt: skip
    rows = twin.ask("series", **asked, **NOW)
    compare(rows, fits, (*FIELDS, "year", "joint_with"))
    assert [r["year"] for r in rows] == sorted(r["year"] for r in rows)


def test_series_may_have_years_of_their_own(twin: Twin) -> None:
    wanted = slow.known(twin.world, twin.catalogue)
    ids, areas, years = ["children_looked_after", "legal_status"], [code(name) for name in AREAS[:4]], [2024, 2025]
    labels = [twin.catalogue[id_].breakdowns[0] for id_ in ids]
    asked = list(zip(ids, labels, years, strict=True))
    fits = {k: f for k, f in wanted.items() if (*k[:2], f.year) in asked and k[2] in areas}
    rows = twin.ask("series", indicators=ids, breakdowns=labels, first_years=years, last_years=years, areas=areas, **NOW)
    compare(rows, fits, (*FIELDS, "year", "joint_with"))


def test_neighbours_are_those_of_the_edition_nearest_first(twin: Twin) -> None:
    for edition in ("2021", "2025", ""):
        listed = [o for o in twin.world.editions if o["edition"] == edition]
        ordered = sorted(listed, key=lambda o: (o["area_code"], o["position"]))
        wanted = [(o["area_code"], o["neighbour_code"], o["closeness"]) for o in ordered]
        assert [tuple(r.values()) for r in twin.ask("neighbours", edition=edition)] == wanted


def test_counted_are_the_authorities_facts_with_both_counts(twin: Twin) -> None:
    wanted = slow.known(twin.world, twin.catalogue)
    ids, years = ["children_looked_after_rate", "legal_status"], [2023, 2024, 2025]
    labels = [twin.catalogue[id_].breakdowns[0] for id_ in ids]
    fits = {
        (*k[:2], f.year, k[2], f.joint_with, float(f.numerator), float(f.denominator))
        for k, f in wanted.items()
        if k[0] in ids and k[1] in labels and f.year in years and load_areas()[k[2]].level == "Local authority"
        and f.status is Status.PUBLISHED and f.numerator is not None and f.denominator
    }  # fmt: skip
    rows = twin.ask("counted", indicators=ids, breakdowns=labels, years=years, **NOW)
    assert {tuple(r.values()) for r in rows} == fits
    assert len(rows) == len(fits)


def test_editions_are_listed_once_oldest_first(twin: Twin) -> None:
    wanted = sorted({(o["edition"], o["published_on"]) for o in twin.world.editions})
    assert [tuple(r.values()) for r in twin.ask("editions")] == wanted


def test_years_are_the_first_and_the_last_of_all_vintages(twin: Twin) -> None:
    every = slow.vintages(twin.world, twin.catalogue)
    for asked in ([], ["sdq_average_score"], ["sdq_average_score", "own"], ["none"]):
        years = [f.year for f in every if not asked or f.key[0] in asked]
        wanted = {"first_year": min(years, default=None), "last_year": max(years, default=None)}
        assert twin.ask("years", indicators=asked) == [wanted]


def test_agreement_counts_the_facts_of_all_vintages(twin: Twin) -> None:
    wanted: dict[tuple[str, str], list[int]] = {}
    for fact in slow.vintages(twin.world, twin.catalogue):
        if fact.agrees is not None:
            level = load_areas()[fact.key[2]].level
            counts = wanted.setdefault((fact.key[0], level), [0, 0, 0])
            counts[0 if fact.agrees else 1 if level != "Local authority" and _may_be(fact, twin.catalogue) else 2] += 1
    rows = [tuple(r.values()) for r in twin.ask("agreement")]
    assert rows == [(*key, *counts) for key, counts in sorted(wanted.items())]


def _may_be(fact: SlowFact, catalogue: Catalogue) -> bool:
    """Whether counts up to 5 away from those printed can give back the rounded figure."""
    entry = catalogue[fact.key[0]]
    over, under, printed = fact.numerator, fact.denominator, fact.published_value
    if over is None or under is None or printed is None or under <= 5:
        return False
    half = Fraction(1, 2 * 10 ** entry.slice(fact.key[1]).published_decimals)
    lowest, highest = ((over + d) / (under - d) * Fraction(entry.per) for d in (-5, 5))
    return lowest <= printed + half and printed - half <= highest


def test_the_vintages_of_a_fact_follow_one_another_and_one_is_the_first(twin: Twin) -> None:
    columns = "indicator, breakdown, area_code, period, known_from, known_until, is_first, status, value"
    rows = twin.database.cursor().execute(f"SELECT {columns} FROM facts ORDER BY ALL").fetchall()
    by_key: dict[tuple[object, ...], list[tuple[Any, ...]]] = {}
    for row in rows:
        by_key.setdefault(row[:4], []).append(row[4:])
        assert (row[7] == Status.PUBLISHED) == (row[8] is not None)
    for spans in by_key.values():
        assert [span[2] for span in spans] == [True] + [False] * (len(spans) - 1)
        assert spans[-1][1] == date(9999, 12, 31)
        assert all(earlier[1] == later[0] for earlier, later in zip(spans, spans[1:], strict=False))


def test_no_question_is_without_its_twin() -> None:
    asked = {"facts", "series", "neighbours", "counted", "editions", "years", "agreement"}
    built = {"build_facts", "known_facts", "no_observations", "no_inspections"}
    by_hand = {"trace", "vintages", "inspections"}  # worked out by hand in test_trace.py and test_ring.py
    assert {path.stem for path in QUERIES.glob("*.sql")} == asked | built | by_hand
