"""A question of the safety step as the browser gets it: words, signs, answers, what it opens."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import Asked
from planner.model.ids import ReasonId, RegionId
from planner.model.phrase import Phrase
from planner.model.vocabulary import Answer
from planner.safety.asking.questions import Group, Question
from planner.safety.screening import row_to_mark
from planner.visit.asking import Again
from planner.visit.interview import Interview
from planner.words import say
from planner.words.terms import CLEARANCE_MEANS
from ui.safety_group.words import BY, CLIENT, LAST_TIME
from ui.state.language import shown, tell, tell_many

Line = dict[str, Any]


def sections(group: Group, found: Interview, knowledge: Knowledge) -> list[Line]:
    """The lines of a group under its sub-headings; a degree stands under its row."""
    made = []
    for heading, asked in _under_headings(group, knowledge):
        rows = [one for one in asked if not one.asked_after]
        if rows:
            lines = [row_line(one, _after(one, group), found, knowledge) for one in rows]
            made.append({"heading": heading, "lines": lines})
    return made if len(made) > 1 else [{**one, "heading": ""} for one in made]


def _under_headings(group: Group, knowledge: Knowledge) -> Iterator[tuple[str, list[Question]]]:
    """The questions under each heading: of groups asked together, that is the group's name."""
    own = {one.group: knowledge.groups[one.group] for one in group.questions}
    for part in own.values():
        mine = [one for one in group.questions if one.group == part.id]
        if len(own) > 1:
            yield part.name, mine
            continue
        for section, heading in part.sections.items():
            yield heading, [one for one in mine if one.section == section]


def _after(asked: Question, group: Group) -> tuple[Question, ...]:
    return tuple(one for one in group.questions if one.asked_after == asked.id)


def row_line(
    asked: Question, after: tuple[Question, ...], found: Interview, knowledge: Knowledge
) -> Line:
    """A line to tick, with its degrees, its place and its clearance where a yes has one."""
    is_yes = asked.answer is not None and asked.answer.counts_as_yes
    return {
        **question(asked),
        "means": _means(asked, knowledge),
        "after": [question(one) for one in after],
        "place": _place(row_to_mark(asked.id, after, knowledge), found, knowledge)
        if is_yes
        else None,
        "clientNo": asked.answer is None and _client_said_no(asked),
        "clears": asked.id if is_yes and _waits(asked.id, found) else None,
    }


def question(asked: Question) -> Line:
    """A question and what is said of it so far."""
    return {
        "id": asked.id,
        "label": asked.label,
        "question": asked.question,
        "how": _how(asked),
        "signs": [{"id": one.id, "label": one.label} for one in asked.ticks],
        "answer": asked.answer.value if asked.answer else None,
        "ticked": list(asked.ticked),
        "after": [],
    }


def _client_said_no(asked: Question) -> bool:
    return asked.client is not None and asked.client.answer is Answer.NO


def again_line(one: Again, found: Interview, knowledge: Knowledge) -> Line:
    """What is asked by itself, where that comes from, and what is said of it today."""
    line = row_line(one.asked, one.follow_ups, found, knowledge)
    return {
        **line,
        "again": one.last is not None,
        "last": _kind(one),
        "lastWords": shown(say("{parts:dots}", parts=tuple(_said_before(one)))),
        "since": one.ended,
        "notes": [*_notes(one, line)],
        **_clients_signs(one),
    }


def _notes(one: Again, line: Line) -> Iterator[str]:
    """That nobody else may hear it, and what a yes can come to, before it acts."""
    if one.asked.private:
        yield line["how"]
    if one.last is None and line["means"]:
        yield line["means"]


def _kind(one: Again) -> str:
    """Which chip it gets: a yes, or what nobody is sure of."""
    before = one.last or (one.client.answer if one.client else None)
    return (before or Answer.UNSURE).value


def _said_before(one: Again) -> Iterator[Phrase]:
    if one.last:
        yield LAST_TIME[one.last]
    if one.client:
        yield CLIENT[one.client.answer]
        yield BY[one.client.medium]


def _clients_signs(one: Again) -> Line:
    """The signs of a question, with those that the client ticked, until it is answered."""
    if one.client is None or one.asked.answer is not None:
        return {"opened": False}
    return {"opened": True, "ticked": list(one.client.ticked)}


def _how(asked: Question) -> str:
    if asked.private:
        return tell("Only while nobody else is in the room")
    if asked.therapist_answers:
        return tell("For you to judge, not to ask")
    return tell("Read aloud, tick the signs") if asked.ticks else tell("Read aloud")


def _means(asked: Question, knowledge: Knowledge) -> str:
    """What a yes can come to, where that is grave: said before anything is tapped."""
    clearance = knowledge.rows[asked.id].clearance
    if clearance is None or not clearance.is_grave:
        return ""
    return tell("Yes or Not sure can mean: {means}", means=CLEARANCE_MEANS[clearance])


def _waits(row: ReasonId, found: Interview) -> bool:
    return row in found.screening.may_be_cleared


def _place(row: Asked | None, found: Interview, knowledge: Knowledge) -> Line | None:
    if row is None:
        return None
    usual = knowledge.regions_of(row.usual_places)
    return {
        "row": row.id,
        "marked": list(found.draft.where.get(row.id, ())),
        "usual": list(usual),
        "usualWords": tell_many(
            "Mark the usual {number} place", "Mark the usual {number} places", len(usual)
        ),
    }


def regions(wanted: Iterable[Mapping[str, Any]], knowledge: Knowledge) -> dict[RegionId, str]:
    """The names of all places, where a line asks for one; else none is sent."""
    lines = [line for one in wanted for line in one["lines"]]
    if not any(line["place"] for line in lines):
        return {}
    return {one.id: one.label for one in knowledge.regions.values()}
