"""Some days of a diary in short, and which days those are: lately, and before the plan."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean
from typing import NamedTuple

from planner.model.diary import Day
from planner.model.diary.summary import Span

WEEK = 7  # days


class Frame(NamedTuple):
    """The days looked at, their first and last, the day the plan started, and how many a side."""

    days: Sequence[Day]
    begins: date
    ends: date
    started: date | None
    a_side: int


def lately(of: Frame, bad_from: float) -> Span:
    """The last days of a diary; none of them before the plan where that began within it."""
    first = max(of.begins, of.ends - timedelta(of.a_side - 1))
    if of.started and of.started <= of.ends:
        first = max(first, of.started)
    return span_of(of.days, first, of.ends, bad_from)


def before(of: Frame, bad_from: float) -> Span | None:
    """The last days before the plan; None where it did not begin within the diary."""
    if of.started is None or not of.begins < of.started <= of.ends:
        return None
    first = max(of.begins, of.started - timedelta(of.a_side))
    return span_of(of.days, first, of.started - timedelta(1), bad_from)


def span_of(days: Sequence[Day], first: date, last: date, bad_from: float) -> Span:
    """The days from the first to the last in short."""
    inside = [one for one in days if first <= one.date <= last]
    scores = [one.pain_0_10 for one in inside if one.pain_0_10 is not None]
    with_pain = [one.with_pain for one in inside if one.with_pain is not None]
    return Span(
        first=first,
        last=last,
        days=(last - first).days + 1,
        logged=len(with_pain),
        average=mean(scores),
        worst=max(scores, default=None),
        bad_a_week=_a_week([score >= bad_from for score in scores]),
        pain_days_a_week=_a_week(with_pain),
        sleep=mean([one.sleep for one in inside if one.sleep is not None]),
        got_in_the_way=mean(
            [one.got_in_the_way for one in inside if one.got_in_the_way is not None]
        ),
    )


def mean(scores: Sequence[float]) -> float | None:
    """The mean; None of nothing."""
    return fmean(scores) if scores else None


def _a_week(true_of_days: Sequence[bool]) -> float | None:
    return WEEK * fmean(true_of_days) if true_of_days else None
