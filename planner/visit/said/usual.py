"""A plan kept to begin others from, and a visit begun from one."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.edits import Edit, is_own
from planner.model.ids import LineId, TaskId
from planner.model.practice.usual_plan import UsualPlan, Wished
from planner.model.visit import Draft
from planner.model.vocabulary import Change
from planner.safety.asking.zones import client_zones
from planner.visit.draft import saying
from planner.visit.said import edits as by_hand

ANYWHERE = "any"  # the zone of a task that is for every place


class Begun(NamedTuple):
    """A visit begun from a usual plan, and the lines of it that are for another place."""

    draft: Draft
    elsewhere: tuple[LineId, ...]


def kept_as(draft: Draft, name: str) -> UsualPlan:
    """The plan of this visit to begin others from: no place, no words, no file of this client."""
    wishes = draft.preferences
    said = {one: getattr(wishes, one) for one in Wished.model_fields if one in _said(draft)}
    return UsualPlan(
        name=name,
        conditions=tuple(one.condition for one in draft.pain),
        edits=tuple(_of_anybody(draft.edits)),
        wished=Wished(**said),
    )


def begun_from(draft: Draft, usual: UsualPlan, knowledge: Knowledge) -> Begun:
    """The visit with the hand of a usual plan, as one step; what the client wished stands.

    What binds this client is asked when the plan is made: the edits are only what is wanted.
    """
    away = tuple(one.line for one in usual.edits if _is_elsewhere(one, draft, knowledge))
    new = tuple(_numbered(draft, (one for one in usual.edits if one.line not in away)))
    left = {
        name: getattr(usual.wished, name)
        for name in usual.wished.model_fields_set - _said(draft)
        if name != "way"
    }
    wished = saying(draft, preferences=draft.preferences.having(**left)) if left else draft
    return Begun(by_hand.with_all(wished, new, usual.wished.way), tuple(dict.fromkeys(away)))


def _said(draft: Draft) -> set[str]:
    return draft.preferences.model_fields_set


def _of_anybody(edits: tuple[Edit, ...]) -> Iterator[Edit]:
    """The edits without what is one client's: places of the body, reasons in words, pictures."""
    for one in edits:
        values = one.values.having(regions=None) if one.values else None
        own = one.own.having(picture=None) if one.own else None
        if one.change is not Change.SET or (values and values.said):
            words = one.words if one.change is Change.REWORD else None
            yield one.having(values=values, own=own, words=words)


def _is_elsewhere(one: Edit, draft: Draft, knowledge: Knowledge) -> bool:
    """Whether an edit puts in, or says of, a home task that is for another place than this one."""
    if one.change is Change.REMOVE:
        return False
    named = one.other if one.change is Change.REPLACE else one.line
    task = knowledge.self_care.get(TaskId(LineId(named))) if named else None
    if task is None or ANYWHERE in task.zones:
        return False
    pains = {source.condition for source in draft.pain}
    return pains.isdisjoint(task.ranks) and client_zones(draft, knowledge).isdisjoint(task.zones)


def _numbered(draft: Draft, edits: Iterator[Edit]) -> Iterator[Edit]:
    """Tasks of one's own get numbers that this visit has not given to others."""
    free = int(by_hand.next_own(draft).partition(":")[2]) - 1
    for one in edits:
        yield one.having(line=_moved_up(one.line, free), other=_moved_up(one.other, free))


def _moved_up(line: LineId | None, by: int) -> LineId | None:
    if line is None or not is_own(line):
        return line
    return LineId(f"own:{int(line.partition(':')[2]) + by}")
