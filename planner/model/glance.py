"""What a list says of a client at a glance: bounded, and read without the visit it came from."""

from datetime import date
from typing import Annotated

from pydantic import Field, ValidationError

from planner.model.ids import ConditionId, RegionId
from planner.model.record import Record
from planner.model.vocabulary import Clearance, Worded

MOST_PAINS, MOST_PLACES, MOST_DAYS = 6, 12, 120


class Standing(Worded):
    """How far the latest visit has come, whatever day it is."""

    DRAFT = "draft"  # something is still open
    PLAN = "plan"
    HELD = "held"  # nothing goes on until a clinician has answered, or another day
    STOPPED = "stopped"  # help was sent for


class Glance(Record):
    """The latest visit and what happened since, in a few facts; empty where nobody told them.

    `open_groups`: safety groups that wait for an answer. `review`: the visit is a later one.
    `planned`: every day of the plan. `sessions` were had, the last on `last_session`;
    `without_note` of them have no note yet.
    """

    age: int | None = None
    pain: Annotated[tuple[ConditionId, ...], Field(max_length=MOST_PAINS)] = ()
    places: Annotated[tuple[RegionId, ...], Field(max_length=MOST_PLACES)] = ()
    standing: Standing | None = None
    clearance: Clearance | None = None
    open_groups: int = 0
    unscored: bool = False
    review: bool = False
    planned: Annotated[tuple[date, ...], Field(max_length=MOST_DAYS)] = ()
    sessions: int = 0
    last_session: date | None = None
    without_note: int = 0

    @property
    def as_text(self) -> str:
        """As the records keep it, on one line."""
        return self.model_dump_json(exclude_defaults=True)


def read_glance(text: str) -> Glance:
    """The facts in a kept text; none where there is no text, or one of another version."""
    try:
        return Glance.model_validate_json(text) if text else Glance()
    except ValidationError:
        return Glance()
