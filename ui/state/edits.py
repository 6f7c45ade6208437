"""What the therapist did to the lines of the plan by hand, as the visit keeps it."""

from planner.model.vocabulary import Change
from ui.state import session
from ui.state.visit_text import Visit

MOST_WORDS = 500
SWAPPED = "another one instead"


def edit(line: str, change: Change, words: str = "") -> None:
    """Record what the therapist did to a line; it takes the place of the same done before."""
    session.keep(_edited(session.visit(), line, change, words))


def _edited(changed: Visit, line: str, change: Change, words: str = "") -> Visit:
    moves = (Change.REMOVE, Change.ADD)
    alike = moves if change in moves else (change,)
    earlier = [
        one
        for one in changed.get("edits", [])
        if not (one["line"] == line and one["change"] in alike)
    ]
    new = {"line": line, "change": change.value, "words": words.strip()[:MOST_WORDS]}
    return {**changed, "edits": [*earlier, new]}


def swap(line: str, other: str) -> None:
    """Take a line out and put another in."""
    out = _edited(session.visit(), line, Change.REMOVE, SWAPPED)
    session.keep(_edited(out, other, Change.ADD))


def undo_edits(line: str) -> None:
    """Take back everything the therapist did to a line."""
    changed = session.visit()
    changed["edits"] = [one for one in changed.get("edits", []) if one["line"] != line]
    session.keep(changed)


def edited() -> tuple[str, ...]:
    """The lines the therapist changed, each once."""
    return tuple(dict.fromkeys(one["line"] for one in session.visit().get("edits", [])))
