"""If nothing changes, as a table and as CSV."""

import csv
import io

from data.manifest import Manifest
from metrics.figures import number, with_unit
from metrics.outlook import Outlook
from metrics.tables import Column, Table

COLUMNS = (
    "indicator", "indicator_title", "area_code", "area_name", "year", "view", "lower_95", "lower_80", "value", "upper_80",
    "upper_95", "past_changes", "known_on", "snapshot", "licence",
)  # fmt: skip


def outlook(result: Outlook) -> Table | None:
    """One row per year ahead: the middle 80% and 95% of past changes, how many they are, and the damped trend if any."""
    if not result.steps or result.last is None:
        return None
    entry, damped = result.trend.indicator, {p.horizon: p for p in result.damped or ()}
    titles = ["8 times out of 10, from", "to", "19 times out of 20, from", "to", "Past changes"]
    titles += ["A trend that fades", "Its 95% limits"] if damped else []
    rows = []
    for step in result.steps:
        outer_low, low, high, outer_high = (with_unit(value, entry) for value in step.values)
        cells = [str(result.last.year + step.horizon), low, high, outer_low, outer_high, number(step.n)]
        point = damped.get(step.horizon)
        if point:
            limits = f"{with_unit(max(0.0, point.lower), entry)} to {with_unit(point.upper, entry)}"
            cells += [with_unit(point.value, entry), limits]
        rows.append(tuple(cells))
    columns = (Column("31 March"), *(Column(title, True) for title in titles))
    return Table(f"{entry.title}: if it moves as other councils did before", columns, tuple(rows))


def download(result: Outlook, manifest: Manifest) -> str:
    """CSV of the fan and the damped trend, a row per year and view, in full precision; only a heading without a fan."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    trend, last = result.trend, result.last
    same = {"indicator": trend.indicator.id, "indicator_title": trend.indicator.title, "area_code": trend.own.area.code}
    same |= {"area_name": trend.own.area.name, "known_on": trend.choice.known_on.text}
    same |= {"snapshot": manifest.id, "licence": manifest.licence}
    year = last.year if last else 0
    for step in result.steps:
        limits = dict(zip(("lower_95", "lower_80", "upper_80", "upper_95"), step.values, strict=True))
        writer.writerow(same | limits | {"year": year + step.horizon, "view": "past changes", "past_changes": step.n})
    for point in result.damped or ():
        figures = {"value": point.value, "lower_95": point.lower, "upper_95": point.upper}
        writer.writerow(same | figures | {"year": year + point.horizon, "view": "damped trend"})
    return stream.getvalue()
