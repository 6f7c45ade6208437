"""Consent as it is asked for: where a plan needs it, given point by point, taken back in one."""

from collections.abc import Iterable
from datetime import date

from pydantic import ValidationError

from planner.knowledge import Knowledge
from planner.knowledge.named import BUTTOCK, SENSITIVE_PLACES
from planner.model.between.consent import AgreedBy, Consent, Point, Withdrawn
from planner.model.errors import EntryError, Problem
from planner.model.ids import RegionId
from planner.model.order import each_once
from planner.model.plan import Plan
from planner.model.record.refusal import problems_of
from planner.words import say

ASKED_BY_ITSELF = (*SENSITIVE_PLACES, BUTTOCK)


def a_place(name: str, knowledge: Knowledge) -> RegionId:
    """A region by its name; raises EntryError where it is none."""
    if name not in knowledge.regions:
        raise EntryError([Problem(name, say("is not a place of the body chart"))])
    return RegionId(name)


def sensitive_in(plan: Plan, knowledge: Knowledge) -> tuple[RegionId, ...]:
    """The places of a plan that consent is asked for one by one."""
    lines = plan.massage.techniques if plan.massage else ()
    worked = each_once(region for one in lines for region in one.regions)
    return tuple(one for one in worked if knowledge.regions[one].place in ASKED_BY_ITSELF)


def latest(given: Iterable[Consent]) -> Consent | None:
    """The consent that was asked for last: it takes the place of those before it.

    `given`: as they are kept, of one day the one asked for last first.
    """
    return max(given, key=lambda one: one.on, default=None)


def in_force(given: Iterable[Consent]) -> Consent | None:
    """The consent that stands."""
    last = latest(given)
    return last if last and last.stands else None


def still_open(plan: Plan, stands: Consent | None, knowledge: Knowledge) -> tuple[RegionId, ...]:
    """The sensitive places of a plan that nobody has said yes to."""
    said = stands.places if stands else {}
    return tuple(one for one in sensitive_in(plan, knowledge) if said.get(one) is not True)


def begun(plan: Plan | None, on: date, wording: str = "") -> Consent:
    """A consent in which nothing was told yet."""
    made = Consent(on=on)
    return made.having(plan=plan.on if plan else None, wording=wording or None)


def told(consent: Consent, point: Point, is_told: bool) -> Consent:
    """With a point told, or not yet."""
    others = {one for one in consent.points if one is not point}
    points = tuple(one for one in Point if one in others or (is_told and one is point))
    return _changed(consent, points=points)


def agreed(consent: Consent, by: AgreedBy | None, name: str = "") -> Consent:
    """With who agrees; None takes it back to not asked."""
    return _changed(consent, by=by, name=name.strip() or None)


def place_said(consent: Consent, region: RegionId, answer: bool | None) -> Consent:
    """With a yes or a no for a sensitive place; None is not asked."""
    others = {one: said for one, said in consent.places.items() if one != region}
    said = others if answer is None else {**others, region: answer}
    return _changed(consent, places=said)


def withdrawn(consent: Consent, on: date, by: AgreedBy = AgreedBy.CLIENT) -> Consent:
    """Taken back on a day; what was agreed stays readable."""
    if consent.withdrawn:
        return consent
    return _replaced(consent, withdrawn=Withdrawn(on=on, by=by))


def _changed(consent: Consent, **said: object) -> Consent:
    """Changed while it stands; one that was withdrawn is history."""
    if consent.withdrawn:
        raise EntryError([Problem("consent", say("was withdrawn: ask for a new one"))])
    return _replaced(consent, **said)


def _replaced(consent: Consent, **said: object) -> Consent:
    try:
        return consent.having(**said)
    except ValidationError as error:
        raise EntryError(problems_of(error, "consent", "consent")) from None
