"""The command line: JSON on standard output, every problem on standard error, exit 0 or 2."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from pydantic import BaseModel

from planner.errors import PlannerError, Problem
from planner.intake import Intake, read_intake
from planner.knowledge import Knowledge, load
from planner.plan import Plan
from planner.questions import questions
from planner.visit import first_visit

# Diary and exporters are imported when asked for: pandas, scipy and typst take longer to load than
# a plan takes to make.
ANSWERED, UNUSABLE = 0, 2
SCHEMAS = ("intake", "plan", "diary")
DATE_ORDERS = ("dmy", "mdy", "ymd")
DIRECTIONS = ("higher-is-worse", "higher-is-better")


class UsageError(PlannerError):
    """The words of the call are off."""


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split())
        raise UsageError([Problem("command", f"{message}; {usage}")])


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; 0 whenever there is an answer, 2 when the input cannot be used."""
    try:
        chosen = _parser().parse_args(arguments)
        print(chosen.carry_out(chosen))
    except PlannerError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return UNUSABLE
    return ANSWERED


def _parser() -> ArgumentParser:
    parser = _Parser(prog="python -m planner", description="Pain plans from a shell.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    asked = commands.add_parser("questions", help="the screening questions that apply")
    asked.add_argument("intake", type=Path)
    asked.set_defaults(carry_out=_questions)
    planned = commands.add_parser("plan", help="the plan as JSON, and as files")
    planned.add_argument("intake", type=Path)
    for kind in EXPORTS:
        planned.add_argument(f"--{kind}", type=Path, metavar="F")
    planned.set_defaults(carry_out=_plan)
    _add_diary(commands)
    schema = commands.add_parser("schema", help="JSON Schema")
    schema.add_argument("kind", choices=SCHEMAS)
    schema.set_defaults(carry_out=_schema)
    return parser


def _add_diary(commands: Any) -> None:
    diary = commands.add_parser("diary", help="a diary file, read and analysed")
    diary.add_argument("file", type=Path)
    diary.add_argument("--date-order", choices=DATE_ORDERS)
    diary.add_argument("--pain", metavar="COLUMN")
    diary.add_argument("--scale", type=_scale, metavar="LOW,HIGH")
    diary.add_argument("--direction", choices=DIRECTIONS)
    diary.add_argument("--person", metavar="ID")
    diary.add_argument("--started", type=_day, metavar="DATE")
    diary.set_defaults(carry_out=_diary)


def _scale(text: str) -> tuple[float, float]:
    """`0,10` as a pair; refused unless the first is below the second."""
    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError:
        low, high = 0.0, 0.0
    if not (low < high and isfinite(low) and isfinite(high)):
        raise ArgumentTypeError(f"'{text}' is not a scale; write its two ends, as in 0,10")
    return low, high


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is not a date; write it as 2026-11-23") from None


def _diary(chosen: Namespace) -> str:
    from planner.diary import read_diary, result
    from planner.diary.questions import Choices, DateOrder, Direction

    choices = Choices(
        date_order=DateOrder(chosen.date_order) if chosen.date_order else None,
        pain=chosen.pain,
        scale=chosen.scale,
        direction=Direction(chosen.direction) if chosen.direction else None,
        person=chosen.person,
    )
    reading = read_diary(_read(chosen.file), chosen.file.name, choices, on=date.today())
    return result(reading, chosen.started).model_dump_json(indent=2)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raise UsageError([Problem(str(path), f"cannot be read: {reason}")]) from None


def _intake(chosen: Namespace) -> Intake:
    return read_intake(_read(chosen.intake), load().known_ids)


def _questions(chosen: Namespace) -> str:
    asked = questions(_intake(chosen), load())
    told = ("id", "group", "question", "label")
    return _as_json([{key: getattr(one, key) for key in told} for one in asked])


def _plan(chosen: Namespace) -> str:
    intake, knowledge = _intake(chosen), load()
    plan = first_visit(intake, knowledge)
    wanted = [(kind, getattr(chosen, kind)) for kind in EXPORTS if getattr(chosen, kind)]
    refused: list[Problem] = []
    for kind, path in wanted:
        try:
            _write(path, EXPORTS[kind](plan, intake, knowledge))
        except PlannerError as error:
            refused.extend(error.problems)
    if refused:
        raise UsageError(refused)
    return plan.model_dump_json(indent=2)


def _write(path: Path, document: bytes) -> None:
    try:
        path.write_bytes(document)
    except OSError as error:
        reason = error.strerror or "cannot be opened"
        raise UsageError([Problem(str(path), f"cannot be written: {reason}")]) from None


def _pdf(plan: Plan, intake: Intake, knowledge: Knowledge) -> bytes:
    """The plan; under a stop or a hold the note instead."""
    from planner.exports.note import note_for
    from planner.exports.pdf import note_pdf, plan_pdf

    if plan.clearance.may_be_handed_out or plan.draft:
        return plan_pdf(plan, knowledge)
    return note_pdf(note_for(plan, intake, knowledge))


def _csv(plan: Plan, intake: Intake, knowledge: Knowledge) -> bytes:
    from planner.exports.table import plan_csv

    return plan_csv(plan, knowledge).encode()


def _ics(plan: Plan, intake: Intake, knowledge: Knowledge) -> bytes:
    from planner.exports.calendar_file import plan_ics

    return plan_ics(plan, knowledge)


def _fhir(plan: Plan, intake: Intake, knowledge: Knowledge) -> bytes:
    from planner.exports.care_plan import plan_fhir

    return plan_fhir(plan, knowledge).encode()


EXPORTS: dict[str, Callable[[Plan, Intake, Knowledge], bytes]] = {
    "pdf": _pdf,
    "csv": _csv,
    "ics": _ics,
    "fhir": _fhir,
}


def _schema(chosen: Namespace) -> str:
    from planner.diary.days import DiaryResult

    kinds: dict[str, type[BaseModel]] = {"intake": Intake, "plan": Plan, "diary": DiaryResult}
    return _as_json(kinds[chosen.kind].model_json_schema())


def _as_json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
