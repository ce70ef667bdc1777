"""The tables that have a row for each council, or for each thing to compare with."""

from tests.pages.figures.names import by_area, by_nothing
from tests.pages.figures.phrases import PERIOD, PLACE, counted, figure
from tests.pages.figures.rule import Column, Rule

COUNCILS = (
    Rule(
        "Council",
        "statistical neighbours, nearest first",
        by_area,
        (
            Column("Figure", (("#%?", "neighbours.value|^value"),)),
            Column("n of N|n", (("# of #", "neighbours.numerator|^numerator", "neighbours.denominator|^denominator"),
                                ("#", "neighbours.denominator|^denominator"))),
        ),
    ),  # fmt: skip
    Rule(
        "Council",
        "councils of your own choice",
        by_area,
        (
            Column("Figure", figure("chosen.")),
            Column("n of N|n", counted("chosen.")),
            Column("95% interval", (("#%? to #%?", "intervals.lower", "intervals.upper"),)),
        ),
        headings="Figure",
    ),
    Rule(
        "Council",
        "councils of your own choice",
        by_area,
        (Column(PERIOD, figure("chosen.facts.")),),
    ),
    Rule(
        "Council",
        "what chance alone could make of each figure",
        by_area,
        (
            Column("Figure", (("#%?", "intervals.value"),)),
            Column("95% interval", (("#%? to #%?", "intervals.lower", "intervals.upper"),)),
        ),
    ),
    Rule(
        "Council",
        "in each edition, nearest first",
        by_area,
        (Column(r"(?P<edition>\d{4}) edition", (("^#,", "editions.position"),)),),
    ),
    Rule(
        "Council",
        "the councils of|outside the solid",
        by_area,
        (
            Column("Figure", (("#%?", "authorities.row.latest.value|guests.row.latest.value"),)),
            Column("n of N|n", (
                ("# of #", "authorities.row.latest.numerator|guests.row.latest.numerator",
                 "authorities.row.latest.denominator|guests.row.latest.denominator"),
                ("#", "authorities.row.latest.denominator|guests.row.latest.denominator"),
            )),
            Column("Beside England", (*PLACE, (r"(?:England|it) \(?#%?\)?", "benchmark.value"))),
        ),
    ),  # fmt: skip
    Rule(
        "Neighbour",
        "each statistical neighbour",
        by_area,
        (Column(PERIOD, figure("neighbours.facts.")),),
    ),
    Rule(
        "Benchmark",
        "what to compare with",
        by_nothing,
        (
            Column("Figure", (("#%?", "^median"),), rows="Median"),
            Column("Figure", (("#%?", "^mean"),), rows="Mean"),
            Column("Figure", (("#%?", "^pooled"),), rows="Pooled"),
            Column("n of N", (("# of #", "^n", "^of"),), rows="Median|Mean|Pooled"),
            Column("Figure", figure("^england."), rows="England"),
            Column("n of N", counted("^england."), rows="England"),
            Column("Figure", figure("^region.")),
            Column("n of N", counted("^region.")),
        ),
    ),
    Rule(
        "Among these councils",
        "how the councils are spread",
        by_nothing,
        (
            Column("Figure", (("#%?", "^quartiles.q1"),), rows="Lower"),
            Column("Figure", (("#%?", "^median"),), rows="Median"),
            Column("Figure", (("#%?", "^quartiles.q3"),), rows="Upper"),
            Column("n of N", (("# of #", "^n", "^of"),), rows="Lower|Median|Upper"),
            Column("Figure", figure("^england."), rows="England"),
            Column("n of N", counted("^england."), rows="England"),
            Column("Figure", figure("^region.")),
            Column("n of N", counted("^region.")),
        ),
    ),
)
