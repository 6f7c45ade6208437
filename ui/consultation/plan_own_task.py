"""A task of the therapist's own, as the browser sends it: its picture is checked and kept."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from planner.model.edits import OwnTask
from planner.model.errors import IntakeError, Problem
from planner.model.ids import LineId
from planner.model.phrase import tell
from planner.model.visit import Draft
from planner.visit import task_picture
from planner.visit.said import edits
from records import File
from ui.state import autosave, records_of_session

PICTURE = "picture"  # the kind of the file among the records
NOT_KEPT = tell("cannot be kept: this visit is only looked at, or not on the disk")


class Own(NamedTuple):
    """The line that it is, and what it is."""

    line: LineId
    own: OwnTask


def made_of(said: Mapping[str, Any], draft: Draft) -> Own:
    """What the form holds, over what it was before; raises PlannerError with what is wrong."""
    line = LineId(str(said.get("line") or edits.next_own(draft)))
    before = next((one.own for one in draft.edits if one.line == line and one.own), None)
    kept = before.model_dump() if before else {}
    numbers = {str(name): int(value) for name, value in (said.get("numbers") or {}).items()}
    words = {"name": str(said.get("name", "")), "words": str(said.get("words", ""))}
    picture = {PICTURE: _kept(str(said[PICTURE]), words["name"])} if said.get(PICTURE) else {}
    return Own(line, OwnTask(**{**kept, **numbers, **words, **picture}))


def _kept(letters: str, name: str) -> str:
    """The id of the picture among the client's files, once it is found to be one."""
    content = task_picture.checked(letters)
    here = autosave.place()
    if here is None:
        raise IntakeError([Problem(PICTURE, NOT_KEPT)])
    file = File(f"{name}.png", content, PICTURE)
    return records_of_session.records().keep_file(here.client, file).id
