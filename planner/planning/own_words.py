"""The therapist's own words of a line, and the numbers they name: a line never contradicts itself.

Only what the words say beyond doubt is read; a word in another language stays a word.
"""

import re
from collections.abc import Iterator

from pydantic import ValidationError

from planner.model.edits import Values
from planner.model.phrase import message_of
from planner.model.plan import Complementary, SelfCareTask

_MINUTES = re.compile(r"(\d{1,3})\s*-?\s*min(?:ute)?s?\b", re.IGNORECASE)
_DAYS = re.compile(r"\b(\d)\s*(?:days|times|x)\s*(?:a|per|each|/)\s*week\b", re.IGNORECASE)
_DAILY = re.compile(r"\b(?:every|each) (?:day|morning|evening|night)\b|\bdaily\b", re.IGNORECASE)
EVERY_DAY = 7


def numbers_in(words: str) -> Values:
    """The minutes and the days a week that words name; where they name several, none."""
    able = (one for one in _read(words) if _is_able(*one))
    return Values().having(**dict(able))


def is_in_own_words(one: Complementary | SelfCareTask) -> bool:
    """Whether a person typed how much or how often; what was only put in or set has a message."""
    often = one.how_often if isinstance(one, Complementary) else one.dose
    return bool(one.own) and message_of(often) is None


def _read(words: str) -> Iterator[tuple[str, int]]:
    minutes = {int(one) for one in _MINUTES.findall(words)}
    if len(minutes) == 1:
        yield "minutes", minutes.pop()
    days = {int(one) for one in _DAYS.findall(words)} | (
        {EVERY_DAY} if _DAILY.search(words) else set()
    )
    if len(days) == 1:
        yield "days_per_week", days.pop()


def _is_able(name: str, number: int) -> bool:
    try:
        Values().having(**{name: number})
    except ValidationError:
        return False
    return True
