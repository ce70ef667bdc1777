"""The tables of revisions and of published files."""

from tests.pages.figures.names import by_file, by_period, by_role, by_table, by_vintage
from tests.pages.figures.phrases import CHANGED, figure
from tests.pages.figures.rule import Column, Rule

FILES = (
    Rule("Part", "what the figure is made of", by_role, (Column("Figure", (("#", "made_of.value"),)),)),
    Rule(
        "Period",
        "in the oldest release held and as known now",
        by_period,
        (
            Column("Figure then", figure("every_year.then.")),
            Column("Figure now", figure("every_year.now.")),
            Column("What changed", CHANGED, drop=("indicator", "breakdown")),
        ),
    ),
    Rule(
        "Published",
        "every vintage held",
        by_vintage,
        (
            Column("Numerator", (("#", "revisions.fact.numerator"),)),
            Column("Denominator", (("#", "revisions.fact.denominator"),)),
            Column("Figure", figure("revisions.fact.")),
            Column("What changed", CHANGED),
        ),
    ),
    Rule(
        "Published table",
        "The newest release",
        by_table,
        (Column("Releases held", (("#", "releases_held.{name}"),), drop=("name",)),),
    ),
    Rule("Published table", "Every published file", by_file, (Column("Rows", (("#", "files.rows"),)),)),
)
