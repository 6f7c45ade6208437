"""The pain-plan builder's app: start it with `streamlit run app.py`."""

from ui.shell.navigation import run

run()
