"""The commands behind the views over the years: they print the page's own sentences and every figure."""

import json

import pytest
from typer.testing import CliRunner

from data.store import BUNDLED
from metrics.__main__ import app
from metrics.ask import Ask
from metrics.indexed import indexed
from metrics.outlook import outlook
from metrics.wording import indexed as said_of_index


def printed(*words: str) -> str:
    """What a command prints on the bundled snapshot; it must succeed."""
    result = CliRunner().invoke(app, [*words, "--store", str(BUNDLED)])
    assert result.exit_code == 0, result.output
    return result.output


def test_indexed_prints_the_finding_of_the_page(bundled: Ask) -> None:
    out = printed("indexed", "--indicator", "children_looked_after_rate", "--area", "Herefordshire")
    assert said_of_index.finding(indexed(bundled.trend("children_looked_after_rate", "Herefordshire"))) in out


def test_every_figure_of_the_fan_is_in_the_json(bundled: Ask) -> None:
    out = json.loads(printed("outlook", "--indicator", "children_looked_after", "--area", "Kent", "--json"))
    found = outlook(bundled, bundled.trend("children_looked_after", "Kent"))
    assert [step["values"] for step in out["steps"]] == [pytest.approx(step.values) for step in found.steps]
    assert "This is no forecast of need." in out["words"][1]
