"""The page everything is measured against: one slider, one line of text."""

import streamlit as st

st.text(f"Value {st.slider('Value', 0, 100, 50)}")
