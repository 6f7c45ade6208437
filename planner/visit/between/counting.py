"""What the log of sessions says to a review; what the therapist typed by hand comes before it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from planner.model.between.session import Session
from planner.model.follow_up import AfterLastTime, Done, FollowUp, SignRated
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.planning.course.occasions import of_massage, visits_of
from planner.words import say

WEEK = 7


class Counted(NamedTuple):
    """What the log comes to; None is what nobody told at any session."""

    sessions: Done | None = None
    self_care: Done | None = None
    flares: int | None = None
    after_last_time: AfterLastTime | None = None
    signs: tuple[SignRated, ...] = ()


class Differs(NamedTuple):
    """What was typed by hand and is not what the log comes to."""

    part: str
    says: Phrase


def of_the_plan(log: Iterable[Session], plan: Plan, on: date) -> tuple[Session, ...]:
    """The sessions under a plan up to a day, in their order.

    One on the day the plan was made belongs to the plan that it followed.
    """
    first = min((plan.on, *(one.on for one in of_massage(visits_of(plan))[:1])))
    under = (one for one in log if first <= one.on <= on)
    return tuple(sorted((one for one in under if _follows(one, plan)), key=lambda one: one.on))


def _follows(session: Session, plan: Plan) -> bool:
    return session.plan is None or session.plan >= plan.on


def counted(log: Iterable[Session], plan: Plan, on: date) -> Counted:
    """What the log says of a plan up to the day of its review."""
    every = tuple(log)
    under = of_the_plan(every, plan, on)
    if not under:
        return Counted()
    asked = [one for one in _of_the_course(every, plan, on) if one.after_last_time is not None]
    return Counted(
        sessions=_had(under, plan, on),
        self_care=_at_home(under, plan),
        flares=sum(one.tells_of_a_flare for one in asked) if asked else None,
        after_last_time=_told_on(under, on),
        signs=tuple(_signs(under)),
    )


def _of_the_course(log: Iterable[Session], plan: Plan, on: date) -> Iterable[Session]:
    """The sessions that tell of flares: of the course, or after those that made it lighter.

    What is told on the day of a halving is of the session before it.
    """
    first = plan.flares_from
    halved = first > plan.began
    return (one for one in log if first <= one.on <= on and not (halved and one.on == first))


def _had(under: Sequence[Session], plan: Plan, on: date) -> Done:
    """How many were had of those due: all before today, and today's where it was had."""
    had = [one.on for one in under if one.was_had]
    days = [one.on for one in of_massage(visits_of(plan))]
    due = [day for day in days if day < on or (day == on and on in had)]
    return Done(done=len(had), planned=len(due))


def _at_home(under: Sequence[Session], plan: Plan) -> Done | None:
    """Days with home care of the days asked about; no day twice, none from before the plan."""
    done = planned = 0
    asked_from = plan.on
    for one in under:
        days = min(WEEK, (one.on - asked_from).days)
        if one.home_days is None or days <= 0:
            continue
        done, planned = done + min(one.home_days, days), planned + days
        asked_from = one.on
    return Done(done=done, planned=planned) if planned else None


def _told_on(under: Sequence[Session], on: date) -> AfterLastTime | None:
    """What was told on the day itself; what was told before is of another session."""
    return next((one.after_last_time for one in under if one.on == on), None)


def _signs(under: Sequence[Session]) -> Iterable[SignRated]:
    for one in under:
        if one.sign and (one.sign.before is not None or one.sign.after is not None):
            yield SignRated(
                on=one.on, name=one.sign.name, before=one.sign.before, after=one.sign.after
            )


def fed(facts: FollowUp, log: Counted) -> FollowUp:
    """What was asked at the review, and from the log whatever was not typed by hand."""
    told = {
        "sessions": facts.sessions or log.sessions,
        "self_care": facts.self_care or log.self_care,
        "after_last_time": facts.after_last_time or log.after_last_time,
        "long_flares": _flares(facts, log),
        "signs": facts.signs or log.signs or None,
    }
    return facts.having(**told)


def _flares(facts: FollowUp, log: Counted) -> int | None:
    """What was typed, else those of the log and the one told of today."""
    if facts.long_flares is not None or log.flares is None:
        return facts.long_flares
    today = facts.after_last_time is AfterLastTime.FLARE and log.after_last_time is None
    return log.flares + today


def differing(facts: FollowUp, log: Counted) -> tuple[Differs, ...]:
    """Where the hand and the log do not agree: the hand counts, and both are shown."""
    pairs = (
        ("sessions", facts.sessions and facts.sessions.done, log.sessions and log.sessions.done),
        ("self_care", facts.self_care and facts.self_care.done, _last_week(log)),
        ("long_flares", facts.long_flares, log.flares),
    )
    return tuple(
        Differs(part, say("The log says {logged}; you typed {typed}.", logged=of, typed=typed))
        for part, typed, of in pairs
        if typed is not None and of is not None and typed != of
    )


def _last_week(log: Counted) -> int | None:
    """The days at home, where they are of one week as the typed ones are."""
    told = log.self_care
    return told.done if told and told.planned == WEEK else None
