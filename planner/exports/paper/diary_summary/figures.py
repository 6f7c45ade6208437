"""The five figures on top: pain then and lately, what lies between, bad days, days written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from planner.diary.analysis.by_days.of_a_reading import How, days_of
from planner.diary.analysis.compared import Claim, compared
from planner.diary.analysis.comparison import analyse
from planner.diary.analysis.figures import signed
from planner.exports.paper.diary_summary.asked import Asked, Chosen
from planner.model.diary import Analysis, Day
from planner.model.diary.pain_days import DayDifference, where_they_tell_more
from planner.model.phrase import Phrase
from planner.words import say, say_many

FORTNIGHT, WEEK = 14, 7  # days
DAYS_BEFORE, DAYS_LATELY = say("Pain days before plan"), say("Pain days lately")
FEW = say("too few days")
NOT_COMPARED = say("not compared")
CLEAR, NOT_CLEAR = say("clear"), say("not clear")
DOUBTFUL = say("clear, with doubts")
BEFORE, LATELY = say("Pain before the plan"), say("Pain lately")


@dataclass(frozen=True)
class Figure:
    """A large number: what it is, its value, and what belongs to it; one in words is smaller."""

    what: str
    value: str
    of: str
    in_words: bool = False


class Side(NamedTuple):
    """Days that are set beside others, and their scores."""

    what: Phrase
    first: date
    last: date
    scores: tuple[float, ...]

    @property
    def days(self) -> int:
        """How many there are, written or not."""
        return (self.last - self.first).days + 1

    @property
    def average(self) -> float:
        """The mean of the days with a score."""
        return sum(self.scores) / len(self.scores)


class Sides(NamedTuple):
    """The days then and lately, and what lies between them, where it can be told."""

    then: Side
    lately: Side
    analysis: Analysis | None = None
    counted: DayDifference | None = None

    @property
    def by_days(self) -> DayDifference | None:
        """The days with pain, where they tell more than their scores."""
        return where_they_tell_more(self.counted, self.analysis)

    @property
    def means(self) -> tuple[Side, ...]:
        """Those that have a mean."""
        return tuple(one for one in (self.then, self.lately) if one.scores)


def sides_of(of: Chosen, asked: Asked) -> Sides | None:
    """The last days beside those before the plan; else the ends of the diary.

    None where a diary is too short to have two ends of a week.
    """
    began, window, (first, last) = asked.started, asked.window, of.written
    if began and first < began <= last:
        eve, reading = began - timedelta(1), asked.reading
        then = _side(BEFORE, of.days, max(first, began - timedelta(window)), eve)
        lately = _side(LATELY, of.days, max(began, last - timedelta(window - 1)), last)
        counted = days_of(reading, of.days, How(began, window, asked.bad_from))
        if counted or (then.scores and lately.scores):
            analysis = analyse(of.days, reading.sessions, began, window)
            return Sides(then, lately, analysis, counted)
    number = min(FORTNIGHT, ((last - first).days + 1) // 2)
    if number < WEEK:
        return None
    then = _side(_of_first(number), of.days, first, first + timedelta(number - 1))
    lately = _side(_of_last(number), of.days, last - timedelta(number - 1), last)
    return Sides(then, lately) if then.scores and lately.scores else None


def _of_first(number: int) -> Phrase:
    return say_many("Pain, first {number} day", "Pain, first {number} days", number)


def _of_last(number: int) -> Phrase:
    return say_many("Pain, last {number} day", "Pain, last {number} days", number)


def _side(what: Phrase, days: Sequence[Day], first: date, last: date) -> Side:
    inside = (one.pain_0_10 for one in days if first <= one.date <= last)
    return Side(what, first, last, tuple(one for one in inside if one is not None))


def figures(sides: Sides | None, of: Chosen, bad_from: float) -> Iterator[Figure]:
    """The five of them; without two sides there are four."""
    if sides is None:
        yield from (_of_all(of), Figure(say("Change"), NOT_COMPARED, FEW, in_words=True))
    elif sides.by_days:
        yield from _by_days(sides.by_days)
    else:
        yield from (_level(sides.then), _level(sides.lately), change(sides.analysis))
    if of.scores:
        bad = sum(one >= bad_from for one in of.scores)
        written = say("of {written} written", written=len(of.scores))
        yield Figure(
            say("Days at {score:g} or more", score=bad_from), say("{bad}", bad=bad), written
        )
    known = len(of.told)
    empty = say_many("of {days}, {number} empty", "of {days}, {number} empty",
                     of.all_days - known, days=of.all_days)  # fmt: skip
    yield Figure(say("Days written"), say("{written}", written=known), empty)


def _of_all(of: Chosen) -> Figure:
    if of.scores:
        return _level(_side(say("Pain"), of.days, *of.written))
    written = say("of {written} written", written=len(of.told))
    return Figure(say("Days with pain"), say("{days}", days=sum(of.told)), written)


def _by_days(found: DayDifference) -> Iterator[Figure]:
    """Days with pain before and since, and how many more or fewer there are in 28."""
    for what, side in ((DAYS_BEFORE, found.before), (DAYS_LATELY, found.after)):
        of = say("of {days} days", days=side.logged)
        yield Figure(what, say("{days}", days=side.with_pain), of)
    rate = found.with_pain
    likely = say("in 28 days, likely {low} to {high}", low=signed(rate.low), high=signed(rate.high))
    clear = (DOUBTFUL if found.cautions else CLEAR) if rate.is_clear else NOT_CLEAR
    value = signed(rate.after - rate.before)
    yield Figure(say("Change"), value, say("{likely}: {clear}", likely=likely, clear=clear))


def _level(one: Side) -> Figure:
    low, high = (round(score, 1) for score in (min(one.scores), max(one.scores)))
    fill = {"low": low, "high": high, "written": len(one.scores)}
    if len(one.scores) == one.days:
        of = say_many("{number} day, {low:g} to {high:g}", "{number} days, {low:g} to {high:g}",
                      one.days, **fill)  # fmt: skip
    else:
        of = say("{written} of {days} days, {low:g} to {high:g}", days=one.days, **fill)
    return Figure(one.what, say("{average:.1f}", average=one.average), of)


def change(found: Analysis | None) -> Figure:
    """What lies between, how far it may be off, and how clear that is."""
    if found is None:
        return Figure(say("Change"), NOT_COMPARED, say("the reason stands below"), in_words=True)
    apart = found.difference
    likely = say("likely {low} to {high}", low=signed(apart.low), high=signed(apart.high))
    return Figure(
        say("Change"),
        signed(apart.points),
        say("{likely}: {clear}", likely=likely, clear=how_clear(found)),
    )


def how_clear(found: Analysis) -> Phrase:
    """In a word, whether the days differ by more than chance makes."""
    if compared(found).claim not in (Claim.LOWER, Claim.HIGHER):
        return NOT_CLEAR
    return DOUBTFUL if found.cautions else CLEAR
