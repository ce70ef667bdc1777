"""A scorecard as people read it: a row per measure with a line of its years, its place among the neighbours and its verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import streamlit as st

from metrics import card_gaps, cited, downloads, gap_tables, groups, score_tables, spine, standing_tables, words
from metrics.evidence import EvidenceMap
from metrics.glance import Glance
from metrics.results import Scorecard, ScoreRow
from metrics.spine import Vertebra
from metrics.wording import principle as principle_words
from pages.charts import dots, spark, squares
from pages.charts import spine as spine_chart
from pages.parts import sections, show
from pages.parts.address import page, trend_of
from pages.parts.marks import coloured
from pages.parts.table import Pictures, table_html
from pages.parts.visit import Visit

YEARS_STAND, PLACE_STANDS = 2, 4  # after the name and the figure; after the change
NEUTRAL = "More figures, neither good nor bad"


def headline(visit: Visit, found: Glance) -> None:
    """The headline indicators as a view: those that only a local return could tell stand among them."""
    card = found.headline
    caption = f"{len(card.rows)} headline measures for {card.area.short_name}, each at its own latest period"
    html = [_table(visit, card, caption, card.rows, found.coverage)] if card.rows else []
    _view(visit, card, words.scorecard_sentence(card), html)


def principle(visit: Visit, card: Scorecard) -> None:
    """One principle: its spine, its judged measures, the gaps to others, what has no figure here, and the rest in a fold."""
    found, judged, neutral = spine.spine(card), score_tables.judged_rows(card), score_tables.neutral_rows(card)
    html = [_table(visit, card, _judged(card, judged), judged)] if judged else []
    if not judged:
        html += [_table(visit, card, title, rows) for title, rows in groups.grouped(neutral)]
    gaps = gap_tables.newest(card_gaps.card_gaps(visit.ask, card))
    html += [table_html(one, cards=True) for one in (gaps, score_tables.elsewhere(card.rows)) if one]
    html += [table_html(one, cards=True) for one in (score_tables.to_collect(card.rows),) if one]
    _view(visit, card, principle_words.sentence(card, found), html, found)
    if judged and neutral:
        label = f"{NEUTRAL} ({len(neutral)})"
        sections.folded(label, f"neutral-{card.principle}", lambda: st.html(_table(visit, card, NEUTRAL, neutral)))


def evidence(visit: Visit, found: EvidenceMap, card: Scorecard) -> None:
    """What each of the seven principles rests on: a square for each measure, and how many of each kind."""
    table, dark = standing_tables.evidence(found), show.is_dark()
    squared = [spark.data_uri(squares.svg(one.states, dark)) for one in found.principles]
    pictures = Pictures("A square for each measure", 1, squared, [principle_words.rests_on(one) for one in found.principles])
    links = [page(visit, "principles", principle=one.principle) for one in found.principles]
    html = [f'<div class="cpd-evidence">{table_html(table, links=links, pictures=[pictures], cards=True)}</div>']
    local = replace(card, rows=tuple(row for row in card.rows if row.indicator.local))  # of the others their own page says it
    _view(visit, card, principle_words.map_sentence(found), html, explained=local)


def _view(
    visit: Visit,
    card: Scorecard,
    sentence: str,
    html: Sequence[str],
    found: Sequence[Vertebra] = (),
    explained: Scorecard | None = None,
) -> None:
    st.html(f"<style>{_css()}</style>")
    show.view(
        "scorecard",
        name=f"{visit.area.code}-scorecard-{card.principle}",
        figure=spine_chart.figure(card, found, dark=show.is_dark()),
        sentence=sentence,
        html=html,
        folded=[coloured(table_html(score_tables.spine(card, found), cards=True), show.is_dark())] if found else [],
        folded_label="The chart in figures: interval, benchmark and neighbours",
        csv=lambda: downloads.scorecard(card, visit.ask.manifest),
        source=cited.scorecard(card, visit.ask.manifest),
        indicators=[row.indicator for row in (explained or card).rows],
    )


def _judged(card: Scorecard, rows: Sequence[ScoreRow]) -> str:
    return f"{len(rows)} measures for {card.area.short_name}, each at its own latest period"


def _table(
    visit: Visit, card: Scorecard, caption: str, rows: Sequence[ScoreRow], coverage: Mapping[str, ScoreRow] | None = None
) -> str:
    dark = show.is_dark()
    years = Pictures("All years", YEARS_STAND, [_spark(row) for row in rows], [score_tables.history(row) for row in rows])
    strips = [dots.svg(row, dark) for row in rows]
    places = Pictures(
        "Among neighbours",
        PLACE_STANDS,
        [spark.data_uri(strip) if strip else "" for strip in strips],
        [score_tables.standing(row) for row in rows],
    )
    table = score_tables.scorecard(caption, rows, coverage, score_tables.newest_year(card.rows))
    links = [trend_of(visit, row.indicator) if row.indicator.measured else "" for row in rows]
    pictures = [column for column in (places, years) if any(column.addresses)]  # an empty column would be a heading of nothing
    html = table_html(table, links=links, pictures=pictures, cards=True)
    return coloured(f'<div class="cpd-scores">{html}</div>', dark)


def _spark(row: ScoreRow) -> str:
    breaks = [one.year for one in row.indicator.breaks_of(row.breakdown)]
    held = any(fact.value is not None for fact in row.history)
    return spark.data_uri(spark.svg(row.history, breaks=breaks)) if held else ""


@cache
def _css() -> str:
    return Path(__file__).with_name("scores.css").read_text(encoding="utf-8")
