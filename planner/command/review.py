"""`review`: a plan, its diary and what was asked become a proposal with the next plan."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from planner.command import diary
from planner.command.files import UsageError, intake_at, read, write
from planner.command.looking_back import add_log, sessions_at
from planner.command.practice import add_practice, practice_of
from planner.command.shell import Commands
from planner.exports.documents import Given, document, is_note_due
from planner.knowledge import load
from planner.model.between.note import About, Note
from planner.model.errors import PlannerError, Problem
from planner.model.follow_up import FollowUp, read_follow_up
from planner.model.intake import Intake
from planner.model.plan import Plan, read_plan
from planner.model.practice import Practice
from planner.model.review import Review
from planner.review.today import told_again
from planner.visit.between import counting
from planner.visit.between.counting import Counted
from planner.visit.main_line import follow_up
from planner.words import Language, said_anew

if TYPE_CHECKING:
    from planner.diary import DiaryReading

T = TypeVar("T")
How = tuple[Language, Practice]  # in which words, and under whose name


class Inputs(NamedTuple):
    """Everything a review is made from."""

    plan: Plan
    reading: "DiaryReading"
    facts: FollowUp
    intake: Intake | None


class Noted(NamedTuple):
    """A review with what was asked at it."""

    review: Review
    facts: FollowUp
    intake: Intake | None


def add(commands: Commands) -> None:
    """Add the command."""
    review = commands.add_parser("review", help="a proposal for the next plan")
    review.add_argument("plan", type=Path)
    review.add_argument("file", type=Path, metavar="diary")
    diary.add_options(review)
    review.add_argument("--follow-up", type=Path, metavar="F")
    review.add_argument("--intake", type=Path, metavar="F")
    review.add_argument("--pdf", type=Path, metavar="F")
    review.add_argument("--note", type=Path, metavar="F")
    review.add_argument("--even-so", action="store_true")
    add_log(review)
    add_practice(review)
    review.set_defaults(carry_out=_carry_out)


def _carry_out(chosen: Namespace) -> Review:
    from planner.diary import result

    plan, reading, facts, intake = _inputs(chosen)
    how = (chosen.language, practice_of(chosen))
    facts = counting.fed(facts, _log(plan, facts, chosen))
    started = chosen.started or plan.began
    seen = result(reading, started, chosen.baseline, chosen.bad_from)
    found = follow_up(plan, seen, facts, load(), started=started, intake=intake)
    of = Noted(found, facts, intake)
    if chosen.note:
        write(chosen.note, _note(of, chosen.note.suffix, how))
    if chosen.pdf:
        made = _page(found, reading, how) or _letter(plan, of, how, even_so=chosen.even_so)
        write(chosen.pdf, made)
    return found


def _log(plan: Plan, facts: FollowUp, chosen: Namespace) -> Counted:
    """What the sessions in files come to, up to the day of the review."""
    log = sessions_at(chosen.session)
    on = facts.on or max((one.on for one in log), default=plan.on)
    return counting.counted(log, plan, on)


def _note(of: Noted, ending: str, how: How) -> bytes:
    """The note of the review, as text or, where the file ends so, as PDF."""
    from planner.exports.notes.chart import Times, head_of
    from planner.exports.notes.soap import TITLE, visit_note_text
    from planner.exports.notes.visit_note import NOT_LOOKED_AT, visit_note
    from planner.exports.paper.chart_pdf import chart_pdf

    seen = of.intake.assessment if of.intake else NOT_LOOKED_AT
    made = visit_note(of.review, of.facts, load(), found=seen)
    if ending != ".pdf":
        return visit_note_text(made, *how).encode()
    on, locale = of.review.on, of.review.next_plan.locale
    head = head_of(TITLE, made.client, Times(on), how[0])
    return chart_pdf(Note(about=About.REVIEW, of="", on=on), made, head, locale, *how)


def _page(found: Review, reading: "DiaryReading", how: How) -> bytes | None:
    """The client's page of progress; None where a sign stands, so that a letter goes instead."""
    from planner.exports.paper.progress import progress_pdf

    return None if is_note_due(found.next_plan) else progress_pdf(found, reading, load(), *how)


def _letter(plan: Plan, of: Noted, how: How, *, even_so: bool) -> bytes:
    """What a stop at a review leaves instead: the letter to a doctor, or when to come back."""
    said = told_again(plan, of.facts, of.review.on, load(), of.intake)
    given = Given(of.review.next_plan, said, load(), *how, before=plan, even_so=even_so)
    return document("pdf", given.plan).make(given)


def _inputs(chosen: Namespace) -> Inputs:
    """All files read; raises UsageError with the problems of every one of them."""
    known = load().known_ids
    problems: list[Problem] = []
    plan = _or_told(problems, lambda: said_anew(read_plan(read(chosen.plan), known)))
    facts, intake = FollowUp(), None
    if chosen.follow_up:
        facts = _or_told(problems, lambda: read_follow_up(read(chosen.follow_up), known)) or facts
    if chosen.intake:
        intake = _or_told(problems, lambda: intake_at(chosen.intake))
    reading = _or_told(problems, lambda: diary.reading(chosen, chosen.file), "diary")
    if plan is None or reading is None or problems:
        raise UsageError(problems)
    return Inputs(plan, reading, facts, intake)


def _or_told(problems: list[Problem], take: Callable[[], T], place: str = "") -> T | None:
    """What is taken, or None with its problems added to the list; `place` where they name none."""
    try:
        return take()
    except PlannerError as error:
        for one in error.problems:
            problems.append(Problem(place, one.what) if place and one.place == "input" else one)
        return None
