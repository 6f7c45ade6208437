"""What a server loads before it answers: the process that forks them imports this once."""

import gc

import altair  # noqa: F401
import pandas  # noqa: F401
import psycopg  # noqa: F401
import streamlit.web.bootstrap
import streamlit.web.cli
import streamlit.web.server.starlette  # noqa: F401

from planner.knowledge import load
from ui.shell import warm  # noqa: F401

load()
gc.freeze()
