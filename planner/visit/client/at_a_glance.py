"""A visit in the few facts that a list of clients shows and a search finds."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.glance import MOST_DAYS, MOST_PAINS, MOST_PLACES, Glance, Standing
from planner.model.ids import RegionId
from planner.model.order import each_once
from planner.model.plan import Plan
from planner.model.visit import Draft
from planner.model.vocabulary import Clearance
from planner.visit.interview import Interview
from planner.visit.said.follow_up import said_there
from planner.words.plan import places


class Beside(NamedTuple):
    """What happened beside the visits: days of sessions, notes to write, words to find it by."""

    sessions: tuple[date, ...] = ()
    without_note: int = 0
    words: tuple[str, ...] = ()


NOTHING = Beside()


def glance(draft: Draft, found: Interview | None, plan: Plan | None, beside: Beside) -> Glance:
    """The facts; `plan` is the one in force at this visit."""
    days = sorted({one.on for one in plan.visits}) if plan else []
    return Glance(
        age=draft.client.age,
        pain=tuple(one.condition for one in draft.pain)[:MOST_PAINS],
        places=_places(draft)[:MOST_PLACES],
        standing=_standing(draft, found, plan),
        clearance=found.plan.clearance if found else None,
        open_groups=found.open_groups if found else 0,
        unscored=not draft.is_scored,
        review=draft.follow_up is not None,
        planned=tuple(days)[:MOST_DAYS],
        sessions=len(beside.sessions),
        last_session=max(beside.sessions, default=None),
        without_note=beside.without_note,
    )


def _places(draft: Draft) -> tuple[RegionId, ...]:
    """Where it hurts, as far as it was marked."""
    marked = [region for one in draft.pain for region in (*one.levels, *one.regions)]
    return tuple(dict.fromkeys([*marked, *draft.marks]))


def _standing(draft: Draft, found: Interview | None, plan: Plan | None) -> Standing:
    if found is None:
        return Standing.DRAFT
    clearance = found.plan.clearance
    if clearance.rank <= Clearance.SOON.rank:
        return Standing.STOPPED
    if clearance in (Clearance.HOLD, Clearance.REBOOK):
        return Standing.HELD
    if not found.is_finished or plan is None or _is_undecided(draft):
        return Standing.DRAFT
    return Standing.PLAN


def _is_undecided(draft: Draft) -> bool:
    """Whether a later visit looks back on a plan and nobody has decided how it goes on."""
    kept = said_there(draft)
    return kept.last is not None and kept.verdict is None


def next_on(of: Glance, visit: date) -> date | None:
    """The next planned day: from the visit on, or after the last session."""
    last = of.last_session
    return next((day for day in of.planned if day >= visit and (last is None or day > last)), None)


def to_find_by(draft: Draft, knowledge: Knowledge, beside: Beside) -> tuple[str, ...]:
    """The words that a search finds a client by beside the label, the most telling first."""
    return tuple(word for word in _words(draft, knowledge, beside) if word)


def _words(draft: Draft, knowledge: Knowledge, beside: Beside) -> Iterator[str]:
    yield from (knowledge.conditions[one.condition].name for one in draft.pain)
    yield from places(knowledge.regions[one] for one in _places(draft))
    yield from _zones(_places(draft), knowledge)
    yield from (one.goal for one in draft.preferences.goals)
    yield from beside.words
    yield draft.assessment.notes or ""
    yield said_there(draft).note or ""


def _zones(regions: Iterable[RegionId], knowledge: Knowledge) -> tuple[str, ...]:
    zones = each_once(knowledge.regions[one].zone for one in regions)
    return tuple(knowledge.zones[one].name for one in zones)
