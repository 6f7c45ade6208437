"""Where a row holds: the places marked for it, or those that an answer tells."""

from collections.abc import Iterator

from planner.knowledge import Knowledge
from planner.model.ids import QuestionId, ReasonId, RegionId
from planner.model.intake import Conversation
from planner.model.order import each_once
from planner.safety.asking.answers import is_yes_said
from planner.safety.limits.bounds import in_date_for


def marked_at(row: ReasonId, intake: Conversation, knowledge: Knowledge) -> tuple[RegionId, ...]:
    """The regions marked for a row, or for what takes its answer over; else those told."""
    taken = knowledge.taken_over_by.get(QuestionId(row), ())
    said = [found for one, found in intake.where.items() if found and one in (row, *taken)]
    told = (*_named_by_a_clinician(row, intake, knowledge), *_told(row, intake, knowledge))
    return said[0] if said else each_once(told)


def _named_by_a_clinician(
    row: ReasonId, intake: Conversation, knowledge: Knowledge
) -> tuple[RegionId, ...]:
    """What a clinician wants left alone because of a row is where it is, while the answer holds."""
    answered = in_date_for(row, intake, knowledge)
    return answered.bounds.regions_avoid if answered else ()


def _told(row: ReasonId, intake: Conversation, knowledge: Knowledge) -> Iterator[RegionId]:
    """A healing scar after a birth is an operation at the abdomen, marked or not."""
    for follow_up in knowledge.marked_by.get(QuestionId(row), ()):
        if is_yes_said(follow_up.id, intake):
            yield from knowledge.regions_of(follow_up.if_yes.places)
