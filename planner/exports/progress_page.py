"""The client's page of progress: now against before, goals, what was done, what is next."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.charts.paper import svg_of
from planner.charts.progress import progress as drawn
from planner.diary import DiaryReading
from planner.exports.client_page import (
    GOAL_CHARACTERS,
    MOST_CONDITIONS,
    STOP_AT_ONCE,
    NumberToCall,
    client_calls,
    client_numbers,
    small_print,
)
from planner.exports.typesetting import compiled, date_parts, paper_of
from planner.exports.wording import (
    breakable,
    clipped,
    day_in_words,
    number,
    sentence,
    weekday_in_words,
)
from planner.knowledge import Knowledge
from planner.model.comparison import Difference, Row
from planner.model.errors import NotForHandout, Problem
from planner.model.follow_up import AfterLastTime, GoalRating
from planner.model.plan import Plan, Reason
from planner.model.review import Pain, Progress, Review
from planner.model.vocabulary import Clearance, Decision
from planner.planning.schedule import how_often

TITLE = "Your progress"
CHART_WIDTH = 640
MOST_GOALS = 5
NO_WHY = "The diary cannot tell us why. Sleep, rest, the weather and more change too."
BAD_SPELL = "You may have come to us in a bad spell. Bad spells often ease by themselves."
LARGE = "Many people notice a drop like this."
NOT_YET = "There are not yet enough days to compare."
AFTER = {
    AfterLastTime.AS_USUAL: "After last time you felt as you do most days.",
    AfterLastTime.BETTER: "After last time you felt better.",
    AfterLastTime.SORE: "After last time you were sore for up to 2 days.",
    AfterLastTime.FLARE: "After last time you felt worse for more than 2 days.",
}
KEEP_UP = "Keep up what you do at home."
OFTEN_NOW = "We meet {} now, {} minutes each."
MASSAGE_ENDS = "The massage ends here."
ENDS_UNSAID = ("improved", "long-flares")  # rules whose own words do not say it
NEXT = {
    "improved": "Your pain is down, so we meet less.",
    "short-of-dose": "You feel better than before. We do a bit more for a while.",
    "long-flares": "After some visits you felt worse for more than 2 days.",
    "no-gain-by-six": "There is no clear change yet, so we try one new thing.",
    "block-without-gain": "There is no clear change, so the massage stops. "
    "Please book a normal visit with your doctor.",
    "stops-on-worsening": "Your pain is up, so the massage stops.",
    "course-ended": "The weeks of massage are over.",
    "low-adherence": "Tell us what gets in the way. We go on as planned.",
    "on-course": "We go on as planned.",
    "open-questions": "First we have to ask you about your diary.",
}
HOLD_IT = "We keep to that for 2 weeks or more. Then we look again."
SHORTER = "So the visits are shorter: {} minutes."


@dataclass(frozen=True)
class Figure:
    """A large number: what it is, its value, and over which days."""

    what: str
    value: str
    of: str


@dataclass(frozen=True)
class GoalBar:
    """A goal rated 0 to 10, then and now; `before` is None when nobody asked then."""

    goal: str
    before: float | None
    now: float
    says: str


@dataclass(frozen=True)
class ProgressPage:
    """The page, part by part."""

    title: str
    label: str
    day: str
    figures: tuple[Figure, ...]
    seen: tuple[str, ...]
    goals: tuple[GoalBar, ...]
    done: tuple[str, ...]
    next: tuple[str, ...]
    stop: str
    calls: tuple[str, ...]
    numbers: tuple[NumberToCall, ...]


def progress_pdf(review: Review, reading: DiaryReading, knowledge: Knowledge) -> bytes:
    """The page (PDF/UA-1); raises NotForHandout while a sign or an open question stands."""
    plan = review.next_plan
    _hand_out_or_refuse(plan)
    found = review.progress
    figure = drawn(reading, found.began, compared=found.pain is not None)
    data = {
        "date": date_parts(review.on),
        "paper": paper_of(plan.locale),
        "small_print": small_print(knowledge),
        "chart": svg_of(figure, CHART_WIDTH) if figure else "",
        "chart_says": figure.alt if figure else "",
        "page": progress_page(review, knowledge),
    }
    return compiled("progress.typ", data)


def _hand_out_or_refuse(plan: Plan) -> None:
    if plan.clearance is Clearance.ASK or plan.clearance.stops_everything:
        what = f"no page of progress is handed out while the clearance is '{plan.clearance}'"
        raise NotForHandout([Problem("pdf", what)])


def progress_page(review: Review, knowledge: Knowledge) -> ProgressPage:
    """The page as a value, ready to be laid out."""
    plan, found = review.next_plan, review.progress
    return ProgressPage(
        title=TITLE,
        label=breakable(plan.client),
        day=day_in_words(review.on),
        figures=tuple(_figures(found.pain)) if found.pain else (),
        seen=tuple(_seen(found)),
        goals=tuple(_goal(one) for one in found.goals[:MOST_GOALS]),
        done=tuple(_done(found)),
        next=tuple(next_steps(review, knowledge)),
        stop=STOP_AT_ONCE,
        calls=client_calls(plan, knowledge)[:MOST_CONDITIONS],
        numbers=client_numbers(plan, knowledge),
    )


def _figures(pain: Pain) -> Iterator[Figure]:
    """Before, now and the difference, as large numbers."""
    yield Figure("Before", f"{pain.before:.1f}", _days(pain.days_before))
    yield Figure("Now", f"{pain.now:.1f}", _days(pain.days_since))
    if pain.is_clear:
        least, most = sorted((abs(pain.low), abs(pain.high)))
        what = "Lower by" if pain.high < 0 else "Higher by"
        likely = f"likely {least:.1f} to {most:.1f}"
        yield Figure(what, f"{abs(pain.now - pain.before):.1f}", likely)


def _days(number_of: int) -> str:
    return f"on average, {number_of} days"


def _seen(found: Progress) -> Iterator[str]:
    """What the days say, and what they cannot say."""
    if found.pain is None:
        yield NOT_YET
        return
    lower = found.pain.now < found.pain.before
    if found.pain.is_clear:
        yield f"Your pain is {'lower' if lower else 'higher'} now than before the plan."
    else:
        yield "There is no clear change in your pain in these days."
    if found.pain.noticeable:
        yield LARGE
    if lower:
        yield BAD_SPELL
    yield NO_WHY


def _goal(one: GoalRating) -> GoalBar:
    return GoalBar(
        goal=breakable(clipped(one.goal, GOAL_CHARACTERS)),
        before=None if one.before is None else float(one.before),
        now=float(one.now),
        says="" if one.before is None else f"{number(one.before)} then, {number(one.now)} now",
    )


def _done(found: Progress) -> Iterator[str]:
    """What was done; nothing is said that nobody counted."""
    if found.sessions and not found.sessions.assumed:
        planned = max(found.sessions.planned, found.sessions.done)
        yield f"You came to {found.sessions.done} of {planned} visits."
    if found.self_care:
        yield f"You did your home care on {found.self_care.done} of {found.self_care.planned} days."
    if found.overall:
        yield f"All in all you say: {found.overall}."
    if found.after_last_time:
        yield AFTER[found.after_last_time]


def next_steps(review: Review, knowledge: Knowledge) -> Iterator[str]:
    """What is next, in the client's words."""
    plan = review.next_plan
    if review.decision is Decision.REFER:
        yield from dict.fromkeys(
            one.plain for one in plan.reasons if _asks_for_help(one, knowledge)
        )
    elif review.log_until:
        yield f"Write down your pain each night, up to {day_in_words(review.log_until)}."
    else:
        yield from filter(None, (NEXT.get(review.rule, ""), *_what_is_new(review, knowledge)))
    if plan.measures:
        day = weekday_in_words(plan.measures.review_on)
        yield f"We look again on or near {day}. Bring your diary."


def _asks_for_help(one: Reason, knowledge: Knowledge) -> bool:
    """Whether a reason sends the client to somebody."""
    row = knowledge.rows.get(one.id)
    return one.clearance.rank <= Clearance.HOLD.rank or bool(row and row.routine_doctor)


def _what_is_new(review: Review, knowledge: Knowledge) -> Iterator[str]:
    """What the client will do otherwise from now on."""
    massage = review.next_plan.massage
    if massage is None:
        yield MASSAGE_ENDS if review.rule in ENDS_UNSAID else ""
        yield KEEP_UP
    elif review.decision in (Decision.STEP_DOWN, Decision.STEP_UP):
        phase = massage.phases[0]
        yield OFTEN_NOW.format(how_often(phase.sessions_per_week), phase.minutes)
        yield KEEP_UP
    elif review.decision is Decision.CHANGE:
        yield SHORTER.format(massage.phases[0].minutes) if review.rule == "long-flares" else ""
        new = (one for one in review.side_by_side if one.difference is Difference.NEW)
        yield from (f"New: {_plain_name(one, knowledge)}" for one in new)
        yield HOLD_IT


def _plain_name(one: Row, knowledge: Knowledge) -> str:
    technique = knowledge.techniques.get(one.id)
    return technique.plain if technique else sentence(one.name)
