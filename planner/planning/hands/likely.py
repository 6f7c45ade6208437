"""What massage is likely to do for each pain source that it is for, and how sure that is."""

from collections.abc import Iterable

from planner.knowledge import Knowledge
from planner.knowledge.entries.clinical import Condition
from planner.model.plan import Likely


def likely(conditions: Iterable[Condition], knowledge: Knowledge) -> tuple[Likely, ...]:
    """One paragraph a pain source, the main complaint first."""
    return tuple(_of(one, knowledge) for one in conditions)


def _of(condition: Condition, knowledge: Knowledge) -> Likely:
    known = knowledge.likely[condition.id]
    return Likely(
        condition=condition.id,
        says=known.plain,
        sure=known.sure,
        certainty=known.certainty,
        sources=knowledge.citable(known.findings),
    )
