"""Three ways to go, side by side: light, balanced, full, all inside the client's limits."""

from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.intake import Intake
from planner.model.plan import Plan
from planner.model.vocabulary import Intensity
from planner.visit.main_line import first_visit


class AtIntensity(NamedTuple):
    """One way: its plan, what it asks for, and what it gives up against the full one."""

    way: Intensity
    plan: Plan
    gives_up: tuple[str, ...]

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
        AtIntensity(way, plan, tuple(one for one in full if one not in _lines(plan)))
        for way, plan in plans.items()
    )


def _lines(plan: Plan) -> tuple[str, ...]:
    techniques = plan.massage.techniques if plan.massage else ()
    return tuple(
        one.id for part in (techniques, plan.complementary, plan.self_care) for one in part
    )
