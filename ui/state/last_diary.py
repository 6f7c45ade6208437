"""The diary that was answered for last: a file of the same headings is not asked about again."""

from planner.model.errors import PlannerError
from planner.model.visit import KeptDiary
from records import VisitLine
from ui.state import autosave, kept_visits, records_of_session, session


def last_answered() -> KeptDiary | None:
    """The diary of this visit, else of the latest visit of this client that has one; or None."""
    open_now = session.draft().diary
    if open_now and open_now.headings:
        return open_now
    here = autosave.place()
    lines = records_of_session.records().timeline(here.client) if here else ()
    latest_first = sorted(lines, key=lambda line: line.on, reverse=True)
    kept = (_diary_of(line) for line in latest_first)
    return next((one for one in kept if one and one.headings), None)


def _diary_of(line: VisitLine) -> KeptDiary | None:
    """The diary of a kept visit; None too where it cannot be read any more."""
    try:
        body = records_of_session.records().revision(line.token, line.revisions).body
        return kept_visits.draft_of(body).diary
    except PlannerError:
        return None
