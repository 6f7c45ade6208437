"""One client over all visits and sessions: where it hurt, how bad it was, and what happened."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from planner.model.ids import RegionId
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.record.checked import Score
from planner.model.visit import Draft
from planner.visit.client.at_a_glance import Beside
from planner.visit.said.follow_up import said_there
from planner.words import joined, say
from planner.words.terms import PROPOSED

MOST_GOALS = 2  # lines in a picture that can still be told apart
Rated = tuple[date, float]


class VisitMade(NamedTuple):
    """A visit as it is kept, with the plan in force at it."""

    token: str
    on: date
    draft: Draft
    plan: Plan | None


class Goal(NamedTuple):
    """A goal in the client's words, as it was rated from visit to visit."""

    name: str
    rated: tuple[Rated, ...]


class Marks(NamedTuple):
    """Where it hurt on a day, and how much at each place."""

    on: date
    levels: Mapping[RegionId, int]


class Story(NamedTuple):
    """What a client's page tells, from the first visit on."""

    pain: tuple[Rated, ...] = ()
    goals: tuple[Goal, ...] = ()
    sessions: tuple[date, ...] = ()
    plans: tuple[tuple[date, date], ...] = ()
    then: Marks | None = None
    now: Marks | None = None


class Happened(NamedTuple):
    """A visit in a line; `token` opens it."""

    on: date
    title: Phrase
    more: Phrase | str
    token: str


def story(visits: Iterable[VisitMade], beside: Beside) -> Story:
    """The story of the visits that can be read."""
    made = sorted(visits, key=lambda one: one.on)
    marked = [Marks(one.on, levels) for one in made if (levels := _levels(one.draft))]
    scores = [(one.on, one.draft.severity.average) for one in made]
    return Story(
        pain=tuple((on, float(score)) for on, score in scores if score is not None),
        goals=_goals(made),
        sessions=tuple(sorted(beside.sessions)),
        plans=_in_force(made),
        then=marked[0] if marked else None,
        now=marked[-1] if marked[1:] else None,
    )


def _in_force(visits: Sequence[VisitMade]) -> tuple[tuple[date, date], ...]:
    """From when until when each plan was in force: to its review, or to the plan that followed."""
    made = [(one.plan.on, one.plan.measures) for one in visits if one.plan]
    plans = [(on, measures.review_on) for on, measures in made if measures]
    next_on = [*(on for on, _ in plans[1:]), date.max]
    return tuple(
        (on, min(until, later)) for (on, until), later in zip(plans, next_on, strict=False)
    )


def _levels(draft: Draft) -> dict[RegionId, int]:
    """Every place that hurts with how much; a place without a level counts as mild."""
    places = {region: 1 for one in draft.pain for region in one.regions}
    levels = {region: level for one in draft.pain for region, level in one.levels.items()}
    return {**places, **levels, **draft.marks}


def _goals(visits: Sequence[VisitMade]) -> tuple[Goal, ...]:
    """The goals rated most often, from what was said first to today."""
    found: dict[str, dict[date, float]] = {}
    for one in visits:
        for name, before, rating in _rated(one.draft):
            if before is not None:
                found.setdefault(name, {}).setdefault(visits[0].on, float(before))
            if rating is not None:
                found.setdefault(name, {})[one.on] = float(rating)
    goals = [Goal(name, tuple(sorted(rated.items()))) for name, rated in found.items()]
    return tuple(sorted(goals, key=lambda one: -len(one.rated))[:MOST_GOALS])


def _rated(draft: Draft) -> Iterable[tuple[str, Score | None, Score | None]]:
    """Each goal, as it was before the plan where a later visit told, and on the day itself."""
    later = said_there(draft).goals
    first = [(one.goal, None, one.rating) for one in draft.preferences.goals] if not later else []
    return [*first, *((one.goal, one.before, one.now) for one in later)]


def happened(visits: Iterable[VisitMade]) -> tuple[Happened, ...]:
    """Every visit in a line, latest first: what was decided, and how the pain went."""
    made = sorted(visits, key=lambda one: one.on)
    before = [None, *(one.draft.severity.average for one in made)]
    lines = [_line(one, last) for one, last in zip(made, before, strict=False)]
    return tuple(reversed(lines))


def _line(one: VisitMade, last: Score | None) -> Happened:
    score = one.draft.severity.average
    return Happened(one.on, _title(one), _pain(score, last), one.token)


def _title(one: VisitMade) -> Phrase:
    if one.draft.follow_up is None:
        return say("First visit") if one.plan else say("First visit, not finished")
    decided = one.plan.supersedes if one.plan else None
    if decided is None:
        return say("Review")
    return say("Review: {decision}", decision=PROPOSED[decided.proposed or decided.decision])


def _pain(score: Score | None, last: Score | None) -> Phrase | str:
    if score is None:
        return ""
    if last is None:
        return say("pain {now:g}", now=score)
    return say("pain {before:g} → {now:g}", before=last, now=score)


def in_words(of: Story) -> Phrase:
    """The picture for somebody who cannot see it."""
    if not of.pain:
        return say("No pain was scored yet.")
    (first, before), (last, now) = of.pain[0], of.pain[-1]
    told = say("Pain {before:g} on {first}", before=before, first=first)
    if last != first:
        said = {"before": before, "first": first, "now": now, "last": last}
        told = say("Pain {before:g} on {first}, {now:g} on {last}.", **said)
    goals = [
        say("{goal}: {before:g}, then {now:g}.", goal=one.name, before=one.rated[0][1],
            now=one.rated[-1][1])
        for one in of.goals
    ]  # fmt: skip
    return joined(told, *goals)
