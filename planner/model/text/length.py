"""How long a message of a file may become once it is filled, told before anything is filled."""

from collections.abc import Mapping
from math import inf
from string import Formatter
from typing import Any

OF_A_FORM = 99  # letters: no form of ours is wider, so that two figures say how wide one is
OF_A_NUMBER = 320  # figures of the largest
BETWEEN = 10  # letters between the parts of a list


def longest(told: Mapping[str, Any]) -> float:
    """How many letters a message and its fill come to at most; infinite where nothing says.

    A width in a form, a fill of a fill and what nobody wrote as one are no work of this program: of
    a few letters in a file they make as many in the memory as they like.
    """
    fill = {name: _of(part) for name, part in told.get("with", {}).items()}
    return max(_filled(told.get(one, ""), fill) for one in ("message", "many"))


def _filled(text: str, fill: Mapping[str, float]) -> float:
    """A message without a fill is said as it is."""
    if not fill:
        return len(text)
    return sum(
        len(literal) + (0 if name is None else _formed(fill.get(name, inf), form or "", how))
        for literal, name, form, how in Formatter().parse(text)
    )


def _formed(letters: float, form: str, how: str | None) -> float:
    figures = "".join(one if one.isdigit() else " " for one in form).split()
    is_wide = "{" in form or any(len(one) > len(str(OF_A_FORM)) for one in figures)
    return inf if is_wide or how else letters + OF_A_FORM


def _of(value: object) -> float:
    if isinstance(value, Mapping):
        return BETWEEN * BETWEEN if "date" in value else longest(value)
    if isinstance(value, list):
        return sum(_of(one) + BETWEEN for one in value)
    return len(value) if isinstance(value, str) else OF_A_NUMBER
