"""The way of a figure back, as a table, and as the command that prints the same."""

import shlex

import pytest
from typer.testing import CliRunner

from data.status import Status
from data.store import BUNDLED, VARIABLE
from metrics.__main__ import app
from metrics.ask import Ask
from metrics.known_on import known_on
from metrics.trace import trace
from metrics.trace_tables import command, made_of
from metrics.trace_words import lines
from tests.metrics.conftest import Opened
from tests.metrics.worlds import rates

RATE = "children_looked_after_rate"


def test_each_part_of_a_figure_has_its_row_its_column_its_file_and_the_hash(bundled: Ask) -> None:
    table = made_of(trace(bundled, RATE, "Herefordshire", "2023", known_on=known_on("first")))
    assert [row[1] for row in table.rows] == ["412", "34,031", "121"]
    numerator = table.rows[0]
    assert numerator[0].startswith("Numerator\n") and table.rows[2][0].startswith("The publisher's own rounding\n")
    assert numerator[2].startswith("area E06000019, period 2023, population “on 31 March”\ncolumn ")
    assert numerator[3].startswith("cla-2023/") and numerator[3].endswith("published 16 November 2023")
    assert numerator[4] in bundled.manifest.hashes


def test_a_hidden_part_says_why_it_is_hidden(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2024 | 2024-11-14 | c | 7,900"))
    way = trace(ask, RATE, "Rutland", "2024")
    assert way.fact.status is Status.SUPPRESSED
    assert made_of(way).rows[0][1] == "too few children to show"


def test_the_command_asks_for_the_same_figure_vintage_and_snapshot(bundled: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(BUNDLED))
    label = bundled.catalogue["placement_setting"].breakdowns[1]
    way = trace(bundled, "placement_setting", "Herefordshire", "2024", label, known_on("2025-12-31"))
    ran = CliRunner().invoke(app, shlex.split(command(way))[3:])
    assert ran.exit_code == 0, ran.output
    assert ran.output.strip() == "\n".join(lines(way)).strip()
