"""The views of why the number changed: the sum, the flows of all years, the parts beside a base year, and what else is behind."""

from metrics import change_cited, change_downloads, change_tables, waterfall
from metrics.change import UNACCOMPANIED, Change
from metrics.movements import Movements
from metrics.wording import base_year
from metrics.wording import explained as explained_words
from metrics.wording import movements as said
from pages.charts import movements as movements_chart
from pages.charts import waterfall as chart
from pages.parts import frame, gap_and_cost, sections, show
from pages.parts.visit import Visit

GAP = "If our rate equalled that of others: the gap in children, and what it is worth"


def views(visit: Visit, result: Change, flows: Movements) -> None:
    """All of them, in the order in which they are read."""
    _sum(visit, result, flows)
    over_the_years(visit, flows)
    _set_against(visit, result, flows)
    frame.subheading(said.BEHIND)
    frame.notes(said.behind(result))
    sections.folded(GAP, "gap-and-cost", lambda: gap_and_cost.view(visit))


def _sum(visit: Visit, result: Change, flows: Movements) -> None:
    manifest, steps = visit.ask.manifest, waterfall.of_flows(result)
    show.view(
        "waterfall",
        name=f"{visit.area.code}-why-did-it-change",
        figure=chart.figure(steps, dark=show.is_dark()),
        sentence=said.sum_sentence(result),
        html=show.tables(change_tables.steps(result, steps)),
        csv=lambda: change_downloads.change(result, flows, manifest),
        source=change_cited.change(result, visit.ask.catalogue, manifest),
        indicators=[flows.stock, flows.came, flows.left, visit.ask.catalogue[UNACCOMPANIED]],
        called=said.called(result),
    )


def over_the_years(visit: Visit, flows: Movements) -> None:
    """Who came into care and who left, all years."""
    manifest = visit.ask.manifest
    frame.subheading(said.finding(flows))
    show.view(
        "movements",
        name=f"{visit.area.code}-came-and-left",
        figure=movements_chart.figure(flows, dark=show.is_dark()),
        sentence=said.sentence(flows),
        html=show.tables(change_tables.years(flows)),
        csv=lambda: change_downloads.movements(flows, manifest),
        source=change_cited.movements(flows, manifest),
        indicators=[flows.came, flows.left],
        called=said.called_years(flows),
    )


def _set_against(visit: Visit, result: Change, flows: Movements) -> None:
    """Nothing for a change of one year without a base year of the reader's own."""
    parts = waterfall.of_decomposition(result)
    if not parts:
        return
    manifest = visit.ask.manifest
    frame.subheading(base_year.finding(result))
    show.view(
        "parts",
        name=f"{visit.area.code}-set-against-{result.base}",
        figure=chart.figure(parts, dark=show.is_dark()),
        sentence=explained_words.decomposition(result),
        html=show.tables(change_tables.parts(result)),
        csv=lambda: change_downloads.change(result, flows, manifest),
        source=change_cited.change(result, visit.ask.catalogue, manifest),
        indicators=[flows.came, flows.left],
        called=said.called(result, parts=True),
    )
