"""A diary to fill in by hand: one page, a line for each day, boxes for a tired hand."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Day
from planner.words import SOURCE, Language, dated, say

DAYS = 31
TITLE = say("My pain diary")
HOW = say(
    "Each evening, write a number from 0 to 10 in each box. Leave a day blank if you miss it."
)
SCALES = (
    (say("Pain"), say("0 is no pain"), say("10 is the worst you can think of")),
    (say("Sleep"), say("0 is very bad"), say("10 is very good")),
    (say("Got in the way"), say("0 is not at all"), say("10 is all day long")),
)
TICK = say("Tick the box if you had a massage that day.")
BRING = say("Bring this page to your next visit.")


@dataclass(frozen=True)
class DayLine:
    """A day as it stands at the left of its line; a week ends on Sunday."""

    weekday: str
    day: str
    ends_week: bool


def month_sheet_pdf(
    first: date, locale: str, language: Language = SOURCE, practice: Practice = NOT_SET
) -> bytes:
    """The sheet from a day on, on the paper of the place (PDF/UA-1)."""
    days = [first + timedelta(days=n) for n in range(DAYS)]
    data = {
        "title": TITLE,
        "date": date_parts(first),
        "paper": paper_of(locale),
        "span": say("{begins} to {ends}", begins=days[0], ends=days[-1]),
        "how": HOW,
        "scales": SCALES,
        "tick": TICK,
        "bring": BRING,
        "small_print": [],
        "days": [_line(day) for day in days],
    }
    return compiled("month_sheet.typ", data, language, practice)


def _line(day: date) -> DayLine:
    return DayLine(
        weekday=dated(day, "short-weekday"),
        day=dated(day, "short"),
        ends_week=day.weekday() == Day.SUN.rank,
    )
