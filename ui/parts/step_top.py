"""What lets a step open at its top, wherever the step before it was scrolled to."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

WATCHER = Path(__file__).with_suffix(".js")


@cache
def _component() -> Callable[..., object]:
    code = WATCHER.read_text(encoding="utf-8")
    made: Callable[..., object] = st.components.v2.component("step_top", js=code)
    return made


def watch() -> None:
    """Look for another step on the page; drawn once on a page, and unseen."""
    with st.container(key="step-top"):
        _component()(key="watches-step-top")
