"""What the columns of remarks say of a file: kept as a note in the manifest, since they do not divide what is counted."""

from collections.abc import Iterator

from data.binding import Bound
from data.findings import Finding, Outcome
from data.periods import plain

_MOST = 3  # a longer list of labels is in the source's TOML, against which it was held


def remarks(bound: Bound) -> Iterator[Finding]:
    """One note for each column of remarks: 'version: Revised in 2024/25; Final in 2022/23, 2023/24.'"""
    for remark in bound.source.remarks:
        periods: dict[str, set[str]] = {}
        for label, period in set(zip(bound.labels[remark.name], bound.standard["time_period"], strict=True)):
            periods.setdefault(remark.words[label], set()).add(plain(period))
        column = bound.column_names[remark.name]
        yield Finding("remarks", Outcome.NOTE, f"{column}: {_said(periods)}.", bound.release.file)


def _said(periods: dict[str, set[str]]) -> str:
    if len(periods) == 1:
        return f'"{next(iter(periods))}" in every row'
    if len(periods) > _MOST:
        return f"{len(periods)} different words, all of them described"
    return "; ".join(f'"{word}" in {", ".join(sorted(some))}' for word, some in sorted(periods.items(), reverse=True))
