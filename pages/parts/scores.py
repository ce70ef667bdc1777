"""A scorecard as people read it: a row per measure with a line of its years, and what is not measured nationally below."""

from urllib.parse import urlencode

from metrics import cited, downloads, score_tables, words
from metrics.results import Scorecard, ScoreRow
from pages.charts import scorecard as scorecard_chart
from pages.charts import spark
from pages.parts import show
from pages.parts.table import Pictures, table_html
from pages.parts.visit import Visit

TREND_PAGE = "trends"
WHERE_THE_YEARS_STAND = 3  # after the name, the figure and its counts


def view(visit: Visit, card: Scorecard, *, chart: bool = False) -> None:
    """The card as a view: its chart if wanted, its sentence, its table, what a council would need to collect, its source."""
    measured = score_tables.measured_rows(card)
    show.view(
        "scorecard",
        name=f"{visit.area.code}-scorecard-{card.principle}",
        figure=scorecard_chart.figure(card, dark=show.is_dark()) if chart and measured else None,
        sentence=words.scorecard_sentence(card),
        html=[*([_table(visit, card)] if measured else []), *_to_collect(card)],
        csv=lambda: downloads.scorecard(card, visit.ask.manifest),
        source=cited.scorecard(card, visit.ask.manifest),
        indicators=[row.indicator for row in card.rows],
    )


def _table(visit: Visit, card: Scorecard) -> str:
    rows = score_tables.measured_rows(card)
    sparks, texts = [_spark(row) for row in rows], [score_tables.history(row) for row in rows]
    years = Pictures("All years", WHERE_THE_YEARS_STAND, sparks, texts)
    return table_html(score_tables.scorecard(card), links=[_link(visit, row) for row in rows], pictures=years, cards=True)


def _spark(row: ScoreRow) -> str:
    return spark.data_uri(spark.svg(row.history)) if row.history else ""


def _link(visit: Visit, row: ScoreRow) -> str:
    """The measure over the years, for the same visit."""
    own = {k: v for k, v in visit.link.items() if k not in ("indicator", "breakdown", "period")}
    return f"{TREND_PAGE}?{urlencode(own | {'indicator': row.indicator.id})}"


def _to_collect(card: Scorecard) -> list[str]:
    found = score_tables.to_collect(card)
    return [table_html(found, cards=True)] if found else []
