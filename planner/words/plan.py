"""What a plan asks for, in words: how often, how long, where, at what cost."""

from collections.abc import Iterable
from datetime import time
from typing import Protocol

from planner.model.phrase import Phrase
from planner.model.plan import Load, Measures, Phase, PlannedVisit
from planner.model.vocabulary import Day
from planner.words.saying import joined, say, say_many
from planner.words.terms import SIDE
from planner.words.typed import printable

FREQUENCIES = {
    1.0: say("once a week"),
    0.5: say("every 2 weeks"),
    0.25: say("every 4 weeks"),
}


def how_often(sessions_per_week: float) -> Phrase:
    """A frequency: "2 times a week", "every 2 weeks"."""
    known = FREQUENCIES.get(sessions_per_week)
    return known or say("{often:g} times a week", often=sessions_per_week)


def days_a_week(days: int) -> Phrase:
    """How many days a week."""
    if days == len(Day):
        return say("every day")
    return say_many("{number} day a week", "{number} days a week", days)


def weeks(number: int) -> Phrase:
    """A number of weeks: "1 week", "8 weeks"."""
    return say_many("{number} week", "{number} weeks", number)


NO_EXTRA_TIME = say("no extra time")


def minutes(number: int) -> Phrase:
    """A number of minutes: "1 minute", "20 minutes"; none is no extra time."""
    if not number:
        return NO_EXTRA_TIME
    return say_many("{number} minute", "{number} minutes", number)


def minutes_a_week(number: int) -> Phrase:
    """So many minutes a week: "75 minutes a week"."""
    return say_many("{number} minute a week", "{number} minutes a week", number)


def visits(number: int) -> Phrase:
    """A number of visits: "1 visit", "8 visits"."""
    return say_many("{number} visit", "{number} visits", number)


def when(visit: PlannedVisit) -> Phrase:
    """The day of a visit, and its time where one was agreed: "Mon 7 Dec, 10:00"."""
    day = say("{day:day}", day=visit.on)
    return joined(day, clock(visit.at), by=", ") if visit.at else day


def clock(at: time) -> str:
    """A time of day as a clock on the wall has it: "10:00"."""
    return f"{at:%H:%M}"


def visits_at(number: int, sessions_per_week: float) -> Phrase:
    """A number of visits, and how often where there is more than one: "4 visits, once a week"."""
    if number == 1:
        return visits(number)
    return say("{visits}, {often}", visits=visits(number), often=how_often(sessions_per_week))


def phase(one: Phase) -> Phrase:
    """A phase: how many visits, how often, how long; the weeks where no visits are counted."""
    if one.visits:
        return say(
            "{visits}, {minutes} minutes",
            visits=visits_at(one.visits, one.sessions_per_week),
            minutes=one.minutes,
        )
    return say(
        "{often}, {minutes} minutes, {weeks}",
        often=how_often(one.sessions_per_week),
        minutes=one.minutes,
        weeks=weeks(one.weeks),
    )


def load_in_words(load: Load) -> Phrase:
    """Minutes a week, visits and money in all, and whether it is over the budget."""
    parts = [say("{minutes:g} minutes a week", minutes=load.minutes_per_week)]
    if load.visits:
        parts.append(visits(load.visits))
    if load.total_cost:
        cost = {"cost": load.total_cost, "currency": load.currency}
        parts.append(say("{cost:,.0f} {currency} in all", **cost))
    if not load.within_budget:
        parts.append(say("**over the budget**"))
    return joined(*parts, by=", ")


class Placed(Protocol):
    """A region of the body chart: its name without a side, and its side."""

    @property
    def name(self) -> str:
        """The place, without its side."""

    @property
    def side(self) -> str:
        """The person's own `left`, `right` or `midline`."""


def places(regions: Iterable[Placed]) -> tuple[Phrase, ...]:
    """Regions by name, the person's own sides; left and right of one place named together."""
    sides: dict[str, list[str]] = {}
    for one in regions:
        sides.setdefault(one.name, []).append(one.side)
    return tuple(_with_sides(name, found) for name, found in sides.items())


def _with_sides(name: str, sides: Iterable[str]) -> Phrase:
    known = [SIDE[side] for side in dict.fromkeys(sides) if side in SIDE]
    if not known:
        return joined(name)
    if len(known) > 1:
        return say("{place}, both sides", place=name)
    return say("{place}, {side}", place=name, side=known[0])


def aim_of(goal: str, measures: Measures) -> Phrase | str:
    """A goal, with its first rating and the one aimed at where it was rated."""
    for one in measures.rated:
        if one.goal == goal and one.rating is not None and one.target is not None:
            return say(
                "{goal} ({rating:g} of 10 now, aim {target:g})",
                goal=printable(goal),
                rating=one.rating,
                target=one.target,
            )
    return printable(goal)
