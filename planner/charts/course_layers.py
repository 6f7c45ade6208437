"""The layers of the course: the same for every diary, so they are made once, without data."""

from functools import cache

import altair as alt

from planner.charts.drawing import finished, named
from planner.charts.figure import AT_HOME, FONT, PAIN, PAIN_AXIS, WITH_US, Spec
from planner.charts.figure import BEFORE as BEFORE_COLOUR
from planner.charts.points import BEFORE, SINCE
from planner.model.phrase import Phrase
from planner.words import say, say_in

HEIGHT = 270
LABELS = "labels"  # what the labels say, one or two: they are as wide as the longer needs
WIDTH = f"max(194, 7 * max(length({LABELS}[0]), length({LABELS}[1] || '')))"
LIFT = -14
TOP = 11.2  # the scale ends at 10; the sessions stand above it
COLOURS = {BEFORE: BEFORE_COLOUR, SINCE: AT_HOME}
DATE = say_in("a day under the pointer; %a, %-d, %b and %Y stay", "%a %-d %b %Y")


@cache
def drawing(form: Phrase, unit: Phrase, few: bool) -> Spec:
    """The layers, with `form` for the dates of the axis and larger marks when there are few."""
    axis = alt.Axis(title=None, grid=False, format=form, tickCount=8, labelOverlap="greedy",
                    labelSeparation=14, labelFlush=False)  # fmt: skip
    days = alt.X("day:T", axis=axis)
    layers = [
        _band(),
        _line(),
        _dots(unit, size=34 if few else 16),
        _medians(),
        _sessions(size=70 if few else 24),
        _start(),
        *_patches("left labels", side=1),
        *_patches("right labels", side=-1),
    ]
    return finished(alt.layer(*(layer.encode(x=days) for layer in layers)), HEIGHT, {})


def _score(field: str) -> alt.Y:
    axis = alt.Axis(title=PAIN_AXIS, values=[0, 2, 4, 6, 8, 10], titlePadding=8)
    return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, TOP], nice=False), axis=axis)


def _of_phase() -> alt.Color:
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    return alt.Color("phase:N", scale=scale, legend=None)


def _band() -> alt.Chart:
    band: alt.Chart = (
        named("band")
        .mark_area(opacity=0.22, interpolate="monotone")
        .encode(y=_score("low"), y2="high:Q", color=_of_phase(), detail="run:N")
    )
    return band


def _line() -> alt.Chart:
    """Joins neighbouring days only: a gap stays a gap."""
    line: alt.Chart = (
        named("line")
        .mark_line(strokeWidth=1, opacity=0.75)
        .encode(y=_score("pain"), color=_of_phase(), detail="run:N")
    )
    return line


def _dots(unit: Phrase, size: int) -> alt.Chart:
    told = [alt.Tooltip("day:T", title=unit, format=DATE),
            alt.Tooltip("pain:Q", title=PAIN, format=".1f")]  # fmt: skip
    dots: alt.Chart = (
        named("dots")
        .mark_circle(size=size, opacity=0.9)
        .encode(y=_score("pain"), color=_of_phase(), tooltip=told)
    )
    return dots


def _medians() -> alt.Chart:
    rules: alt.Chart = (
        named("medians")
        .mark_rule(strokeWidth=3)
        .encode(x2="until:T", y=_score("median"), color=_of_phase())
    )
    return rules


def _sessions(size: int) -> alt.Chart:
    marks: alt.Chart = (
        named("sessions")
        .mark_point(shape="triangle-down", filled=True, size=size, color=WITH_US, opacity=1)
        .encode(
            y=_score("height"),
            tooltip=[alt.Tooltip("day:T", title=say("Massage session"), format=DATE)],
        )
    )
    return marks


def _start() -> alt.Chart:
    rule: alt.Chart = named("start").mark_rule(strokeDash=[5, 4], strokeWidth=2, color=AT_HOME)
    return rule


def _patches(name: str, side: int) -> tuple[alt.Chart, alt.Chart]:
    """White words on a patch of the phase's colour, on one side (1 or -1) of their day."""
    base = named(name).encode(y=alt.value("height"))
    aside = alt.expr(f"{side} * ({WIDTH} / 2 + 6)")
    patch = base.mark_rect(
        width=alt.expr(WIDTH), height=20, cornerRadius=5, xOffset=aside, yOffset=LIFT
    ).encode(color=_of_phase())
    words = base.mark_text(
        fontSize=13, font=FONT, fontWeight="bold", color="white", dx=aside, dy=LIFT
    ).encode(text="says:N")
    return patch, words
