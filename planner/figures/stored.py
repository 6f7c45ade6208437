"""The pictures as they were drawn ahead: read from the package, in either theme."""

import re
from functools import cache
from importlib.resources import files

from planner.figures.style import Theme, style

DRAWN = files("planner.figures") / "drawn"
STILL, MOVING = ".svg", ".moving.svg"
TONES = re.compile(r"(?<=<style>)[^<]*(?=</style>)")


def still(task: str, theme: Theme = Theme.LIGHT) -> str | None:
    """The picture of a home task; None where there is none."""
    return svg(file_name(task), theme)


def moving(task: str, theme: Theme = Theme.LIGHT) -> str | None:
    """The same as frames that take turns; None where nothing moves."""
    return svg(file_name(task, MOVING), theme)


def file_name(task: str, kind: str = STILL) -> str:
    """What the picture of a task is called in its folder."""
    return task.replace(":", ".") + kind


def svg(name: str, theme: Theme = Theme.LIGHT) -> str | None:
    """The picture of this file name; None where there is none."""
    return _read(name, theme) if name in _names() else None


@cache
def _read(name: str, theme: Theme) -> str:
    return in_theme((DRAWN / name).read_text(encoding="utf-8"), theme)


def in_theme(drawn: str, theme: Theme) -> str:
    """A picture as it is drawn, in the tones of a ground."""
    return drawn if theme is Theme.LIGHT else TONES.sub(style(theme), drawn, count=1)


@cache
def _names() -> frozenset[str]:
    return frozenset(one.name for one in DRAWN.iterdir()) if DRAWN.is_dir() else frozenset()
