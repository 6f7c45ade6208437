"""The diary as a calendar: a square for each day, or for each week of a long diary.

A day without an entry is an outline: unlike a day without pain, and unlike the page around it.
"""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import altair as alt
import pandas as pd

from planner.charts.drawing import (
    ORDINARY_YEAR,
    cells_of,
    finished,
    mondays,
    named,
    outlined,
    pain_colour,
)
from planner.charts.figure import (
    DAY,
    MONTHS,
    PAIN,
    PAIN_0_10,
    WEEK,
    WEEK_FROM,
    Figure,
    Row,
    Spec,
    Table,
    months,
    weekdays,
)
from planner.charts.ticks import ticks
from planner.diary import DiaryReading
from planner.model.phrase import Phrase
from planner.words import joined, say, say_many

ROW = 24
LEAST_COLUMNS = 14  # fewer weeks would be bars and no squares
LAST_WEEK = 53
LABELS = "labels"  # what the axis says at its values
LABEL = f"{LABELS}[datum.value]"


def calendar(reading: DiaryReading) -> Figure | None:
    """Pain by week and weekday; by year and week where the diary is longer than a year."""
    known = {day.date: day.pain_0_10 for day in reading.days if day.pain_0_10 is not None}
    if not known:
        return None
    days = pd.Series(known, dtype=float)
    days.index = pd.to_datetime(days.index)
    span = (days.index[-1] - days.index[0]).days + 1
    weekly = days.groupby(mondays(pd.DatetimeIndex(days.index))).mean()
    by_week = span > ORDINARY_YEAR
    shown, unit = (weekly, WEEK_FROM) if by_week else (days, DAY)
    return Figure(
        "calendar",
        say("Calendar"),
        _by_year(weekly) if by_week else _by_week(days),
        joined(_each(by_week), _ends(weekly), _gaps(span - len(days), span)),
        _table(shown, unit),
    )


def _table(values: "pd.Series[float]", unit: Phrase) -> Table:
    days = pd.DatetimeIndex(values.index).strftime("%Y-%m-%d")
    cells = cells_of(pd.DataFrame({"day": days, "pain": values.round(1).to_numpy()}))
    return Table((unit, PAIN_0_10), cells)


def _each(by_week: bool) -> Phrase:
    if by_week:
        return say("Each square is a week; the darker, the more pain. An outline has no entry.")
    return say("Each square is a day; the darker, the more pain. An outline has no entry.")


def _ends(weekly: "pd.Series[float]") -> Phrase:
    """The worst and the best week, where their means differ as they are shown."""
    most, least = (round(float(end), 1) for end in (weekly.max(), weekly.min()))
    if most == least:
        return say("Every week has a mean of {mean:.1f}.", mean=most)
    index = pd.DatetimeIndex(weekly.index)
    worst, best = (index[int(at)].date() for at in (weekly.argmax(), weekly.argmin()))
    return say(
        "The highest week began on {worst} (mean {most:.1f}), "
        "the lowest on {best} (mean {least:.1f}).",
        worst=worst,
        best=best,
        most=most,
        least=least,
    )


def _gaps(missing: int, span: int) -> Phrase:
    if not missing:
        return say("No day is empty.")
    return say_many(
        "{number} of {span} days are empty.",
        "{number} of {span} days are empty.",
        missing,
        span=span,
    )


def _by_week(days: "pd.Series[float]") -> Spec:
    """A column for each week, a row for each weekday."""
    every = days.reindex(pd.date_range(days.index[0], days.index[-1]))
    short = weekdays(short=True)
    cells: list[Row] = [
        {"week": f"{monday_of(day)}", "weekday": short[day.weekday()],
         "day": say("{day:short-year}", day=day), "pain": pain}
        for day, pain in _rounded(every)
    ]  # fmt: skip
    weeks, axis, labels = columns_of_weeks(every.index[0].date(), every.index[-1].date())
    x = alt.X("week:O", scale=alt.Scale(domain=weeks), axis=axis)
    down = alt.Scale(domain=list(short))
    y = alt.Y("weekday:O", sort=list(short), scale=down, title=None)
    return _drawn(x, y, DAY, cells, labels)


def _by_year(weekly: "pd.Series[float]") -> Spec:
    """A column for each week of the year, a row for each year."""
    every = weekly.reindex(pd.date_range(weekly.index[0], weekly.index[-1], freq="7D"))
    cells: list[Row] = [
        {"year": week.isocalendar().year, "week": week.isocalendar().week,
         "day": say("{day:short-year}", day=week), "pain": pain}
        for week, pain in _rounded(every)
    ]  # fmt: skip
    begun = _weeks_of_months(range(every.index[0].year, every.index[-1].year + 1))
    labels: dict[Any, Phrase] = dict(zip(begun, months(short=True), strict=True))
    axis = _axis(list(labels))
    x = alt.X("week:O", scale=alt.Scale(domain=list(range(1, LAST_WEEK + 1))), axis=axis)
    return _drawn(x, alt.Y("year:O", title=None), WEEK_FROM, cells, labels)


def _weeks_of_months(years: range) -> list[int]:
    """The week of the year in which each month begins in most of these years."""
    begun = [Counter(date(year, month + 1, 1).isocalendar().week for year in years)
             for month in range(1, MONTHS)]  # fmt: skip
    return [1, *(weeks.most_common(1)[0][0] for weeks in begun)]


def _rounded(values: "pd.Series[float]") -> list[tuple[date, float | None]]:
    days = (moment.date() for moment in pd.DatetimeIndex(values.index))
    known = values.round(1).astype(object).where(values.notna(), None)
    return list(zip(days, known.tolist(), strict=True))


def _drawn(x: alt.X, y: alt.Y, unit: Phrase, cells: list[Row], labels: Spec) -> Spec:
    """A square for each cell: filled by its pain, or an outline."""
    told = [alt.Tooltip("day:N", title=unit), alt.Tooltip("pain:Q", title=PAIN)]
    filled = named("squares").mark_rect(cornerRadius=3, width={"band": 0.86}, height={"band": 0.86})
    empty = outlined("empty").encode(x=x, y=y, tooltip=told[:1])
    squares = filled.encode(x=x, y=y, color=pain_colour("pain"), tooltip=told)
    data = {
        "squares": [one for one in cells if one["pain"] is not None],
        "empty": [one for one in cells if one["pain"] is None],
    }
    layers = alt.layer(*([empty, squares] if data["empty"] else [squares]))
    return finished(layers, alt.Step(ROW), data, {LABELS: labels})


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def columns_of_weeks(first: date, last: date) -> tuple[list[str], alt.Axis, Spec]:
    """The weeks from one day to another as columns, their axis, and what it says of which.

    A month's name stands where its first day lies. A few weeks have empty columns behind them.
    """
    begun = monday_of(first)
    weeks = max(LEAST_COLUMNS, (last - begun).days // WEEK + 1)
    columns = [f"{begun + timedelta(days=WEEK * number)}" for number in range(weeks)]
    named_days = ticks(begun, last, each=WEEK)
    labels = {f"{monday_of(one.day)}": list(one.says) for one in named_days}
    return columns, _axis(list(labels)), labels


def columns_of_months(first: date, last: date) -> tuple[list[str], alt.Axis, Spec]:
    """The months from one day to another as columns, their axis, and what it says of which."""
    begun = first.replace(day=1)
    every = pd.date_range(begun, last, freq="MS").strftime("%Y-%m-%d").tolist()
    labels = {f"{one.day}": list(one.says) for one in ticks(begun, last.replace(day=1))}
    return every, _axis(list(labels)), labels


def _axis(values: list[str] | list[int]) -> alt.Axis:
    """An axis of columns with words that begin where their column begins."""
    return alt.Axis(
        title=None, values=values, labelExpr=LABEL, labelAngle=0, labelAlign="left",
        labelOffset=alt.ExprRef("-bandwidth('x') / 2"), labelOverlap="parity", labelSeparation=6,
        labelFlush=False,
    )  # fmt: skip
