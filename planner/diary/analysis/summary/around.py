"""The days around the sessions: the one before, and the three after."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from planner.diary.analysis.summary.spans import mean
from planner.model.diary.summary import AroundSessions

BEFORE, AFTER = -1, (1, 2, 3)  # days from the session
Pains = Mapping[date, float]


def around_sessions(sessions: Iterable[date], pains: Pains) -> AroundSessions | None:
    """The mean pain on the days around the sessions; None where there was no session.

    A day that lies around two sessions, or on which there was one, counts for neither.
    """
    held = sorted(set(sessions))
    if not held:
        return None
    reach = Counter(_at(one, days) for one in held for days in (BEFORE, 0, *AFTER))
    return AroundSessions(
        sessions=len(held),
        before=_mean_at(BEFORE, held, pains, reach),
        after=tuple(_mean_at(days, held, pains, reach) for days in AFTER),
    )


def _mean_at(days: int, held: list[date], pains: Pains, reach: Counter[date]) -> float | None:
    alone = (day for one in held if reach[day := _at(one, days)] == 1)
    return mean([pains[day] for day in alone if day in pains])


def _at(session: date, days: int) -> date:
    return session + timedelta(days)
