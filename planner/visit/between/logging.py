"""A session as it is logged: it begins as the plan has it, and every tap changes one thing."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from planner.knowledge import Knowledge
from planner.model.assessment import ComparableSign
from planner.model.between.session import Done, Session
from planner.model.errors import EntryError, Problem
from planner.model.ids import RegionId
from planner.model.plan import Plan, TechniqueChoice
from planner.model.record.refusal import problems_of
from planner.model.visit import Draft
from planner.model.vocabulary import Pressure, Technique
from planner.planning.course.occasions import of_massage, visits_of
from planner.visit.in_force import left_of, plan_to_follow
from planner.words import say

PARTS = frozenset(Session.model_fields) - {"format", "done", "sign", "plan"}
RATED = ("before", "after")


class Followed(NamedTuple):
    """What a session follows: the plan as far as it may be done, and the sign that is looked at."""

    plan: Plan
    sign: str = ""


def followed(draft: Draft, knowledge: Knowledge) -> Followed | None:
    """The plan as the client has it, without what today's answers take away; None without one.

    Raises PlanError where the plan decided on cannot be read any more.
    """
    had, sign = plan_to_follow(draft, knowledge), draft.assessment.comparable
    if had is None:
        return None
    return Followed(left_of(had, draft, knowledge), sign.name if sign else "")


def plan_of(held: Session | None, plans: Iterable[tuple[date, Followed]]) -> Followed | None:
    """The plan that a session follows: of the day it names and of no other; else the latest.

    `plans`: those of the client by the day of the visit, the latest first. A later visit that has
    no plan of its own yet follows the one before with its own answers: they bind the sessions from
    that visit on, and say nothing of those before.
    """
    if held is None or held.plan is None:
        return next((one for _, one in plans), None)
    named = [(on, one) for on, one in plans if one.plan.on == held.plan]
    by_then = [each for each in named if each[0] <= held.on] or named[-1:]
    return next((one for _, one in by_then), None)


def as_planned(of: Followed, on: date) -> Session:
    """A session of a day in which the plan's lines were done as they stand there."""
    said: dict[str, Any] = {"on": on, "plan": of.plan.on}
    massage = of.plan.massage
    if massage:
        said["done"] = tuple(_as_it_stands(one) for one in massage.techniques)
        said["minutes"] = minutes_on(of.plan, on)
    if of.sign:
        said["sign"] = ComparableSign(name=of.sign)
    return Session(**said)


def _as_it_stands(line: TechniqueChoice) -> Done:
    return Done(technique=line.id, regions=line.regions, pressure=line.pressure)


def minutes_on(plan: Plan, on: date) -> int | None:
    """How long a session of this day is: as the visit planned last by then, within the limits."""
    visits = of_massage(visits_of(plan))
    by_then = [one.minutes for one in visits if one.on <= on] or [one.minutes for one in visits[:1]]
    return min(by_then[-1], plan.limits.minutes or by_then[-1]) if by_then else None


def put(session: Session, part: str, value: object) -> Session:
    """With one thing told; None takes it back. Raises EntryError for what cannot be."""
    if part not in PARTS:
        raise EntryError([Problem(part, say("is not told of a session"))])
    return _checked(session, **{part: value})


def rated(session: Session, when: str, pain: float | None) -> Session:
    """With the comparable sign looked at, before the massage or after it."""
    if session.sign is None or when not in RATED:
        raise EntryError([Problem(when, say("there is no comparable sign to look at"))])
    try:
        return _checked(session, sign=session.sign.having(**{when: pain}))
    except ValidationError as error:
        raise EntryError(problems_of(error, "session", "session.sign")) from None


def done(session: Session, line: Done) -> Session:
    """With a technique done like this, instead of what stood there of it."""
    known = [one.technique for one in session.done]
    if line.technique not in known:
        return _checked(session, done=(*session.done, line))
    kept = (line if one.technique is line.technique else one for one in session.done)
    return _checked(session, done=tuple(kept))


def not_done(session: Session, technique: Technique) -> Session:
    """Without a technique."""
    left = tuple(one for one in session.done if one.technique is not technique)
    return _checked(session, done=left)


def nothing_done(session: Session) -> Session:
    """No massage today: the client was here, and there was no session."""
    return _checked(session, done=(), minutes=None)


def how_firm(session: Session, technique: Technique, pressure: Pressure) -> Session:
    """With a technique done this firm; what was not done stays so."""
    line = next((one for one in session.done if one.technique is technique), None)
    return done(session, line.replaced(pressure=pressure)) if line else session


def where(session: Session, technique: Technique, region: RegionId, *, on: bool) -> Session:
    """With a technique worked at a place, or not there; where none is left it was not done."""
    line = next((one for one in session.done if one.technique is technique), None)
    if line is None:
        return session
    others = tuple(one for one in line.regions if one != region)
    regions = (*others, region) if on else others
    return (
        done(session, line.replaced(regions=regions)) if regions else not_done(session, technique)
    )


def line_of(technique: Technique, plan: Plan) -> Done | None:
    """A technique as the plan has it, or where the plan works, light, where it has it not."""
    lines = plan.massage.techniques if plan.massage else ()
    known = next((one for one in lines if one.id is technique), None)
    if known:
        return _as_it_stands(known)
    regions = tuple(dict.fromkeys(region for one in lines for region in one.regions))
    if not regions:
        return None
    return Done(technique=technique, regions=regions, pressure=Pressure.LIGHT)


def _checked(session: Session, **said: object) -> Session:
    try:
        return session.having(**said)
    except ValidationError as error:
        raise EntryError(problems_of(error, "session", "session")) from None


def number_of(session: Session, log: Iterable[Session]) -> int:
    """Which session of its plan it is, 1 the first; one that was not had counts as the next."""
    same = [one for one in log if one.plan == session.plan and one.was_had]
    return 1 + sum(one.on < session.on for one in same)


def planned_sessions(plan: Plan) -> int:
    """How many sessions the plan has."""
    return len(of_massage(visits_of(plan)))
