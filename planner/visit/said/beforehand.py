"""What the client answered alone: kept apart from the answers until the therapist takes it over."""

from collections.abc import Iterable, Mapping

from planner.model.beforehand import ClientSaid
from planner.model.ids import QuestionId
from planner.model.visit import Draft
from planner.model.vocabulary import Medium
from planner.visit.draft import saying


def said_alone(draft: Draft, given: Mapping[QuestionId, ClientSaid | None]) -> Draft:
    """With what the client said; None takes it back. What was settled and is said again stays so.

    The therapist's own answers are left as they are.
    """
    kept = {row: one for row, one in draft.beforehand.items() if row not in given}
    said = {row: _as_before(row, one, draft) for row, one in given.items() if one is not None}
    return saying(draft, beforehand={**kept, **said} or None)


def _as_before(row: QuestionId, one: ClientSaid, draft: Draft) -> ClientSaid:
    before = draft.beforehand.get(row)
    is_same = before is not None and before.settled and before.replaced(settled=False) == one
    return before if is_same and before else one


def left_blank(shown: Iterable[QuestionId], draft: Draft) -> dict[QuestionId, ClientSaid | None]:
    """A blank for each of these lines of a paper of which nothing was typed in."""
    return {one: ClientSaid(medium=Medium.PAPER) for one in shown if one not in draft.beforehand}
