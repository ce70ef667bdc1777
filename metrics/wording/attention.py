"""Say what deserves a question, strengths first, with the false alarms to expect."""

from metrics.attention import Attention
from metrics.results import ScoreRow
from metrics.wording.naming import and_, lower
from metrics.wording.verdicts import false_alarms


def finding(result: Attention) -> str:
    """How many measures are better and how many worse, of how many that could be tested: the heading."""
    name, counts = result.area.short_name, result.tally
    if not counts.checks:
        return f"Nothing could be put to the test for {name}."
    better = _count(counts.better, "is", "are") + " better"
    worse = _count(counts.worse, "is", "are") + " worse"
    return f"{name}: of {counts.checks} measures that could be tested, {better} and {worse} than the benchmark."


def sentence(result: Attention) -> str:
    """What chance alone would do, what turns the wrong way, and how much cannot be told."""
    said = [false_alarms(result.tally.checks, result.expected)]
    if result.turning:
        titles = [lower(row.indicator.title) for row in result.turning]
        said.append(f"Not worse yet, but moving the wrong way: {and_(titles)}.")
    if result.tally.unknown:
        said.append(f"{result.tally.unknown} measures cannot be told.")
    return " ".join(said)


def line(row: ScoreRow) -> str:
    """One strength or concern in a few words: its title and figure."""
    return row.indicator.title_of(row.breakdown)


def _count(n: int, one: str, many: str) -> str:
    return f"{n or 'none'} {one if n == 1 else many}"
