"""Flares: days in a row that stand well above the usual of their time."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from planner.model.change import reaches
from planner.model.diary.summary import Flare

WELL_ABOVE = 2.0  # points above the usual: what a person notices at any height
AROUND = 14  # days on each side that make the usual of a day
LEAST_AROUND = 7  # of them written down, to know what is usual
LEAST_DAYS = 2  # in a row; one bad day is no flare
BRIDGED = 2  # days from one written day to the next: one day between may be missing
A_DAY = timedelta(1)
Pains = Mapping[date, float]


def flares(pains: Pains) -> tuple[Flare, ...] | None:
    """The flares among written days; None where too few are written to know what is usual."""
    usual = {day: _usual(day, pains) for day in sorted(pains)}
    known = {day: score for day, score in usual.items() if score is not None}
    if not known:
        return None
    high = [day for day, score in known.items() if reaches(pains[day] - score, WELL_ABOVE)]
    return tuple(_flare(run, pains) for run in _runs(high, pains) if len(run) >= LEAST_DAYS)


def _usual(day: date, pains: Pains) -> float | None:
    """The median of the days around a day, itself left out."""
    steps = (*range(-AROUND, 0), *range(1, AROUND + 1))
    around = [pains[near] for step in steps if (near := _away(day, step)) in pains]
    return median(around) if len(around) >= LEAST_AROUND else None


def _away(day: date, step: int) -> date:
    return date.fromordinal(max(1, day.toordinal() + step))  # there is no day before the year 1


def _runs(high: list[date], pains: Pains) -> Iterator[list[date]]:
    """High days in a row; a written day that is not high ends a run, one unwritten day does not."""
    run = high[:1]
    for before, day in pairwise(high):
        if not _goes_on(before, day, pains):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _goes_on(before: date, day: date, pains: Pains) -> bool:
    apart = (day - before).days
    return apart == 1 or (apart == BRIDGED and before + A_DAY not in pains)


def _flare(run: list[date], pains: Pains) -> Flare:
    first, last = run[0], run[-1]
    return Flare(
        first=first,
        last=last,
        worst=max(pains[day] for day in run),
        logged=len(run),
        may_be_longer=first - A_DAY not in pains or last + A_DAY not in pains,
    )
