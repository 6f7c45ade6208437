"""What the page is made from, and why there is none."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from planner.diary import DiaryReading
from planner.diary.analysis.counting import BAD_FROM
from planner.diary.analysis.naming import not_pain
from planner.diary.analysis.summary.made import FOUR_WEEKS
from planner.model.diary import Day, Milestone
from planner.model.errors import NotForHandout, Problem
from planner.model.intake import Conversation
from planner.words import say

DOCUMENT, DIARY = "diary-for-the-doctor", "diary"
TWELVE_WEEKS = timedelta(83)  # from the first of them to the last
MOST_OF_A_QUESTION = 240  # letters
QUESTION_PLACE = "question"
SAMPLE = say("is a sample, of which no page is made")


class Asked(NamedTuple):
    """A diary, the days to show of it (else all), and what is known beside it.

    `started`: the day the plan began. `window`: how many days of each side are compared. `label`:
    what the practice calls the client. `question`: the therapist's own, to the doctor. `intake`:
    the visit in which signs were asked about.
    """

    reading: DiaryReading
    on: date
    locale: str
    started: date | None = None
    first: date | None = None
    last: date | None = None
    bad_from: float = BAD_FROM
    window: int = FOUR_WEEKS
    milestones: tuple[Milestone, ...] = ()
    question: str = ""
    label: str = ""
    intake: Conversation | None = None
    is_sample: bool = False


class Chosen(NamedTuple):
    """What lies within the chosen days; the first and the last of those that tell of pain."""

    first: date
    last: date
    days: tuple[Day, ...]
    written: tuple[date, date]

    @property
    def all_days(self) -> int:
        """How many there are, written or not."""
        return (self.last - self.first).days + 1

    @property
    def told(self) -> tuple[bool, ...]:
        """Of each day that tells of it, whether there was pain."""
        return tuple(one.with_pain for one in self.days if one.with_pain is not None)

    @property
    def scores(self) -> tuple[float, ...]:
        """The pain of each day that has a score."""
        return tuple(one.pain_0_10 for one in self.days if one.pain_0_10 is not None)


def chosen(asked: Asked) -> Chosen:
    """The days to show; raises NotForHandout where there is no page of them."""
    if problems := why_none(asked):
        raise NotForHandout(problems)
    inside = _known(asked)
    first, last = asked.first or inside[0], asked.last or inside[-1]
    days = tuple(one for one in asked.reading.days if first <= one.date <= last)
    return Chosen(first, last, days, (inside[0], inside[-1]))


def why_none(asked: Asked) -> tuple[Problem, ...]:
    """Why there is no page; nothing where there is one."""
    return tuple(islice(_problems(asked), 1))


def usual_dates(reading: DiaryReading, started: date | None) -> tuple[date, date] | None:
    """The days a page is of where nobody chose: from four weeks before the plan on.

    Of a diary without a plan its last twelve weeks; None where it tells of no pain.
    """
    scored = [one.date for one in reading.days if one.with_pain is not None]
    if not scored:
        return None
    first, last = scored[0], scored[-1]
    within = started is not None and first < started <= last
    begins = started - timedelta(FOUR_WEEKS) if started and within else last - TWELVE_WEEKS
    return max(first, begins), last


def _known(asked: Asked) -> tuple[date, ...]:
    """The chosen days that tell of pain, by a score or without one."""
    scored = (one.date for one in asked.reading.days if one.with_pain is not None)
    return tuple(day for day in scored if (asked.first or day) <= day <= (asked.last or day))


def _problems(asked: Asked) -> Iterator[Problem]:
    if asked.is_sample:
        yield Problem(DIARY, SAMPLE)
    for question in asked.reading.questions[:1]:
        yield Problem(DIARY, say("has an open question: {why}", why=question.why))
    if heading := not_pain(asked.reading):
        yield Problem(DIARY, say("follows “{heading}”, which is not pain", heading=heading))
    if asked.first and asked.last and asked.first > asked.last:
        yield Problem("dates", say("the first day comes after the last"))
    if len(asked.question) > MOST_OF_A_QUESTION:
        most = say("has more than {most} letters", most=MOST_OF_A_QUESTION)
        yield Problem(QUESTION_PLACE, most)
    if not _known(asked):
        yield Problem(DIARY, say("tells nothing of pain on the days chosen"))
