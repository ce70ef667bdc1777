"""Rows of the questions in metrics/queries as typed results."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from data.status import Status
from metrics.results import Benchmark, Choice, Fact, How, Kind


def fact(row: Mapping[str, Any]) -> Fact:
    """A fact from a row of series.sql or compared.sql."""
    return Fact(
        indicator=row["indicator"],
        breakdown=row["breakdown"],
        area_code=row["area_code"],
        period=row["period"],
        year=row["year"],
        period_kind=row["period_kind"],
        numerator=row["numerator"],
        denominator=row["denominator"],
        value=row["value"],
        status=Status(row["status"]),
        published_value=row["published_value"],
        release=row["release"],
        published_on=row["published_on"],
        joint_with=row["joint_with"],
    )


def absent(like: Fact, area_code: str) -> Fact:
    """The fact of an area that no release covers in that period."""
    return replace(
        like, area_code=area_code, numerator=None, denominator=None, value=None, status=Status.NOT_HELD,
        published_value=None, release="", published_on=None, joint_with="",
    )  # fmt: skip


def latest(facts: Sequence[Fact]) -> Fact | None:
    """The newest fact that applies to the area: a dissolved authority's rows go on, marked not applicable, after its end."""
    applying = [f for f in facts if f.status is not Status.NOT_APPLICABLE]
    return max(applying or facts, key=lambda f: f.year, default=None)


def benchmark(row: Mapping[str, Any], choice: Choice, edition: str) -> Benchmark:
    """The benchmark that a choice means, from a row of compared.sql."""
    if choice.kind is Kind.NEIGHBOURS:
        value = row[choice.how.value]
        n, of = row["n"], row["of_neighbours"]
        status = Status.PUBLISHED if value is not None else Status.NOT_AVAILABLE
        counts = {"lower": row["lower_n"], "same": row["same_n"], "higher": row["higher_n"]}
        return Benchmark(choice.kind, choice.how, edition, row["period"], value, status, n, of, **counts)
    value, status = row[f"{choice.kind.value}_value"], row[f"{choice.kind.value}_status"]
    held = Status(status) if status else Status.NOT_HELD
    return Benchmark(choice.kind, How.MEDIAN, "", row["period"], value, held, int(value is not None), 1)
