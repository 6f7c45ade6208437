"""What a clinician's answer binds: the bounds set, and the numbers that only the words name."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.ids import ReasonId, row_of
from planner.model.intake import Bounds, ClinicianClearance, Conversation
from planner.model.order import each_once
from planner.model.vocabulary import Pressure
from planner.safety.limits.worded import readings
from planner.safety.rows_in_force import clearance_for


class InWords(NamedTuple):
    """What only the clinician's words name: the bound that is missing, and what was read.

    Until the therapist has set that bound, what was read binds.
    """

    clearance: ClinicianClearance
    bound: str
    read: int | float | Pressure


class NotRead(NamedTuple):
    """A clinician's words, and each bound that is not set and that nothing in them was read for.

    In any language they may still name it: what they say of it binds nothing until it is set.
    """

    clearance: ClinicianClearance
    bounds: tuple[str, ...]


def in_words(clearance: ClinicianClearance) -> tuple[InWords, ...]:
    """The numbers in a clinician's words that the bounds beside them do not say."""
    return tuple(
        InWords(clearance, bound, read)
        for bound, read in readings(clearance.limits)
        if getattr(clearance.bounds, bound) is None
    )


def binding(clearance: ClinicianClearance) -> Bounds:
    """The bounds of a clinician's answer; what only the words name is read into them."""
    read = {one.bound: one.read for one in in_words(clearance)}
    return clearance.bounds.replaced(**read) if read else clearance.bounds


def not_read(clearance: ClinicianClearance) -> NotRead | None:
    """The bounds that a clinician's words may name and that nothing binds; None where none is."""
    binds = binding(clearance)
    said = {
        "minutes": binds.minutes,
        "sessions_per_week": binds.sessions_per_week,
        "pressure": binds.pressure,
    }
    missing = tuple(bound for bound, value in said.items() if value is None)
    return NotRead(clearance, missing) if missing and clearance.limits.strip() else None


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
