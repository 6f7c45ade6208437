"""What the safety step asks: last time's yes one by one, what is new, then group after group."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.named import NEW_SINCE_LAST_TIME
from planner.model.ids import QuestionId
from planner.model.vocabulary import Answer, Visit
from planner.safety.asked_again import every_visit
from planner.safety.questions import Group, Question
from planner.visit.interview import Interview
from planner.visit.said.follow_up import said_there


class Again(NamedTuple):
    """A yes or not sure of last time: what it was, and what is said of it today.

    `ended`: since when it is so no more.
    """

    asked: Question
    last: Answer
    follow_ups: tuple[Question, ...] = ()
    ended: str = ""

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
        """Whether last time's answers, or what is new since, are still to be said."""
        is_new = self.anything_new is not None and self.anything_new.answer is None
        return is_new or not all(one.is_said for one in self.again)

    @property
    def open_groups(self) -> int:
        """How many groups still wait for an answer."""
        return sum(bool(group.unanswered) for group in self.groups)


def asking(found: Interview, knowledge: Knowledge) -> Asking:
    """The questions of this visit; at a first one all that apply, group by group."""
    asked = {one.id: one for group in found.asked for one in group.questions}
    if found.draft.visit is Visit.FIRST:
        return Asking((), None, found.asked)
    again = tuple(_again(found, asked))
    by_themselves = {NEW_SINCE_LAST_TIME, *(one.asked.id for one in again)}
    short = {one.id for one in every_visit(found.draft, knowledge)}
    groups = (_left(group, short, by_themselves) for group in found.asked)
    return Asking(
        again,
        asked.get(NEW_SINCE_LAST_TIME),
        tuple(group for group in groups if group.questions),
    )


def _again(found: Interview, asked: dict[QuestionId, Question]) -> Iterator[Again]:
    """Last time's yes and not sure, in the order they are asked."""
    kept = said_there(found.draft)
    for one in asked.values():
        if last := kept.again.get(one.id) or one.last:
            follow_ups = tuple(each for each in asked.values() if each.asked_after == one.id)
            yield Again(one, last, follow_ups, kept.ended.get(one.id, ""))


def _left(group: Group, short: set[QuestionId], by_themselves: set[QuestionId]) -> Group:
    """What of a group is asked at a later visit, without what is asked by itself."""
    mine = [one for one in group.questions if (one.asked_after or one.id) not in by_themselves]
    left = {one.id for one in mine if one.id in short or one.answer is None}
    left |= {one.asked_after for one in mine if one.id in left}  # a degree stands under its row
    return group._replace(questions=tuple(one for one in mine if one.id in left))


def later(groups: tuple[Group, ...], after: str) -> str:
    """The id of the group to go on with: the next one that waits, round again; else nothing."""
    ids: list[str] = [one.id for one in groups]
    place = ids.index(after) + 1 if after in ids else 0
    return next((one.id for one in (*groups[place:], *groups[:place]) if one.unanswered), "")
