"""A diary at a glance, made from a reading."""

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from planner.diary.analysis.by_days.of_a_reading import How, days_of
from planner.diary.analysis.comparison import WINDOW, analyse, obstacles
from planner.diary.analysis.counting import BAD_FROM, counts_of
from planner.diary.analysis.naming import not_pain
from planner.diary.analysis.summary import spans
from planner.diary.analysis.summary.around import around_sessions
from planner.diary.analysis.summary.clearness import NO_START, Change, clear
from planner.diary.analysis.summary.flares import flares
from planner.diary.analysis.summary.news import Told, news
from planner.diary.days.entries import DiaryReading
from planner.diary.values.date_forms import EPOCH
from planner.model.diary.summary import DiarySummary
from planner.model.phrase import Phrase

FOUR_WEEKS = 28  # days


class _Asked(NamedTuple):
    """What is looked at: the days inside, from when on one is bad, how many a side."""

    frame: spans.Frame
    bad_from: float
    window: int


def summary_of(
    reading: DiaryReading,
    started: date | None,
    first: date | None = None,
    last: date | None = None,
    bad_from: float | None = None,
    window: int | None = None,
) -> DiarySummary | None:
    """The days from `first` to `last` (else all of them) in short; None where none says of pain.

    `window` is how many days of each side are set beside each other and compared; None sets four
    weeks beside four, and compares as many as is usual.
    """
    telling = [one.date for one in reading.days if one.with_pain is not None]
    inside = [day for day in telling if (first or day) <= day <= (last or day)]
    if not inside:
        return None
    begins, ends = first or min(inside), last or max(inside)
    days = [one for one in reading.days if begins <= one.date <= ends]
    frame = spans.Frame(days, begins, ends, started, window or FOUR_WEEKS)
    bad = BAD_FROM if bad_from is None else bad_from
    return _made(reading, _Asked(frame, bad, window or WINDOW))


def _made(reading: DiaryReading, asked: _Asked) -> DiarySummary:
    frame, bad = asked.frame, asked.bad_from
    begins, ends = frame.begins, frame.ends
    pains = {one.date: one.pain_0_10 for one in frame.days if one.pain_0_10 is not None}
    telling = [one.date for one in frame.days if one.with_pain is not None]
    counts = counts_of(frame.days, reading.sessions, reading.medicine, bad)
    told = Told(telling, pains, reading.medicine, _places(reading, begins, ends))
    return DiarySummary(
        first=begins,
        last=ends,
        days=(ends - begins).days + 1,
        logged=len(telling),
        bad_from=bad,
        lately=spans.lately(frame, bad),
        before=spans.before(frame, bad),
        around_sessions=around_sessions(
            (one for one in reading.sessions if begins <= one <= ends), pains
        ),
        flares=flares(pains),
        months=counts.months if counts else (),
        news=news(told, begins, ends, bad),
        clear=_clear(reading, asked),
    )


def _clear(reading: DiaryReading, asked: _Asked) -> Phrase:
    days, started, window = asked.frame.days, asked.frame.started, asked.window
    if started is None:
        return NO_START
    found = analyse(days, reading.sessions, started, window, not_pain(reading))
    counted = days_of(reading, days, How(started, window, asked.bad_from))
    return clear(Change(found, counted), () if found else obstacles(days, started, window))


def _places(reading: DiaryReading, begins: date, ends: date) -> dict[date, set[str]]:
    """The places that were named on each day from the first to the last."""
    sites = reading.diary.beside.get("site")
    places: dict[date, set[str]] = defaultdict(set)
    if sites is None:
        return places
    for number, site in set(zip(reading.diary.day.tolist(), sites.tolist(), strict=True)):
        day = EPOCH + timedelta(number)
        if site and begins <= day <= ends:
            places[day].add(site)
    return places
