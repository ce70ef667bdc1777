"""Which headline verdicts a new snapshot changes: the question an analyst asks before anybody else does."""

from dataclasses import dataclass

from data.areas import Area
from metrics.ask import Ask
from metrics.catalogue import Indicator
from metrics.judged import Level
from metrics.results import Choice, Fact, ScoreRow


@dataclass(frozen=True)
class VerdictChange:
    """One authority's verdict on one headline indicator, before and after; a fact is None where none was held."""

    area: Area
    indicator: Indicator
    before: Level
    after: Level
    fact_before: Fact | None
    fact_after: Fact | None

    @property
    def same_period(self) -> bool:
        """Whether both verdicts are on the same period: then a revision changed it, not a new year."""
        return bool(self.fact_before and self.fact_after and self.fact_before.period == self.fact_after.period)


def verdict_changes(old: Ask, new: Ask, choice: Choice | None = None) -> tuple[VerdictChange, ...]:
    """Every headline verdict that differs between two snapshots, over all authorities of today: revisions of the same period
    first, then by the catalogue's order of indicators, then by area's name."""
    before, after = (ask.everyone(choice, headline=True) for ask in (old, new))
    found = []
    for code, lines in after.items():
        earlier = {row.indicator.id: row for row in before.get(code, ())}
        for row in lines:
            was = earlier.get(row.indicator.id)
            if was is not None and was.verdict.level is not row.verdict.level:
                found.append(_change(new, code, was, row))
    order = {id_: position for position, id_ in enumerate(new.catalogue)}
    return tuple(sorted(found, key=lambda c: (not c.same_period, order[c.indicator.id], c.area.name)))


def _change(ask: Ask, code: str, was: ScoreRow, row: ScoreRow) -> VerdictChange:
    return VerdictChange(ask.areas[code], row.indicator, was.verdict.level, row.verdict.level, was.latest, row.latest)
