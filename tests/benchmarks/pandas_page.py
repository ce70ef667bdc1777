"""The page of Trends as one would write it with pandas alone: the same lines and the same figures, no words, no frame."""

from pathlib import Path

import streamlit as st

from data.areas import load as load_areas
from data.store import reading_store
from tests.benchmarks.alone import Alone

ENGLAND = "E92000001"


@st.cache_resource
def _alone(folder: str) -> Alone:
    return Alone(Path(folder))


areas = load_areas()
codes = [area.code for area in areas if area.la_number]
place = areas[st.sidebar.selectbox("Authority", codes, index=codes.index("E06000019"), format_func=lambda c: areas[c].short_name)]
lines = _alone(str(reading_store().open().folder)).trend(place.code, place.region_code, ENGLAND)
by_area = {code: line for code, line in lines.groupby("area_code", observed=True)}
st.title(place.name)
traces = [
    {"type": "scatter", "name": areas[code].short_name, "x": list(line["period"]), "y": list(line["rate"])}
    for code, line in by_area.items()
]
st.plotly_chart({"data": traces, "layout": {"height": 400}}, theme=None)
st.html(lines.to_html(index=False))
