"""Every label that a period has is there for every area of that period: a file cut off between rows shows here."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome

STAGE = 2


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each period and label that some areas of the period lack."""
    areas_of_period: dict[str, set[str]] = {}
    areas_of_label: dict[tuple[str, str], set[str]] = {}
    for code, period, label in zip(bound.area_codes(), bound.standard["time_period"], bound.breakdowns(), strict=True):
        areas_of_period.setdefault(period, set()).add(code)
        areas_of_label.setdefault((period, label), set()).add(code)
    for (period, label), codes in areas_of_label.items():
        missing = sorted(areas_of_period[period] - codes)
        if missing:
            yield Finding(
                "complete",
                Outcome.FAIL,
                f'period {period}, "{label}": no row for {len(missing)} of {len(areas_of_period[period])} areas'
                f" ({', '.join(missing[:3])}{' ...' if len(missing) > 3 else ''}).",
                bound.release.file,
                "The file is cut off or rows were removed; download it again.",
            )
    if "National" not in bound.standard["geographic_level"]:
        yield Finding("complete", Outcome.WARNING, "there is no row for England.", bound.release.file)
