"""The open visit: one key of the session, a visit as JSON text, read and written only here.

Every change goes to the disk before it is drawn (`ui/state/autosave.py`).
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from planner.knowledge import Knowledge, load
from planner.model.errors import IntakeError, Problem
from planner.model.intake import Intake
from planner.model.plan import Plan
from planner.model.vocabulary import Visit as WhichVisit
from planner.safety.questions import made_stale
from planner.visit.pain_marks import MILD, Marks, given_to, with_sources
from planner.visit.pain_marks import changed as changed_marks
from ui.state import autosave
from ui.state.visit_text import (
    UNNAMED,
    Talk,
    Visit,
    average_of,
    blank,
    facts_of,
    intake_of,
    intake_part,
    last_plan_of,
    parsed,
    plan_of,
    problems_in,
    said,
    say,
    talk_of,
    with_others_said,
)

KEY = "visit"
STEP = "step"  # which step and which group stand open: forgotten with the visit, nothing is lost
OPEN_GROUP = "open-group"
GO = "go-to-page"
DIARY = "open-diary"
FOLLOW_UP_STEP = "follow-up-step"

__all__ = ["KEY", "OPEN_GROUP", "STEP", "UNNAMED", "Visit"]


def knowledge() -> Knowledge:
    """The knowledge base, loaded once a process."""
    return load()


def text() -> str:
    """The open visit, as it is kept; a blank one at first."""
    if KEY not in st.session_state:
        _show(blank(date.today()))
    return str(st.session_state[KEY])


def visit() -> Visit:
    """The open visit; a copy, to be changed and kept."""
    found: Visit = json.loads(text())
    return found


def _show(made: Visit) -> None:
    st.session_state[KEY] = json.dumps(made)


def keep(changed: Visit) -> None:
    """Make this the open visit, on the disk before it is on the screen."""
    before = text()
    _show(changed)
    if text() != before:
        autosave.save(text(), facts_of(text()), knowledge().review.version)


def read(place: str) -> Any:
    """What is said at a place such as `severity.average`; None when nothing is."""
    return said(parsed(text()), place)


def write(place: str, value: Any) -> None:
    """Say something at a place; None takes it back."""
    changed = visit()
    say(changed, place, value)
    keep(changed)


def resume() -> None:
    """Show the visit that the address names, when this session has none yet."""
    if KEY in st.session_state:
        return
    body = autosave.from_address()
    if body is not None:
        st.session_state[KEY] = body


def open_kept(token: str) -> bool:
    """Open a visit from the disk; False when it is not among this owner's."""
    body = autosave.open_visit(token)
    if body is None:
        return False
    st.session_state[KEY] = body
    _begin_at_the_beginning()
    return True


def begin_next(client: str, made: Visit) -> None:
    """Begin another visit of a client."""
    _show(made)
    autosave.begin_next(client, text(), facts_of(text()), knowledge().review.version)
    _begin_at_the_beginning()


def go_to(page: str) -> None:
    """Turn to another page once this click is over."""
    st.session_state[GO] = page


def keep_mine() -> None:
    """Of two versions of the visit, keep the one on this screen."""
    autosave.overrule(text(), facts_of(text()), knowledge().review.version)


def take_other() -> None:
    """Of two versions of the visit, take the one that is on the disk."""
    both = autosave.conflict()
    if both:
        other = facts_of(both.stored.body)
        st.session_state[KEY] = autosave.give_way(
            text(), facts_of(text()), other, knowledge().review.version
        )


def keep_again() -> None:
    """Try once more to keep what is on the screen."""
    autosave.save(text(), facts_of(text()), knowledge().review.version)


def marks() -> Marks:
    """The marks on the body chart, those of each pain source and those that none has taken."""
    found = parsed(text())
    of = {one["condition"]: _levels_of(one) for one in found["pain"]}
    return Marks(of, found.get("marks") or {})


def _levels_of(source: Visit) -> dict[str, int]:
    levels = source.get("levels") or {}
    return {region: levels.get(region, MILD) for region in source.get("regions") or []}


def keep_marks(made: Marks) -> None:
    """Make these the marks; what else was said of the pain sources that stay is kept."""
    changed = visit()
    before = {one["condition"]: one for one in changed["pain"]}
    changed["pain"] = [
        _at_places(before.get(one, {"condition": one}), levels) for one, levels in made.of.items()
    ]
    changed["marks"] = dict(made.loose)
    keep(changed)


def _at_places(source: Visit, levels: Mapping[str, int]) -> Visit:
    """A pain source at these places; at its usual one nothing is written."""
    rest = {key: value for key, value in source.items() if key not in ("regions", "levels")}
    return {**rest, "regions": list(levels), "levels": dict(levels)} if levels else rest


def choose_pains(conditions: list[str]) -> None:
    """Keep what was said of the pain sources that stay, and begin the new ones."""
    keep_marks(with_sources(marks(), conditions, knowledge()))


def mark(changes: Mapping[str, int]) -> None:
    """Keep what a tap or a choice on the body chart changed."""
    keep_marks(changed_marks(marks(), changes, knowledge()))


def give_places(condition: str, regions: list[str]) -> None:
    """Say by hand which places belong to a pain source."""
    keep_marks(given_to(marks(), condition, regions))


def answer(answers: Mapping[str, str | None]) -> None:
    """Record answers to screening questions; None takes an answer back.

    At a later visit a fresh yes takes back the earlier no to the signs it opens.
    """
    changed = visit()
    later = changed.get("visit") == WhichVisit.FOLLOW_UP
    stale = made_stale(answers, changed["answers"], knowledge()) if later else ()
    for row, given in {**dict.fromkeys(stale), **answers}.items():
        if given is None:
            _forget(changed["answers"], row)
        else:
            changed["answers"][row] = str(given)
    keep(changed)


def _forget(given: dict[str, str], row: str) -> None:
    """Take an answer back, and with it the degrees that were asked after it."""
    for key in [key for key in given if key.partition(":")[0] == row]:
        del given[key]


def record(part: str, entry: Mapping[str, str]) -> None:
    """Add a clearance or an override; it takes the place of an earlier one for the same row."""
    changed = visit()
    changed[part] = [*_others(changed, part, entry["for"]), dict(entry)]
    keep(changed)


def take_back(part: str, row: str) -> None:
    """Remove the clearance or override of a row."""
    changed = visit()
    changed[part] = _others(changed, part, row)
    keep(changed)


def _others(of: Visit, part: str, row: str) -> list[dict[str, str]]:
    return [one for one in of.get(part, []) if one["for"] != row]


def begin_anew() -> None:
    """Put the open visit away and begin a blank one at the same place."""
    autosave.put_away()
    _show({**blank(date.today()), "locale": read("locale")})
    _begin_at_the_beginning()


def _begin_at_the_beginning() -> None:
    st.session_state[STEP] = 1
    st.session_state[FOLLOW_UP_STEP] = 1
    for key in (OPEN_GROUP, DIARY):
        st.session_state.pop(key, None)


def open_file(content: bytes, sample: bool = False) -> tuple[Problem, ...]:
    """Make a visit file the open visit; empty when it was opened, else every problem in it.

    A sample is for looking: it is not kept.
    """
    problems = problems_in(content)
    if problems:
        return problems
    begin_anew()
    if sample:
        autosave.only_look()
    keep(with_others_said({**blank(date.today()), **json.loads(content)}))
    return ()


def has_pain_source() -> bool:
    """Whether at least one pain source is chosen, so that there is somebody to ask about."""
    return bool(read("pain"))


def is_scored() -> bool:
    """Whether the average pain is given, which every plan is measured against."""
    return average_of(parsed(text())) is not None


def intake() -> Intake:
    """The open visit as an intake; raises IntakeError with everything that is wrong in it."""
    return intake_of(text())


def talk() -> tuple[Talk | None, tuple[Problem, ...]]:
    """The conversation, once there is a pain source; else what stands against it."""
    if not has_pain_source():
        return None, ()
    try:
        return talk_of(text()), ()
    except IntakeError as error:
        return None, error.problems


def plan() -> Plan | None:
    """The plan in force at this visit; None while there is none."""
    return plan_of(text())


def last_plan() -> Plan | None:
    """The plan this visit looks back on; None at a first visit."""
    return last_plan_of(text())


def as_file() -> str:
    """The open visit as a file, easy to read for a person."""
    return json.dumps(intake_part(visit()), indent=2, ensure_ascii=False)
