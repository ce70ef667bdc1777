"""The way of a figure back to its file as a table to read, and the command that prints the same."""

import shlex

from metrics.cited import published
from metrics.figures import reason
from metrics.phrases import starts_sentence
from metrics.tables import Column, Table
from metrics.trace import Observed, Trace
from metrics.trace_words import plain

ROLES = {"published": "the publisher's own rounding"}
SAME_IN_A_COMMAND = "The same on the command line:"


def made_of(way: Trace) -> Table:
    """One row per published figure that the fact is made of: its row and column in the file, the file and its hash."""
    titles = ("Row and column of the file", "File and release", "SHA-256 of the file")
    columns = (Column("Part"), Column("Figure", True), *(Column(title) for title in titles))
    name = f"{way.indicator.title_of(way.breakdown)}, {way.area.short_name}, {way.period}"
    return Table(f"{name}: what the figure is made of", columns, tuple(_row(one) for one in way.made_of))


def command(way: Trace) -> str:
    """The command that prints the same, for an analyst."""
    words = ["python", "-m", "metrics", "trace", "--indicator", way.indicator.id, "--area", way.area.code, "--period", way.period]
    words += ["--breakdown", way.breakdown] if way.breakdown != way.indicator.breakdowns[0] else []
    words += [] if way.known_on.is_now else ["--known-on", way.known_on.text]
    return shlex.join([*words, "--snapshot", way.snapshot])


def _row(one: Observed) -> tuple[str, ...]:
    figure = plain(one.value) if one.value is not None else reason(one.status)
    words = "".join(f", {name} “{word}”" for name, word in one.words.items())
    key = f"area {one.area_code}, period {one.period}{words}\ncolumn {' or '.join(one.columns)}"
    part = f"{starts_sentence(ROLES.get(one.role, one.role))}\n{one.source_title}"
    if one.file is None:
        return (part, figure, key, "", "")
    where = f"{one.file.file}\n{one.file.release}, published {published(one.file)}"
    return (part, figure, key, where, one.file.sha256)
