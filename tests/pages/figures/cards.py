"""The tables of the opening page and of the principles."""

from tests.pages.figures.names import by_indicator, by_indicator_and_period, by_principle
from tests.pages.figures.phrases import LATEST, MOVED, PLACE, all_years, counted, figure
from tests.pages.figures.rule import Column, Rule

COUNTS = ("value", "numerator", "denominator")
COVERED = ((r"#%? \(# of #\) came back", *(f"coverage.{{indicator}}.latest.{name}" for name in COUNTS)),)
CARDS = (
    Rule(
        r"Principle",
        "The seven principles",
        by_principle,
        tuple(
            Column(heading, (("#", f"standings.tally.{name}"),))
            for heading, name in (
                ("Better", "better"), ("Similar", "similar"), ("Worse", "worse"), ("Cannot tell", "unknown"),
                ("Neither good nor bad", "neutral"),
            )
        ),
    ),
    Rule(
        "Principle",
        "What the seven principles rest on",
        by_principle,
        tuple(
            Column(heading, (("#", f"rests_on.{name}"),))
            for heading, name in (
                ("With a figure", "figure"), ("No figure to show here", "hidden"), ("Published elsewhere", "elsewhere"),
                ("Not measured nationally", "local"), ("Measures", "measures"),
            )
        )
        + (
            Column(
                "A square for each measure",
                (
                    ("# measures?", "rests_on.measures"),
                    ("# (?:has|have) a figure", "rests_on.figure"),
                    ("# (?:is|are) published with nothing", "rests_on.hidden"),
                    ("# (?:is|are) published elsewhere", "rests_on.elsewhere"),
                    ("# (?:is|are) not measured", "rests_on.local"),
                ),
            ),
        ),
    ),
    Rule(
        "Measure, and when",
        "The gap to other children",
        by_indicator_and_period,
        (
            Column("Children looked after", (("^#%?", "gap.own"), *counted("years.own."))),
            Column(
                "The others", (("^#%?", "gap.everyone"), *counted("years.other.")), around=("indicator",), drop=("indicator",)
            ),
            Column("Points apart", (("# higher", "gap.gap"), ("# lower", "-gap.gap"), ("#", "±gap.gap"))),
            Column(
                "Since the year before",
                (
                    ("# points? wider", "moved.widened"),
                    ("# points? narrower", "-moved.widened"),
                    ("Children looked after went up by #", "moved.own"),
                    ("Children looked after went down by #", "-moved.own"),
                    ("went up by #", "moved.everyone"),
                    ("went down by #", "-moved.everyone"),
                ),
                drop=("period",),
            ),
        ),
    ),
    Rule(
        "Measure, and when",
        "",
        by_indicator,
        (
            Column("Measure, and when", COVERED, drop=("indicator", "breakdown")),
            Column("Latest", LATEST),
            Column("All years", all_years("history.value")),
            Column("Change", MOVED),
            Column("Among neighbours", PLACE),
            Column("Verdict", PLACE),
        ),
        headings="Latest",
    ),
    Rule(
        "Measure",
        "the measures of the chart in figures",
        by_indicator,
        (
            Column("Figure", figure("row.latest.")),
            Column("95% interval", (("#%? to #%?", "row.verdict.interval.lower", "row.verdict.interval.upper"),)),
            Column("Benchmark", figure("row.benchmark.")),
            Column("(?:Worst|Best) of the neighbours", (("#%?", "spine.lowest|spine.highest"),)),
        ),
    ),
)
