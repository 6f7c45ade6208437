"""A diary at a glance: its last four weeks beside the four before the plan, and what stands out."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean

from planner.diary.analysis.counting import BAD_FROM, counts_of
from planner.diary.days.entries import DiaryReading
from planner.model.diary import Day
from planner.model.diary_summary import DiarySummary, Span
from planner.words import say

FOUR_WEEKS, WEEK = 28, 7  # days


def summary_of(
    reading: DiaryReading,
    started: date | None,
    first: date | None = None,
    last: date | None = None,
    bad_from: float = BAD_FROM,
) -> DiarySummary | None:
    """The days from `first` to `last` (else all of them) in short; None where none has a score."""
    scored = [one.date for one in reading.days if one.pain_0_10 is not None]
    inside = [day for day in scored if (first or day) <= day <= (last or day)]
    if not inside:
        return None
    begins, ends = first or min(inside), last or max(inside)
    days = [one for one in reading.days if begins <= one.date <= ends]
    counts = counts_of(days, reading.sessions, reading.medicine, bad_from)
    from_plan = max(started, begins) if started else begins
    return DiarySummary(
        first=begins,
        last=ends,
        days=(ends - begins).days + 1,
        logged=len(inside),
        bad_from=bad_from,
        lately=span_of(days, max(from_plan, ends - timedelta(FOUR_WEEKS - 1)), ends, bad_from),
        before=_before(days, started, begins, bad_from),
        around_sessions=None,
        flares=(),
        months=counts.months if counts else (),
        news=(),
        clear=say("Nothing was compared."),
    )


def _before(days: Sequence[Day], started: date | None, begins: date, bad: float) -> Span | None:
    if started is None or started <= begins:
        return None
    first = max(begins, started - timedelta(FOUR_WEEKS))
    return span_of(days, first, started - timedelta(1), bad)


def span_of(days: Sequence[Day], first: date, last: date, bad_from: float) -> Span:
    """The days from the first to the last in short."""
    inside = [one for one in days if first <= one.date <= last]
    scores = [one.pain_0_10 for one in inside if one.pain_0_10 is not None]
    return Span(
        first=first,
        last=last,
        days=(last - first).days + 1,
        logged=len(scores),
        average=_mean(scores),
        worst=max(scores, default=None),
        bad_a_week=_a_week([score >= bad_from for score in scores]),
        pain_days_a_week=_a_week([score > 0 for score in scores]),
        sleep=_mean([one.sleep for one in inside if one.sleep is not None]),
        got_in_the_way=_mean(
            [one.got_in_the_way for one in inside if one.got_in_the_way is not None]
        ),
    )


def _mean(scores: Sequence[float]) -> float | None:
    return fmean(scores) if scores else None


def _a_week(true_of_days: Sequence[bool]) -> float | None:
    return WEEK * fmean(true_of_days) if true_of_days else None
