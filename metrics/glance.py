"""An authority at a glance: the numbers to know first, strengths before concerns, the headline indicators, and a line for each of
the seven principles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from metrics.ask import Ask
from metrics.attention import Attention, of_card
from metrics.evidence import Evidence, EvidenceMap, evidence_map
from metrics.judged import Level, Tally
from metrics.results import Choice, Scorecard, ScoreRow
from metrics.scores import tally

NUMBERS = ("children_looked_after", "children_started", "children_ceased", "care_leavers_19_to_21")
# A score of those who answered says little without how many did.
COVERED_BY = {"sdq_average_score": "sdq_returned"}


@dataclass(frozen=True)
class Standing:
    """One principle: how its indicators are judged, and what it rests on."""

    principle: str
    tally: Tally
    evidence: Evidence


@dataclass(frozen=True)
class Glance:
    """One authority at a glance. `everything` is the scorecard of all indicators, from which the rest is taken.

    `numbers` are counts of children and care leavers. `strengths` and `concerns` are the figures that are better and worse than
    the benchmark, headline indicators first, then the least likely by chance; `improving` those whose last five years point the
    good way without being better yet. `attention` is the same rule over every indicator, with the false alarms to expect.
    `coverage` leads from the id of an indicator to the row that says how many answered.
    """

    everything: Scorecard
    numbers: tuple[ScoreRow, ...]
    headline: Scorecard
    attention: Attention
    strengths: tuple[ScoreRow, ...]
    concerns: tuple[ScoreRow, ...]
    improving: tuple[ScoreRow, ...]
    standings: tuple[Standing, ...]
    evidence: EvidenceMap
    coverage: dict[str, ScoreRow]

    @property
    def newest_year(self) -> int:
        """The calendar year in which the newest period of all these figures ends; 0 without a figure."""
        return max((row.latest.year for row in self.everything.rows if row.latest), default=0)


def glance(ask: Ask, area: str, choice: Choice | None = None) -> Glance:
    """All of it from one reading of the figures. Raises BadInput for an unknown area or edition."""
    card = ask.everything(area, choice)
    by_id = {row.indicator.id: row for row in card.rows}
    found, known = of_card(card, ask.catalogue), evidence_map(card)
    return Glance(
        everything=card,
        numbers=tuple(by_id[id_] for id_ in NUMBERS if id_ in by_id),
        headline=replace(card, principle="headline", rows=tuple(row for row in card.rows if row.indicator.headline)),
        attention=found,
        strengths=_headlines_first(found.strengths),
        concerns=_headlines_first(found.concerns),
        improving=_headlines_first(row for row in card.rows if _is_improving(row)),
        standings=tuple(Standing(e.principle, _tally(card, e.principle), e) for e in known.principles),
        evidence=known,
        coverage={id_: by_id[other] for id_, other in COVERED_BY.items() if id_ in by_id and other in by_id},
    )


def _is_improving(row: ScoreRow) -> bool:
    return row.verdict.worsening is False and row.verdict.level is not Level.BETTER


def _tally(card: Scorecard, principle: str) -> Tally:
    return tally([row for row in card.rows if row.indicator.principle == principle])


def _headlines_first(rows: Iterable[ScoreRow]) -> tuple[ScoreRow, ...]:
    return tuple(sorted(rows, key=lambda row: not row.indicator.headline))
