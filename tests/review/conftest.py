"""Plans, diaries and answers to review."""

import json
from datetime import date, timedelta
from functools import cache

from planner.diary import Written, analyse, days_compared
from planner.diary.analysis.by_days.words import not_averaged
from planner.diary.analysis.comparison import WINDOW, obstacles
from planner.knowledge import load
from planner.model.diary import Day, DiaryResult, Question
from planner.model.follow_up import FollowUp, read_follow_up
from planner.model.plan import Plan, read_plan
from planner.model.vocabulary import Answer
from planner.visit.main_line import first_visit, follow_up
from tests.conftest import SAMPLE_NAMES, client_with, sample

KNOWN = load()
BEGAN = date(2026, 11, 23)
WAVE = (0, 1, -1, 0)
SHAPES = {  # mean before, mean since, days since
    "fell": (5.0, 3.0, 28),
    "fell a little": (5.0, 4.0, 28),
    "as before": (5.0, 5.0, 28),
    "as before at week 3": (5.0, 5.0, 21),
    "as before at week 6": (5.0, 5.0, 42),
    "as before at week 10": (5.0, 5.0, 70),
    "rose": (4.0, 7.0, 28),
    "too short": (5.0, 4.0, 3),
}


@cache
def plan_of(name: str) -> Plan:
    """The plan of a sample, or of a client with one pain source, as a file gives it back."""
    intake = sample(name) if name in SAMPLE_NAMES else client_with(name)
    return read_plan(first_visit(intake, KNOWN).model_dump_json(), KNOWN.known_ids)


def wave(level: float, number: int) -> list[float]:
    """Days around a level: a small up and down without carry-over, its mean the level."""
    return [level + WAVE[n % 4] for n in range(number)]


def diary_of(before, after, sessions=(), began: date = BEGAN) -> DiaryResult:
    """A diary with these days before and since; None is a day without an entry."""
    first = began - timedelta(days=len(before))
    days = tuple(
        Day(date=first + timedelta(days=n), pain=pain, pain_0_10=pain, entries=1)
        for n, pain in enumerate([*before, *after])
        if pain is not None
    )
    return result_of(days, sessions, began)


def result_of(days, sessions=(), began: date = BEGAN, questions: tuple[Question, ...] = ()):
    """Days as the reader of diaries hands them on."""
    analysis = analyse(days, sessions, began)
    counted = days_compared(Written(days, sessions), began, WINDOW)
    return DiaryResult(
        readings=len(days), used=len(days), skipped=(), format="generic", date_order=None,
        scale=(0, 10), direction=None, questions=questions,
        days=days, sessions=tuple(sessions), analysis=analysis,
        cautions=() if analysis else not_averaged(counted) or obstacles(days, began),
        notes=(), pain_days=counted,
    )  # fmt: skip


def asked(**facts) -> FollowUp:
    """What was asked at the review, written as its file is."""
    return read_follow_up(json.dumps(facts), KNOWN.known_ids)


def all_no(plan: Plan, facts: FollowUp | None = None, **changes) -> FollowUp:
    """The short screen answered, nothing new; `changes` override answers."""
    facts = facts or FollowUp()
    empty = diary_of([], [])
    answers = dict(facts.answers) | {one: Answer(said) for one, said in changes.items()}
    while True:
        facts = facts.model_copy(update={"answers": answers})
        still = follow_up(plan, empty, facts, KNOWN).next_plan.unanswered
        if not still:
            return facts
        answers = answers | dict.fromkeys(still, Answer.NO)


def reviewed(plan: Plan, diary: DiaryResult, facts: FollowUp | None = None, **more):
    return follow_up(plan, diary, facts or FollowUp(), KNOWN, **more)


def shaped(shape: str, plan: Plan, sessions=()) -> DiaryResult:
    """A diary of one of the shapes, for a plan."""
    before, after, days = SHAPES[shape]
    return diary_of(wave(before, 28), wave(after, days), sessions, began=plan.began)
