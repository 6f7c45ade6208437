"""The frame around every page: which pages there are, and what is set up once a process."""

import gc
from functools import cache
from importlib import import_module
from pathlib import Path

import streamlit as st

from ui import consultation, evidence, session

HERE = Path(__file__).parent
STYLE = HERE / "style.css"
ICON = str(HERE / "icon.svg")  # a named icon would be fetched from the network


def run() -> None:
    """Draw the page that was asked for."""
    _settle_memory()
    st.set_page_config(page_title="Pain-plan builder", page_icon=ICON, layout="wide")
    st.html(STYLE)
    pages = [
        st.Page(consultation.draw, title="Consultation", url_path="consultation", default=True),
        st.Page(_diary, title="Diary", url_path="diary"),
        st.Page(evidence.draw, title="Evidence", url_path="evidence"),
    ]
    st.navigation(pages, position="top").run()


def _diary() -> None:
    """The diary page; its charts and statistics load slowly, and not every process needs them."""
    import_module("ui.diary.page").draw()


@cache
def _settle_memory() -> None:
    """Load what every page needs, then take it out of the collector's way, once a process.

    Streamlit runs a full garbage collection after every script run; frozen objects are not
    looked at again, which makes each answer several times quicker with many sessions.
    """
    import_module("pandas")  # the body chart has Streamlit load it; later it would not be frozen
    session.knowledge()
    gc.collect()
    gc.freeze()
