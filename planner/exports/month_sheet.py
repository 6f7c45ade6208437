"""A diary to fill in by hand: one page, a line for each day, boxes for a tired hand."""

from dataclasses import dataclass
from datetime import date, timedelta

from planner.exports.typesetting import compiled, date_parts, paper_of
from planner.exports.wording import WEEKDAYS, day_in_words

DAYS = 31
TITLE = "My pain diary"
HOW = "Each evening, write a number from 0 to 10 in each box. Leave a day blank if you miss it."
SCALES = (
    ("Pain", "0 is no pain", "10 is the worst you can think of"),
    ("Sleep", "0 is very bad", "10 is very good"),
    ("Got in the way", "0 is not at all", "10 is all day long"),
)
TICK = "Tick the box if you had a massage that day."
BRING = "Bring this page to your next visit."


@dataclass(frozen=True)
class DayLine:
    """A day as it stands at the left of its line; a week ends on Sunday."""

    weekday: str
    day: str
    ends_week: bool


def month_sheet_pdf(first: date, locale: str) -> bytes:
    """The sheet from a day on, on the paper of the place (PDF/UA-1)."""
    days = [first + timedelta(days=n) for n in range(DAYS)]
    data = {
        "title": TITLE,
        "date": date_parts(first),
        "paper": paper_of(locale),
        "span": f"{day_in_words(days[0])} to {day_in_words(days[-1])}",
        "how": HOW,
        "scales": SCALES,
        "tick": TICK,
        "bring": BRING,
        "small_print": [],
        "days": [_line(day) for day in days],
    }
    return compiled("month_sheet.typ", data)


def _line(day: date) -> DayLine:
    return DayLine(
        weekday=WEEKDAYS[day.weekday()][:3],
        day=f"{day.day} {day_in_words(day).split()[1][:3]}",
        ends_week=day.weekday() == len(WEEKDAYS) - 1,
    )
