"""Every table of the pages. The first rule that fits a table is its own; what has no rule is a fault."""

from tests.pages.figures.cards import CARDS
from tests.pages.figures.councils import COUNCILS
from tests.pages.figures.files import FILES
from tests.pages.figures.names import by_period
from tests.pages.figures.phrases import HELD, counted
from tests.pages.figures.rule import Column, Rule
from tests.pages.figures.years import YEARS

TREND = (
    Rule(
        ".*",
        "^.+: .+$",
        by_period,
        (
            Column("n of N|n", counted("own.facts."), own=True),
            Column("(?:Median|Mean|Pooled) of neighbours", (("#%?", "benchmark.value"),)),
            Column("Neighbours with a figure", HELD),
            Column("(?P<area>.*)", (("#%?", "own.facts.value|region.facts.value|england.facts.value"),)),
        ),
    ),
)
RULES = (*CARDS, *COUNCILS, *YEARS, *FILES, *TREND)
# Their cells say what is published, defined or named, and hold no figure of a council.
WITHOUT_FIGURES = (
    "Not measured nationally", "Published elsewhere", "What the marks mean", "Editions of the statistical neighbours",
    r"All \d+ measures of the catalogue", "What the checks said",
)  # fmt: skip
# Columns of names: where a figure stands in a file, and under which label.
NAMES_ONLY = (
    "Row and column of the file", "File and release", "SHA-256", "SHA-256 of the file", "Release", "Newest release",
    "Latest period", "Published", "Oldest release held", "Compared with", "Closeness", "Status", "Region", "Neighbour", "Where",
    "Shown",
)  # fmt: skip
