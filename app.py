"""The pain-plan builder's app: start it with `streamlit run app.py`."""

import streamlit as st

from ui.pictures.served import route
from ui.shell import warm

warm.up()
app = st.App("ui/screen.py", routes=[route()])
