"""`visit`: what a page does with an open visit, done to a visit file; the new visit is printed."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import JsonValue

from planner.command import diary
from planner.command.files import UsageError, read
from planner.command.practice import practice_at
from planner.command.shell import Commands, add_language
from planner.knowledge import load
from planner.model.diary import DayWritten, DiaryResult
from planner.model.errors import Problem
from planner.model.ids import LineId, QuestionId, ReasonId
from planner.model.intake import ClinicianClearance, Override
from planner.model.plan import Plan
from planner.model.usual_plan import UsualPlans
from planner.model.visit import Draft, KeptDiary, Visit, read_draft
from planner.model.vocabulary import Answer, Change
from planner.review import last_plan_goes_on
from planner.visit import decision
from planner.visit.decision import Choice
from planner.visit.draft import changed, whole
from planner.visit.handing_out import handed_out
from planner.visit.in_force import allows_less_now, last_plan, plan_in_force
from planner.visit.interview import interview
from planner.visit.main_line import follow_up
from planner.visit.next_visit import next_visit
from planner.visit.said import answers, edits, places
from planner.visit.said.diary import NO_DIARY, with_diary, written_down
from planner.visit.said.follow_up import asked, with_rating
from planner.visit.said.usual import begun_from
from planner.visit.visit_file import read_visit_file
from planner.words import say

if TYPE_CHECKING:
    from planner.diary import DiaryReading
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
    for name, (make, about) in CHANGES.items():
        one = doing.add_parser(name, help=about)
        one.add_argument("file", type=Path)
        add_options(name, one)
        one.set_defaults(carry_out=_changed, make=make)


def _changed(chosen: Namespace) -> JsonValue:
    """The visit after the change, as a visit file; raises PlannerError."""
    made = changed(_visit_at(chosen.file), chosen.make, chosen)
    text = made.as_text
    read_draft(text, load().known_ids)  # an id that nobody knows is refused here
    found: JsonValue = json.loads(text)
    return found


def _visit_at(path: Path) -> Draft:
    return read_visit_file(read(path), load())


def _plan(chosen: Namespace) -> Plan:
    visit, knowledge = whole(_visit_at(chosen.file)), load()
    found = plan_in_force(interview(visit, knowledge), knowledge)
    if found is None:
        raise UsageError([Problem("follow_up.plan", say("cannot be read any more"))])
    if found.clearance.may_be_handed_out and allows_less_now(visit, knowledge):
        what = say("holds what today's answers take away; decide again")
        raise UsageError([Problem("follow_up.plan", what)])
    return found


def _next(before: Draft, chosen: Namespace) -> Draft:
    return next_visit(before, chosen.on, chosen.follows, load())


def _say(draft: Draft, chosen: Namespace) -> Draft:
    for name, value in _pairs(chosen.said):
        draft = places.named(name, draft).put(draft, _value(value))
    return draft


def _answer(draft: Draft, chosen: Namespace) -> Draft:
    given = {
        QuestionId(ReasonId(row)): None if word == TAKE_BACK else _one_of(Answer, word, row)
        for row, word in _pairs(chosen.said)
    }
    return answers.answered(draft, given, load())


def _one_of(kind: type[Answer], word: str, place: str) -> Answer:
    if word not in list(kind):
        what = say("'{given}' is not an answer; there are {known}", given=word, known=tuple(kind))
        raise UsageError([Problem(place, what)])
    return kind(word)


def _pairs(said: Iterable[str]) -> Iterator[tuple[str, str]]:
    """`PLACE=VALUE`, each apart."""
    for one in said:
        place, sign, value = one.partition("=")
        if not sign:
            raise UsageError([Problem(one, say("is not written as PLACE=VALUE"))])
        yield place, value


def _value(text: str) -> JsonValue:
    """A value as JSON where it is some, else as the words it is; nothing takes back."""
    try:
        found: JsonValue = json.loads(text) if text else None
    except ValueError:
        return text
    return found


def _log(draft: Draft, chosen: Namespace) -> Draft:
    kept = draft.diary or KeptDiary()
    day = DayWritten(
        chosen.day, chosen.pain, chosen.sleep, chosen.in_the_way, chosen.session, chosen.note
    )
    return with_diary(draft, kept.having(entries=written_down(kept.entries, day)))


def _rate(draft: Draft, chosen: Namespace) -> Draft:
    return with_rating(draft, chosen.goal - 1, chosen.part, chosen.score)


def _edit(draft: Draft, chosen: Namespace) -> Draft:
    line = LineId(chosen.line)
    if chosen.change == UNDO:
        return edits.undone(draft, line)
    return edits.edited(draft, line, Change(chosen.change), chosen.words)


def _clear(draft: Draft, chosen: Namespace) -> Draft:
    on = chosen.on or draft.on
    made = ClinicianClearance(of=chosen.row, by=chosen.by, on=on, limits=chosen.limits)
    return answers.cleared(draft, made)


def _set_aside(draft: Draft, chosen: Namespace) -> Draft:
    return answers.set_aside(draft, Override(of=chosen.row, reason=chosen.reason))


def _decide(draft: Draft, chosen: Namespace) -> Draft:
    """The review made afresh, and the therapist's answer to it."""
    visit, knowledge = whole(draft), load()
    last = last_plan(visit, knowledge)
    if last is None:
        raise UsageError([Problem("follow_up.last", say("is missing"))])
    started = chosen.started or last.began
    made = (last, _compared(visit, chosen, started), asked(visit, knowledge), knowledge)
    review = follow_up(*made, started=started, intake=visit)
    choice = Choice(chosen.choice)
    plan = decision.stands_for(
        choice, review, lambda: last_plan_goes_on(*made, started=started, intake=visit)
    )
    return decision.decided(draft, choice, chosen.reason, plan)


def _compared(visit: Visit, chosen: Namespace, started: date) -> DiaryResult:
    """The diary in a file together with the days written down here, compared at the start."""
    reading = _reading(visit, chosen)
    if reading is None:
        return NO_DIARY
    from planner.diary import result

    return result(reading, started)


def _reading(visit: Visit, chosen: Namespace) -> "DiaryReading | None":
    from planner.diary import joined, read_entries

    entries = visit.diary.entries if visit.diary else ()
    if chosen.diary:
        return joined(diary.reading(chosen, chosen.diary), entries)
    return read_entries(entries) if entries else None


def _hand_out(draft: Draft, _: Namespace) -> Draft:
    """The plan in force, as it leaves the screen."""
    knowledge = load()
    plan = plan_in_force(interview(draft, knowledge), knowledge)
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
    "rate": (_rate, "a goal rated, 1 the first"),
    "edit": (_edit, "the therapist's own hand on a line"),
    "begin-from": (_begin_from, "a usual plan of the practice laid over it"),
    "clear": (_clear, "a clinician's clearance"),
    "set-aside": (_set_aside, "an adjustment set aside"),
    "hand-out": (_hand_out, "the plan in force, kept as the client has it"),
    "decide": (_decide, "the therapist's answer to the review"),
}
