"""What was found so far, as a value for the browser; the planner says what there is to see."""

from typing import Any

from planner.knowledge import Knowledge
from planner.model.assessment import Easing, Finding, FoundBy
from planner.model.visit import Draft
from planner.model.vocabulary import Activity
from planner.visit import assessing
from planner.visit.assessing import Examined, Row
from planner.words import formed
from planner.words.terms import EASING, EXTENT
from ui.assessment.acts import open_source
from ui.state.language import tell

FIRST_ACTIVITIES = (
    Activity.SITTING, Activity.DESK_WORK, Activity.LIFTING, Activity.STAIRS, Activity.SLEEPING,
)  # fmt: skip
FIRST_EASINGS = (Easing.WALKING, Easing.HEAT, Easing.LYING, Easing.STRETCHING, Easing.MEDICINE)
Data = dict[str, Any]


def movements(draft: Draft, knowledge: Knowledge) -> Data:
    """The movements of each pain source, the sign, what brings it on and eases it, the notes."""
    said = draft.assessment
    return {
        "looked": open_source(),
        "sources": [_source(one) for one in assessing.examined(draft, knowledge)],
        "sign": _sign(draft, knowledge),
        "provokes": [
            _chip(one, knowledge.activities[one].name, one in FIRST_ACTIVITIES, said.provokes)
            for one in sorted(Activity, key=lambda one: one not in FIRST_ACTIVITIES)
        ],
        "eases": [
            _chip(one, tell(EASING[one]), one in FIRST_EASINGS, said.eases)
            for one in sorted(Easing, key=lambda one: one not in FIRST_EASINGS)
        ],
        "notes": said.notes,
    }


def _chip(
    one: Activity | Easing, name: str, first: bool, said: tuple[Activity | Easing, ...]
) -> Data:
    return {"id": one.value, "name": name, "first": first, "on": one in said}


def _source(one: Examined) -> Data:
    return {
        "id": one.id,
        "name": tell(formed(one.name, "no-remark")),
        "rows": [_row(row) for row in one.rows],
        "more": [{"id": row.id, "name": row.name, "test": _is_test(row)} for row in one.more],
    }


def _row(row: Row) -> Data:
    found = row.found
    return {
        "id": row.id,
        "name": row.name,
        "test": _is_test(row),
        "extent": found.extent.value if found and found.extent else None,
        "pain": found.pain if found else None,
        "result": found.result if found else None,
        "sign": row.is_sign,
        "last": _last(row.last) if row.last else "",
    }


def _is_test(row: Row) -> bool:
    return row.what is FoundBy.TEST


def _last(found: Finding) -> str:
    """What was found at the visit before, in a few words."""
    extent = EXTENT[found.extent] if found.extent else found.result or ""
    if found.pain is None:
        return tell("last time: {found}", found=extent)
    if not extent:
        return tell("last time: {pain:g} of 10", pain=found.pain)
    return tell("last time: {found}, {pain:g} of 10", found=extent, pain=found.pain)


def _sign(draft: Draft, knowledge: Knowledge) -> Data | None:
    sign = draft.assessment.comparable
    if sign is None:
        return None
    name = assessing.movement_name(sign.name, knowledge)
    return {"id": sign.name, "name": name, "before": sign.before, "after": sign.after}


def stirring(draft: Draft, knowledge: Knowledge) -> Data:
    """The three answers, and what they come to."""
    said, level = draft.assessment.stirring, assessing.irritable(draft)
    return {
        "stirred": said.model_dump(mode="json"),
        "level": {
            "id": level.value,
            "name": tell(assessing.IRRITABLE[level]),
            "so": tell(assessing.so(level, knowledge)),
        }
        if level
        else None,
    }
