"""The diary as a calendar: a square for each day, or for each week of a long diary."""

from datetime import date, timedelta

import altair as alt
import pandas as pd

from planner.charts.drawing import ORDINARY_YEAR, cells_of, finished, mondays, named, pain_colour
from planner.charts.figure import (
    DAY,
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
from planner.diary import DiaryReading
from planner.model.phrase import Phrase
from planner.words import joined, say, say_many

ROW = 24
MOST_LABELS = 14
WEEKS_A_YEAR = 52.18  # of ISO weeks, as a month's first is placed among them
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
        return say("Each square is a week; the darker, the more pain.")
    return say("Each square is a day; the darker, the more pain.")


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
    named_days = weekdays(short=True)
    cells: list[Row] = [
        {
            "week": f"{day - timedelta(days=day.weekday())}",
            "weekday": named_days[day.weekday()],
            "day": say("{day:short-year}", day=day),
            "pain": pain,
        }
        for day, pain in _rounded(days)
    ]
    begun = mondays(pd.DatetimeIndex(days.index))
    weeks = pd.date_range(begun[0], begun[-1], freq="7D").strftime("%Y-%m-%d").tolist()
    axis, labels = months_under(weeks)
    base = named("days").encode(
        x=alt.X("week:O", scale=alt.Scale(domain=weeks), axis=axis),
        y=alt.Y(
            "weekday:O",
            sort=list(named_days),
            scale=alt.Scale(domain=list(named_days)),
            title=None,
        ),
        color=pain_colour("pain"),
        tooltip=[alt.Tooltip("day:N", title=DAY), alt.Tooltip("pain:Q", title=PAIN)],
    )
    return finished(_squares(base), alt.Step(ROW), {"days": cells}, {LABELS: labels})


def _by_year(weekly: "pd.Series[float]") -> Spec:
    """A column for each week of the year, a row for each year."""
    cells: list[Row] = [
        {
            "year": week.isocalendar().year,
            "week": week.isocalendar().week,
            "day": say("{day:short-year}", day=week),
            "pain": pain,
        }
        for week, pain in _rounded(weekly)
    ]
    starts = {round(1 + month * WEEKS_A_YEAR / 12): name
              for month, name in enumerate(months(short=True))}  # fmt: skip
    axis = alt.Axis(title=None, values=list(starts), labelExpr=LABEL, labelAngle=0,
                    labelAlign="left")  # fmt: skip
    base = named("weeks").encode(
        x=alt.X("week:O", scale=alt.Scale(domain=list(range(1, LAST_WEEK + 1))), axis=axis),
        y=alt.Y("year:O", title=None),
        color=pain_colour("pain"),
        tooltip=[alt.Tooltip("day:N", title=WEEK_FROM), alt.Tooltip("pain:Q", title=PAIN)],
    )
    return finished(_squares(base), alt.Step(ROW), {"weeks": cells}, {LABELS: starts})


def _rounded(values: "pd.Series[float]") -> list[tuple[date, float]]:
    days = (moment.date() for moment in pd.DatetimeIndex(values.index))
    return list(zip(days, values.round(1).tolist(), strict=True))


def _squares(base: alt.Chart) -> alt.Chart:
    squares: alt.Chart = base.mark_rect(
        cornerRadius=3, width={"band": 0.86}, height={"band": 0.86}, stroke=None
    )
    return squares


def months_under(weeks: list[str]) -> tuple[alt.Axis, dict[str, Phrase]]:
    """An axis of weeks, the month's name under its first week, as many as there is room for.

    The names come beside it, for the chart to have as its `LABELS`.
    """
    firsts = {week: say("{day:short-month}", day=date.fromisoformat(week))
              for week in weeks if date.fromisoformat(week).day <= WEEK}  # fmt: skip
    shown = dict(list(firsts.items())[:: 1 + len(firsts) // MOST_LABELS]) or {
        weeks[0]: say("{day:short-year}", day=date.fromisoformat(weeks[0]))
    }
    axis = alt.Axis(
        title=None,
        values=list(shown),
        labelExpr=LABEL,
        labelAngle=0,
        labelAlign="left",
        labelOverlap=True,
        labelSeparation=10,
    )
    return axis, shown
