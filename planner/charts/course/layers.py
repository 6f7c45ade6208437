"""The layers of the course: the same for every diary, so they are made once, without data."""

from functools import cache
from typing import Any

import altair as alt

from planner.charts.drawing import GREY, finished, named, pain_axis
from planner.charts.figure import AT_HOME, FONT, PAIN, WITH_US, Spec
from planner.charts.points import BEFORE, SINCE
from planner.model.phrase import Phrase
from planner.words import say, say_in

# Pixels, so that a lower picture keeps its words off its dots
HEIGHT, SESSIONS, LINE = 280, 24, 20
PATCH, LETTER = 38, 7
ABOVE = {False: 8, True: 52}  # the scale, without and with words above the days
KEY = 44  # what the key takes where the words are not above the days
COLOURS = {BEFORE: WITH_US, SINCE: AT_HOME}
PHASES_SAID = "phases_said"  # what is said of each phase
DATE = say_in("a day under the pointer; %a, %-d, %b and %Y stay", "%a %-d %b %Y")
FLAG = "M-0.08,0.5L-0.08,-0.5L0.62,-0.22L0.02,0.06L0.02,0.5Z"
WORDS, KEYED = "words", "key"


@cache
def drawing(unit: Phrase, few: bool, lines: int, says: str, few_sessions: bool) -> Spec:
    """The layers, with larger marks when there are few and room for so many lines of flags.

    `says` is where the phases are named: `WORDS` above their days, in a `KEY`, or nowhere.
    """
    below = SESSIONS + LINE * lines
    ends: list[Any] = [alt.ExprRef(f"height - {below}"), ABOVE[says == WORDS]]
    scale = alt.Scale(domain=[0, 10], range=ends, nice=False)
    score = _Score(scale, _of_phase(says == KEYED), below)
    layers = [
        _band(score),
        _line(score),
        _medians(score),
        _start(score),
        _dots(score, unit, size=44 if few else 16),
        _sessions(score, size=80 if few_sessions else 16),
        *_flags(score),
        *_words(score),
    ]
    height = HEIGHT + LINE * lines + (KEY if says == KEYED else 0)
    return finished(alt.layer(*(one.encode(x="day:T") for one in layers)), height, {})


class _Score:
    """The scale of pain and the colours of the phases, as every layer has them."""

    def __init__(self, scale: alt.Scale, colour: alt.Color, below: int) -> None:
        self.scale, self.colour, self.below = scale, colour, below

    def at(self, field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=self.scale, axis=pain_axis())


def _of_phase(keyed: bool) -> alt.Color:
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    key = alt.Legend(
        title=None, orient="top", direction="vertical", labelLimit=0, symbolType="circle",
        symbolOpacity=1, symbolSize=70, symbolStrokeWidth=0, offset=8,
        labelExpr=f"{PHASES_SAID}[datum.value]", values=list(COLOURS),
    )  # fmt: skip
    return alt.Color("phase:N", scale=scale, legend=key if keyed else None)


def _band(score: _Score) -> alt.Chart:
    band: alt.Chart = (
        named("band")
        .mark_area(opacity=0.18, interpolate="monotone")
        .encode(y=score.at("low"), y2="high:Q", color=score.colour, detail="run:N")
    )
    return band


def _line(score: _Score) -> alt.Chart:
    """Joins neighbouring days only: a gap stays a gap."""
    line: alt.Chart = (
        named("line")
        .mark_line(strokeWidth=1, opacity=0.6)
        .encode(y=score.at("pain"), color=score.colour, detail="run:N")
    )
    return line


def _dots(score: _Score, unit: Phrase, size: int) -> alt.Chart:
    told = [alt.Tooltip("day:T", title=unit, format=DATE),
            alt.Tooltip("pain:Q", title=PAIN, format=".1f")]  # fmt: skip
    dots: alt.Chart = (
        named("dots")
        .mark_circle(size=size, opacity=0.95)
        .encode(y=score.at("pain"), color=score.colour, tooltip=told)
    )
    return dots


def _medians(score: _Score) -> alt.Chart:
    rules: alt.Chart = (
        named("medians")
        .mark_rule(strokeWidth=1.5, opacity=0.9)
        .encode(x2="until:T", y=score.at("median"), color=score.colour)
    )
    return rules


def _sessions(score: _Score, size: int) -> alt.Chart:
    marks: alt.Chart = (
        named("sessions")
        .mark_point(
            shape="triangle-up",
            filled=True,
            size=size,
            color=GREY,
            opacity=1,
            y=alt.expr(f"height - {score.below - SESSIONS // 2}"),
        )
        .encode(
            tooltip=[alt.Tooltip("day:T", title=say("Massage session"), format=DATE)],
        )
    )
    return marks


def _start(score: _Score) -> alt.Chart:
    """Down to the sessions; the words of the flags stay whole."""
    rule: alt.Chart = named("start").mark_rule(
        strokeDash=[5, 4], strokeWidth=1.5, color=GREY, y=0,
        y2=alt.expr(f"height - {score.below - SESSIONS}"),
    )  # fmt: skip
    return rule


def _flags(score: _Score) -> tuple[alt.Chart, alt.Chart]:
    """A flag on its day below the scale, and what happened beside it."""
    told = [alt.Tooltip("day:T", title=say("Day"), format=DATE),
            alt.Tooltip("says:N", title=say("What happened"))]  # fmt: skip
    base = named("flags").encode(tooltip=told)
    level = alt.expr(f"height - {score.below - SESSIONS - LINE // 2} + {LINE} * datum.line")
    flag = base.mark_point(shape=FLAG, filled=True, size=420, color=GREY, opacity=1, y=level)
    right = "datum.runs === 'right'"
    words = base.mark_text(
        y=level, fontSize=13, font=FONT, color=GREY, baseline="middle",
        limit=alt.expr("width / 2 - 20"),
        align=alt.expr(f"{right} ? 'left' : 'right'"), dx=alt.expr(f"{right} ? 14 : -6"),
    ).encode(text="says:N")  # fmt: skip
    return flag, words


def _words(score: _Score) -> tuple[alt.Chart, alt.Chart]:
    """The words of a phase above its own days: white on its colour, on light and dark paper."""
    base = named("words").encode(y=alt.value(PATCH / 2 + 2))
    said = f"{PHASES_SAID}[datum.phase]"
    wide = f"(16 + {LETTER} * max(length({said}[0]), length({said}[1])))"
    patch = base.mark_rect(
        width=alt.expr(wide), height=PATCH, cornerRadius=5, xOffset=alt.expr(f"{wide} / 2 + 5")
    ).encode(color=score.colour)
    words = base.mark_text(
        text=alt.expr(said), fontSize=13, font=FONT, fontWeight="bold", color="white",
        align="left", baseline="middle", lineHeight=16, dx=13, dy=-8,
    )  # fmt: skip
    return patch, words
