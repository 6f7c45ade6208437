"""The client's page of progress: now against before, goals, what was done, what is next."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.charts.paper import svg_of
from planner.charts.progress import progress as drawn
from planner.diary import DiaryReading
from planner.exports.handout import small_print
from planner.exports.paper.calls import (
    MOST_CONDITIONS,
    STOP_AT_ONCE,
    NumberToCall,
    client_calls,
    client_numbers,
)
from planner.exports.paper.client_page import GOAL_CHARACTERS
from planner.exports.paper.next_steps import next_steps
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.knowledge import Knowledge
from planner.model.errors import NotForHandout, Problem
from planner.model.follow_up import AfterLastTime, GoalRating
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.model.review import Pain, Progress, Review
from planner.model.vocabulary import Clearance
from planner.visit.measured import BETTER, standings, talk
from planner.words import SOURCE, Language, dated, in_language, say, say_many
from planner.words.terms import OVERALL
from planner.words.typed import breakable, clipped

TITLE = say("Your progress")
CHART_WIDTH = 640
MOST_GOALS = 5
NO_WHY = say("The diary cannot tell us why. Sleep, rest, the weather and more change too.")
BAD_SPELL = say("You may have come to us in a bad spell. Bad spells often ease by themselves.")
LARGE = say("Many people notice a drop like this.")
NOT_YET = say("There are not yet enough days to compare.")
LOWER = say("Your pain is lower now than before the plan.")
HIGHER = say("Your pain is higher now than before the plan.")
UNCLEAR = say("There is no clear change in your pain in these days.")
AFTER = {
    AfterLastTime.AS_USUAL: say("After last time you felt as you do most days."),
    AfterLastTime.BETTER: say("After last time you felt better."),
    AfterLastTime.SORE: say("After last time you were sore for up to 2 days."),
    AfterLastTime.FLARE: say("After last time you felt worse for more than 2 days."),
}


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
    scores: tuple[str, ...]
    next: tuple[str, ...]
    stop: str
    calls: tuple[str, ...]
    numbers: tuple[NumberToCall, ...]


def progress_pdf(
    review: Review,
    reading: DiaryReading,
    knowledge: Knowledge,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> bytes:
    """The page (PDF/UA-1); raises NotForHandout while a sign or an open question stands."""
    plan = review.next_plan
    _hand_out_or_refuse(plan)
    found = review.progress
    figure = in_language(drawn(reading, found.began, compared=found.pain is not None), language)
    data = {
        "date": date_parts(review.on),
        "paper": paper_of(plan.locale),
        "small_print": small_print(knowledge),
        "chart": svg_of(figure, CHART_WIDTH) if figure else "",
        "chart_says": figure.alt if figure else "",
        "page": progress_page(review, knowledge),
    }
    return compiled("progress.typ", data, language, practice)


def _hand_out_or_refuse(plan: Plan) -> None:
    if plan.clearance is Clearance.ASK or plan.stops_everything:
        what = say(
            "no page of progress is handed out while the clearance is '{clearance}'",
            clearance=plan.clearance.value,
        )
        raise NotForHandout([Problem("pdf", what)])


def progress_page(review: Review, knowledge: Knowledge) -> ProgressPage:
    """The page as a value, ready to be laid out."""
    plan, found = review.next_plan, review.progress
    return ProgressPage(
        title=TITLE,
        label=breakable(plan.client),
        day=dated(review.on),
        figures=tuple(_figures(found.pain)) if found.pain else (),
        seen=tuple(_seen(found)),
        goals=tuple(_goal(one) for one in found.goals[:MOST_GOALS]),
        done=tuple(_done(found)),
        scores=tuple(_scores(found, plan, knowledge)),
        next=tuple(next_steps(review, knowledge)),
        stop=STOP_AT_ONCE,
        calls=client_calls(plan, knowledge)[:MOST_CONDITIONS],
        numbers=client_numbers(plan, knowledge),
    )


def _figures(pain: Pain) -> Iterator[Figure]:
    """Before, now and the difference, as large numbers."""
    yield Figure(say("Before"), _score(pain.before), _days(pain.days_before))
    yield Figure(say("Lately"), _score(pain.now), _days(pain.days_since))
    if pain.is_clear:
        least, most = sorted((abs(pain.low), abs(pain.high)))
        what = say("Lower by") if pain.high < 0 else say("Higher by")
        likely = say("likely {least:.1f} to {most:.1f}", least=least, most=most)
        yield Figure(what, _score(abs(pain.now - pain.before)), likely)


def _score(value: float) -> Phrase:
    return say("{value:.1f}", value=value)


def _days(number: int) -> Phrase:
    return say_many("on average, {number} day", "on average, {number} days", number)


def _seen(found: Progress) -> Iterator[str]:
    """What the days say, and what they cannot say."""
    if found.pain is None:
        yield NOT_YET
        return
    lower = found.pain.now < found.pain.before
    if found.pain.is_clear:
        yield LOWER if lower else HIGHER
    else:
        yield UNCLEAR
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
        says=""
        if one.before is None
        else say("{before:g} then, {now:g} now", before=one.before, now=one.now),
    )


def _scores(found: Progress, plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """The forms filled in more than once, and a doctor where the last score is high."""
    for one in standings(found.measured, knowledge):
        if one.first:
            yield say(
                "{form}: {before:g} then, {now:g} now ({better}).",
                form=one.form.name,
                before=one.first.score,
                now=one.latest.score,
                better=BETTER[one.form.better],
            )
    if asks := talk(found.measured, plan.locale, knowledge):
        yield asks


def _done(found: Progress) -> Iterator[str]:
    """What was done; nothing is said that nobody counted."""
    if found.sessions and not found.sessions.assumed:
        planned = max(found.sessions.planned, found.sessions.done)
        yield say(
            "You came to {done} of {planned} visits.", done=found.sessions.done, planned=planned
        )
    if found.self_care:
        yield say(
            "You did your home care on {done} of {planned} days.",
            done=found.self_care.done,
            planned=found.self_care.planned,
        )
    if found.overall:
        yield say("All in all you say: {overall}.", overall=OVERALL[found.overall])
    if found.after_last_time:
        yield AFTER[found.after_last_time]
