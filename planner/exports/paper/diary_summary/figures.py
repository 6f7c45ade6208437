"""The five figures on top: pain then and lately, what lies between, bad days, days written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from planner.diary.analysis.compared import Claim, compared
from planner.diary.analysis.comparison import analyse
from planner.diary.analysis.figures import signed
from planner.exports.paper.diary_summary.asked import Asked, Chosen
from planner.model.diary import Analysis, Day
from planner.model.diary_summary import DiarySummary
from planner.model.phrase import Phrase
from planner.words import say, say_many

FORTNIGHT, WEEK = 14, 7  # days
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
    analysis: Analysis | None


def sides_of(of: Chosen, asked: Asked) -> Sides | None:
    """The last days beside those before the plan; else the ends of the diary.

    None where a diary is too short to have two ends of a week.
    """
    began, window, (first, last) = asked.started, asked.window, of.written
    if began and first < began <= last:
        eve = began - timedelta(1)
        then = _side(BEFORE, of.days, max(first, began - timedelta(window)), eve)
        lately = _side(LATELY, of.days, max(began, last - timedelta(window - 1)), last)
        if then.scores and lately.scores:
            return Sides(then, lately, analyse(of.days, asked.reading.sessions, began, window))
    number = min(FORTNIGHT, ((last - first).days + 1) // 2)
    if number < WEEK:
        return None
    then = _side(_of_first(number), of.days, first, first + timedelta(number - 1))
    lately = _side(_of_last(number), of.days, last - timedelta(number - 1), last)
    return Sides(then, lately, None)


def _of_first(number: int) -> Phrase:
    return say_many("Pain, first {number} day", "Pain, first {number} days", number)


def _of_last(number: int) -> Phrase:
    return say_many("Pain, last {number} day", "Pain, last {number} days", number)


def _side(what: Phrase, days: Sequence[Day], first: date, last: date) -> Side:
    inside = (one.pain_0_10 for one in days if first <= one.date <= last)
    return Side(what, first, last, tuple(one for one in inside if one is not None))


def figures(found: DiarySummary, sides: Sides | None, of: Chosen) -> Iterator[Figure]:
    """The five of them; a diary of a few days has no two sides, and four figures."""
    if sides is None:
        yield _level(_side(say("Pain"), of.days, *of.written))
        yield Figure(say("Change"), NOT_COMPARED, say("too few days"), in_words=True)
    else:
        yield from (_level(sides.then), _level(sides.lately), change(sides.analysis))
    bad = sum(one.bad for one in found.months)
    written = say("of {written} written", written=found.logged)
    yield Figure(
        say("Days at {score:g} or more", score=found.bad_from), say("{bad}", bad=bad), written
    )
    empty = say_many("of {days}, {number} empty", "of {days}, {number} empty",
                     found.days - found.logged, days=found.days)  # fmt: skip
    yield Figure(say("Days written"), say("{written}", written=found.logged), empty)


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
