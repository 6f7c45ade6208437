"""What the safety step asks: last time's yes and the client's own one by one, then the groups."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.named import NEW_SINCE_LAST_TIME
from planner.model.beforehand import ClientSaid
from planner.model.ids import GroupId, QuestionId
from planner.model.vocabulary import Answer, Visit
from planner.safety.asking.asked_again import every_visit
from planner.safety.asking.questions import Group, Question
from planner.visit.interview import Interview
from planner.visit.said.follow_up import said_there
from planner.words import say


class Again(NamedTuple):
    """What is asked by itself: what it was last time, or what the client said of it beforehand.

    Beside it what is said today. `ended`: since when it is so no more.
    """

    asked: Question
    last: Answer | None
    follow_ups: tuple[Question, ...] = ()
    ended: str = ""
    client: ClientSaid | None = None

    @property
    def is_said(self) -> bool:
        """Whether it was said again, with what that brought up."""
        return all(one.answer is not None for one in (self.asked, *self.follow_ups))


class Asking(NamedTuple):
    """What is to be asked at this visit, in this order."""

    again: tuple[Again, ...]
    anything_new: Question | None
    groups: tuple[Group, ...]

    @property
    def begins_with_last_time(self) -> bool:
        """Whether what is asked by itself, or what is new since, is still to be said."""
        is_new = self.anything_new is not None and self.anything_new.answer is None
        return is_new or not all(one.is_said for one in self.again)

    @property
    def open_groups(self) -> int:
        """How many groups still wait for an answer."""
        return sum(bool(group.unanswered) for group in self.groups)


def asking(found: Interview, knowledge: Knowledge) -> Asking:
    """The questions of this visit; at a first one all that apply, group by group.

    What is asked by itself comes first, and stands in no group.
    """
    asked = {one.id: one for group in found.asked for one in group.questions}
    again = tuple(sorted(_again(found, asked), key=lambda one: _rank(one, knowledge)))
    by_themselves = {one.asked.id for one in again}
    if found.draft.visit is Visit.FIRST:
        groups = (_without(group, by_themselves) for group in found.asked)
        return Asking(again, None, tuple(group for group in groups if group.questions))
    short = {one.id for one in every_visit(found.draft, knowledge)}
    by_themselves.add(NEW_SINCE_LAST_TIME)
    groups = (_left(group, short, by_themselves) for group in found.asked)
    left = [group for group in groups if group.questions]
    return Asking(again, asked.get(NEW_SINCE_LAST_TIME), _together(left, knowledge))


def _again(found: Interview, asked: dict[QuestionId, Question]) -> Iterator[Again]:
    """Last time's yes and not sure, and the client's own: in the order they are asked."""
    kept = said_there(found.draft)
    for one in asked.values():
        last = kept.again.get(one.id) or one.last
        client = found.draft.beforehand.get(one.id)
        if last or (client and _is_by_itself(one, client)):
            follow_ups = tuple(each for each in asked.values() if each.asked_after == one.id)
            yield Again(one, last, follow_ups, kept.ended.get(one.id, ""), client)


def _is_by_itself(asked: Question, client: ClientSaid) -> bool:
    """The client's yes, not sure or blank; also once the therapist has answered it in its row."""
    return client.answer is not Answer.NO and (asked.waits or client.settled)


def _rank(one: Again, knowledge: Knowledge) -> tuple[int, int]:
    """Last time's first, then the client's yes, the urgent ones first, not sure, and blanks."""
    if one.last or one.client is None:
        return (0, 0)
    place = 1 + (Answer.YES, Answer.UNSURE, None).index(one.client.answer)
    return (place, knowledge.rows[one.asked.id].clearance.rank)


def _without(group: Group, by_themselves: set[QuestionId]) -> Group:
    """A group without what is asked by itself, and the degrees of that."""
    left = (one for one in group.questions if (one.asked_after or one.id) not in by_themselves)
    return group._replace(questions=tuple(left))


def _left(group: Group, short: set[QuestionId], by_themselves: set[QuestionId]) -> Group:
    """What of a group is asked at a later visit, without what is asked by itself."""
    mine = _without(group, by_themselves).questions
    left = {one.id for one in mine if one.id in short or one.answer is None}
    left |= {one.asked_after for one in mine if one.id in left}  # a degree stands under its row
    return group._replace(questions=tuple(one for one in mine if one.id in left))


def _together(groups: Sequence[Group], knowledge: Knowledge) -> tuple[Group, ...]:
    """The short groups of a later visit, those asked together as one, under the first one's id."""
    parts: dict[GroupId, list[Group]] = {}
    for group in groups:
        parts.setdefault(knowledge.groups[group.id].later_with or group.id, []).append(group)
    return tuple(_joined(first, some) for first, some in parts.items())


def _joined(first: GroupId, parts: Sequence[Group]) -> Group:
    asked = tuple(one for part in parts for one in part.questions)
    return Group(first, say("{parts:dots}", parts=tuple(part.name for part in parts)), asked)


def later(groups: tuple[Group, ...], after: str) -> str:
    """The id of the group to go on with: the next one that waits, round again; else nothing."""
    ids: list[str] = [one.id for one in groups]
    place = ids.index(after) + 1 if after in ids else 0
    return next((one.id for one in (*groups[place:], *groups[:place]) if one.unanswered), "")
