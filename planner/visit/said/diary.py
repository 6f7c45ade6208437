"""The client's diary at a visit: the days written down here, and when the plan started."""

from collections.abc import Sequence
from datetime import date

from planner.model.diary import Choices, Day, DayWritten, DiaryResult
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


def answered_before(headings: tuple[str, ...], before: KeptDiary | None) -> Choices:
    """What was answered for the last file of the same headings; nothing for any other file.

    The year and the person are of that file alone.
    """
    if before is None or not headings or before.headings != headings:
        return Choices()
    return before.choices.model_copy(update={"year": None, "person": None})


def written_down(entries: Sequence[DayWritten], entry: DayWritten) -> tuple[DayWritten, ...]:
    """The days with one more; it takes the place of one written before for that day."""
    others = (one for one in entries if one.day != entry.day)
    return tuple(sorted((*others, entry), key=lambda one: one.day))


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
