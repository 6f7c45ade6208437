"""A diary in half a minute: the last weeks beside those before the plan, sessions and flares."""

from datetime import date

from planner.model.diary import Counted, Strict
from planner.model.phrase import Text, Texts


class Span(Strict):
    """Some days of a diary on 0 to 10; what nobody wrote down is None.

    `average` and `worst` are of the days with a score, `bad_a_week` is their share that is bad,
    times seven. For `sleep` 10 is best, for `got_in_the_way` 10 is worst.
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

    `before` is the day before, `after` the one, two and three days after; a day on which another
    session fell counts for neither.
    """

    sessions: int
    before: float | None
    after: tuple[float | None, ...]


class Flare(Strict):
    """Days in a row well above the usual of their time, from the first to the last of them."""

    first: date
    last: date
    worst: float


class DiarySummary(Strict):
    """What a diary says at a glance, of the days from `first` to `last`.

    `lately` are its last four weeks, `before` the four before the plan; None where the plan's
    start is not known or has no days before it. `news` tells what is new or much worse lately,
    `clear` says in one sentence how clear the change is. `months` count every month.
    """

    first: date
    last: date
    days: int
    logged: int
    bad_from: float
    lately: Span
    before: Span | None
    around_sessions: AroundSessions | None
    flares: tuple[Flare, ...]
    months: tuple[Counted, ...]
    news: Texts
    clear: Text
