"""The pain-plan builder's app: start it with `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from ui.pictures.served import route
from ui.shell import warm
from ui.shell.door import Door

warm.up()
app = st.App("ui/screen.py", routes=[route()], middleware=[Middleware(Door)])
