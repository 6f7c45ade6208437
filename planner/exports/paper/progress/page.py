"""The page as a value: now against before, goals, what was done, what is next, whom to call."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planner.exports.paper.handout.boxed import Minded, boxed
from planner.exports.paper.handout.help import Help, HelpRow, help_for
from planner.exports.paper.handout.next_visit import NextVisit, next_visit
from planner.exports.paper.progress.ahead import next_steps
from planner.exports.paper.progress.pain import (
    Change,
    Figure,
    change_of,
    change_of_days,
    day_figures,
    figures,
    seen,
)
from planner.knowledge import Knowledge
from planner.knowledge.own import knowing_own
from planner.model.follow_up import AfterLastTime, GoalRating
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.model.review import Progress, Review, Share
from planner.model.vocabulary import Decision
from planner.visit.measured import BETTER, standings, talk
from planner.words import formed, joined, say
from planner.words.terms import OVERALL
from planner.words.typed import clipped, printable

TITLE = say("Your progress")
MOST_GOALS, MORE_GOALS = 3, 5
GOAL_CHARACTERS = 70
MOST_BESIDE_A_TALL_CHART = 460  # letters
AFTER = {
    AfterLastTime.AS_USUAL: say("After last time you felt as you do most days."),
    AfterLastTime.BETTER: say("After last time you felt better."),
    AfterLastTime.SORE: say("After last time you were sore for up to 2 days."),
    AfterLastTime.FLARE: say("After last time you felt worse for more than 2 days."),
}


@dataclass(frozen=True)
class GoalBar:
    """A goal rated 0 to 10, then and now; `before` is None when nobody asked then."""

    goal: str
    before: float | None
    now: float
    says: str


@dataclass(frozen=True)
class VisitAhead:
    """The next visit: its day and time, then how long, for how much, and which of how many."""

    day: str
    details: str


@dataclass(frozen=True)
class Call:
    """Whom to call, and when."""

    whom: str
    says: str


@dataclass(frozen=True)
class ProgressPage:
    """The page, part by part; `first` is what nothing else is read without.

    `more_goals` are those that it may have no room for.
    """

    title: str
    label: str
    period: str
    first: tuple[str, ...]
    figures: tuple[Figure, ...]
    change: Change | None
    seen: tuple[str, ...]
    goals: tuple[GoalBar, ...]
    more_goals: tuple[GoalBar, ...]
    done: tuple[str, ...]
    scores: tuple[str, ...]
    next: tuple[str, ...]
    visit: VisitAhead | None
    care: tuple[Minded, ...]
    calls: tuple[Call, ...]

    @property
    def is_full(self) -> bool:
        """Whether there is so much to tell that the chart is drawn lower."""
        goals, care = (one.goal for one in self.goals), (one.rest for one in self.care)
        told = (*self.first, *goals, *self.done, *self.scores, *self.next, *care)
        return sum(map(len, told)) > MOST_BESIDE_A_TALL_CHART


def progress_page(
    review: Review, knowledge: Knowledge, practice: Practice = NOT_SET
) -> ProgressPage:
    """The page as a value, ready to be laid out."""
    plan, found = review.next_plan, review.progress
    knowledge = knowing_own(knowledge, plan)
    seldom, own = tuple(_seldom(found, knowledge)), boxed(plan, knowledge)
    return ProgressPage(
        title=TITLE,
        label=printable(plan.client),
        period=say("Your progress, {first} to {last:weekday}", first=found.began, last=review.on),
        first=seldom,
        figures=_figures(found, review.on),
        change=_change(found),
        seen=tuple(seen(found, plan)),
        goals=tuple(_goal(one) for one in found.goals[:MOST_GOALS]),
        more_goals=tuple(_goal(one) for one in found.goals[MOST_GOALS:MORE_GOALS]),
        done=tuple(one for one in _done(found) if one not in seldom),
        scores=tuple(_scores(found, plan, knowledge)),
        next=tuple(next_steps(review, knowledge)),
        visit=_ahead(next_visit(plan)),
        care=() if review.decision is Decision.REFER else own.shown,
        calls=tuple(_calls(help_for(plan, knowledge, practice))),
    )


def _figures(found: Progress, on: date) -> tuple[Figure, ...]:
    """Two large numbers: the days with pain where they are judged, else the mean of the scores."""
    if found.days:
        return tuple(day_figures(found.days))
    return tuple(figures(found.pain, on)) if found.pain else ()


def _change(found: Progress) -> Change | None:
    if found.days:
        return change_of_days(found.days)
    return change_of(found.pain) if found.pain else None


def _ahead(one: NextVisit | None) -> VisitAhead | None:
    """As much of the next visit as a strip has room for."""
    if one is None:
        return None
    told = (one.minutes, one.price, one.which) if one.minutes else (one.review,)
    return VisitAhead(joined(one.day, one.at, by=", "), joined(*told, by=" · "))


def _calls(told: Help) -> Iterator[Call]:
    """Whom to call and when, the most urgent first."""
    yield from map(_call, (told.emergency, *told.others))


def _call(row: HelpRow) -> Call:
    signs = (say("If {sign}.", sign=one) for one in row.signs)
    return Call(row.whom, joined(*signs, row.then))


def _goal(one: GoalRating) -> GoalBar:
    then_and_now = (
        say("{now:g} now", now=one.now)
        if one.before is None
        else say("{before:g} then, {now:g} now", before=one.before, now=one.now)
    )
    return GoalBar(
        goal=formed(printable(clipped(one.goal, GOAL_CHARACTERS)), "capital"),
        before=None if one.before is None else float(one.before),
        now=float(one.now),
        says=then_and_now,
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


def _seldom(found: Progress, knowledge: Knowledge) -> Iterator[str]:
    """What was done less than half of the time: it comes before what the days say."""
    least = knowledge.weights.course.least_done
    visits, days = _counted(found.sessions), found.self_care
    if visits and visits.share < least:
        yield _came(visits)
    if days and days.share < least:
        yield _at_home(days)


def _counted(sessions: Share | None) -> Share | None:
    """The visits, where somebody counted them and any was due."""
    return sessions if sessions and not sessions.assumed and sessions.planned else None


def _came(visits: Share) -> Phrase:
    return say("You came to {done} of {planned} visits.", done=visits.done, planned=visits.planned)


def _at_home(days: Share) -> Phrase:
    return say(
        "You did your home tasks on {done} of {planned} days.",
        done=days.done,
        planned=max(days.done, days.planned),
    )


def _done(found: Progress) -> Iterator[str]:
    """What was done; nothing is said that nobody counted."""
    if visits := _counted(found.sessions):
        yield _came(visits)
    if found.self_care:
        yield _at_home(found.self_care)
    if found.written:
        yield say(
            "You wrote the diary on {done} of {planned} days.",
            done=found.written.done,
            planned=found.written.planned,
        )
    if found.overall:
        yield say("All in all you say: {overall}.", overall=OVERALL[found.overall])
    if found.after_last_time:
        yield AFTER[found.after_last_time]
