"""How far the safety step is, and what was said in the groups that are done, in words."""

from typing import Any

from planner.model.phrase import Phrase
from planner.model.vocabulary import Answer
from planner.safety.asking.questions import Group
from planner.visit.asking import Asking
from planner.words import say, say_many
from ui.state.language import shown, tell, tell_many

LAST_TIME = "last-time"


def progress(asked: Asking, open_one: str) -> dict[str, Any]:
    """Which group of how many this is; each as done, now or open."""
    ids: list[str] = [group.id for group in asked.groups]
    place = ids.index(open_one) + 1 if open_one in ids else len(ids)
    return {
        "words": tell("Group {place} of {number}", place=place, number=len(ids)),
        "parts": [_part(group, open_one) for group in asked.groups],
    }


def said_again(asked: Asking) -> dict[str, Any]:
    """How many of last time's answers were said again."""
    said = sum(one.is_said for one in asked.again)
    return {
        "words": tell("{said} of {number} said", said=said, number=len(asked.again)),
        "parts": [],
    }


def _part(group: Group, open_one: str) -> str:
    if group.id == open_one:
        return "now"
    return "open" if group.unanswered else "done"


def done(asked: Asking) -> dict[str, Any]:
    """One line on the groups that are done, and the list of all with what was said in each."""
    over = [group for group in asked.groups if not group.unanswered]
    nobody = sum(one.answer is Answer.NO for group in over for one in group.questions)
    head = tell_many("{number} group done.", "{number} groups done.", len(over))
    yes = [said for group in over for said in _yes(group)]
    none = tell_many("none of {number} other", "none of {number} others", nobody)
    if not yes:
        none = tell_many("None of {number} line", "None of {number} lines", nobody)
    return {
        "head": "" if asked.begins_with_last_time else head if over else tell("All groups"),
        "said": [*yes, {"text": none, "isYes": False}] if nobody else yes,
        "all": [*_last_time(asked), *(_row(group) for group in asked.groups)],
    }


def _yes(group: Group) -> list[dict[str, Any]]:
    labels = _labels(group)
    if not labels:
        return []
    name = tell("{group}:", group=group.name)
    told = shown(say("{labels:semicolons}", labels=labels))
    return [{"text": name, "isYes": False}, {"text": told, "isYes": True}]


def _labels(group: Group) -> tuple[str, ...]:
    return tuple(
        one.label
        for one in group.questions
        if one.answer and one.answer.counts_as_yes and not one.asked_after
    )


def _row(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "name": group.name,
        "said": shown(_said(group)),
        "isOpen": bool(group.unanswered),
    }


def _said(group: Group) -> Phrase:
    labels, waiting = _labels(group), len(group.unanswered)
    yes = say("{labels:semicolons}", labels=labels) if labels else ""
    more = say_many("{number} open", "{number} open", waiting) if waiting else ""
    none = say("none of these") if not (labels or waiting) else ""
    return say("{parts:dots}", parts=tuple(one for one in (yes, more, none) if one))


def _last_time(asked: Asking) -> list[dict[str, Any]]:
    if not asked.again:
        return []
    said = said_again(asked)["words"]
    waits = not all(one.is_said for one in asked.again)
    return [
        {"id": LAST_TIME, "name": _of_when(asked), "said": said, "isOpen": waits},
    ]


def _of_when(asked: Asking) -> str:
    if all(one.last is None for one in asked.again):
        return tell("Answered beforehand")
    return tell("Said last time")
