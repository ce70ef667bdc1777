"""The tables that have a row or a column for each year, and those of a change between two."""

from tests.pages.figures.names import by_group, by_name, by_period, by_year
from tests.pages.figures.phrases import HELD, PERIOD, all_years, counted, figure
from tests.pages.figures.rule import Column, Rule

YEARS = (
    Rule(
        "Group",
        "how many, year by year",
        by_group,
        (Column(PERIOD, (("#", "settings.history.numerator"),)),),
    ),
    Rule(
        "Group",
        "",
        by_group,
        (
            Column("Share|Figure", figure("settings.latest.")),
            Column("n of N", counted("settings.latest.")),
            Column("All years", all_years("settings.history.value")),
            Column("Neighbours with a figure", HELD),
            Column("Change in a year", (("# more", "moved.moved"), ("# fewer", "-moved.moved"))),
            Column(".*", (("#%?", "settings.benchmark.value"),)),
        ),
    ),
    Rule("Step", "Children in care", by_name, (
        Column("Children", (("#", "steps.amount"),)),
        Column("Of them.*", (("#", "steps.part"),)),
    )),  # fmt: skip
    Rule("Part", "The same change set against", by_name, (Column("Children", (("#", "parts.amount"),)),)),
    Rule(
        "Year(?: to 31 March)?",
        "Children who came into care and who left",
        by_year,
        (
            Column("At its start", (("#", "years.start.value"),), drop=("period",), around=("period",)),
            Column("Came into care", (("#", "years.started.value"),)),
            Column("Left care", (("#", "years.ceased.value"),)),
            Column("Left over", (("#", "years.flow.residual"),)),
            Column("At its end", (("#", "years.end.value"),)),
            Column("Change", (("#", "changes.{period}"),), drop=("period",)),
        ),
    ),
    Rule(
        "Period",
        "each as 100 in",
        by_year,
        (
            Column("Neighbours with a figure", (("# of #", "years.n", "years.of"),)),
            Column("England, index", (("#", "years.england"),)),
            Column("England", (("#%?", "years.england_figure"),)),
            Column("(?:Median|Mean|Pooled) of neighbours, index", (("#", "years.benchmark"),)),
            Column("(?:Median|Mean|Pooled) of neighbours", (("#%?", "years.benchmark_figure"),)),
            Column(".*, index", (("#", "years.own"),)),
            Column(".*", (("#%?", "years.own_figure"),)),
        ),
    ),
    Rule(
        "Period",
        "what chance alone could make of the figure",
        by_period,
        (
            Column("Figure", figure("own.facts."), own=True),
            Column("95% interval, from", (("#%?", "intervals.interval.lower"),)),
            Column("to", (("#%?", "intervals.interval.upper"),)),
        ),
    ),
    Rule(
        "31 March",
        "if it moves as other councils did before",
        by_year,
        (
            Column("8 times out of 10, from", (("#", "ahead.lower_80"),)),
            Column("19 times out of 20, from", (("#", "ahead.lower_95"),)),
            Column("to", (("#", "ahead.upper_80|ahead.upper_95"),)),
            Column("Past changes", (("#", "ahead.past_changes"),)),
            Column("A trend that fades", (("#", "ahead.fades_to"),)),
            Column("Its 95% limits", (("# to #", "ahead.fades_lower", "ahead.fades_upper"),)),
        ),
    ),
)
