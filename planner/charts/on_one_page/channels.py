"""The channels of a diary under one time axis, for paper: pain, what it got in the way of, sleep.

Everything is told by form, so that a grey print loses nothing: open dots before the plan, full ones
since, a heavy line for a mean, triangles for massage, numbers for milestones. A unit is a point of
the paper.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import log10
from typing import NamedTuple

from planner.charts.figure import DAY as THE_DAY
from planner.charts.figure import PAIN, Cell, Figure, Table
from planner.charts.on_one_page.drawing import Label, Marks, drawing
from planner.charts.on_one_page.span import DAY, FOUR_WEEKS, WEEK, Point, Span
from planner.model.diary import Day
from planner.model.phrase import Phrase
from planner.words import joined, say, say_many

OF_TEN = 10.0
ROUND_TOPS = (1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)  # of a scale of its own, times 10, 100, 1000
LABEL_ROOM = 28  # points that the value of a mean needs
TALL, LOW, FLAT_TALL, FLAT_LOW = 118, 56, 62, 30  # points; flat where there is much to read below
CLOSE, SEVERAL = 10, 44  # points that the number of one milestone needs, and that of several
WAY, SLEEP = "got-in-the-way", "sleep"
WORST = say("10 is worst.")
ABOVE = say("1 is a day with pain, 0 a day without.")
ALL_DAY = say("10 is all day.")
WELL = say("10 is very good.")
AS_WRITTEN = say("As the diary has it.")


EACH = {
    DAY: say("A dot for each day."),
    WEEK: say("A dot for each week, a line from its lowest to its highest day."),
    FOUR_WEEKS: say("A dot for each four weeks, a line from their lowest to their highest day."),
}


class Mean(NamedTuple):
    """A mean that is compared, and its days."""

    first: date
    last: date
    average: float


class Shown(NamedTuple):
    """What is drawn: the days of a span, and what stands on its axis.

    `ours`: the channels beside the pain that are on the scales of our own sheet. `is_flat`: drawn
    low.
    """

    days: Sequence[Day]
    span: Span
    accent: str
    sessions: tuple[date, ...] = ()
    milestones: tuple[date, ...] = ()
    means: tuple[Mean, ...] = ()
    ours: tuple[str, ...] = ()
    is_flat: bool = False


class Channel(NamedTuple):
    """One channel: its name, what the ends of its scale mean, its picture."""

    name: Phrase
    scale: Phrase
    figure: Figure


class _Kind(NamedTuple):
    """What a channel is of; `top` is None where only our own sheet has a known scale."""

    id: str
    name: Phrase
    ends: Phrase
    value: Callable[[Day], float | None]
    top: float | None = None
    parts: int = 2


def _had_pain(day: Day) -> float | None:
    """One or none of a day that has no score and tells of pain all the same."""
    told = day.had_pain if day.pain_0_10 is None else None
    return None if told is None else float(told)


PAIN_ITSELF = _Kind("pain", PAIN, WORST, lambda one: one.pain_0_10, OF_TEN, 5)
WITH_PAIN = _Kind("days-with-pain", say("Days with pain"), ABOVE, _had_pain, 1.0, 1)
KINDS = (
    PAIN_ITSELF,
    WITH_PAIN,
    _Kind(WAY, say("Got in the way"), ALL_DAY, lambda one: one.got_in_the_way),
    _Kind(SLEEP, say("Sleep"), WELL, lambda one: one.sleep),
)


def channels(shown: Shown) -> tuple[Channel, ...]:
    """Each channel that somebody wrote; the dates stand below the first and the last."""
    there = [one for one in KINDS if any(one.value(day) is not None for day in shown.days)]
    return tuple(_channel(one, shown, one is there[0], one is there[-1]) for one in there)


def _channel(kind: _Kind, shown: Shown, is_first: bool, is_last: bool) -> Channel:
    points = shown.span.points((day.date, kind.value(day)) for day in shown.days)
    top = kind.top or (OF_TEN if kind.id in shown.ours else None)
    marks = Marks(
        points=points,
        top=top or _top(max(one.high for one in points)),
        parts=kind.parts,
        height=_height(is_tall=kind is PAIN_ITSELF, is_flat=shown.is_flat),
        accent=shown.accent,
        ticks=shown.span.ticks() if is_first or is_last else (),
    )
    if is_first:
        marks = marks._replace(
            means=list(_labels(shown, points)),
            sessions=[shown.span.at(day) for day in shown.sessions],
            milestones=tuple(_numbered(shown)),
        )
    drawn = drawing(marks, shown.span)
    rows: list[tuple[Cell, ...]] = [
        (day.date.isoformat(), value)
        for day in shown.days
        if (value := kind.value(day)) is not None
    ]
    table = Table((THE_DAY, kind.name), rows)
    figure = Figure(kind.id, kind.name, drawn, _said(kind, shown, points), table)
    return Channel(kind.name, kind.ends if top else AS_WRITTEN, figure)


def _height(*, is_tall: bool, is_flat: bool) -> int:
    if is_tall:
        return FLAT_TALL if is_flat else TALL
    return FLAT_LOW if is_flat else LOW


def _top(highest: float) -> float:
    """The end of a scale that the file does not tell: a round number above every value."""
    if highest <= OF_TEN:
        return OF_TEN
    size = 10.0 ** int(log10(highest))
    return next(size * one for one in ROUND_TOPS if size * one >= highest)


def _labels(shown: Shown, points: Sequence[Point]) -> Iterator[Label]:
    """The means as lines, from the latest back; no value stands on that of another."""
    span, limit = shown.span, float(shown.span.days)
    room = LABEL_ROOM * span.days / span.width
    for one in reversed(shown.means):
        first, last = span.at(one.first) - 0.5, span.at(one.last) + 0.5
        at = max(min(last, limit), room)
        near = [dot.high for dot in points if -room / 2 <= at - dot.at <= room]
        level = min(OF_TEN, max([one.average, *near]) + 0.6)
        says = say("{average:.1f}", average=one.average)
        yield Label(first, last, one.average, says, at, level)
        limit = at - room


def _numbered(shown: Shown) -> Iterator[tuple[float, Phrase]]:
    """Milestones by their numbers; those that stand too close share a mark."""
    held: list[int] = []
    places = [shown.span.at(day) for day in shown.milestones]
    for number, at in enumerate(places, 1):
        if held and _stands_apart(at, [places[one - 1] for one in held], shown.span):
            yield places[held[0] - 1], _numbers(held)
            held = []
        held.append(number)
    if held:
        yield places[held[0] - 1], _numbers(held)


def _stands_apart(at: int, held: Sequence[int], span: Span) -> bool:
    """Whether a number has room beside that of those before it."""
    from_first, from_last = (span.apart(at - one) for one in (held[0], held[-1]))
    return from_first > SEVERAL if held[1:] else from_last > CLOSE


def _numbers(held: list[int]) -> Phrase:
    if len(held) == 1:
        return say("{number}", number=held[0])
    return say("{first} to {last}", first=held[0], last=held[-1])


def _said(kind: _Kind, shown: Shown, points: Sequence[Point]) -> Phrase:
    """The channel in words."""
    span = shown.span
    low, high = min(one.low for one in points), max(one.high for one in points)
    fill = {"name": kind.name, "first": span.first, "last": span.last, "low": low, "high": high}
    begun = say("{name}, {first} to {last}: {low:.1f} to {high:.1f}.", **fill)
    return joined(begun, EACH[span.unit], *(_means(shown) if kind is PAIN_ITSELF else ()))


def _means(shown: Shown) -> Iterator[Phrase]:
    for one in shown.means:
        yield say(
            "{first:short} to {last:short}: {average:.1f} on average.",
            first=one.first,
            last=one.last,
            average=one.average,
        )
    if shown.sessions:
        yield say_many(
            "A triangle below the scale shows {number} massage session.",
            "Triangles below the scale show {number} massage sessions.",
            len(shown.sessions),
        )
