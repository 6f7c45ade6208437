"""A time zone as a calendar file tells it: rules that come again every year.

Outlook on a computer reads no list of dates (RDATE) in a VTIMEZONE, so a zone whose clocks change
by a yearly rule is written as that rule, from 1970 on. A zone that keeps no rule has a block for
each change of the years asked for; one whose clocks never change has a single block.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

YEARS = 10  # that a rule must hold for
SINCE = 1970
WEEK, LAST = 7, -1
Block = TimezoneStandard | TimezoneDaylight
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Change(NamedTuple):
    """The clocks change `at` a local time, told in the time that ends there."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str


class Rule(NamedTuple):
    """The day of a yearly change: the n-th weekday of a month, -1 the last one."""

    month: int
    nth: int
    weekday: int

    def day(self, year: int) -> int:
        """The day of the month in a year."""
        if self.nth == LAST:
            end = datetime(year + self.month // 12, self.month % 12 + 1, 1) - timedelta(days=1)
            return end.day - (end.weekday() - self.weekday) % WEEK
        first = datetime(year, self.month, 1).weekday()
        return 1 + (self.weekday - first) % WEEK + (self.nth - 1) * WEEK


def vtimezone(name: str, year: int, years: int = YEARS) -> Timezone:
    """A zone by its IANA name, as it is from a year on."""
    found = Timezone()
    found.add("tzid", name)
    for block in _blocks(ZoneInfo(name), year, year + years):
        found.add_component(block)
    return found


def _blocks(zone: ZoneInfo, first: int, last: int) -> Iterator[Block]:
    found = changes(zone.key, first, last)
    of_a_year = [one for one in found if one.at.year == first]
    rules = [(one, rule) for one in of_a_year if (rule := _rule(one, found))]
    if rules and len(found) == len(rules) * (last - first + 1):
        yield from (_yearly(one, rule) for one, rule in rules)
    else:
        yield _block(_until_the_first(zone, first))
        yield from map(_block, found)


def _until_the_first(zone: ZoneInfo, year: int) -> Change:
    """What holds as a year begins; for a zone without changes, for good."""
    begins = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = begins.utcoffset() or timedelta()
    return Change(datetime(SINCE, 1, 1), offset, offset, begins.tzname() or zone.key)


@lru_cache(maxsize=64)
def changes(name: str, first: int, last: int) -> tuple[Change, ...]:
    """Every change of the clocks from one year to another, both whole."""
    zone, day = ZoneInfo(name), timedelta(days=1)
    days = (datetime(last + 1, 1, 1, tzinfo=UTC) - datetime(first, 1, 1, tzinfo=UTC)).days
    each = pairwise(datetime(first, 1, 1, tzinfo=UTC) + one * day for one in range(days + 1))
    return tuple(
        _change(zone, early, late) for early, late in each if _off(zone, early) != _off(zone, late)
    )


def _off(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _change(zone: ZoneInfo, early: datetime, late: datetime) -> Change:
    """The change between two moments, to the minute."""
    before = _off(zone, early)
    while late - early > timedelta(minutes=1):
        middle = early + (late - early) // 2
        middle = middle.replace(second=0, microsecond=0)
        early, late = (middle, late) if _off(zone, middle) == before else (early, middle)
    local = (late + before).replace(tzinfo=None)
    return Change(local, before, _off(zone, late), late.astimezone(zone).tzname() or zone.key)


def _rule(like: Change, every: tuple[Change, ...]) -> Rule | None:
    """The rule that this change comes by each year, in every one of these years; else none."""
    alike = [one for one in every if (one.before, one.after) == (like.before, like.after)]
    nth = (like.at.day - 1) // WEEK + 1
    for able in (Rule(like.at.month, one, like.at.weekday()) for one in (LAST, nth)):
        if all(_comes_by(one.at, able, like.at.time()) for one in alike):
            return able
    return None


def _comes_by(at: datetime, rule: Rule, clock: time) -> bool:
    return (at.month, at.day, at.time()) == (rule.month, rule.day(at.year), clock)


def _yearly(one: Change, rule: Rule) -> Block:
    block = _block(one._replace(at=one.at.replace(year=SINCE, day=rule.day(SINCE))))
    by_day = f"{rule.nth}{WEEKDAYS[rule.weekday]}"
    block.add("rrule", {"freq": "yearly", "bymonth": rule.month, "byday": by_day})
    return block


def _block(one: Change) -> Block:
    """A block of the zone; the time with the sun later is daylight time."""
    block: Block = TimezoneDaylight() if one.after > one.before else TimezoneStandard()
    block.add("dtstart", one.at)
    block.add("tzoffsetfrom", one.before)
    block.add("tzoffsetto", one.after)
    block.add("tzname", one.name)
    return block
