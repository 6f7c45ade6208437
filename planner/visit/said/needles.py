"""No needles: one wish that declines every therapy that uses them."""

from planner.knowledge import Knowledge
from planner.model.ids import TherapyId
from planner.model.visit import Draft
from planner.visit.said import wishes
from planner.visit.said.places import WISHES

FAMILY = "needles"
DECLINED = WISHES["therapies_declined"]


def with_needles(knowledge: Knowledge) -> tuple[TherapyId, ...]:
    """The therapies that use needles, as the facts say."""
    return tuple(one.id for one in knowledge.therapies.values() if one.family == FAMILY)


def no_needles(draft: Draft, knowledge: Knowledge) -> bool:
    """Whether all of them are declined."""
    return set(with_needles(knowledge)) <= set(draft.preferences.therapies_declined)


def saying_no_needles(draft: Draft, said: bool, knowledge: Knowledge) -> Draft:
    """With every one of them declined, and none wanted; or with none of them declined."""
    needles = with_needles(knowledge)
    kept = [one for one in draft.preferences.therapies_declined if one not in needles]
    if not said:
        return DECLINED.put(draft, kept)
    return wishes.named(draft, "therapies_declined", [*kept, *needles])
