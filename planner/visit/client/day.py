"""Who comes today, what is open, and in which order a list shows it."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from planner.model.phrase import Phrase
from planner.visit.client.state import Known, State, seen_in_words, state_of
from planner.words import say

OPEN_REVIEWS = (State.DUE, State.OVERDUE)
WAITING = (State.HELD, State.STOPPED)


class Group(StrEnum):
    """What a list can be narrowed to."""

    TODAY = "today"
    DUE = "due"
    DRAFTS = "drafts"
    NOTES = "notes"
    WAITING = "waiting"
    ALL = "all"


NAMES: Mapping[Group, Phrase] = {
    Group.TODAY: say("Today"),
    Group.DUE: say("Review due"),
    Group.DRAFTS: say("Drafts"),
    Group.NOTES: say("Notes to write"),
    Group.WAITING: say("Waiting"),
    Group.ALL: say("All"),
}


def is_in(one: Known, group: Group, today: date) -> bool:
    """Whether a client belongs to a group on a day."""
    if group is Group.TODAY:
        return comes_on(one, today) or one.seen_on == today
    if group is Group.NOTES:
        return one.glance.without_note > 0
    states = {Group.DUE: OPEN_REVIEWS, Group.DRAFTS: (State.DRAFT,), Group.WAITING: WAITING}
    return group is Group.ALL or state_of(one, today) in states[group]


def comes_on(one: Known, day: date) -> bool:
    """Whether the plan has a visit that day which was not had yet."""
    return day in one.glance.planned and one.seen_on < day


def next_day(one: Known, today: date) -> date | None:
    """The next planned day from today on that was not had yet."""
    first, last = max(today, one.last_on), one.glance.last_session
    ahead = (day for day in one.glance.planned if day >= first and (not last or day > last))
    return next(ahead, None)


def when(one: Known, today: date) -> Phrase:
    """When the client comes today, or was here last."""
    return say("comes today") if comes_on(one, today) else seen_in_words(one, today)


def counted(every: Iterable[Known], today: date) -> dict[Group, int]:
    """How many clients are in each group."""
    found = list(every)
    return {group: sum(is_in(one, group, today) for one in found) for group in Group}


def arranged(every: Iterable[Known], group: Group, today: date) -> list[Known]:
    """The clients of a group; who comes today first, then who was here today, then the rest."""
    found = [one for one in every if is_in(one, group, today)]
    if group is Group.DUE:
        return sorted(found, key=lambda one: one.review_on or today)
    return sorted(found, key=lambda one: _place(one, today))


def _place(one: Known, today: date) -> int:
    if comes_on(one, today):
        return 0
    return 1 if one.seen_on == today else 2
