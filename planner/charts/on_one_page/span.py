"""The days that a page shows: where each stands, what one dot is of, which days are named."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from statistics import fmean
from typing import NamedTuple

from planner.charts.ticks import ticks
from planner.model.phrase import Phrase
from planner.words import say

ROOM = 62  # points that the name of a day needs
SHORT = 300  # days of which none need its year
DAY, WEEK, FOUR_WEEKS = 1, 7, 28
UNITS = ((200, DAY), (1400, WEEK))  # the longest time, in days, that is drawn by each


class Point(NamedTuple):
    """One dot: its place, its value, its lowest and highest day, the run of neighbours it is in."""

    at: float
    value: float
    low: float
    high: float
    run: int
    is_before: bool


class Tick(NamedTuple):
    """A day named below the axis; `side`: which part of its name stands over it."""

    at: float
    says: Phrase
    side: str


class Span(NamedTuple):
    """The days from the first to the last, drawn so many points wide; the plan may begin in them.

    A place is a number of days from the first one.
    """

    first: date
    last: date
    started: date | None
    width: int

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1

    @property
    def unit(self) -> int:
        """How many days a dot is the mean of."""
        return next((unit for most, unit in UNITS if self.days <= most), FOUR_WEEKS)

    @property
    def start(self) -> date | None:
        """The day on which the plan began, where days stand on both sides of it."""
        began = self.started
        return began if began and self.first < began <= self.last else None

    def at(self, day: date) -> int:
        """The place of a day."""
        return (day - self.first).days

    def apart(self, days: float) -> float:
        """So many days, in points."""
        return days * self.width / self.days

    def points(self, values: Iterable[tuple[date, float | None]]) -> tuple[Point, ...]:
        """A dot for each day, or each week or four, of which something was written.

        A gap ends a run of neighbours.
        """
        begins = self.at(self.start) % self.unit if self.start else 0
        known = ((day, one) for day, one in values if one is not None)
        written = sorted(((self.at(day) - begins) // self.unit, one) for day, one in known)
        made: list[Point] = []
        last, run = None, 0
        for at, of in groupby(written, lambda one: one[0]):
            run += last is not None and at - last > 1
            made.append(self._point(at * self.unit + begins, [one for _, one in of], run))
            last = at
        return tuple(made)

    def _point(self, first: int, of: list[float], run: int) -> Point:
        """The mean of some days, at the middle of these."""
        middle = min(max(0.0, first + (self.unit - 1) / 2), self.days - 1)
        is_before = self.start is not None and first < self.at(self.start)
        return Point(middle, fmean(of), min(of), max(of), run, is_before)

    def ticks(self) -> tuple[Tick, ...]:
        """The days named: the ends, the start, and between them as many as have room."""
        kept: list[date] = []
        start = (self.start,) if self.start else ()
        between = (one.day for one in ticks(self.first, self.last, self.start))
        for day in (self.first, self.last, *start, *between):
            if all(self.apart(abs((day - one).days)) >= ROOM for one in kept):
                kept.append(day)
        return tuple(map(self._tick, sorted({*kept, self.first})))

    def _tick(self, day: date) -> Tick:
        short, long = say("{day:short}", day=day), say("{day:short-month}", day=day)
        return Tick(self.at(day), short if self.days <= SHORT else long, self._side(day))

    def _side(self, day: date) -> str:
        """The names at the ends stay within the picture."""
        if self.apart(self.at(day)) < ROOM / 2:
            return "left"
        return "right" if self.apart((self.last - day).days) < ROOM / 2 else "center"
