"""The phrases in which several tables say their figures, with the fields behind them."""

from tests.pages.figures.rule import Phrase

PERIOD = r"(?P<period>\d{4}(?:/\d{2})?)"


def counted(root: str) -> tuple[Phrase, ...]:
    """'88 of 121', '765 for 56.4' of an average, and '344' where only one of the two is counted."""
    both = ("# (?:of|for) #", f"{root}numerator", f"{root}denominator")
    return (both, ("#", f"{root}numerator|{root}denominator"))


def figure(root: str) -> tuple[Phrase, ...]:
    """'62.6', '73%'."""
    return (("#%?", f"{root}value"),)


def all_years(field: str) -> tuple[Phrase, ...]:
    """'2023: 71%, 2024: [c], 2025: 73%'."""
    return (("@: #%?", field), (r"@: \[[\w ]+\]",))


HELD = (("# of #", "benchmark.n", "benchmark.of"),)
CHANGED: tuple[Phrase, ...] = (
    ("out of # instead of #", "out_of", "out_of_before"),
    ("# percentage points? higher", "higher_by"),
    ("# percentage points? lower", "-higher_by"),
    ("# higher", "higher_by"),
    ("# lower", "-higher_by"),
    ("# more", "people"),
    ("# fewer", "-people"),
)
PLACE: tuple[Phrase, ...] = (
    ("higher than # of # neighbours", "benchmark.lower", "benchmark.n"),
    ("lower than # of # neighbours", "benchmark.higher", "benchmark.n"),
    ("the same as all # neighbours", "benchmark.n"),
    ("the same as #", "benchmark.same"),
    (r"\(# of # had a figure\)", "benchmark.n", "benchmark.of"),
    ("(?:median|mean) #%?", "benchmark.value"),
    ("pooled #%?", "benchmark.value"),
    (r"(?:England|the region) \(#%?\)", "benchmark.value"),
    ("neighbours from #%? to #%?", "min rows.neighbours.*", "max rows.neighbours.*"),
    ("# of # neighbours ha(?:s|ve) a figure", "benchmark.n", "benchmark.of"),
    (r"rests on # [\w ]+", "latest.denominator|latest.numerator"),
    ("the target of #%?", "targets.target"),
    (r": # [\w ]+ (?:short of|above) it", "targets.people"),
)
LATEST: tuple[Phrase, ...] = (("^#%?(?= |$)", "latest.value"), *counted("latest."))
MOVED: tuple[Phrase, ...] = (
    ("# more than", "moves.people"),
    ("# fewer than", "-moves.people"),
    (r"Up from #%? \(# (?:of|for) #\)", "before.value", "before.numerator", "before.denominator", ">moves.value"),
    (r"Down from #%? \(# (?:of|for) #\)", "before.value", "before.numerator", "before.denominator", "<moves.value"),
    ("Up from #%?", "before.value", ">moves.value"),
    ("Down from #%?", "before.value", "<moves.value"),
    (r"#%? \(# (?:of|for) #\)", "before.value", "before.numerator", "before.denominator"),
    ("a year before, #%?", "before.value"),
)
