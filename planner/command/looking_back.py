"""A review of a visit file: the last plan, the diary, what was asked, and the log of sessions."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.command import diary
from planner.command.files import UsageError, read
from planner.knowledge import load
from planner.model.between.session import Session, read_session
from planner.model.diary import DiaryResult
from planner.model.errors import Problem
from planner.model.follow_up import FollowUp
from planner.model.plan import Plan
from planner.model.review import Review
from planner.model.visit import KeptDiary, Visit
from planner.review import last_plan_goes_on, review, standing_of
from planner.visit.between import counting
from planner.visit.in_force import last_plan
from planner.visit.said.diary import NO_DIARY
from planner.visit.said.follow_up import asked
from planner.words import say

if TYPE_CHECKING:
    from planner.diary import DiaryReading


class LookedBack(NamedTuple):
    """A review, what it was made from, and the last plan as it goes on without it."""

    review: Review
    facts: FollowUp
    goes_on: Plan


def add_log(parser: ArgumentParser) -> None:
    """The option that names the sessions since the plan."""
    parser.add_argument("--session", type=Path, metavar="F", action="append", default=[])


def sessions_at(paths: Iterable[Path]) -> tuple[Session, ...]:
    """The sessions in files; raises EntryError."""
    return tuple(read_session(read(one), load().known_ids) for one in paths)


def looked_back(visit: Visit, chosen: Namespace) -> LookedBack:
    """The review of a visit, made afresh; raises PlannerError."""
    knowledge = load()
    last = last_plan(visit, knowledge)
    if last is None:
        raise UsageError([Problem("follow_up.last", say("is missing"))])
    started = chosen.started or last.began
    log = counting.counted(sessions_at(chosen.session), last, visit.on)
    facts = counting.fed(asked(visit, knowledge), log)
    seen = _compared(visit, chosen, started)
    standing = standing_of(last, seen, facts, knowledge, started=started, intake=visit)
    return LookedBack(review(standing), facts, last_plan_goes_on(standing))


def _compared(visit: Visit, chosen: Namespace, started: date) -> DiaryResult:
    """The diary in a file together with the days written down here, compared at the start."""
    reading = _reading(visit, chosen)
    if reading is None:
        return NO_DIARY
    from planner.diary import result

    kept = visit.diary or KeptDiary()
    window = chosen.baseline or kept.window
    bad_from = kept.bad_from if chosen.bad_from is None else chosen.bad_from
    return result(reading, started, window, bad_from)


def _reading(visit: Visit, chosen: Namespace) -> "DiaryReading | None":
    from planner.diary import joined, read_entries

    entries = visit.diary.entries if visit.diary else ()
    if chosen.diary:
        return joined(diary.reading(chosen, chosen.diary), entries)
    return read_entries(entries) if entries else None
