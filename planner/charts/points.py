"""What the picture of the pain's course is drawn from: days or weeks, entries, phases, sessions."""

from datetime import date, timedelta
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.charts.drawing import ORDINARY_YEAR, mondays
from planner.diary import DiaryReading
from planner.diary.analysis.sides import series

MOST_ENTRIES = 600  # more are drawn as days
AROUND = 7  # days of the band
LEAST_AROUND = 4
LONGEST_GAP = 28  # days without an entry that a median's line still bridges
BEFORE, SINCE = "before", "since"

Days: TypeAlias = "pd.Series[float]"


class PhaseDays(NamedTuple):
    """A phase of the diary: its first and last day, the median of its days, how many have one."""

    phase: str
    first: date
    last: date
    median: float
    days: int


class Course(NamedTuple):
    """The course of one diary; `dot` says what one dot is: an entry, a day, a week."""

    steps: pd.DataFrame  # day, pain, low, high, run (a new one after each gap), phase
    dots: pd.DataFrame  # day, pain, phase
    phases: tuple[PhaseDays, ...]
    sessions: pd.DataFrame  # day
    dot: str
    missing: int
    first: date
    last: date


def course_of(reading: DiaryReading, started: date | None) -> Course | None:
    """The course on 0 to 10; None where no day has a pain."""
    known = [day.date for day in reading.days if day.pain_0_10 is not None]
    if not known:
        return None
    first, last = known[0], known[-1]
    days = pd.Series(series(reading.days, first, last), index=pd.date_range(first, last))
    by_week = len(days) > ORDINARY_YEAR
    steps = _weeks(days) if by_week else _days(days)
    single = not by_week and len(reading.diary) <= MOST_ENTRIES
    dots = _entries(reading) if single else steps[["day", "pain"]].dropna()
    several = single and len(dots) > days.notna().sum()
    return Course(
        steps=steps.assign(
            phase=_phase(steps["day"], started), run=steps["pain"].isna().cumsum()
        ).round({"pain": 2, "low": 2, "high": 2}),
        dots=dots.assign(phase=_phase(dots["day"], started)).round({"pain": 2}),
        phases=_phases(days, started),
        sessions=_sessions(reading, first, last),
        dot="week" if by_week else "entry" if several else "day",
        missing=int(days.isna().sum()),
        first=first,
        last=last,
    )


def stretches(found: Course, of: PhaseDays) -> list[tuple[date, date]]:
    """From where to where the days of a phase were written, without the gaps of weeks."""
    inside = found.steps.dropna(subset="pain").query("phase == @of.phase")["day"]
    if inside.empty:  # the days of a phase that began within the last week drawn
        return [(of.first, of.last)]
    apart = (inside.diff() > pd.Timedelta(days=LONGEST_GAP)).cumsum()
    reach = timedelta(days=6 if found.dot == "week" else 0)
    return [
        (max(of.first, one.iloc[0].date()), min(of.last, one.iloc[-1].date() + reach))
        for _, one in inside.groupby(apart)
    ]


def _days(days: Days) -> pd.DataFrame:
    """Each day with the middle half of the seven days around it."""
    around = days.rolling(AROUND, center=True, min_periods=LEAST_AROUND)
    made = pd.DataFrame({"pain": days, "low": around.quantile(0.25), "high": around.quantile(0.75)})
    made.loc[days.isna(), ["low", "high"]] = np.nan
    return made.rename_axis("day").reset_index()


def _weeks(days: Days) -> pd.DataFrame:
    """Each week from Monday: its mean and its middle half."""
    weeks = days.groupby(mondays(pd.DatetimeIndex(days.index)))
    made = pd.DataFrame(
        {"pain": weeks.mean(), "low": weeks.quantile(0.25), "high": weeks.quantile(0.75)}
    )
    made.loc[weeks.count() < LEAST_AROUND, ["low", "high"]] = np.nan
    return made.rename_axis("day").reset_index()


def _entries(reading: DiaryReading) -> pd.DataFrame:
    entries = reading.diary.entries
    return pd.DataFrame({"day": entries["day"], "pain": entries["pain_0_10"]})


def _phase(days: "pd.Series[Any]", started: date | None) -> NDArray[np.str_] | str:
    if started is None:
        return SINCE
    return np.where(days < pd.Timestamp(started), BEFORE, SINCE)


def _phases(days: Days, started: date | None) -> tuple[PhaseDays, ...]:
    """The days before the start and those from it on, as far as there are any."""
    spans = {SINCE: days}
    if started is not None:
        eve = pd.Timestamp(started - timedelta(days=1))
        spans = {BEFORE: days[:eve], SINCE: days[pd.Timestamp(started) :]}
    return tuple(_of_phase(name, span) for name, span in spans.items() if span.count())


def _of_phase(name: str, span: Days) -> PhaseDays:
    first, last = (pd.DatetimeIndex(span.index)[at].date() for at in (0, -1))
    return PhaseDays(name, first, last, round(float(span.median()), 1), int(span.count()))


def _sessions(reading: DiaryReading, first: date, last: date) -> pd.DataFrame:
    inside = [day for day in reading.sessions if first <= day <= last]
    return pd.DataFrame({"day": pd.to_datetime(pd.Series(inside, dtype=object))})
