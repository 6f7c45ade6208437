"""What a clinician's answer binds: the bounds set, and the numbers that only the words name."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.ids import ReasonId, row_of
from planner.model.intake import Bounds, ClinicianClearance, Conversation
from planner.model.order import each_once
from planner.model.vocabulary import Pressure
from planner.safety.rows_in_force import clearance_for

COUNTS: Mapping[str, int] = {"once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "other": 2}
HOURS: Mapping[str, int] = {"half": 30, "quarter": 15, "an": 60, "one": 60}
LEAST_MINUTES, MOST_MINUTES = 10, 180

_MINUTES = re.compile(r"(\d{1,3})\s*-?\s*(?:min|')", re.IGNORECASE)
_HOURS = re.compile(r"\b(half|quarter|an|one)\b(?:\s+of)?(?:\s+an)?[\s-]+hour", re.IGNORECASE)
_A_WEEK = re.compile(
    r"\b(once|twice|one|two|three|\d)\s*(?:x|times?|sessions?|visits?)?"
    r"\s*(?:\ba|per|each|every|in a|/)\s*(week|fortnight|month)",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\bevery\s+(two|other|three|\d)\s+weeks?|\b(fort)nightly", re.IGNORECASE)
_WEEKLY = re.compile(r"\b(?<!twice )(?:weekly|every week)\b", re.IGNORECASE)
_LIGHT = re.compile(r"\b(?:light|lightly|gentle|gently|soft)\b", re.IGNORECASE)
_MODERATE = re.compile(
    r"\b(?:moderate|medium)\b|\b(?:no|not|nothing|without)\b[^.;,]{0,20}\b(?:deep|firm|hard)",
    re.IGNORECASE,
)
_WEEKS_OF = {"week": 1, "fortnight": 2, "month": 4}


class InWords(NamedTuple):
    """What only the clinician's words name: the bound that is missing, and what was read.

    Until the therapist has set that bound, what was read binds.
    """

    clearance: ClinicianClearance
    bound: str
    read: int | float | Pressure


def in_words(clearance: ClinicianClearance) -> tuple[InWords, ...]:
    """The numbers in a clinician's words that the bounds beside them do not say."""
    return tuple(
        InWords(clearance, bound, read)
        for bound, read in _read(clearance.limits)
        if getattr(clearance.bounds, bound) is None
    )


def binding(clearance: ClinicianClearance) -> Bounds:
    """The bounds of a clinician's answer; what only the words name is read into them."""
    read = {one.bound: one.read for one in in_words(clearance)}
    return clearance.bounds.replaced(**read) if read else clearance.bounds


def in_date(intake: Conversation, knowledge: Knowledge) -> Iterator[ClinicianClearance]:
    """The latest answer for each row or rule that still holds on the day of the visit."""
    for row in each_once(row_of(one.of) for one in intake.clearances):
        if found := in_date_for(row, intake, knowledge):
            yield found


def in_date_for(
    row: ReasonId, intake: Conversation, knowledge: Knowledge
) -> ClinicianClearance | None:
    """The latest answer for a row or rule; None where there is none, or it has ended."""
    asked = knowledge.rows.get(row) or knowledge.combinations.get(row)
    return clearance_for(row, asked.clearance_lasts_days if asked else None, intake)


def _read(words: str) -> Iterator[tuple[str, int | float | Pressure]]:
    """Each bound that words name, with the least that they name of it."""
    if minutes := [*_minutes(words)]:
        yield "minutes", max(LEAST_MINUTES, min(*minutes, MOST_MINUTES))
    if often := [*_often(words)]:
        yield "sessions_per_week", min(often)
    if _LIGHT.search(words):
        yield "pressure", Pressure.LIGHT
    elif _MODERATE.search(words):
        yield "pressure", Pressure.MODERATE


def _minutes(words: str) -> Iterator[int]:
    yield from (int(found) for found in _MINUTES.findall(words))
    yield from (HOURS[found.lower()] for found in _HOURS.findall(words))


def _often(words: str) -> Iterator[float]:
    for count, span in _A_WEEK.findall(words):
        yield _number(count) / _WEEKS_OF[span.lower()]
    for weeks, fortnightly in _EVERY.findall(words):
        yield 1 / (_WEEKS_OF["fortnight"] if fortnightly else _number(weeks))
    if _WEEKLY.search(words) and not _A_WEEK.search(words):
        yield 1.0


def _number(word: str) -> float:
    return float(COUNTS.get(word.lower()) or max(int(word), 1))
