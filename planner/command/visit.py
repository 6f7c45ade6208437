"""`visit`: what a page does with an open visit, done to a visit file; the new visit is printed."""

import json
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import JsonValue

from planner.command import between
from planner.command.files import UsageError
from planner.command.looking_back import looked_back
from planner.command.practice import practice_at
from planner.command.said import one_of, pairs, value_of, visit_at
from planner.command.shell import Commands, add_language
from planner.knowledge import load
from planner.model.diary import DayWritten, Milestone, MilestoneKind
from planner.model.edits import Edit
from planner.model.errors import IntakeError, Problem
from planner.model.ids import LineId, QuestionId, ReasonId
from planner.model.intake import Bounds, ClinicianClearance, Override
from planner.model.plan import Plan
from planner.model.practice.usual_plan import UsualPlans
from planner.model.record import read_record
from planner.model.visit import Draft, KeptDiary, read_draft
from planner.model.vocabulary import Answer
from planner.visit import decision
from planner.visit.decision import Choice
from planner.visit.draft import changed, whole
from planner.visit.handing_out import handed_out
from planner.visit.in_force import has_lapsed, plan_in_force
from planner.visit.interview import interview
from planner.visit.next_visit import next_visit
from planner.visit.said import answers, edits, places
from planner.visit.said.diary import marked, unmarked, with_diary, written_down
from planner.visit.said.follow_up import with_rating
from planner.visit.said.usual import begun_from
from planner.words import say

if TYPE_CHECKING:
    pass
from planner.command.visit_options import TAKE_BACK, UNDO, add_options

Make = Callable[[Draft, Namespace], Draft]


def add(commands: Commands) -> None:
    """Add the command with everything that can be done to a visit."""
    visit = commands.add_parser("visit", help="a visit file, changed as a page changes it")
    doing = visit.add_subparsers(required=True, metavar="WHAT")
    in_force = doing.add_parser("plan", help="the plan in force")
    in_force.add_argument("file", type=Path)
    add_language(in_force)
    in_force.set_defaults(carry_out=_plan)
    between.add(doing)
    for name, (make, about) in CHANGES.items():
        one = doing.add_parser(name, help=about)
        one.add_argument("file", type=Path)
        add_options(name, one)
        one.set_defaults(carry_out=_changed, make=make)


def _changed(chosen: Namespace) -> JsonValue:
    """The visit after the change, as a visit file; raises PlannerError."""
    made = changed(visit_at(chosen.file), chosen.make, chosen)
    text = made.as_text
    read_draft(text, load().known_ids)  # an id that nobody knows is refused here
    found: JsonValue = json.loads(text)
    return found


def _plan(chosen: Namespace) -> Plan:
    plan = _in_force(whole(visit_at(chosen.file)))
    if plan is None:
        raise UsageError([Problem("follow_up.plan", say("cannot be read any more"))])
    return plan


def _in_force(draft: Draft) -> Plan | None:
    """The plan in force; raises UsageError where the decision has lapsed."""
    knowledge = load()
    found = interview(draft, knowledge)
    if found and has_lapsed(found, knowledge):
        what = say("holds what today's answers take away; decide again")
        raise UsageError([Problem("follow_up.plan", what)])
    return plan_in_force(found, knowledge)


def _next(before: Draft, chosen: Namespace) -> Draft:
    return next_visit(before, chosen.on or date.today(), chosen.follows, load())


def _say(draft: Draft, chosen: Namespace) -> Draft:
    for name, value in pairs(chosen.said):
        draft = places.named(name, draft).put(draft, value_of(value))
    return draft


def _answer(draft: Draft, chosen: Namespace) -> Draft:
    given = {
        QuestionId(ReasonId(row)): None if word == TAKE_BACK else one_of(Answer, word, row)
        for row, word in pairs(chosen.said)
    }
    return answers.answered(draft, given, load())


def _log(draft: Draft, chosen: Namespace) -> Draft:
    kept = draft.diary or KeptDiary()
    day = DayWritten(
        chosen.day, chosen.pain, chosen.sleep, chosen.in_the_way, chosen.session, chosen.note
    )
    return with_diary(draft, kept.having(entries=written_down(kept.entries, day)))


def _compare(draft: Draft, chosen: Namespace) -> Draft:
    """What is said now; what is left out stays as it was, `--as-usual` takes both back."""
    kept = draft.diary or KeptDiary()
    if chosen.as_usual:
        return with_diary(draft, kept.having(window=None, bad_from=None))
    said = {"window": chosen.days, "bad_from": chosen.bad_from}
    return with_diary(draft, kept.having(**{k: v for k, v in said.items() if v is not None}))


def _milestone(draft: Draft, chosen: Namespace) -> Draft:
    kept = draft.diary or KeptDiary()
    one = Milestone(day=chosen.day, kind=MilestoneKind(chosen.kind), note=chosen.words)
    change = unmarked if chosen.remove else marked
    return with_diary(draft, kept.having(milestones=change(kept.milestones, one) or None))


def _rate(draft: Draft, chosen: Namespace) -> Draft:
    return with_rating(draft, chosen.goal - 1, chosen.part, chosen.score)


def _edit(draft: Draft, chosen: Namespace) -> Draft:
    line = LineId(chosen.line)
    if chosen.change == UNDO:
        return edits.undone(draft, line)
    return edits.with_edit(draft, _one_edit(chosen))


def _one_edit(chosen: Namespace) -> Edit:
    """The edit that was told: its values and a task of one's own as JSON."""
    said = {
        "line": chosen.line,
        "change": chosen.change,
        "words": chosen.words,
        "other": chosen.other,
        "values": value_of(chosen.values),
        "own": value_of(chosen.own),
    }
    kept = {name: one for name, one in said.items() if one}
    return Edit.model_validate_json(json.dumps(kept))


def _clear(draft: Draft, chosen: Namespace) -> Draft:
    on = chosen.on or draft.on
    made = ClinicianClearance(
        of=chosen.row,
        by=chosen.by,
        on=on,
        limits=chosen.limits,
        until=chosen.until,
        bounds=_bounds(chosen),
    )
    return answers.cleared(draft, made)


def _bounds(chosen: Namespace) -> Bounds:
    """The answer as its paper asks for it; raises IntakeError."""
    said = {
        "minutes": chosen.minutes,
        "sessions_per_week": chosen.times_a_week,
        "pressure": chosen.pressure,
        "regions_avoid": [one for one in chosen.leave_out.split(",") if one],
    }
    told = json.dumps({name: value for name, value in said.items() if value})
    return read_record(Bounds, told, load().known_ids, name="bounds", refusal=IntakeError)


def _set_aside(draft: Draft, chosen: Namespace) -> Draft:
    return answers.set_aside(draft, Override(of=chosen.row, reason=chosen.reason))


def _decide(draft: Draft, chosen: Namespace) -> Draft:
    """The review made afresh, and the therapist's answer to it."""
    back = looked_back(whole(draft), chosen)
    choice = Choice(chosen.choice)
    plan = decision.stands_for(choice, back.review, lambda: back.goes_on)
    return decision.decided(draft, choice, chosen.reason, plan)


def _hand_out(draft: Draft, _: Namespace) -> Draft:
    """The plan in force, as it leaves the screen."""
    plan = _in_force(draft)
    return handed_out(draft, plan) if plan else draft


def _begin_from(draft: Draft, chosen: Namespace) -> Draft:
    """A usual plan of the practice's file, laid over the visit as one step."""
    plans = UsualPlans(plans=practice_at(chosen.practice).usual_plans)
    usual = plans.named(chosen.name)
    if usual is None:
        known = [one.name for one in plans.plans]
        what = say(
            "'{given}' is not a usual plan; there are {known}", given=chosen.name, known=known
        )
        raise UsageError([Problem("name", what)])
    return begun_from(draft, usual, load()).draft


CHANGES: dict[str, tuple[Make, str]] = {
    "next": (_next, "the visit after this one"),
    "say": (_say, "something said at a place, such as severity/average=6"),
    "answer": (_answer, "answers to the screening: yes, no, unsure or none"),
    "log": (_log, "a day of the diary"),
    "compare": (_compare, "how many days are compared, and from when on a day is bad"),
    "milestone": (_milestone, "a day that may matter to the pain: a new medicine, a flare"),
    "rate": (_rate, "a goal rated, 1 the first"),
    "edit": (_edit, "the therapist's own hand on a line"),
    "back": (lambda draft, _: edits.undone_last(draft), "the last step of the hand taken back"),
    "again": (lambda draft, _: edits.redone(draft), "the step done again that was taken back"),
    "begin-from": (_begin_from, "a usual plan of the practice laid over it"),
    "clear": (_clear, "a clinician's clearance"),
    "set-aside": (_set_aside, "an adjustment set aside"),
    "hand-out": (_hand_out, "the plan in force, kept as the client has it"),
    "decide": (_decide, "the therapist's answer to the review"),
}
