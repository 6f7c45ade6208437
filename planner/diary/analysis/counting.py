"""Days counted by week and month: written down, with pain, bad, with medicine or a session."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from planner.model.diary import Counted, Counts, Day

BAD_FROM = 7.0  # of 10; a convention, which a person may set otherwise
WEEK = 7


def counts_of(
    days: Iterable[Day],
    sessions: Iterable[date],
    medicine: Iterable[date] | None,
    bad_from: float = BAD_FROM,
) -> Counts | None:
    """The counts from the first day of a diary to its last; None where no day says of pain."""
    told = [one for one in days if one.with_pain is not None]
    if not told:
        return None
    written = _Written(told, sessions, medicine, bad_from)
    return Counts(
        bad_from=bad_from,
        weeks=tuple(written.by(_week, lambda day: day - timedelta(days=day.weekday()))),
        months=tuple(written.by(attrgetter("month"), lambda day: day.replace(day=1))),
    )


def _week(day: date) -> int:
    """A number that all days of one week share, from Monday on."""
    return (day.toordinal() - 1) // WEEK


class _Written:
    """What was written down, ready to be counted over any span of days."""

    def __init__(
        self,
        days: list[Day],
        sessions: Iterable[date],
        medicine: Iterable[date] | None,
        bad_from: float,
    ) -> None:
        self.days = {one.date for one in days}
        self.pain = {one.date: one.pain_0_10 for one in days if one.pain_0_10 is not None}
        self.with_pain = {one.date for one in days if one.with_pain}
        self.sessions = set(sessions)
        self.medicine = None if medicine is None else set(medicine)
        self.bad_from = bad_from

    def by(
        self, span_of: Callable[[date], int], begin_of: Callable[[date], date]
    ) -> Iterator[Counted]:
        """The counts of each span between the first day and the last."""
        first, last = min(self.days), max(self.days)
        every = (first + timedelta(days=number) for number in range((last - first).days + 1))
        for _, group in groupby(every, key=span_of):
            days = tuple(group)
            yield self.counted(begin_of(days[0]), days)

    def counted(self, begins: date, days: tuple[date, ...]) -> Counted:
        """The counts of some days."""
        return Counted(
            begins=begins,
            days=len(days),
            logged=len(self.days.intersection(days)),
            with_pain=len(self.with_pain.intersection(days)),
            bad=self._bad(days),
            sessions=len(self.sessions.intersection(days)),
            medicine=None if self.medicine is None else len(self.medicine.intersection(days)),
        )

    def _bad(self, days: tuple[date, ...]) -> int | None:
        """The bad days; None where a day with pain has no score."""
        if any(day not in self.pain for day in self.with_pain.intersection(days)):
            return None
        return sum(self.pain[day] >= self.bad_from for day in days if day in self.pain)
