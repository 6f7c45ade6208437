"""`questions`, `plan` and `schema`: an intake read, its plan as JSON and as files."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from planner.command.files import UsageError, intake_at, read, write
from planner.command.practice import add_practice, practice_of
from planner.command.shell import Commands, add_language
from planner.exports.documents import KINDS, Document, document, letter, letters
from planner.exports.given import Given
from planner.knowledge import load
from planner.model.diary import DiaryResult
from planner.model.diary.summary import DiarySummary
from planner.model.errors import IntakeError, PlannerError, Problem
from planner.model.follow_up import FollowUp
from planner.model.ids import LineId, TherapyId
from planner.model.intake import Intake
from planner.model.plan import Plan, read_plan
from planner.model.practice import Practice
from planner.model.review import Review
from planner.model.vocabulary import Visit
from planner.planning.course.succession import following
from planner.safety.asking.questions import Question, questions
from planner.visit.main_line import first_visit
from planner.words import Language, say, spoken_in

SCHEMAS: dict[str, type[BaseModel]] = {
    "intake": Intake,
    "plan": Plan,
    "diary": DiaryResult,
    "diary-summary": DiarySummary,
    "review": Review,
    "follow-up": FollowUp,
    "practice": Practice,
}
LONGEST = 24 * 60  # minutes from an alarm to its visit
SHOWN = ("id", "group", "question", "label")  # of a question


def add(commands: Commands) -> None:
    """Add the commands."""
    asked = commands.add_parser("questions", help="the screening questions that apply")
    asked.add_argument("intake", type=Path)
    add_language(asked)
    asked.set_defaults(carry_out=_questions)
    planned = commands.add_parser("plan", help="the plan as JSON, and as files")
    planned.add_argument("intake", type=Path)
    for kind in KINDS:
        planned.add_argument(f"--{kind}", dest=kind, type=Path, metavar="F")
    planned.add_argument("--after", type=Path, metavar="PLAN.json")
    planned.add_argument("--letter", nargs=2, metavar=("THERAPY", "F"), action="append", default=[])
    planned.add_argument("--letters", type=Path, metavar="DIR")
    planned.add_argument("--even-so", action="store_true")
    planned.add_argument("--alarm", type=_minutes, metavar="MINUTES")
    add_practice(planned)
    add_language(planned)
    planned.set_defaults(carry_out=_plan)


def _minutes(text: str) -> int:
    """How long before a visit an alarm rings."""
    minutes = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= minutes <= LONGEST:
        raise ArgumentTypeError(f"'{text}' is not a number of minutes from 1 to {LONGEST}")
    return minutes


def add_schema(commands: Commands) -> None:
    """Add the command that prints a JSON Schema."""
    schema = commands.add_parser("schema", help="JSON Schema")
    schema.add_argument("kind", choices=tuple(SCHEMAS))
    schema.set_defaults(carry_out=_schema)


def _questions(chosen: Namespace) -> list[dict[str, Any]]:
    asked = questions(intake_at(chosen.intake), load())
    return [{**{key: getattr(one, key) for key in SHOWN}, "ticks": _ticks(one)} for one in asked]


def _ticks(asked: Question) -> list[dict[str, str]]:
    """The signs listed under a question."""
    return [{"id": one.id, "label": one.label} for one in asked.ticks]


def _plan(chosen: Namespace) -> Plan:
    """The plan, and its files; raises UsageError with everything that could not be written."""
    practice, knowledge = practice_of(chosen), load()
    intake = intake_at(chosen.intake, practice)
    _refuse_an_early_start(intake)
    before = _before(chosen, intake)
    plan = first_visit(intake, knowledge)
    if before:
        plan = following(plan, before)
    how = (_spoken(chosen.language, intake), practice)
    asked = {"even_so": chosen.even_so, "alarm": chosen.alarm}
    given = Given(plan, intake, knowledge, *how, before=before, **asked)
    refused: list[Problem] = []
    for one, path in (*_of_kinds(chosen, plan), *_letters(chosen, plan)):
        try:
            write(path, one.make(given))
        except PlannerError as error:
            refused.extend(error.problems)
    if refused:
        raise UsageError(refused)
    return plan


def _before(chosen: Namespace, intake: Intake) -> Plan | None:
    """The plan that the new one follows, where one is named; raises PlanError, UsageError."""
    if not chosen.after:
        return None
    before = read_plan(read(chosen.after), load().known_ids)
    if intake.client.id and before.client_id and intake.client.id != before.client_id:
        raise UsageError([Problem("after", say("is a plan of another client"))])
    if before.on > intake.on:
        what = say("is of {day}, which is after the day of this plan", day=before.on)
        raise UsageError([Problem("after", what)])
    return before


def _of_kinds(chosen: Namespace, plan: Plan) -> Iterator[tuple[Document, Path]]:
    for kind in KINDS:
        if path := getattr(chosen, kind):
            yield document(kind, plan, path.suffix[1:]), path


def _letters(chosen: Namespace, plan: Plan) -> Iterator[tuple[Document, Path]]:
    """The letters that are asked for one by one, and those of every therapy of the plan."""
    for therapy, path in chosen.letter:
        yield letter(_known_therapy(therapy)), Path(path)
    for one in letters(plan) if chosen.letters else ():
        yield one, chosen.letters / one.file_name(plan)


def _known_therapy(name: str) -> TherapyId:
    """The therapy of this name; raises UsageError with those that are known."""
    known = load().therapies
    if name in known:
        return TherapyId(LineId(name))
    what = say("'{name}' is not one of {known:or}", name=name, known=sorted(known))
    raise UsageError([Problem("letter", what)])


def _spoken(asked: Language, intake: Intake) -> Language:
    """The language that a call asks for, else that of the visit."""
    return spoken_in(intake.language if asked.is_source else asked.code, intake.locale)


def _refuse_an_early_start(intake: Intake) -> None:
    """Raise IntakeError where the first session named is over; a kept visit may hold one."""
    first = intake.preferences.first_session
    if first and first < intake.on and intake.visit is Visit.FIRST:
        what = say("{first} is before the day of the visit, {on}", first=first, on=intake.on)
        raise IntakeError([Problem("preferences.first_session", what)])


def _schema(chosen: Namespace) -> dict[str, Any]:
    return SCHEMAS[chosen.kind].model_json_schema()
