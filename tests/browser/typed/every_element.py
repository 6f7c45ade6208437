"""A page that hands the same words to every kind of element; the test says which words."""

import json
import os
from collections.abc import Callable

import streamlit as st

from planner.words import joined
from ui.parts.markdown import bold, bullets, lines, table
from ui.shell.elements import draw_as_typed
from ui.state.language import tell

draw_as_typed()
HIDDEN = "collapsed"
KINDS: dict[str, Callable[[str, str], object]] = {
    **{
        name: lambda said, key, name=name: getattr(st, name)(said)
        for name in ("markdown", "caption", "error", "info", "warning")
    },
    **{
        name: lambda said, key, name=name: getattr(st, name)(said, key=key)
        for name in (
            *("button", "checkbox", "toggle", "text_input", "text_area", "number_input"),
            *("date_input", "file_uploader", "color_picker", "popover", "expander"),
        )
    },
    **{
        name: lambda said, key, name=name: getattr(st, name)(said, ["x"], key=key)
        for name in ("selectbox", "multiselect")
    },
    **{
        name: lambda said, key, name=name: getattr(st, name)(
            "x", [said], key=key, label_visibility=HIDDEN
        )
        for name in ("radio", "pills", "segmented_control")
    },
    **{
        name: lambda said, key, name=name: getattr(st, name)(said, anchor=False)
        for name in ("title", "header")
    },
    "link_button": lambda said, key: st.link_button(said, "tel:911", key=key),
    "download_button": lambda said, key: st.download_button(said, "x", key=key),
    "tabs": lambda said, key: st.tabs([said], key=key),
    "metric": lambda said, key: st.metric("x", said),
    "bold": lambda said, key: st.markdown(bold(said)),
    "bullet": lambda said, key: st.markdown(bullets((said,))),
    "line": lambda said, key: st.markdown(lines((said,))),
    "small": lambda said, key: st.markdown(tell("{step} :small[{note}]", step="", note=said)),
    "begins": lambda said, key: st.caption(joined(said, by=" · ")),
    "table": lambda said, key: st.markdown(table((said,), ())),
}


def draw(kind: Callable[[str, str], object]) -> None:
    for number, words in enumerate(json.loads(os.environ["WORDS"])):
        with st.container(key=f"said-{number}"):
            kind(words, f"of-{number}")


draw(KINDS[st.query_params["kind"]])
