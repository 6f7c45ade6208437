"""What one writes first instead: so many widgets, `?widgets=`, on a bare page, one line of text."""

from collections.abc import Callable
from functools import partial

import streamlit as st

KINDS: tuple[Callable[..., object], ...] = (
    partial(st.radio, options=("Yes", "No", "Not sure"), horizontal=True),
    partial(st.number_input, min_value=0, max_value=100),
    st.checkbox,
    partial(st.selectbox, options=("Light", "Moderate", "Firm")),
    st.text_input,
    st.button,
)
number = int(st.query_params.get("widgets", "1"))
st.text(f"Value {st.slider('Value', 0, 100, 50)}")
for place in range(number - 1):
    KINDS[place % len(KINDS)](f"Question {place}")
