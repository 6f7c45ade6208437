"""Home tasks one below the other, each with its picture at the left."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from ui.pictures import PICTURE
from ui.pictures.named import Data

HERE = Path(__file__).parent
MARKUP = '<ul class="gallery"></ul>'


@cache
def _component() -> Callable[..., object]:
    made: Callable[..., object] = st.components.v2.component(
        "gallery", html=MARKUP, css=_read("css"), js=_read("js")
    )
    return made


def _read(kind: str) -> str:
    return "\n".join((HERE / f"{one}.{kind}").read_text("utf-8") for one in (PICTURE, "gallery"))


def draw(tasks: list[Data]) -> None:
    """Show tasks, each made with `entry`."""
    _component()(key="gallery", data={"tasks": tasks})


def entry(
    name: str, steps: str, found: Data | None, rests: str = "", sources: tuple[str, ...] = ()
) -> Data:
    """A task with its picture, where there is one; what it rests on, where that is said."""
    return {"name": name, "steps": steps, "picture": found, "rests": rests, "sources": sources}
