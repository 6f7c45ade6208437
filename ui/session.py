"""The open visit: one key of the session, the intake as JSON text, read and written only here."""

import json
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from functools import lru_cache
from typing import Any

import streamlit as st

from planner.errors import IntakeError, Problem
from planner.intake import Intake, read_intake
from planner.knowledge import Knowledge, load
from planner.marks import MILD, Marks, given_to, with_sources
from planner.marks import changed as changed_marks
from planner.vocabulary import Change

KEY = "visit"
STEP = "step"  # which step and which group stand open: forgotten with the visit, nothing is lost
OPEN_GROUP = "open-group"
AT_ONCE = 8  # visits being drawn at the same moment
UNNAMED = "Client"
MOST_WORDS = 500
SWAPPED = "another one instead"
NOT_SCORED_YET = 0  # stands in for a missing average where only the questions are wanted

Visit = dict[str, Any]


def knowledge() -> Knowledge:
    """The knowledge base, loaded once a process."""
    return load()


def blank(on: date) -> Visit:
    """A visit in which nothing has been said yet."""
    return {
        "format": 1,
        "on": on.isoformat(),
        "locale": "US",
        "client": {"label": "", "age": None},
        "pain": [],
        "marks": {},
        "severity": {},
        "answers": {},
        "where": {},
        "clearances": [],
        "overrides": [],
        "edits": [],
        "preferences": {},
    }


def visit() -> Visit:
    """The open visit, as it would be saved; a copy, to be changed and kept."""
    found: Visit = json.loads(_text())
    return found


def _text() -> str:
    if KEY not in st.session_state:
        keep(blank(date.today()))
    return str(st.session_state[KEY])


@lru_cache(maxsize=AT_ONCE)
def _parsed(text: str) -> Visit:
    """The open visit to look at, never to change: a page asks for it at every field."""
    found: Visit = json.loads(text)
    return found


def keep(changed: Visit) -> None:
    """Make this the open visit."""
    st.session_state[KEY] = json.dumps(changed)


def read(place: str) -> Any:
    """What is said at a place such as `severity.average`; None when nothing is."""
    return said(_parsed(_text()), place)


def said(of: Mapping[str, Any], place: str) -> Any:
    """What a visit says at a place; `pain/low-back-pain/months` names one pain source."""
    here: Any = of
    for step in place.split("/"):
        here = _step(here, step)
        if here is None:
            return None
    return here


def write(place: str, value: Any) -> None:
    """Say something at a place; None takes it back."""
    changed = visit()
    *way, last = place.split("/")
    here: Any = changed
    for step in way:
        here = _step(here, step) if isinstance(here, list) else here.setdefault(step, {})
    if value is None:
        here.pop(last, None)
    else:
        here[last] = value
    keep(changed)


def _step(here: Any, step: str) -> Any:
    if isinstance(here, list):
        return next((one for one in here if one.get("condition") == step), None)
    return here.get(step)


def marks() -> Marks:
    """The marks on the body chart, those of each pain source and those that none has taken."""
    found = _parsed(_text())
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
    """Record answers to screening questions; None takes an answer back."""
    changed = visit()
    for row, given in answers.items():
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


def edit(line: str, change: Change, words: str = "") -> None:
    """Record what the therapist did to a line; it takes the place of the same done before."""
    changed = visit()
    moves = (Change.REMOVE, Change.ADD)
    alike = moves if change in moves else (change,)
    earlier = [
        one
        for one in changed.get("edits", [])
        if not (one["line"] == line and one["change"] in alike)
    ]
    new = {"line": line, "change": change.value, "words": words.strip()[:MOST_WORDS]}
    changed["edits"] = [*earlier, new]
    keep(changed)


def swap(line: str, other: str) -> None:
    """Take a line out and put another in."""
    edit(line, Change.REMOVE, SWAPPED)
    edit(other, Change.ADD)


def undo_edits(line: str) -> None:
    """Take back everything the therapist did to a line."""
    changed = visit()
    changed["edits"] = [one for one in changed.get("edits", []) if one["line"] != line]
    keep(changed)


def edited() -> tuple[str, ...]:
    """The lines the therapist changed, each once."""
    return tuple(dict.fromkeys(one["line"] for one in visit().get("edits", [])))


def begin_anew() -> None:
    """Close the open visit and begin a blank one at the same place."""
    keep({**blank(date.today()), "locale": read("locale")})
    _begin_at_the_beginning()


def _begin_at_the_beginning() -> None:
    st.session_state[STEP] = 1
    st.session_state.pop(OPEN_GROUP, None)


def open_file(content: bytes) -> tuple[Problem, ...]:
    """Make a visit file the open visit; empty when it was opened, else every problem in it."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        return (Problem("file", f"is not a visit file: {error}"),)
    if not isinstance(found, dict):
        return (Problem("file", "is not a visit file: it holds no visit"),)
    return _open(found, content)


def _open(found: Visit, content: bytes) -> tuple[Problem, ...]:
    """Check a file as a whole; one saved halfway is checked as far as it goes."""
    unfinished = not found.get("pain") or _average(found) is None
    try:
        read_intake(json.dumps(_completed(found)) if unfinished else content, knowledge().known_ids)
    except IntakeError as error:
        return error.problems
    keep({**blank(date.today()), **found})
    _begin_at_the_beginning()
    return ()


def _average(of: Visit) -> Any:
    severity = of.get("severity")
    return severity.get("average") if isinstance(severity, dict) else None


def _completed(of: Visit) -> Visit:
    """The visit with a stand-in for what an intake must have and nobody has said yet."""
    whole = deepcopy(of)
    if not whole.get("pain"):
        whole["pain"] = [{"condition": next(iter(knowledge().conditions))}]
    if isinstance(whole.setdefault("severity", {}), dict) and _average(whole) is None:
        whole["severity"]["average"] = NOT_SCORED_YET
    return _named(whole)


def _named(of: Visit) -> Visit:
    client = of.get("client")
    if isinstance(client, dict) and not str(client.get("label") or "").strip():
        return {**of, "client": {**client, "label": UNNAMED}}
    return of


def has_pain_source() -> bool:
    """Whether at least one pain source is chosen, so that there is somebody to ask about."""
    return bool(read("pain"))


def is_scored() -> bool:
    """Whether the average pain is given, which every plan is measured against."""
    return _average(_parsed(_text())) is not None


def intake() -> Intake:
    """The open visit as an intake; raises IntakeError with everything that is wrong in it.

    A missing average is read as 0: screening does not look at it, and no plan is shown without it.
    """
    return read_intake(json.dumps(_completed(visit())), knowledge().known_ids)


def as_file() -> str:
    """The open visit as it is saved, easy to read for a person."""
    return json.dumps(visit(), indent=2, ensure_ascii=False)
