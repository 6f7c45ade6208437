"""What the days of a diary say: two large numbers, what their difference means, and no cause."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from planner.exports.paper.scores import drop_people_notice, scores_of_a_visit
from planner.model.change import aim
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.review import Lately, Pain, PainDays, Progress
from planner.words import say, say_many

NO_WHY = say("The diary cannot tell us why. Sleep, rest, the weather and more change too.")
BAD_SPELL = say("You may have come to us in a bad spell. Bad spells often ease by themselves.")
LARGE = say("Many people notice a drop like this.")
NOT_YET = say("There are not yet enough days to compare.")
HIGHER = say("Your pain is higher now than before the plan.")
UNCLEAR = say("No clear change")
MORE_DAYS = say("You have pain on more days now than before the plan.")
UP_TO_NOW = timedelta(days=1)  # a diary written up to the eve of the visit


@dataclass(frozen=True)
class Figure:
    """A large number: what it is, its value, and over which days."""

    what: str
    value: str
    of: str


@dataclass(frozen=True)
class Change:
    """What the difference is, and what it means to people."""

    headline: str
    says: tuple[str, ...]


def figures(pain: Pain, on: date) -> Iterator[Figure]:
    """Pain before the plan and pain now, as large numbers."""
    before = say_many("{number} day before the plan", "{number} days before the plan",
                      pain.days_before)  # fmt: skip
    yield Figure(say("Pain before"), _score(pain.before), before)
    yield Figure(say("Pain now"), _score(now_of(pain)), _now_is_of(pain, on))


def day_figures(days: PainDays) -> Iterator[Figure]:
    """Days with pain in four weeks before the plan and since, as large numbers."""
    before = say("{some} of {all} days", some=days.with_pain_before, all=days.days_before)
    since = say("{some} of {all} days", some=days.with_pain_since, all=days.days_since)
    yield Figure(say("Days with pain before, in 28"), _score(days.before), before)
    yield Figure(say("Days with pain since, in 28"), _score(days.now), since)


def change_of_days(days: PainDays) -> Change:
    """The difference of the days with pain in words."""
    apart = days.now - days.before
    if not days.is_clear:
        return Change(UNCLEAR, ())
    if apart < 0:
        return Change(say("Fewer days with pain: {days:.1f} in 28", days=-apart), ())
    return Change(say("More days with pain: {days:.1f} in 28", days=apart), (MORE_DAYS,))


def now_of(pain: Pain) -> float:
    """What is called now; an earlier edition told only the mean of all days since."""
    return pain.lately.average if pain.lately else pain.now


def _now_is_of(pain: Pain, on: date) -> Phrase:
    if pain.lately is None:
        return say_many("{number} day since then", "{number} days since then", pain.days_since)
    return _days(pain.lately, on)


def _days(lately: Lately, on: date) -> Phrase:
    """The last days, with their dates where some are missing or the diary ends before today."""
    if lately.is_whole and on - lately.last <= UP_TO_NOW:
        return say_many("the last {number} day", "the last {number} days", lately.days)
    return say_many(
        "{number} day, {first:short} to {last:short}",
        "{number} days, {first:short} to {last:short}",
        lately.days,
        first=lately.first,
        last=lately.last,
    )


def _score(value: float) -> Phrase:
    return say("{value:.1f}", value=value)


def change_of(pain: Pain) -> Change:
    """The difference in words: clear of chance on all days, and the same way lately."""
    drop = pain.before - now_of(pain)
    if not pain.is_clear or (drop > 0) != (pain.high < 0):
        return Change(UNCLEAR, tuple(_room(pain)))
    if drop < 0:
        return Change(say("Higher by {points:.1f} of 10", points=-drop), (HIGHER,))
    large = pain.noticeable and now_of(pain) <= aim(pain.before)
    told = (LARGE,) if large else tuple(_room(pain))
    return Change(say("Lower by {points:.1f} of 10", points=drop), told)


def _room(pain: Pain) -> Iterator[Phrase]:
    """The drop that people notice; nothing where it began too low for one."""
    most = aim(pain.before)
    if 0 < most < min(pain.before, now_of(pain)):
        yield drop_people_notice(most)


def seen(found: Progress, plan: Plan) -> Iterator[str]:
    """What the days cannot say, and beside them the scores that the client gave today."""
    judged = found.days or found.pain
    if judged is None:
        yield NOT_YET
    else:
        if judged.high < 0:
            yield BAD_SPELL
        yield NO_WHY
    latest = plan.measures.latest if plan.measures else None
    if latest and latest.on == plan.on and not latest.in_diary:
        yield scores_of_a_visit(latest)
