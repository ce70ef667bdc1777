"""Say what deserves a question, strengths first, with the false alarms to expect."""

from metrics.attention import Attention
from metrics.phrases import figure_of
from metrics.results import ScoreRow
from metrics.wording.naming import lower, several
from metrics.wording.tallies import false_alarms


def finding(result: Attention) -> str:
    """How many measures are better and how many worse, of how many that could be tested: the heading."""
    name, counts = result.area.short_name, result.tally
    if not counts.checks:
        return f"No measure of {name} could be put to the test."
    tested = f"{counts.checks} measure{'' if counts.checks == 1 else 's'}"
    better = f"{counts.better or 'none'} {_is(counts.better)} better than the benchmark"
    return f"Of {tested} of {name} put to the test, {better} and {counts.worse or 'none'} {_is(counts.worse)} worse."


def sentence(result: Attention) -> str:
    """What chance alone would do, what turns the wrong way, and how much cannot be told."""
    said = [false_alarms(result.tally.checks, result.expected)] if result.tally.checks else []
    if result.turning:
        titles = [lower(row.indicator.title) for row in result.turning]
        said.append(f"Not called worse, but moving the wrong way over five years: {several(titles)}.")
    if result.tally.unknown:
        said.append(f"{result.tally.unknown} measure{'' if result.tally.unknown == 1 else 's'} cannot be told.")
    return " ".join(said)


def line(row: ScoreRow) -> str:
    """One strength or concern in a few words, its title and figure: 'Teeth checked by a dentist: 91% (200 of 220)'."""
    title = row.indicator.title_of(row.breakdown)
    return f"{title}: {figure_of(row.indicator, row.latest)}" if row.latest else title


def _is(n: int) -> str:
    return "is" if n == 1 else "are"
