"""A diary in half a minute: the last weeks beside those before the plan, sessions and flares."""

from datetime import date

from planner.model.diary.days import Counted
from planner.model.phrase import Text, Texts
from planner.model.record import Strict


class Span(Strict):
    """Some days of a diary on 0 to 10; what nobody wrote down is None.

    `logged` days say of pain. `average` and `worst` are of those with a score, `bad_a_week` is
    their share that is bad, times seven. For `sleep` 10 is best, for `got_in_the_way` 10 is worst.
    """

    first: date
    last: date
    days: int
    logged: int
    average: float | None = None
    worst: float | None = None
    bad_a_week: float | None = None
    pain_days_a_week: float | None = None
    sleep: float | None = None
    got_in_the_way: float | None = None


class AroundSessions(Strict):
    """The mean pain around the sessions, over those that have a score on that day.

    `before` is the day before, `after` the one, two and three days after; a day that lies around
    two sessions, or on which there was one, counts for neither. None where no such day is written.
    """

    sessions: int
    before: float | None
    after: tuple[float | None, ...]


class Flare(Strict):
    """Days in a row well above the usual of their time, from the first to the last of them.

    `logged` of its days are written down. It `may_be_longer` where the day before it or the day
    after it is not.
    """

    first: date
    last: date
    worst: float
    logged: int
    may_be_longer: bool

    @property
    def days(self) -> int:
        """How long it was."""
        return (self.last - self.first).days + 1


class DiarySummary(Strict):
    """What a diary says at a glance, of the days from `first` to `last`.

    `lately` are its last four weeks, or those since the plan where it began within them; `before`
    the four before the plan. It is None where the plan's start is not known, has no days before it
    or lies after the last day. `flares` is None where too few days are written to know what is
    usual. `news` tells what is new or much worse in the last four weeks, or that nobody can tell;
    empty is nothing new. `clear` says in one sentence how clear the change is. `months` count
    every month.
    """

    first: date
    last: date
    days: int
    logged: int
    bad_from: float
    lately: Span
    before: Span | None
    around_sessions: AroundSessions | None
    flares: tuple[Flare, ...] | None
    months: tuple[Counted, ...]
    news: Texts
    clear: Text
