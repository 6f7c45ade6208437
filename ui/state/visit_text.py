"""A visit as the text that is kept: what it says, and what comes of it. Nothing is drawn here."""

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from planner.knowledge import load
from planner.model.errors import IntakeError, PlannerError, Problem
from planner.model.intake import Intake, read_intake
from planner.model.plan import Plan, read_plan
from planner.safety.others import spelled_out
from planner.safety.questions import Group, groups, to_ask_again
from planner.visit.main_line import first_visit
from records import VisitSummary

AT_ONCE = 8  # visits being drawn at the same moment
UNNAMED = "Client"
NOT_SCORED_YET = 0  # stands in for a missing average where only the questions are wanted
PLANS = ("last", "plan")  # whole plans within `follow_up`
BESIDE = ("diary", "follow_up")  # kept with the visit, not part of its intake

Visit = dict[str, Any]


class Talk(NamedTuple):
    """One conversation: what was said, what is asked, and what comes of it."""

    intake: Intake
    asked: tuple[Group, ...]
    plan: Plan


def blank(on: date) -> Visit:
    """A visit in which nothing has been said yet."""
    return {
        "format": 1,
        "on": on.isoformat(),
        "locale": "US",
        "client": {"label": "", "age": None},
        "pain": [],
        "marks": {},
        "severity": {},
        "answers": {},
        "where": {},
        "clearances": [],
        "overrides": [],
        "edits": [],
        "preferences": {},
    }


@lru_cache(maxsize=AT_ONCE)
def parsed(text: str) -> Visit:
    """A visit to look at, never to change: a page asks for it at every field."""
    found: Visit = json.loads(text)
    return found


def said(of: Mapping[str, Any], place: str) -> Any:
    """What a visit says at a place; `pain/low-back-pain/months` names one pain source."""
    here: Any = of
    for step in place.split("/"):
        here = _step(here, step)
        if here is None:
            return None
    return here


def say(of: Visit, place: str, value: Any) -> None:
    """Say something at a place of a visit; None takes it back."""
    *way, last = place.split("/")
    here: Any = of
    for step in way:
        here = _step(here, step) if isinstance(here, list) else here.setdefault(step, {})
    if value is None:
        here.pop(last, None)
    else:
        here[last] = value


def _step(here: Any, step: str) -> Any:
    if isinstance(here, list):
        return next((one for one in here if one.get("condition") == step), None)
    return here.get(step)


def without_plans(of: Visit) -> Visit:
    """What was said, without the copies of whole plans that a follow-up holds."""
    follow_up = of.get("follow_up") or {}
    said_there = {part: value for part, value in follow_up.items() if part not in PLANS}
    return {**of, "follow_up": said_there}


def as_json(value: Any) -> str:
    """A part of a visit as a JSON text, for a reader that checks it."""
    return json.dumps(value)


def intake_part(of: Visit) -> Visit:
    """The visit without what is kept beside its intake."""
    return {part: value for part, value in of.items() if part not in BESIDE}


@lru_cache(maxsize=AT_ONCE)
def intake_of(text: str) -> Intake:
    """A visit as an intake; raises IntakeError with everything that is wrong in it.

    A missing average is read as 0: screening does not look at it, and no plan is shown without it.
    """
    whole = _completed(intake_part(parsed(text)))
    return read_intake(json.dumps(whole), load().known_ids)


@lru_cache(maxsize=AT_ONCE)
def talk_of(text: str) -> Talk:
    """The whole conversation; raises IntakeError."""
    intake = intake_of(text)
    return Talk(intake, groups(intake, load()), first_visit(intake, load()))


@lru_cache(maxsize=AT_ONCE)
def plan_of(text: str) -> Plan | None:
    """The plan in force; None while there is no pain source, no score, or it cannot be read.

    At a follow-up that is the plan the therapist decided on, unless today's answers forbid it.
    """
    visit = parsed(text)
    if not visit["pain"] or average_of(visit) is None:
        return None
    try:
        made, decided = talk_of(text).plan, said(visit, "follow_up/plan")
        if decided is None or not made.clearance.may_be_handed_out:
            return made
        return read_plan(as_json(decided), load().known_ids)
    except PlannerError:
        return None


@lru_cache(maxsize=AT_ONCE)
def last_plan_of(text: str) -> Plan | None:
    """The plan a follow-up looks back on; None at a first visit. Raises PlanError."""
    last = said(parsed(text), "follow_up/last")
    return read_plan(as_json(last), load().known_ids) if last else None


def facts_of(text: str) -> VisitSummary:
    """What a list of clients must know of a visit."""
    visit = parsed(text)
    label = str(visit["client"].get("label") or "").strip() or UNNAMED
    plan = plan_of(text)
    review_on = plan.measures.review_on if plan and plan.measures else None
    return VisitSummary(label, date.fromisoformat(visit["on"]), review_on)


def next_visit(text: str, on: date, follows: str) -> Visit:
    """The visit after this one: lasting answers and wishes stay, the rest is asked afresh.

    `follows` is the token of the visit before. Raises IntakeError when that one cannot be read.
    """
    before = intake_part(parsed(text))
    again = to_ask_again(intake_of(text), load())
    answers = {row: answer.value for row, answer in again.answers.items()}
    fresh = {"on": on.isoformat(), "visit": again.visit.value, "answers": answers, "severity": {}}
    return {**before, **fresh, "follow_up": _looking_back(text, follows)}


def _looking_back(text: str, follows: str) -> Visit:
    """What a follow-up takes over: the plan to review, and the goals as they were rated first."""
    last, rated = plan_of(text), said(parsed(text), "follow_up/goals") or []
    before = {one["goal"]: one.get("before", one.get("now")) for one in rated}
    goals = said(parsed(text), "preferences/goals") or []
    return {
        "follows": follows,
        "last": last.model_dump(mode="json") if last else None,
        "goals": [{"goal": goal, "before": before.get(goal)} for goal in goals],
    }


def problems_in(content: bytes) -> tuple[Problem, ...]:
    """Everything wrong in a visit file; one saved halfway is checked as far as it goes."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        return (Problem("file", f"is not a visit file: {error}"),)
    if not isinstance(found, dict):
        return (Problem("file", "is not a visit file: it holds no visit"),)
    unfinished = not found.get("pain") or average_of(found) is None
    try:
        read_intake(json.dumps(_completed(found)) if unfinished else content, load().known_ids)
    except IntakeError as error:
        return error.problems
    return ()


def with_others_said(visit: Visit) -> Visit:
    """A visit from a file, with every no written out that its `others` stands for."""
    if not visit.pop("others", None) or not visit["pain"]:
        return visit
    whole = spelled_out(intake_of(as_json({**visit, "others": "no"})), load())
    return {**visit, "answers": {row: answer.value for row, answer in whole.answers.items()}}


def average_of(visit: Visit) -> Any:
    """The average pain, which every plan is measured against; None when it is not given."""
    severity = visit.get("severity")
    return severity.get("average") if isinstance(severity, dict) else None


def _completed(of: Visit) -> Visit:
    """The visit with a stand-in for what an intake must have and nobody has said yet."""
    whole = deepcopy(of)
    if not whole.get("pain"):
        whole["pain"] = [{"condition": next(iter(load().conditions))}]
    if isinstance(whole.setdefault("severity", {}), dict) and average_of(whole) is None:
        whole["severity"]["average"] = NOT_SCORED_YET
    return _named(whole)


def _named(of: Visit) -> Visit:
    client = of.get("client")
    if isinstance(client, dict) and not str(client.get("label") or "").strip():
        return {**of, "client": {**client, "label": UNNAMED}}
    return of
