"""The command line: JSON on standard output, every problem on standard error, exit 0 or 2."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from pydantic import BaseModel

from planner.command import diary, review
from planner.command.files import UsageError, as_json, read, write
from planner.knowledge import Knowledge, load
from planner.model.errors import PlannerError, Problem
from planner.model.follow_up import FollowUp
from planner.model.intake import Intake, read_intake
from planner.model.plan import Plan
from planner.model.review import Review
from planner.safety.questions import questions
from planner.visit.main_line import first_visit

# The diary and the exporters are imported when asked for: pandas, scipy and typst take longer to
# load than a plan takes to make.
ANSWERED, UNUSABLE = 0, 2
SCHEMAS = ("intake", "plan", "diary", "review", "follow-up")


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
    diary.add(commands)
    review.add(commands)
    schema = commands.add_parser("schema", help="JSON Schema")
    schema.add_argument("kind", choices=SCHEMAS)
    schema.set_defaults(carry_out=_schema)
    return parser


def _intake(chosen: Namespace) -> Intake:
    return read_intake(read(chosen.intake), load().known_ids)


def _questions(chosen: Namespace) -> str:
    asked = questions(_intake(chosen), load())
    told = ("id", "group", "question", "label")
    return as_json([{key: getattr(one, key) for key in told} for one in asked])


def _plan(chosen: Namespace) -> str:
    intake, knowledge = _intake(chosen), load()
    plan = first_visit(intake, knowledge)
    wanted = [(kind, getattr(chosen, kind)) for kind in EXPORTS if getattr(chosen, kind)]
    refused: list[Problem] = []
    for kind, path in wanted:
        try:
            write(path, EXPORTS[kind](plan, intake, knowledge))
        except PlannerError as error:
            refused.extend(error.problems)
    if refused:
        raise UsageError(refused)
    return plan.model_dump_json(indent=2)


def _pdf(plan: Plan, intake: Intake, knowledge: Knowledge) -> bytes:
    """The plan; under a stop, a hold or a rebooking the note instead; under `ask` neither."""
    from planner.exports.note import KINDS, note_for
    from planner.exports.pdf import note_pdf, plan_pdf

    if plan.clearance in KINDS:
        return note_pdf(note_for(plan, intake, knowledge))
    return plan_pdf(plan, knowledge)


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
    from planner.model.diary import DiaryResult

    kinds: dict[str, type[BaseModel]] = {
        "intake": Intake,
        "plan": Plan,
        "diary": DiaryResult,
        "review": Review,
        "follow-up": FollowUp,
    }
    return as_json(kinds[chosen.kind].model_json_schema())
