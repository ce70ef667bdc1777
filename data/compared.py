"""What two snapshots differ in: the records that a comparison hands on."""

from dataclasses import dataclass

KINDS = ("revised", "removed", "added")


@dataclass(frozen=True)
class Difference:
    """One observation as now (the newest release of it) that the two snapshots do not hold alike. A side that does not hold it
    has neither value nor status; a value of None beside a status is a hidden figure."""

    source: str
    area_code: str
    period: str
    breakdown: str
    measure: str
    kind: str
    old_value: float | None
    old_status: str | None
    new_value: float | None
    new_status: str | None


@dataclass(frozen=True)
class AreaChange:
    """One source in one area, counted in observations as now.

    `restated` were held before and stand again in a newer release, whether revised or not; `revised` of them differ in value or
    status, `large` of those by more than 5 and more than a quarter. `left_out` stood in the newest release held and do
    not stand in a newer one, though it states the same label of the same period again for other areas.
    """

    source: str
    area_code: str
    before: int
    now: int
    added: int
    removed: int
    revised: int
    restated: int
    left_out: int
    large: int


@dataclass(frozen=True)
class SourceChange:
    """One source, counted over its areas as in AreaChange, with the areas and the periods that each snapshot covers."""

    source: str
    before: int
    now: int
    areas_before: int
    areas_now: int
    periods_before: tuple[str, ...]
    periods_now: tuple[str, ...]
    areas: tuple[AreaChange, ...]

    @property
    def added(self) -> int:
        """Observations that only the newer snapshot holds."""
        return sum(a.added for a in self.areas)

    @property
    def removed(self) -> int:
        """Observations that only the older snapshot holds."""
        return sum(a.removed for a in self.areas)

    @property
    def revised(self) -> int:
        """Observations of another value or status than before."""
        return sum(a.revised for a in self.areas)

    @property
    def restated(self) -> int:
        """Observations held before that stand again in a newer release."""
        return sum(a.restated for a in self.areas)

    @property
    def large(self) -> int:
        """Revisions by more than 5 and more than a quarter."""
        return sum(a.large for a in self.areas)
