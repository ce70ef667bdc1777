"""The house stands: nobody looks up, every library stays at home, every question says its grain."""

import re
from pathlib import Path

import pytest

from metrics.facts import QUERIES
from tests.storeys import HOMES, ROOT, faults, faults_of, files, imports

QUESTIONS = sorted(QUERIES.glob("*.sql"))


def test_no_import_climbs_and_no_library_leaves_its_home() -> None:
    assert faults() == []


def test_every_file_of_the_three_storeys_is_read() -> None:
    read = {path.relative_to(ROOT).as_posix() for path in files()}
    assert {"app.py", "data/publish.py", "data/checks/duplicates.py", "metrics/ask.py", "pages/charts/trend.py"} <= read
    assert {path for path in read if path.startswith("pages/") and path.count("/") == 1} > {"pages/__init__.py"}


def test_every_library_that_is_needed_to_run_has_a_home() -> None:
    required = re.findall(r"^([A-Za-z0-9-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    assert {name.replace("-", "_") for name in required} <= HOMES.keys()


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        ("data/publish.py", "from metrics.catalogue import catalogue", "imports metrics.catalogue.catalogue"),
        ("data/checks/labels.py", "import pages.charts.look", "looks down"),
        ("data/store.py", "def f():\n    from metrics import ask", "data/store.py, line 2, imports metrics.ask"),
        ("metrics/ask.py", "from pages.charts import trend", "looks down"),
        ("metrics/ask.py", "import app", "looks down"),
        ("metrics/methods/tests.py", "from ...pages import charts", "imports pages.charts"),
        ("data/checks/__init__.py", "import importlib\nimportlib.import_module('metrics.ask')", "line 2, imports metrics.ask"),
        ("metrics/words.py", "import streamlit as st", "streamlit stays in app.py and pages/*.py and pages/parts."),
        ("pages/charts/trend.py", "from streamlit import html", "streamlit stays in"),
        ("data/say.py", "if TYPE_CHECKING:\n    import streamlit", "streamlit stays in"),
        ("metrics/facts.py", "import pyarrow.parquet as pq", "pyarrow stays in data."),
        ("pages/parts/show.py", "import duckdb", "duckdb stays in data and metrics."),
        ("pages/1_Trends.py", "from pandas import DataFrame", "pandas stays in metrics."),
        ("data/observe.py", "import pandas", "pandas stays in metrics."),
        ("data/observe.py", "from scipy.stats import norm", "scipy stays in metrics."),
        ("pages/parts/show.py", "import plotly.graph_objects as go", "plotly stays in pages/charts."),
        ("app.py", "import plotly", "plotly stays in pages/charts."),
        ("pages/charts/trend.py", "from pages.parts import show", "pages/charts does not know pages.parts."),
        ("pages/charts/trend.py", "from pages import parts", "pages/charts does not know pages.parts."),
        ("pages/charts/trend.py", "from ..parts.show import view", "pages/charts does not know pages.parts."),
        ("metrics/ask.py", "import polars", "polars has no home"),
        ("metrics/ask.py", "from tests.metrics.worlds import rates", "does not lean on its tests"),
    ],
)
def test_an_offending_file_is_named_with_its_import(path: str, source: str, fault: str) -> None:
    (said,) = faults_of(path, source)
    assert said.startswith(f"{path}, line ")
    assert fault in said


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("app.py", "import streamlit\nfrom pages.parts import frame\nfrom metrics import words\nfrom data import errors"),
        ("pages/2_Statistical_neighbours.py", "import streamlit as st\nfrom metrics.ask import Ask"),
        ("pages/parts/show.py", "import streamlit\nfrom pages.charts.look import palette"),
        ("pages/charts/trend.py", "import plotly\nfrom . import look\nfrom ..charts.look import palette"),
        ("metrics/facts.py", "import duckdb, pandas, scipy.stats\nimport sqlite3\nfrom data.store import Snapshot"),
        ("data/build.py", "import pyarrow, duckdb, tomllib\nfrom . import areas\nfrom data.areas import Areas"),
    ],
)
def test_a_file_that_keeps_to_its_storey_is_left_in_peace(path: str, source: str) -> None:
    assert faults_of(path, source) == []
    assert list(imports(path, source)) != []


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_begins_by_saying_what_one_row_is(path: Path) -> None:
    comment = re.match(r"(?:--[^\n]*\n)+", path.read_text("utf-8"))
    assert comment, f"{path.name} should begin with a comment that states its grain."
    assert re.search(r"\b(one row|no row|same grain)\b", comment.group().lower()), f"{path.name}: what is one row of it?"


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_names_the_columns_that_it_answers_with(path: Path) -> None:
    text = re.sub(r"--[^\n]*", "", path.read_text("utf-8"))
    while (shorter := re.sub(r"\([^()]*\)", " ", text)) != text:
        text = shorter
    assert re.findall(r"\bSELECT\s+(?:DISTINCT\s+)?(?:\w+\.)?\*", text, re.IGNORECASE) == []
