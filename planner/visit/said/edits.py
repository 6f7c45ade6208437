"""What the therapist does to the lines of the plan by hand, as the visit keeps it.

Each act is one step: it can be taken back and done again, also after the visit was closed.
"""

from collections.abc import Iterable
from datetime import date, time

from planner.model import sizes
from planner.model.edits import Edit, OwnTask, Values, is_own
from planner.model.ids import LineId
from planner.model.visit import ByHand, Draft
from planner.model.vocabulary import Change, Intensity
from planner.visit.draft import saying

MOVES = (Change.REMOVE, Change.ADD, Change.REPLACE)


def edited(draft: Draft, line: LineId, change: Change, words: str = "") -> Draft:
    """With an edit of a line; it takes the place of the same done before."""
    return _with(draft, Edit(line=line, change=change, words=words.strip()[: sizes.LINE]))


def with_edit(draft: Draft, new: Edit) -> Draft:
    """With any edit, as a file or a command line says it."""
    if new.change is Change.SET and new.values:
        said = {name: getattr(new.values, name) for name in new.values.said}
        return set_values(draft, new.line, **said)
    if new.change is Change.MOVE:
        return moved(draft, new.line, new.other)
    return _with(draft, new)


def set_values(draft: Draft, line: LineId, **values: object) -> Draft:
    """With values of a line; they join those set before, field by field. None takes one back."""
    before = next((one.values for one in _of(draft, line, Change.SET) if one.values), Values())
    joined = before.having(**values)
    if joined == before:
        return draft
    kept = _without(draft, line, (Change.SET,))
    new = (Edit(line=line, change=Change.SET, values=joined),) if joined.said else ()
    return _done(draft, (*kept, *new))


def replaced(draft: Draft, line: LineId, other: LineId) -> Draft:
    """With another line in the place of one: it takes over places and dose where it may."""
    return _with(draft, Edit(line=line, change=Change.REPLACE, other=other))


def moved(draft: Draft, line: LineId, before: LineId | None = None) -> Draft:
    """With a line moved before another of its part; to the end where none is named."""
    return _done(draft, (*draft.edits, Edit(line=line, change=Change.MOVE, other=before)))


def with_own(draft: Draft, own: OwnTask, line: LineId | None = None) -> Draft:
    """With a task of the therapist's own; `line` names one that is changed, else it is new."""
    return _with(draft, Edit(line=line or next_own(draft), change=Change.ADD, own=own))


def next_own(draft: Draft) -> LineId:
    """The line that the next task of the therapist's own is."""
    taken = [int(one.line.partition(":")[2]) for one in draft.edits if is_own(one.line)]
    return LineId(f"own:{max(taken, default=0) + 1}")


def with_all(draft: Draft, edits: Iterable[Edit], way: Intensity) -> Draft:
    """With many edits and a way at once, as one step."""
    return _done(draft, (*draft.edits, *edits), way)


def with_way(draft: Draft, way: Intensity) -> Draft:
    """Going this way; it is a step of the hand like any other."""
    return _done(draft, draft.edits, way)


def undone(draft: Draft, line: LineId) -> Draft:
    """Without anything the therapist did to a line; what it replaced comes back."""
    return _done(draft, tuple(one for one in draft.edits if line not in _named(one)))


def edited_lines(draft: Draft) -> tuple[LineId, ...]:
    """The lines the therapist changed, each once."""
    return tuple(dict.fromkeys(name for one in draft.edits for name in _named(one)))


def is_edited(draft: Draft, line: LineId) -> bool:
    """Whether the therapist changed a line."""
    return line in edited_lines(draft)


def changed_lines(draft: Draft) -> tuple[LineId, ...]:
    """The lines that the therapist changed since the plan was handed out; all where it never was.

    What replaces a line is changed with it.
    """
    then = draft.by_hand_then.edits if draft.by_hand_then else ()
    new = [one for one in (*then, *draft.edits) if (one in then) is not (one in draft.edits)]
    named = (name for one in new for name in _named(one))
    return tuple(dict.fromkeys(named))


def _named(one: Edit) -> tuple[LineId, ...]:
    return (one.line, one.other) if one.change is Change.REPLACE and one.other else (one.line,)


def timed(draft: Draft, at: time | None, on: date | None = None) -> Draft:
    """With a time of day for every visit, or for that of one day; None takes it back.

    A day of the usual time has none of its own.
    """
    now = decided(draft)
    if on is None:
        return _step(draft, now.having(time=at))
    others = {day: kept for day, kept in now.times.items() if day != on}
    own = {on: at} if at and at != now.time else {}
    return _step(draft, now.having(times={**others, **own}))


def decided(draft: Draft) -> ByHand:
    """What the hand has decided of the plan by now."""
    wishes = draft.preferences
    edited = ByHand(edits=draft.edits, way=wishes.way)
    return edited.having(time=wishes.time, times=wishes.times or None)


def can_undo(draft: Draft) -> bool:
    """Whether there is a step to take back."""
    return bool(draft.past or draft.edits)


def can_redo(draft: Draft) -> bool:
    """Whether a step was taken back since."""
    return bool(draft.undone)


def undone_last(draft: Draft) -> Draft:
    """Without the last step; of a visit that kept none, without its last edit."""
    if not can_undo(draft):
        return draft
    past = draft.past or (decided(draft).having(edits=draft.edits[:-1]),)
    return _at(draft, past[-1], past[:-1], (*draft.undone, decided(draft)))


def redone(draft: Draft) -> Draft:
    """With the step done again that was taken back last."""
    if not draft.undone:
        return draft
    past = (*draft.past, decided(draft))
    return _at(draft, draft.undone[-1], past, draft.undone[:-1])


def _with(draft: Draft, new: Edit) -> Draft:
    alike = MOVES if new.change in MOVES else (new.change,)
    return _done(draft, (*_without(draft, new.line, alike), new))


def _of(draft: Draft, line: LineId, change: Change) -> Iterable[Edit]:
    return (one for one in draft.edits if one.line == line and one.change is change)


def _without(draft: Draft, line: LineId, changes: tuple[Change, ...]) -> tuple[Edit, ...]:
    return tuple(one for one in draft.edits if one.line != line or one.change not in changes)


def _done(draft: Draft, edits: tuple[Edit, ...], way: Intensity | None = None) -> Draft:
    """The next step: other edits, or another way."""
    return _step(draft, decided(draft).having(edits=edits, way=way or draft.preferences.way))


def _step(draft: Draft, step: ByHand) -> Draft:
    """The next step; where nothing changes it is none."""
    now = decided(draft)
    return draft if step == now else _at(draft, step, (*draft.past, now), ())


def _at(draft: Draft, step: ByHand, past: tuple[ByHand, ...], undone: tuple[ByHand, ...]) -> Draft:
    wishes = draft.preferences
    agreed = {"way": step.way, "time": step.time, "times": step.times}
    new = {name: value for name, value in agreed.items() if value != getattr(wishes, name)}
    if new:
        wishes = wishes.having(**{name: value or None for name, value in new.items()})
    return saying(
        draft,
        edits=step.edits,
        preferences=wishes,
        past=past[-sizes.STEPS :] or None,
        undone=undone[-sizes.STEPS :] or None,
    )
