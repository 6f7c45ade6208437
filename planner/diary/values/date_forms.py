"""The forms in which one date can be written, read without deciding the order of day and month."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from planner.diary.values.calendar import MONTHS
from planner.diary.values.lexicon import plain
from planner.model.diary import DateOrder

EARLIEST_YEAR = 1990
SERIAL_ZERO = date(1899, 12, 30)
SERIAL_DAYS = range(20_000, 60_000)  # 1954 to 2064: a smaller number is a year, a larger a stamp
LONGEST = 80  # letters; more than a date and a time with its zone ever need
ISO_WIDTH = 10  # of 2024-03-07, the form read without a pattern
EPOCH = date(1970, 1, 1)
EPOCH_UNITS = (1, 1_000, 1_000_000, 1_000_000_000)  # seconds, milli-, micro-, nanoseconds
STAMPS = range(315_532_800, 4_102_444_800)  # seconds since 1970: 1980 to 2099
TWO_DIGITS = 2
CENTURY = 100  # a year below it was written with two digits
PLACES = {order: tuple(order.index(part) for part in "ymd") for order in DateOrder}
TAIL = r"(?:(?:[T\s,]+|(?<=\d{4})(?=[ap]\b))(?P<tail>.*))?"
YEAR_FIRST = re.compile(r"(\d{4})\s?[-/._年]\s?(\d{1,2})\s?[-/._月]\s?(\d{1,2})[日.]?" + TAIL)
COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[T\s_]+(?P<tail>.*))?")
THREE = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\.?" + TAIL)
NUMBER = re.compile(r"\d{5,19}(?:[.,]\d+)?")
WORD = r"([^\W\d_]{3,12})\.?"
NAMED_DMY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s\-/]*(?:de\s)?" + WORD
                       + r"[\s\-/,]*(?:de\s)?(\d{4}|\d{2})\b" + TAIL, re.IGNORECASE)  # fmt: skip
NAMED_MDY = re.compile(
    WORD + r"[\s\-/]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/,]+(\d{4})\b" + TAIL, re.IGNORECASE
)
NAMED_YMD = re.compile(r"(\d{4})[\s\-/.]+" + WORD + r"[\s\-/.]*(\d{1,2})\b" + TAIL, re.IGNORECASE)
DAY_MONTH = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\.?")
NAMED_DM = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s\-/]*(?:de\s|of\s)?" + WORD, re.IGNORECASE
)
NAMED_MD = re.compile(WORD + r"[\s\-/]*(\d{1,2})(?:st|nd|rd|th|\.)?", re.IGNORECASE)
MOST_DAYS = 31  # of a month: a number beyond it can only be a year
DIGIT = re.compile(r"\d")
WEEKDAY_FIRST = re.compile(r"^[^\W\d_]{2,12}\.?,?\s+(?=.*\d)")
TIMELIKE = re.compile(
    r"""[-\u2013,(\s]*(?:at\s|um\s|kl\.?\s)?(?:
        (?:\d{1,2}(?:[:.h]\d{2}){0,2}(?:[.,:]\d+)?|\d{4}(?:\d{2})?)\s?(?:[ap]\.?\s?m?\.?)?
        \s?(?:[a-z]{1,4}|[a-z]{2,12}/[a-z_]{2,20})?\s?(?:[+-]\d{1,2}(?::?\d{2})?)?\s?(?:[(\[][^)\]]*[)\]])?
        |[^\d]*)""",
    re.IGNORECASE | re.VERBOSE,
)


IN_UTC = re.compile(r".*\d:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|UTC)", re.IGNORECASE)


class Written(NamedTuple):
    """One date as written: its three numbers, and their order where the form shows it.

    `order` None means that only the other rows can tell; `day` is set for plain numbers.
    """

    numbers: tuple[int, int, int] = (0, 0, 0)
    order: DateOrder | None = None
    day: date | None = None
    ymd_possible: bool = False

    @property
    def is_open(self) -> bool:
        """Whether only the other rows can tell which number is the day."""
        return self.order is None and self.day is None


def written_date(text: str) -> Written | None:
    """The date a text holds, or None when it holds none (or more than a date and a time)."""
    if len(text) > LONGEST or not DIGIT.search(text):
        return None
    for read in (_year_first, _three_numbers, _compact, _number, _named):
        found = read(text)
        if found:
            return found
    shorter = WEEKDAY_FIRST.sub("", text)
    return written_date(shorter) if shorter != text else None


def without_year(text: str) -> bool:
    """Whether a text is the day and month of a date without its year."""
    if len(text) > LONGEST or not DIGIT.search(text) or written_date(text):
        return False
    shorter = WEEKDAY_FIRST.sub("", text)
    two = DAY_MONTH.fullmatch(shorter)
    if two:
        return all(1 <= int(number) <= MOST_DAYS for number in two.groups())
    named = NAMED_DM.fullmatch(shorter) or NAMED_MD.fullmatch(shorter)
    return bool(named and any(plain(part) in MONTHS for part in named.groups()))


def _ends_well(found: re.Match[str] | None) -> bool:
    """Whether only a time, a zone or words without digits follow the date."""
    return found is not None and TIMELIKE.fullmatch(found["tail"] or "") is not None


def time_after(text: str) -> str | None:
    """What stands behind the date in a cell, such as its time; None where the cell has no date."""
    text = WEEKDAY_FIRST.sub("", text) if not text[:1].isdigit() and text[:4].isalpha() else text
    for form in (YEAR_FIRST, THREE, COMPACT, NAMED_DMY, NAMED_MDY, NAMED_YMD):
        found = form.fullmatch(text)
        if found and _ends_well(found):
            return found["tail"] or ""
    return None


def _year_first(text: str) -> Written | None:
    """2024-03-07, 2024/3/7 14:05, 2024-03-07T14:05:00+01:00."""
    if len(text) == ISO_WIDTH and text[4] == text[7] == "-" and text.isascii():
        year, month, day = text[:4], text[5:7], text[8:]
        if year.isdigit() and month.isdigit() and day.isdigit():
            return Written((int(year), int(month), int(day)), DateOrder.YMD)
    found = YEAR_FIRST.fullmatch(text)
    if not found or not _ends_well(found):
        return None
    return Written((int(found[1]), int(found[2]), int(found[3])), DateOrder.YMD)


def _compact(text: str) -> Written | None:
    """20240307."""
    found = COMPACT.fullmatch(text)
    if not found or not _ends_well(found):
        return None
    numbers = (int(found[1]), int(found[2]), int(found[3]))
    return Written(numbers, DateOrder.YMD) if _calendar_date(*numbers) else None


def _three_numbers(text: str) -> Written | None:
    """7/3/2024, 07.03.24, 3-7-2024: the order is not to be seen in one date."""
    found = THREE.fullmatch(text)
    if not found or not _ends_well(found):
        return None
    numbers = (int(found[1]), int(found[3]), int(found[4]))
    return Written(numbers, ymd_possible=len(found[4]) == len(found[1]) == TWO_DIGITS)


def _number(text: str) -> Written | None:
    """An Excel serial number or seconds (milli-, micro-, nanoseconds) since 1970, read as UTC."""
    if not NUMBER.fullmatch(text):
        return None
    value = float(text.replace(",", "."))
    if int(value) in SERIAL_DAYS:
        return Written(day=SERIAL_ZERO + timedelta(days=int(value)))
    for unit in EPOCH_UNITS:
        if STAMPS.start <= value / unit < STAMPS.stop:
            return Written(day=EPOCH + timedelta(seconds=value / unit))
    return None


def _named(text: str) -> Written | None:
    """22nd Sep 2020, 7-Mar-15, March 7, 2015, 2015-Mar-07."""
    for form, order in ((NAMED_DMY, "dmy"), (NAMED_MDY, "mdy"), (NAMED_YMD, "ymd")):
        found = form.fullmatch(text)
        if found and _ends_well(found):
            month = MONTHS.get(plain(found[order.index("m") + 1]))
            if month:
                numbers = [int(found[i + 1]) if order[i] != "m" else month for i in range(3)]
                return Written((numbers[0], numbers[1], numbers[2]), DateOrder(order))
    return None


def _calendar_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def resolved(found: Written, order: DateOrder | None, latest_year: int) -> date | None:
    """The date under an order; two-digit years are the latest that are not in the future."""
    if found.day:
        return found.day
    known = found.order or order
    if known is None:
        return None
    year, month, day = (found.numbers[at] for at in PLACES[known])
    if year < CENTURY:
        year += 2000 if 2000 + year <= latest_year else 1900
    return _calendar_date(year, month, day)
