"""Every element of Streamlit draws words as they are, and markdown only where it is ours.

What a page hands to an element is words (`ui/parts/markdown.py` says what becomes of them), so that
no page can forget to: a body, a label, a hint, a choice. `MARKDOWN` names what Streamlit's front
end reads as markdown, of the elements that this program has; `TEXT` names those that it draws as
text, or that have no words. A test knows that a page asks for no other.
"""

from collections.abc import Callable
from functools import cache, wraps
from inspect import signature

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.parts.markdown import marked

BODY, FIELD = ("body", "help"), ("label", "help")
MARKDOWN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("title", "header", "markdown", "caption"), BODY),
    **dict.fromkeys(("error", "warning", "info", "success"), ("body", "title")),
    **dict.fromkeys(("button", "download_button", "form_submit_button", "link_button"), FIELD),
    **dict.fromkeys(("checkbox", "toggle", "text_input", "text_area", "number_input"), FIELD),
    **dict.fromkeys(("date_input", "file_uploader", "color_picker", "popover"), FIELD),
    **dict.fromkeys(("selectbox", "multiselect"), FIELD),  # their options are drawn as text
    **dict.fromkeys(("radio", "pills", "segmented_control"), (*FIELD, "captions", "format_func")),
    "expander": ("label",),
    "metric": ("label", "value", "delta", "help"),
    "tabs": ("tabs",),
    "image": ("caption",),
}
TEXT = {"code", "columns", "container", "dataframe", "form", "html", "vega_lite_chart"}


@cache
def draw_as_typed() -> None:
    """From now on no element makes markdown of words. Once a process."""
    for name, said in MARKDOWN.items():
        setattr(DeltaGenerator, name, _drawing(getattr(DeltaGenerator, name), said))
        setattr(st, name, getattr(getattr(st, name).__self__, name))


def _drawing(element: Callable[..., object], said: tuple[str, ...]) -> Callable[..., object]:
    """The element, which marks what is said to it."""
    names = list(signature(element).parameters)
    places = {names.index(name): name for name in said if name in names}

    @wraps(element)
    def drawn(*arguments: object, **named: object) -> object:
        in_order = [
            _marked(value) if place in places else value for place, value in enumerate(arguments)
        ]
        for name in places.values():
            if name in named:
                named[name] = _marked(named[name])
        if "format_func" in said and "format_func" not in named:
            named["format_func"] = _marked(str)
        return element(*in_order, **named)

    return drawn


def _marked(said: object) -> object:
    """Words, several of them, or what names a choice; anything else has none."""
    if isinstance(said, str):
        return marked(said)
    if isinstance(said, list | tuple):
        return [_marked(one) for one in said]
    if callable(said):
        return lambda choice: marked(str(said(choice)))
    return said
