"""The command line: JSON on standard output, every problem on standard error, exit 0 or 2."""

import sys
from collections.abc import Sequence

from planner.command import catalogue, diary, plan, review
from planner.command.shell import Parser, print_answer
from planner.model.errors import PlannerError

ANSWERED, UNUSABLE = 0, 2


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; 0 whenever there is an answer, 2 when the input cannot be used."""
    try:
        chosen = _parser().parse_args(arguments)
        print_answer(chosen.carry_out(chosen))
    except PlannerError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return UNUSABLE
    return ANSWERED


def _parser() -> Parser:
    parser = Parser(prog="python -m planner", description="Pain plans from a shell.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in (plan, diary, review, catalogue):
        command.add(commands)
    plan.add_schema(commands)
    return parser
