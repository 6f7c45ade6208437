"""The client's diary at a visit: the days written down here, and when the plan started."""

from collections.abc import Iterable, Sequence
from datetime import date

from planner.model.diary import Choices, Day, DayWritten, DiaryResult, Milestone, Part
from planner.model.plan import Plan
from planner.model.visit import Draft, KeptDiary
from planner.visit.draft import saying
from planner.words import say

NO_DIARY = DiaryResult(
    readings=0,
    used=0,
    skipped=(),
    format="none",
    date_order=None,
    scale=None,
    direction=None,
    questions=(),
    days=(),
    sessions=(),
    analysis=None,
    cautions=(say("No diary was brought."),),
    notes=(),
)


def with_diary(draft: Draft, diary: KeptDiary) -> Draft:
    """With this diary; none is kept where nothing is known of one."""
    return saying(draft, diary=None if diary == KeptDiary() else diary)


def as_kept(diary: KeptDiary) -> KeptDiary:
    """What is kept of a diary: nothing that is blank, and headings only with an answer to them."""
    blank = KeptDiary()
    said = {one: getattr(diary, one) for one in KeptDiary.model_fields}
    kept = {one: value for one, value in said.items() if value != getattr(blank, one)}
    if "choices" not in kept:
        kept.pop("headings", None)
    return blank.having(**kept)


def answered(choices: Choices, part: str, given: object) -> Choices:
    """The answers with one more, or with another in its place; None takes it back."""
    return Choices(**{**dict(choices), part: given})


def corrected(choices: Choices, part: Part, heading: str) -> Choices:
    """With the column that holds a part, "" for none; who was chosen of another is forgotten."""
    asked_again = answered(choices, "person", None) if part is Part.PERSON else choices
    return answered(asked_again, "columns", {**choices.columns, part: heading})


def answered_before(headings: tuple[str, ...], diaries: Iterable[KeptDiary]) -> Choices:
    """What was answered for the last file, if that has the same headings; else nothing.

    `diaries`: those of the client, the latest first; one whose file nobody answered for has no
    headings. The year and the person are of that file alone.
    """
    before = next((one for one in diaries if one.headings), None)
    if before is None or before.headings != headings:
        return Choices()
    return before.choices.model_copy(update={"year": None, "person": None})


def written_down(entries: Sequence[DayWritten], entry: DayWritten) -> tuple[DayWritten, ...]:
    """The days with one more; it takes the place of one written before for that day."""
    others = (one for one in entries if one.day != entry.day)
    return tuple(sorted((*others, entry), key=lambda one: one.day))


def marked(milestones: Sequence[Milestone], one: Milestone) -> tuple[Milestone, ...]:
    """The milestones with one more, by day; the same one is there once."""
    others = unmarked(milestones, one)
    return tuple(sorted((*others, one), key=lambda mark: mark.day))


def unmarked(milestones: Sequence[Milestone], one: Milestone) -> tuple[Milestone, ...]:
    """The milestones without one of them."""
    return tuple(mark for mark in milestones if mark != one)


def taken_over(diaries: Iterable[KeptDiary]) -> KeptDiary:
    """What is said of the client rather than of a file: a new diary of theirs takes it over.

    `diaries`: those of the client, the latest first; it alone counts.
    """
    before = next(iter(diaries), KeptDiary())
    return KeptDiary().having(
        window=before.window,
        bad_from=before.bad_from,
        milestones=before.milestones or None,
    )


def plan_started(
    said: date | None, draft: Draft, last: Plan | None, days: Sequence[Day]
) -> date | None:
    """When the plan started: as said, or the plan a follow-up looks back on; else the visit's day.

    The visit's day counts only where the diary spans it. None where nothing tells.
    """
    if said or not draft.pain:
        return said
    if last:
        return last.began
    return draft.on if days and days[0].date < draft.on <= days[-1].date else None
