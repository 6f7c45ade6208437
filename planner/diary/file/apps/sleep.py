"""Stretches of sleep, as watch and phone write them down, as the hours asleep before each day."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta

from planner.model.errors import DiaryError
from planner.words import say

ASLEEP = "HKCategoryValueSleepAnalysisAsleep"  # and Core, Deep, REM, Unspecified behind it
ASLEEP_BY_NUMBER = frozenset("1345")
NEXT_DAY_FROM = timedelta(hours=6)  # a stretch that begins at 18:00 belongs to the day of waking
LONGEST = timedelta(hours=24)
MOST_STRETCHES = 1_000_000
TOO_MANY = say("This export of Apple Health holds more sleep than a life can have.")
Stretch = tuple[datetime, datetime]


class Nights:
    """The stretches asleep of each night, under the day of waking."""

    def __init__(self) -> None:
        """Begin with no night."""
        self._of_day: defaultdict[str, set[Stretch]] = defaultdict(set)
        self._count = 0

    def add(self, value: str, start: str, end: str) -> None:
        """Add a stretch if it was asleep; time in bed and awake is none."""
        if not (value.startswith(ASLEEP) or value in ASLEEP_BY_NUMBER):
            return
        try:
            begun, ended = _moment(start), _moment(end)
        except ValueError:
            return
        if not timedelta(0) < ended - begun <= LONGEST:
            return
        self._count += 1
        if self._count > MOST_STRETCHES:
            raise DiaryError(TOO_MANY)
        self._of_day[_waking_day(begun)].add((begun, ended))

    def hours(self) -> dict[str, str]:
        """The hours asleep before each day; what two devices saw at once counts once."""
        return {day: f"{_length(found):.1f}" for day, found in self._of_day.items()}


def _moment(text: str) -> datetime:
    """A time such as 2024-03-01 23:10:00 +0100, in its own place."""
    moment = datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-"))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _waking_day(begun: datetime) -> str:
    try:
        return (begun + NEXT_DAY_FROM).date().isoformat()
    except OverflowError:
        return begun.date().isoformat()


def _length(stretches: set[Stretch]) -> float:
    """How many hours stretches cover together."""
    covered, until = timedelta(0), None
    for begun, ended in sorted(stretches):
        fresh = begun if until is None else max(begun, until)
        covered += max(ended - fresh, timedelta(0))
        until = ended if until is None else max(until, ended)
    return covered / timedelta(hours=1)
