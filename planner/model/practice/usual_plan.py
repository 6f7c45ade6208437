"""A plan to begin others from: what the hand did to one, and how it is wished, under a name."""

from typing import Annotated

from pydantic import AfterValidator, Field

from planner.model import sizes
from planner.model.edits import Edit
from planner.model.errors import PracticeError
from planner.model.record import KnownIds, Record, read_record
from planner.model.record.checked import (
    NAMED,
    KnownCondition,
    Minutes,
    Techniques,
    TherapyIds,
    each_once,
    words_of,
)
from planner.model.vocabulary import Intensity, Pressure

PlanName = Annotated[str, words_of(sizes.SHORT)]


class Wished(Record):
    """How a plan is wished, as far as it is not one client's own; None was not said."""

    way: Intensity = Intensity.BALANCED
    pressure: Pressure | None = None
    techniques_liked: Techniques = ()
    therapies_interested: TherapyIds = ()
    session_minutes: Minutes | None = None
    sessions_per_week_max: Annotated[int | float, Field(gt=0, le=7, allow_inf_nan=False)] | None = (
        None
    )
    self_care_minutes_per_day: Annotated[int, Field(ge=0, le=480)] | None = None


class UsualPlan(Record):
    """One of them: edits as data, so that each client's own limits are asked anew.

    It holds no place of a client's body, no word about them, and no file.
    """

    name: PlanName
    conditions: Annotated[tuple[KnownCondition, ...], NAMED, AfterValidator(each_once)] = ()
    edits: Annotated[tuple[Edit, ...], Field(max_length=sizes.USUAL_EDITS)] = ()
    wished: Wished = Wished()


class UsualPlans(Record):
    """All that one therapist keeps, each name once."""

    plans: Annotated[tuple[UsualPlan, ...], Field(max_length=sizes.USUAL_PLANS)] = ()

    def named(self, name: str) -> UsualPlan | None:
        """The one of this name; None where there is none."""
        return next((one for one in self.plans if one.name == name), None)

    def keeping(self, new: UsualPlan) -> "UsualPlans":
        """With another one; it takes the place of one of the same name."""
        return UsualPlans(plans=(new, *(one for one in self.plans if one.name != new.name)))

    def without(self, name: str) -> "UsualPlans":
        """Without the one of this name."""
        return UsualPlans(plans=tuple(one for one in self.plans if one.name != name))


def read_usual_plans(text: str | bytes, known: KnownIds | None = None) -> UsualPlans:
    """The plans in a JSON text; raises PracticeError with every problem in it."""
    return read_record(UsualPlans, text, known, name="usual plans", refusal=PracticeError)
