"""One diary of `tests/charts/shapes.py` as the program draws it, for `bench/diary/charts.py`.

`?shape=` is its place in the list.
"""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.charts.shapes import SHAPES, of_a_diary  # noqa: E402

name, shape = list(SHAPES.items())[int(st.query_params.get("shape", 0))]
st.markdown(
    "<style>.block-container {padding: 12px; max-width: none}</style>", unsafe_allow_html=True
)
st.subheader(name)
for figure in of_a_diary(shape.reading, shape.started, shape.milestones):
    st.vega_lite_chart(figure.spec, theme=None, alt=figure.alt, width="stretch")
    st.caption(figure.alt)
