"""What is new or much worse in the last four weeks of a diary."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.model.change import LEAST_COVERAGE
from planner.model.phrase import Phrase, Texts
from planner.words import say, say_many

LATELY = 28  # days
LEAST_EARLIER = 14  # days written down before them, to tell what is new
WEEK = 7
Flags = NDArray[np.bool_]


class Told(NamedTuple):
    """What news are found in: days that say of pain, its scores, medicine days where told, places.

    A diary that only says on which days there was pain has no scores.
    """

    days: Collection[date]
    pains: Mapping[date, float]
    medicine: Collection[date] | None
    places: Mapping[date, Collection[str]]


def news(told: Told, begins: date, ends: date, bad_from: float) -> Texts:
    """Each thing that is new, or worse than ever, in the last four weeks; or why nobody can tell.

    Nothing where nothing is new.
    """
    since = ends - timedelta(LATELY - 1)
    earlier = sum(day < since for day in told.days)
    if earlier < LEAST_EARLIER:
        return (_too_early(earlier),)
    return (
        *_new_places(told.places, since),
        *_worst_ever(told.pains, since),
        *_more_bad_days(told.pains, begins, since, ends, bad_from),
        *_more_medicine(told.medicine, begins, since, ends),
    )


def _too_early(earlier: int) -> Phrase:
    return say_many(
        "Too early to tell what is new: {number} day is written before the last {lately} days.",
        "Too early to tell what is new: {number} days are written before the last {lately} days.",
        earlier,
        lately=LATELY,
    )


def _new_places(places: Mapping[date, Collection[str]], since: date) -> Iterator[Phrase]:
    """Places named lately and never before, where places were named before."""
    before = {place.casefold() for day, named in places.items() if day < since for place in named}
    lately = [place for day in sorted(places) if day >= since for place in sorted(places[day])]
    new = {one.casefold(): one for one in reversed(lately) if one.casefold() not in before}
    if before and new:
        places_new = tuple(reversed(new.values()))
        yield say(
            "New in the last {lately} days: {places:commas}.", lately=LATELY, places=places_new
        )


def _worst_ever(pains: Mapping[date, float], since: date) -> Iterator[Phrase]:
    lately = {day: pain for day, pain in pains.items() if day >= since}
    earlier = [pain for day, pain in pains.items() if day < since]
    if not lately or not earlier:
        return
    worst = max(lately.values())
    if worst > max(earlier):
        day = min(day for day, pain in lately.items() if pain == worst)
        yield say(
            "The worst day so far was {day:short}: {worst:g} of 10.", day=day, worst=round(worst, 1)
        )


def _more_bad_days(
    pains: Mapping[date, float], begins: date, since: date, ends: date, bad_from: float
) -> Iterator[Phrase]:
    """A larger share of bad days than in any four weeks before that are well filled in."""
    written = _flags(pains, begins, ends)
    bad = _flags({day for day, pain in pains.items() if pain >= bad_from}, begins, ends)
    days, of = (_in_four_weeks(one) for one in (bad, written))
    filled = of >= LEAST_COVERAGE * LATELY
    shares = np.divide(days, of, out=np.full(len(of), np.nan), where=filled)
    earlier = shares[: max(0, (since - begins).days - LATELY + 1)]
    if np.isnan(earlier).all() or np.isnan(shares[-1]):
        return
    if shares[-1] > np.nanmax(earlier):
        yield say(
            "{bad:.1f} bad days a week in the last {lately} days, "
            "more than in any {lately} days before.",
            bad=WEEK * float(shares[-1]),
            lately=LATELY,
        )


def _more_medicine(
    medicine: Collection[date] | None, begins: date, since: date, ends: date
) -> Iterator[Phrase]:
    """More days with medicine than in any four weeks before."""
    counts = _in_four_weeks(_flags(medicine or (), begins, ends))
    earlier = counts[: max(0, (since - begins).days - LATELY + 1)]
    if not len(earlier) or counts[-1] <= earlier.max():
        return
    yield say_many(
        "Medicine on {number} of the last {lately} days, more than in any {lately} days before.",
        "Medicine on {number} of the last {lately} days, more than in any {lately} days before.",
        int(counts[-1]),
        lately=LATELY,
    )


def _flags(marked: Collection[date], begins: date, ends: date) -> Flags:
    """For each day from the first to the last whether it is among those marked."""
    flags = np.zeros((ends - begins).days + 1, dtype=np.bool_)
    flags[[(day - begins).days for day in marked if begins <= day <= ends]] = True
    return flags


def _in_four_weeks(flags: Flags) -> NDArray[np.int64]:
    """How many are marked in each four weeks, in order; those that end with the last day last."""
    total = np.concatenate([[0], np.cumsum(flags)])
    counts: NDArray[np.int64] = total[LATELY:] - total[:-LATELY]
    return counts
