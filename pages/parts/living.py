"""Where children live: what to look at, kept in the link, and the view of its groups."""

import streamlit as st

from data.errors import BadInput
from metrics import change_cited, change_downloads, setting_tables
from metrics.catalogue import Indicator
from metrics.settings import Settings, held_for, offered, settings
from metrics.wording import settings as said
from pages.charts import settings as chart
from pages.charts import spark
from pages.parts import choose, frame, meeting, possible, show
from pages.parts.held import hold, key, take
from pages.parts.table import Pictures, table_html
from pages.parts.visit import Visit

WHERE_THE_YEARS_STAND = 3  # after the name, the share and its counts


def looked_at(visit: Visit) -> Indicator:
    """What the link says to look at, or the first that the catalogue has."""
    return visit.ask.catalogue[visit.look or offered(visit.ask)[0]]


def read(visit: Visit) -> tuple[Settings, list[str]]:
    """The groups that the link means. Where no release has a row of this authority: those of the first look that it has rows of,
    and a sentence that says so. Raises BadInput where there is none."""
    entry = looked_at(visit)
    try:
        return _settings(visit, entry), []
    except BadInput as nothing_held:
        held = held_for(visit.ask, visit.area.code, visit.choice_for(entry))
        if not held:
            raise
        return _settings(visit, held[0]), [f"{nothing_held} {said.INSTEAD.format(held[0].title)}"]


def _settings(visit: Visit, entry: Indicator) -> Settings:
    return settings(visit.ask, entry.id, visit.area.code, visit.choice_for(entry))


def row(visit: Visit) -> None:
    """The quiet row above the view: what to look at, and the years."""
    titles = {id_: visit.ask.catalogue[id_].title for id_ in offered(visit.ask)}
    with meeting.notes(visit, choose.SHOWN), st.container(horizontal=True, vertical_alignment="bottom", key="view-row"):
        hold("look", looked_at(visit).id)
        settings_ = {"format_func": titles.__getitem__, "key": key("look"), "on_change": take, "args": ("look",)}
        st.selectbox("What to look at", list(titles), width=420, **settings_)
        choose.years(visit)
    if looked_at(visit) != visit.indicator:  # of what is looked at, the group that was chosen is among those shown
        frame.offered(visit, possible.of_breakdown(visit))


def view(visit: Visit, result: Settings) -> None:
    """Bars and ticks of the latest period, the table with a small line of all years, and the counts year by year."""
    manifest = visit.ask.manifest
    show.view(
        "living",
        name=f"{visit.area.code}-{result.indicator.id}",
        figure=chart.figure(result, dark=show.is_dark()),
        sentence=said.sentence(result),
        html=[_table(result), table_html(setting_tables.years(result))],
        csv=lambda: change_downloads.settings(result, manifest),
        source=change_cited.settings(result, manifest),
        indicators=[result.indicator],
        called=said.called(result),
        groups=[setting.breakdown for setting in result.settings],
    )


def limits(result: Settings) -> None:
    """What the figures cannot tell, under a heading of its own; nothing where there is nothing to say."""
    found = said.limits(result)
    if found:
        frame.subheading(said.LIMITS)
        frame.notes(found)


def _table(result: Settings) -> str:
    broken = [{one.year for one in setting.breaks} for setting in result.settings]
    addresses = [spark.data_uri(spark.svg(s.history, breaks=b)) for s, b in zip(result.settings, broken, strict=True)]
    texts = [setting_tables.history(setting, result) for setting in result.settings]
    years = Pictures("All years", WHERE_THE_YEARS_STAND, addresses, texts)
    return table_html(setting_tables.latest(result), pictures=[years], cards=True)
