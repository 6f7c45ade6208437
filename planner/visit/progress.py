"""How far a conversation has come, step by step."""

from typing import NamedTuple

from planner.model.intake import Preferences
from planner.visit.interview import Interview

# Said by where and when the visit is, or by the practice, and not by the client.
WITH_THE_VISIT = {"currency", "first_session", "prices", "first_session_minutes"}


class Progress(NamedTuple):
    """Whether each step has what a plan needs of it; of wishes, whether any was said."""

    where: bool = False
    how_bad: bool = False
    safety: bool = False
    wishes: bool = False


def progress(found: Interview | None) -> Progress:
    """What of an interview is done."""
    if found is None:
        return Progress()
    return Progress(
        where=True,
        how_bad=found.visit is not None,
        safety=not found.open_groups,
        wishes=_any(found.draft.preferences),
    )


def _any(wishes: Preferences) -> bool:
    return bool(wishes.model_dump(exclude_defaults=True, exclude=WITH_THE_VISIT))
