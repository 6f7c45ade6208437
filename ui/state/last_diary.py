"""The diary before: what was answered for it, and what was said of the client beside it."""

from collections.abc import Iterator

from planner.model.errors import PlannerError
from planner.model.visit import KeptDiary
from records import VisitLine
from ui.state import autosave, kept_visits, records_of_session, session


def last_answered() -> KeptDiary | None:
    """The diary of this visit, else of the latest visit of this client that has one; or None."""
    open_now = session.draft().diary
    if open_now and open_now.headings:
        return open_now
    return next((one for one in _latest_first() if one.headings), None)


def last_kept() -> KeptDiary | None:
    """The diary of the latest visit of this client that has one; or None."""
    return next(_latest_first(), None)


def _latest_first() -> Iterator[KeptDiary]:
    here = autosave.place()
    lines = records_of_session.records().timeline(here.client) if here else ()
    latest_first = sorted(lines, key=lambda line: line.on, reverse=True)
    return (kept for line in latest_first if (kept := _diary_of(line)))


def _diary_of(line: VisitLine) -> KeptDiary | None:
    """The diary of a kept visit; None too where it cannot be read any more."""
    try:
        body = records_of_session.records().revision(line.token, line.revisions).body
        return kept_visits.draft_of(body).diary
    except PlannerError:
        return None
