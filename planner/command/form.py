"""`form`: the questions on paper, for a client to answer before the visit."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from planner.command.files import UsageError, write
from planner.command.practice import add_practice, practice_of
from planner.command.shell import Commands, add_language
from planner.knowledge import Knowledge, load
from planner.model.errors import Problem
from planner.model.ids import ConditionId
from planner.model.vocabulary import Locale
from planner.visit.beforehand.paper_form import paper_form
from planner.words import say


def add(commands: Commands) -> None:
    """Add the command."""
    form = commands.add_parser("form", help="the questions on paper, to answer beforehand")
    _add_options(form)
    form.set_defaults(carry_out=_form)


def _add_options(form: ArgumentParser) -> None:
    form.add_argument("file", type=Path, metavar="F.pdf")
    form.add_argument("--conditions", metavar="ID,ID")
    form.add_argument("--locale", choices=tuple(one.value for one in Locale))
    add_practice(form)
    add_language(form)


def _form(chosen: Namespace) -> dict[str, int]:
    """The form as a file; how long it is. Without pain sources it asks what everybody is asked."""
    from planner.exports.paper.question_form import question_form_pdf

    knowledge = load()
    conditions = _conditions(chosen.conditions, knowledge)
    practice = practice_of(chosen)
    how = (chosen.locale or practice.locale, knowledge, chosen.language, practice)
    made = question_form_pdf(conditions, *how)
    write(chosen.file, made)
    sheets = paper_form(conditions, knowledge)
    return {"sheets": len(sheets), "questions": sum(len(one.lines) for one in sheets)}


def _conditions(named: str | None, knowledge: Knowledge) -> tuple[ConditionId, ...]:
    """The pain sources of the call; raises UsageError where one is not known, or none is named."""
    if named is None:
        return ()
    found = dict.fromkeys(word for one in named.split(",") if (word := one.strip()))
    if not found:
        raise UsageError([Problem("--conditions", say("names no pain source"))])
    known = tuple(knowledge.conditions)
    unknown = [one for one in found if one not in known]
    if unknown:
        raise UsageError(_not_known(one, known) for one in unknown)
    return tuple(ConditionId(one) for one in found)


def _not_known(one: str, known: tuple[ConditionId, ...]) -> Problem:
    what = say(
        "'{given}' is not a known pain source; there are {known:commas}", given=one, known=known
    )
    return Problem("--conditions", what)
