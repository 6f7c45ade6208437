"""What every chart comes as: a title, the drawing, its sentence and its numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from planner.model.phrase import Phrase, Texts
from planner.words import say, say_in

FONT = '"Source Sans", "Source Sans Pro", sans-serif'  # the screen's, then the paper's
# Each of these carries white words, and shows on light and on dark paper.
WITH_US, AT_HOME = "#a8571c", "#2a7f79"
LETTERS = 14
A_MONDAY = date(2024, 1, 1)
WEEK, MONTHS = 7, 12

Spec = dict[str, Any]
Cell = str | float | None
Row = Mapping[str, Cell]

PAIN, DAY, ENTRIES, PLACE = say("Pain"), say("Day"), say("Entries"), say("Place")
MEAN_PAIN = say("Mean pain")
PAIN_0_10, PAIN_AXIS = say("Pain (0-10)"), say("Pain, 0 to 10")
WEEK_FROM = say("Week from")


@dataclass(frozen=True)
class Table:
    """The numbers of a figure, as they may be read instead of it."""

    headings: Texts
    rows: Sequence[tuple[Cell, ...]]

    def column(self, heading: str) -> list[Cell]:
        """The cells below a heading."""
        place = self.headings.index(heading)
        return [row[place] for row in self.rows]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rows)


@dataclass(frozen=True)
class Figure:
    """One chart as Vega-Lite with its data inside; `id` is its name, whatever it is called.

    `alt` says what it shows to somebody who cannot see it; `table` has its numbers. The drawing
    holds phrases: it is said again in another language like any other value.
    """

    id: str
    title: Phrase
    spec: Spec
    alt: Phrase
    table: Table


def weekdays(*, short: bool) -> tuple[Phrase, ...]:
    """The days of the week from Monday: "Mon", "Monday"."""
    days = [A_MONDAY + timedelta(days=rank) for rank in range(WEEK)]
    if short:
        return tuple(say("{day:short-weekday}", day=day) for day in days)
    return tuple(say("{day:weekday-only}", day=day) for day in days)


def months(*, short: bool) -> tuple[Phrase, ...]:
    """The months from January: "Jan", "January"."""
    days = [A_MONDAY.replace(month=1 + number) for number in range(MONTHS)]
    if short:
        return tuple(say("{day:short-month-only}", day=day) for day in days)
    return tuple(say("{day:month-only}", day=day) for day in days)


def in_house_style(spec: Spec) -> Spec:
    """A drawing with the letters and lines of all of them, and the names its axes may write."""
    shared = {
        "view": {"strokeWidth": 0, "continuousWidth": 300, "continuousHeight": 300},
        "axis": {
            "labelFontSize": LETTERS,
            "titleFontSize": LETTERS,
            "titleFontWeight": "normal",
            "domain": False,
            "ticks": False,
            "labelPadding": 6,
        },
        "legend": {
            "labelFontSize": LETTERS,
            "titleFontSize": LETTERS,
            "titleFontWeight": "normal",
        },
        "locale": _locale(),
    }
    return {**spec, "width": "container", "config": shared}


def _locale() -> Spec:
    """How the drawing itself writes dates and numbers: the names and marks of the language."""
    return {
        "number": {
            "decimal": say_in("decimal mark of a chart's numbers", "."),
            "thousands": say_in("thousands mark of a chart's numbers", ","),
            "grouping": [3],
            "currency": ["", ""],
        },
        "time": {
            "dateTime": "%x %X",
            "date": "%Y-%m-%d",
            "time": "%H:%M",
            "periods": ["", ""],
            "days": _from_sunday(weekdays(short=False)),
            "shortDays": _from_sunday(weekdays(short=True)),
            "months": list(months(short=False)),
            "shortMonths": list(months(short=True)),
        },
    }


def _from_sunday(days: tuple[Phrase, ...]) -> list[Phrase]:
    return [days[-1], *days[:-1]]
