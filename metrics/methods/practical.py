"""Whether a difference matters, and how many false alarms to expect: what stands beside a test of chance."""

MARGIN_POINTS = 2.0  # for percentages
MARGIN_SHARE = 0.05  # of the benchmark, for everything else


def margin(benchmark: float, is_percentage: bool) -> float:
    """The least difference from a benchmark that counts as one in practice, in the unit of the indicator.

    2 points for a percentage (0 to 100), 5% of the benchmark otherwise: this dashboard's own rule, which an indicator may
    replace. A difference must be larger than the margin, not equal to it.
    """
    return MARGIN_POINTS if is_percentage else MARGIN_SHARE * abs(benchmark)


def false_alarms(m: int, level: float = 0.05) -> float:
    """How many of m independent checks of areas like all others would stand out by chance: m x level.

    Level 0.05 at 95%, 0.002 at 99.8%. ValueError unless m >= 0 and 0 <= level <= 1.
    """
    if m < 0 or not 0 <= level <= 1:
        raise ValueError(
            f"{m} checks at a level of {level} have no expected false alarms: m is 0 or more, the level between 0 and 1."
        )
    return m * level
