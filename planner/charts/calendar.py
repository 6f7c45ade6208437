"""The diary as a calendar: a square for each day, or for each week of a long diary."""

import altair as alt
import pandas as pd

from planner.charts.figure import (
    ORDINARY_YEAR,
    Figure,
    Spec,
    finished,
    mondays,
    pain_colour,
    spoken,
)
from planner.diary import DiaryReading

TITLE = "Calendar"
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
ROW = 24
MOST_LABELS = 14


def calendar(reading: DiaryReading) -> Figure | None:
    """Pain by week and weekday; by year and week where the diary is longer than a year."""
    known = [(day.date, day.pain_0_10) for day in reading.days if day.pain_0_10 is not None]
    if not known:
        return None
    days = pd.Series(dict(known), dtype=float)
    days.index = pd.to_datetime(days.index)
    span = (days.index[-1] - days.index[0]).days + 1
    weekly = days.groupby(mondays(pd.DatetimeIndex(days.index))).mean()
    if span > ORDINARY_YEAR:
        return Figure(TITLE, _by_year(weekly), _said(weekly, span, len(days), "week"),
                      _table(weekly, "Week from"))  # fmt: skip
    return Figure(TITLE, _by_week(days), _said(weekly, span, len(days), "day"), _table(days, "Day"))


def _table(values: "pd.Series[float]", name: str) -> pd.DataFrame:
    days = pd.DatetimeIndex(values.index).strftime("%Y-%m-%d")
    return pd.DataFrame({name: days, "Pain (0-10)": values.round(1).to_numpy()})


def _said(weekly: "pd.Series[float]", span: int, filled: int, square: str) -> str:
    index = pd.DatetimeIndex(weekly.index)
    worst, best = (index[int(at)].date() for at in (weekly.argmax(), weekly.argmin()))
    missing = span - filled
    return (
        f"Each square is a {square}; the darker, the more pain. "
        f"The highest week began on {spoken(worst)} (mean {weekly.max():.1f}), "
        f"the lowest on {spoken(best)} (mean {weekly.min():.1f}). "
        + (f"{missing} of {span} days are empty." if missing else "No day is empty.")
    )


def _by_week(days: "pd.Series[float]") -> Spec:
    index = pd.DatetimeIndex(days.index)
    begun = mondays(index)
    cells = pd.DataFrame(
        {"week": begun.strftime("%Y-%m-%d"), "weekday": index.strftime("%a"),
         "day": index.strftime("%-d %b %Y"), "pain": days.round(1).to_numpy()}
    )  # fmt: skip
    weeks = pd.date_range(begun[0], begun[-1], freq="7D").strftime("%Y-%m-%d").tolist()
    base = alt.Chart(cells).encode(
        x=alt.X("week:O", scale=alt.Scale(domain=weeks), axis=months_under(weeks)),
        y=alt.Y("weekday:O", sort=WEEKDAYS, scale=alt.Scale(domain=WEEKDAYS), title=None),
        color=pain_colour("pain"),
        tooltip=[alt.Tooltip("day:N", title="Day"), alt.Tooltip("pain:Q", title="Pain")],
    )
    return finished(_squares(base), alt.Step(ROW))


def _by_year(weekly: "pd.Series[float]") -> Spec:
    index = pd.DatetimeIndex(weekly.index)
    iso = index.isocalendar()
    cells = pd.DataFrame(
        {"year": iso["year"].to_numpy(), "week": iso["week"].to_numpy(),
         "day": index.strftime("%-d %b %Y"), "pain": weekly.round(1).to_numpy()}
    )  # fmt: skip
    months = {round(1 + month * 52.18 / 12): pd.Timestamp(2024, month + 1, 1).strftime("%b")
              for month in range(12)}  # fmt: skip
    axis = alt.Axis(title=None, values=list(months), labelExpr=f"{months}[datum.value]",
                    labelAngle=0, labelAlign="left")  # fmt: skip
    base = alt.Chart(cells).encode(
        x=alt.X("week:O", scale=alt.Scale(domain=list(range(1, 54))), axis=axis),
        y=alt.Y("year:O", title=None),
        color=pain_colour("pain"),
        tooltip=[alt.Tooltip("day:N", title="Week from"), alt.Tooltip("pain:Q", title="Pain")],
    )
    return finished(_squares(base), alt.Step(ROW))


def _squares(base: alt.Chart) -> alt.Chart:
    squares: alt.Chart = base.mark_rect(
        cornerRadius=3, width={"band": 0.86}, height={"band": 0.86}, stroke=None
    )
    return squares


def months_under(weeks: list[str]) -> alt.Axis:
    """An axis of weeks, the month's name under its first week, as many as there is room for."""
    firsts = {week: pd.Timestamp(week).strftime("%b %Y") for week in weeks
              if pd.Timestamp(week).day <= 7}  # fmt: skip
    shown = dict(list(firsts.items())[:: 1 + len(firsts) // MOST_LABELS]) or {
        weeks[0]: pd.Timestamp(weeks[0]).strftime("%-d %b %Y")
    }
    return alt.Axis(title=None, values=list(shown), labelExpr=f"{shown}[datum.value]",
                    labelAngle=0, labelAlign="left", labelOverlap=True,
                    labelSeparation=10)  # fmt: skip
