"""Every label is one that the source's description knows, in one spelling or another."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.errors import brief, nearest
from data.findings import Finding, Outcome


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each unknown label, at its first row."""
    for dimension in (*bound.source.dimensions, *bound.source.remarks):
        column = bound.labels[dimension.name]
        for label in sorted(set(column) - set(dimension.words)):
            yield Finding(
                "labels",
                Outcome.FAIL,
                f'the label "{brief(label)}" is not described.{nearest(label, list(dimension.words), "known label")}',
                bound.where(column.index(label), dimension.name),
                f"Add it, or its spelling, to {bound.source.id}.toml under dimensions.{dimension.name}.",
            )
