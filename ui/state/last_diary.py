"""The diaries of a client before: what was answered for them, and said of the client beside."""

from collections.abc import Iterator
from itertools import chain

from planner.model.errors import PlannerError
from planner.model.visit import KeptDiary
from records import VisitLine
from ui.state import autosave, kept_visits, records_of_session, session


def latest_first() -> Iterator[KeptDiary]:
    """Those of this visit and of the kept ones of this client, each read when it is asked for."""
    here = autosave.place()
    lines = records_of_session.records().timeline(here.client) if here else ()
    return filter(None, chain((session.draft().diary,), map(_diary_of, lines)))


def _diary_of(line: VisitLine) -> KeptDiary | None:
    """The diary of a kept visit; None too where it cannot be read any more."""
    try:
        body = records_of_session.records().revision(line.token, line.revisions).body
        return kept_visits.draft_of(body).diary
    except PlannerError:
        return None
