"""What must hold of a stop and a hold: when it is an emergency, and whose answer lifts it."""

from collections.abc import Callable, Iterator

from planner.knowledge.base import Knowledge
from planner.knowledge.check.places import place_of
from planner.knowledge.entries.safety import Asked, ClearedBy, Outcome, deciding
from planner.model.errors import Problem
from planner.model.vocabulary import Clearance

WAITS = (Clearance.SAME_DAY, Clearance.SOON, Clearance.HOLD)


def outcomes(knowledge: Knowledge) -> Iterator[tuple[str, Asked, Outcome | None]]:
    """Every row with nothing asked further, and each outcome of its degrees and signs."""
    for key, row in knowledge.rows.items():
        yield place_of(key, knowledge), row, None
    for key, one in knowledge.follow_ups.items():
        if asked := knowledge.rows.get(one.row):
            yield f"follow_ups.{key}.if_yes", asked, one.if_yes
            yield f"follow_ups.{key}.if_no", asked, one.if_no
    for key, found in knowledge.tick_outcomes.items():
        if asked := knowledge.rows.get(knowledge.row_now(key)):
            for name, outcome in found.items():
                yield f"tick_outcomes.{key}.{name}", asked, outcome


def _every_stop_of_today_escalates(knowledge: Knowledge) -> Iterator[Problem]:
    """A stop of the same day says when it is an emergency."""
    for place, row, outcome in outcomes(knowledge):
        clearance = outcome.clearance if outcome else row.clearance
        if clearance is Clearance.SAME_DAY and not deciding(row, outcome).escalates:
            yield Problem(f"{place}.escalates", "is missing: when it is an emergency")


def _clearing_is_explicit(knowledge: Knowledge) -> Iterator[Problem]:
    """Whose answer lifts what waits is said; an emergency, and what heals by itself, have none."""
    for place, row, outcome in outcomes(knowledge):
        clearance = outcome.clearance if outcome else row.clearance
        told = deciding(row, outcome)
        waits = clearance in WAITS
        if waits and told.cleared_by is None:
            yield Problem(f"{place}.cleared_by", "is missing: whose answer lifts it, or nobody")
        if not waits and told.cleared_by is not None:
            yield Problem(f"{place}.cleared_by", f"is '{told.cleared_by}', and nothing waits")
        yield from _clears_for_days(place, clearance, told)


def _clears_for_days(place: str, clearance: Clearance, told: Asked | Outcome) -> Iterator[Problem]:
    """A stop of today is lifted for some days only, by an answer that says something."""
    lifted = clearance is Clearance.SAME_DAY and told.cleared_by not in (None, ClearedBy.NOBODY)
    if lifted and not (told.cleared_when and told.clearance_lasts_days):
        yield Problem(place, "is lifted by an answer: say what it must tell, and for how long")


URGENCY_RULES: tuple[Callable[[Knowledge], Iterator[Problem]], ...] = (
    _every_stop_of_today_escalates,
    _clearing_is_explicit,
)
