"""Three ways to go, side by side: light, balanced, full, all inside the client's limits."""

from collections.abc import Mapping
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.intake import Intake
from planner.model.plan import Plan
from planner.model.vocabulary import Intensity
from planner.visit.main_line import first_visit


class AtIntensity(NamedTuple):
    """One way: its plan, what it asks for, and what it gives up against the full one.

    `same_as` is a lesser way that comes to the same, as the limits, the client's money and time, or
    what was set by hand leave no more.
    """

    way: Intensity
    plan: Plan
    gives_up: tuple[str, ...]
    same_as: Intensity | None = None

    @property
    def sessions(self) -> int:
        """How many sessions of massage the programme holds."""
        return self.plan.load.visits


def with_intensity(intake: Intake, way: Intensity) -> Intake:
    """The same intake, asking for this way."""
    return intake.replaced(preferences=intake.preferences.replaced(way=way))


def at_each_intensity(intake: Intake, knowledge: Knowledge) -> tuple[AtIntensity, ...]:
    """The three plans; `gives_up` names the lines of the full one that a lesser one lacks."""
    plans = {way: first_visit(with_intensity(intake, way), knowledge) for way in Intensity}
    full = _lines(plans[Intensity.FULL])
    return tuple(
        AtIntensity(
            way,
            plan,
            tuple(one for one in full if one not in _lines(plan)),
            _lesser_alike(way, plans),
        )
        for way, plan in plans.items()
    )


def _lesser_alike(way: Intensity, plans: Mapping[Intensity, Plan]) -> Intensity | None:
    """The least way whose plan asks for the same as this one; None where each asks for less."""
    asked = _asked(plans[way])
    return next(
        (one for one in Intensity if one.rank < way.rank and _asked(plans[one]) == asked), None
    )


def _asked(plan: Plan) -> tuple[object, ...]:
    """Everything that a plan asks of a client."""
    techniques = plan.massage.techniques if plan.massage else ()
    return (
        tuple((one.id, one.pressure, one.regions) for one in techniques),
        tuple((one.on, one.minutes) for one in plan.visits),
        tuple((one.id, one.minutes_per_week, one.until) for one in plan.complementary),
        tuple((one.id, one.dose, one.days_per_week, one.step) for one in plan.self_care),
    )


def _lines(plan: Plan) -> tuple[str, ...]:
    techniques = plan.massage.techniques if plan.massage else ()
    return tuple(
        one.id for part in (techniques, plan.complementary, plan.self_care) for one in part
    )
