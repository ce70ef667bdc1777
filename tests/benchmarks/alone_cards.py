"""Every indicator of one authority, or of all, with pandas alone: latest figure, neighbours' median, verdict on the level.

Written as one would without a table of facts: each indicator filters its table, takes the newest release, joins and divides. It
does less than the dashboard, which also tests the direction over five years, the target and the history.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from math import sqrt
from pathlib import Path

import numpy as np
import pandas as pd

from data.manifest import Manifest
from metrics.catalogue import Catalogue, Indicator
from metrics.entry import Part
from metrics.rows import END
from tests.benchmarks.alone import Alone

Z = 1.959964
CELL = ["area_code", "year"]
FIGURES = ("numerator", "denominator", "value", "published")
COLUMNS = ["indicator", "area_code", "year", "value", "benchmark", "n", "level"]


class AloneCards:
    """A snapshot's folder, read with pandas, and the catalogue that says what is asked."""

    def __init__(self, folder: Path, catalogue: Catalogue, manifest: Manifest, areas: Sequence[str]) -> None:
        self._alone = Alone(folder)
        self._entries = [e for e in catalogue.values() if e.measured and not e.reference]
        self._titles = {f.release: f.title for f in manifest.source_files}
        self._newest = {f.title: f.release for f in sorted(manifest.source_files, key=lambda f: f.published_on)}
        self._days = {f.release: f.published_on for f in manifest.source_files}
        self._authorities = list(areas)

    def cards(self, areas: Sequence[str]) -> pd.DataFrame:
        """One row per indicator and authority, at the latest period that has a row for it: COLUMNS."""
        found = []
        for entry in self._entries:
            facts = self._facts(entry)
            spread = self._spreads(entry, facts)
            by_area = dict(list(facts.groupby("area_code", observed=True)))
            by_year = {year: rows.set_index("area_code") for year, rows in facts.groupby("year")}
            for area in areas:
                if area in by_area:
                    own = by_area[area].loc[by_area[area]["year"].idxmax()]
                    found.append(self._line(entry, own, by_year[own["year"]], spread))
        return pd.DataFrame(found, columns=COLUMNS)

    @cached_property
    def _neighbours(self) -> dict[str, list[str]]:
        lists = self._alone.lists[self._alone.lists["edition"] == "2025"].sort_values("position")
        return {area: list(rows["neighbour_code"]) for area, rows in lists.groupby("area_code")}

    def _facts(self, entry: Indicator) -> pd.DataFrame:
        one = entry.slices[0]
        lead = self._part(one.numerator or one.value)
        wide = lead.rename(columns={"sum": "lead"})
        for name, part in (("denominator", one.denominator), ("published", one.published)):
            if part:
                wide = wide.merge(self._part(part)[[*CELL, "sum"]].rename(columns={"sum": name}), on=CELL, how="left")
            else:
                wide[name] = np.nan
        share = wide["lead"] * entry.per / wide["denominator"].where(wide["denominator"] > 0)
        wide["value"] = share if one.denominator and not one.value else wide["lead"].where(wide["denominator"] != 0)
        off = (wide["value"] - wide["published"]).abs() > 0.5 / 10**one.published_decimals + 1e-9
        wide["value"] = wide["value"].where(~off, wide["published"])
        wide["numerator"] = wide["lead"] if one.numerator else np.nan
        return wide

    def _part(self, part: Part | None) -> pd.DataFrame:
        """The newest published figure of each area and year; a sum is unknown if one of its parts is."""
        assert part
        table = self._alone.observations.get(part.source)
        if table is None:
            return pd.DataFrame(columns=[*CELL, "sum", "release"])
        texts, measures = ([pair[i] for pair in part.terms] for i in (0, 1))
        held = table[table["breakdown"].isin(texts) & table["measure"].isin(measures)]
        newest = held.sort_values("published_on").drop_duplicates(["area_code", "period", "breakdown", "measure"], keep="last")
        ends = newest["period"].str[:4].astype(int) + (newest["period"].str.len() > 4).astype(int) + part.years_before
        summed = newest.assign(year=ends).groupby(CELL, observed=True)
        found = summed.agg(sum=("value", "sum"), known=("value", "count"), release=("release", "last"))
        found["sum"] = found["sum"].where(found["known"] == len(part.terms))
        return found.reset_index()

    def _spreads(self, entry: Indicator, facts: pd.DataFrame) -> dict[int, float]:
        """The variance between authorities in each year: Spiegelhalter's additive adjustment, winsorised at a tenth."""
        found = {}
        counted = facts[facts["area_code"].isin(self._authorities) & (facts["denominator"] > 0) & facts["numerator"].notna()]
        for year, rows in counted.groupby("year") if entry.interval == "proportion" else ():
            shares, n = rows["numerator"] / rows["denominator"], rows["denominator"]
            centre = rows["numerator"].sum() / n.sum()
            if len(rows) >= 30 and 0 < centre < 1:
                weights = n / (centre * (1 - centre))
                z = (shares - centre) * weights**0.5
                phi = (z.clip(z.quantile(0.1), z.quantile(0.9)) ** 2).mean()
                between = (len(rows) * phi - (len(rows) - 1)) / (weights.sum() - (weights**2).sum() / weights.sum())
                found[int(year)] = max(0.0, between)
        return found

    def _line(self, entry: Indicator, own: pd.Series, at: pd.DataFrame, spread: dict[int, float]) -> tuple[object, ...]:
        among = at["value"].reindex(self._neighbours.get(own["area_code"], [])).dropna()
        middle = among.median() if len(among) else np.nan
        level = self._level(entry, own, middle, len(among), spread.get(int(own["year"]), 0.0))
        return entry.id, own["area_code"], int(own["year"]), own["value"], middle, len(among), level

    def _level(self, entry: Indicator, own: pd.Series, middle: float, n: int, between: float) -> str:
        x, of, value = own["numerator"], own["denominator"], own["value"]
        base = x if entry.interval == "rate" else of
        broke = any(b.year == own["year"] for b in entry.breaks_of(entry.breakdowns[0]))
        known = not np.isnan(value) and entry.interval != "none" and not np.isnan(x)
        if not known or base < 20 or broke or n < 7 or not self._fresh(entry, own):
            return "cannot tell"
        low, high = _wilson(x, of, entry.per) if entry.interval == "proportion" else _byar(x, of, entry.per)
        expected = middle / entry.per
        error = sqrt(expected * (1 - expected) / of + between) if entry.interval == "proportion" else 0.0
        usual = error > 0 and abs(x / of - expected) / error <= Z
        margin = entry.margin if entry.margin is not None else 2.0 if entry.unit == "%" else 0.05 * middle
        if low <= middle <= high or usual or abs(value - middle) <= margin:
            return "similar"
        if entry.better == "neither":
            return "higher" if value > middle else "lower"
        return "better" if (value > middle) == (entry.better == "higher") else "worse"

    def _fresh(self, entry: Indicator, own: pd.Series) -> bool:
        release, (month, day) = own["release"], END[entry.slices[0].period_kind]
        ended, out = date(int(own["year"]), month, day), self._days[release]
        return self._newest[self._titles[release]] == release and (out - ended).days <= 548


def _wilson(x: float, n: float, per: float) -> tuple[float, float]:
    reach, z2 = Z * sqrt(Z * Z + 4 * x * (1 - x / n)), Z * Z
    return (2 * x + z2 - reach) / (2 * (n + z2)) * per, (2 * x + z2 + reach) / (2 * (n + z2)) * per


def _byar(x: float, n: float, per: float) -> tuple[float, float]:
    low = x * (1 - 1 / (9 * x) - Z / (3 * sqrt(x))) ** 3
    high = (x + 1) * (1 - 1 / (9 * (x + 1)) + Z / (3 * sqrt(x + 1))) ** 3
    return low / n * per, high / n * per
