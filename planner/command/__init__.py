"""The command line: JSON on standard output, every problem on standard error, exit 0 or 2.

Files are put in place once everything is carried out, all of them or none.
1 where pictures were drawn that are not right.
"""

from collections.abc import Sequence
from functools import cache

from pydantic import ValidationError

from planner.command import catalogue, diary, figures, form, plan, practice, review, visit
from planner.command.files import as_json, of_one_call
from planner.command.shell import Parser, language_of, require_text, tell_problems
from planner.model.errors import PlannerError
from planner.model.record.refusal import problems_of
from planner.system.streams import AS_JSON, answer
from planner.words import SOURCE, in_language

ANSWERED, FAULTY, UNUSABLE = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; 0 whenever there is an answer, 2 when the input cannot be used."""
    language = SOURCE
    try:
        language = language_of(arguments)
        chosen = _parser().parse_args(arguments)
        require_text(chosen)
        with of_one_call() as leaving:
            said = as_json(in_language(chosen.carry_out(chosen), language))
            leaving.require_places()
            answer(said, AS_JSON)
            leaving.put_in_place()
    except ValidationError as error:  # what a file holds and no rule goes on from
        tell_problems(problems_of(error, error.title), language)
        return UNUSABLE
    except PlannerError as error:
        tell_problems(error.problems, language)
        return FAULTY if isinstance(error, figures.FaultyPictures) else UNUSABLE
    return ANSWERED


@cache
def _parser() -> Parser:
    """What every call says is understood alike: one is enough for a process that makes several."""
    parser = Parser(prog="python -m planner", description="Pain plans from a shell.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in (plan, diary, review, visit, form, figures, practice, catalogue):
        command.add(commands)
    plan.add_schema(commands)
    return parser
