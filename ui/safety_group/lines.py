"""A question of the safety step as the browser gets it: words, signs, answers, what it opens."""

from collections.abc import Iterable, Mapping
from typing import Any

from planner.knowledge import Knowledge
from planner.knowledge.safety import Asked
from planner.model.ids import ReasonId, RegionId
from planner.model.vocabulary import Clearance
from planner.safety.questions import Group, Question
from planner.safety.screening import row_to_mark
from planner.visit.asking import Again
from planner.visit.interview import Interview
from planner.words.terms import CLEARANCE_MEANS
from ui.safety_group.words import CLIENT, LAST_TIME
from ui.state.language import tell, tell_many

Line = dict[str, Any]
GRAVE = (Clearance.EMERGENCY, Clearance.SAME_DAY, Clearance.SOON, Clearance.HOLD)


def sections(group: Group, found: Interview, knowledge: Knowledge) -> list[Line]:
    """The lines of a group under its sub-headings; a degree stands under its row."""
    headings = knowledge.groups[group.id].sections
    made = []
    for section, heading in headings.items():
        rows = [one for one in group.questions if one.section == section and not one.asked_after]
        if rows:
            lines = [row_line(one, group, found, knowledge) for one in rows]
            made.append({"heading": heading, "lines": lines})
    return made if len(made) > 1 else [{**one, "heading": ""} for one in made]


def row_line(asked: Question, group: Group, found: Interview, knowledge: Knowledge) -> Line:
    """A line to tick, with its degrees, its place and its clearance where a yes has one."""
    after = tuple(one for one in group.questions if one.asked_after == asked.id)
    is_yes = asked.answer is not None and asked.answer.counts_as_yes
    return {
        **question(asked),
        "means": _means(asked, knowledge),
        "after": [question(one) for one in after],
        "place": _place(row_to_mark(asked.id, after, knowledge), found, knowledge)
        if is_yes
        else None,
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
        "waits": tell(CLIENT[asked.client.answer if asked.client else None]) if asked.waits else "",
    }


def again_line(one: Again) -> Line:
    """A yes of last time, and what is said of it today."""
    return {
        **question(one.asked),
        "again": True,
        "last": one.last.value,
        "lastWords": tell(LAST_TIME[one.last]),
        "after": [question(each) for each in one.follow_ups],
        "since": one.ended,
    }


def _how(asked: Question) -> str:
    if asked.private:
        return tell("Only while nobody else is in the room")
    if asked.therapist_answers:
        return tell("For you to judge, not to ask")
    return tell("Read aloud, tick the signs") if asked.ticks else tell("Read aloud")


def _means(asked: Question, knowledge: Knowledge) -> str:
    """What a yes can come to, where that is grave: said before anything is tapped."""
    clearance = knowledge.rows[asked.id].clearance
    if clearance not in GRAVE:
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
