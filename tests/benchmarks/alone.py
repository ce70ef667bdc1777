"""The same questions with pandas alone, as one would write them without a catalogue, SQL or a table of facts.

The observations of a table are read once and kept; each question filters, takes the newest release, joins and divides.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

COUNT, POPULATION, ON_31_MARCH = "children_count", "population_estimate", "on 31 March"
CELL = ["area_code", "period", "breakdown", "measure"]


@dataclass(frozen=True)
class Alone:
    """A snapshot's folder, read with pandas."""

    folder: Path

    @cached_property
    def observations(self) -> dict[str, pd.DataFrame]:
        """Each table's observations."""
        return {path.stem: pd.read_parquet(path) for path in sorted((self.folder / "observations").glob("*.parquet"))}

    @cached_property
    def lists(self) -> pd.DataFrame:
        """The editions of the neighbours."""
        return pd.read_parquet(self.folder / "neighbours.parquet")

    def neighbours(self, area: str, edition: str = "2025") -> list[str]:
        """The codes of an authority's neighbours, nearest first."""
        mine = self.lists[(self.lists["area_code"] == area) & (self.lists["edition"] == edition)]
        return list(mine.sort_values("position")["neighbour_code"])

    def rates(self, areas: list[str]) -> pd.DataFrame:
        """Children looked after per 10,000, as known now: one row per area and period."""
        table = self.observations["cla_number_and_rate"]
        held = table[table["area_code"].isin(areas) & (table["breakdown"] == ON_31_MARCH)]
        newest = held.sort_values("published_on").drop_duplicates(CELL, keep="last")
        wide = newest.pivot(index=["area_code", "period"], columns="measure", values="value").reset_index()
        wide["rate"] = wide[COUNT] * 10_000 / wide[POPULATION]
        return wide.sort_values(["area_code", "period"])

    def trend(self, area: str, region: str, country: str) -> pd.DataFrame:
        """The rates of an authority, its neighbours, its region and the country."""
        return self.rates([area, *self.neighbours(area), region, country])

    def summed_up(self, area: str, period: str) -> tuple[float, float, float, int]:
        """Mean, median and pooled rate of the neighbours in one period, and how many have one."""
        rates = self.rates(self.neighbours(area))
        held = rates[(rates["period"] == period) & rates["rate"].notna()]
        pooled = held[COUNT].sum() / held[POPULATION].sum() * 10_000
        return held["rate"].mean(), held["rate"].median(), pooled, len(held)

    def all_of(self, area: str) -> pd.DataFrame:
        """Every figure of an authority in every table, as known now: one row per period, breakdown and measure."""
        mine = [table[table["area_code"] == area] for table in self.observations.values()]
        held = pd.concat(mine, ignore_index=True)
        return held.sort_values("published_on").drop_duplicates(["source", *CELL], keep="last")
