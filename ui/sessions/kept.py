"""What is kept of a client between visits, read as values and written as texts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from planner.model.between.consent import CONSENT, Consent, read_consent
from planner.model.between.note import NOTE, Note, read_note
from planner.model.between.session import SESSION, Session, read_session
from planner.model.errors import PlannerError
from planner.visit.between import noting
from planner.visit.between.logging import Followed, followed, plan_of
from records import Entry, VisitLine
from ui.state import autosave, beside, records_of_session, session
from ui.state.kept_visits import AT_ONCE, draft_of, knowledge

V = TypeVar("V", Session, Consent, Note)


@dataclass(frozen=True)
class Kept(Generic[V]):
    """One entry: where it lies, its newest revision, and what it says."""

    token: str
    revision: int
    saved_at: datetime
    value: V


def sessions(client: str) -> tuple[Kept[Session], ...]:
    """A client's sessions, latest day first."""
    return _read(client, SESSION, lambda text: read_session(text, knowledge().known_ids))


def consents(client: str) -> tuple[Kept[Consent], ...]:
    """What a client consented to, latest day first."""
    return _read(client, CONSENT, lambda text: read_consent(text, knowledge().known_ids))


def notes(client: str) -> tuple[Kept[Note], ...]:
    """The notes that were changed by hand or signed, latest day first."""
    return _read(client, NOTE, read_note)


def _read(client: str, kind: str, read: Callable[[str], V]) -> tuple[Kept[V], ...]:
    """Every entry of a kind that can be read; one that cannot is told, and left where it is."""
    found = []
    for one in records_of_session.records().entries(client, kind):
        try:
            value = read(one.newest.body)
        except PlannerError as error:
            autosave.tell(error)
        else:
            found.append(Kept(one.token, one.newest.number, one.newest.saved_at, value))
    return tuple(found)


def note_of(client: str, of: str) -> Kept[Note] | None:
    """The note of a visit or a session, where one is kept."""
    return next((one for one in notes(client) if one.value.of == of), None)


def enter(client: str, kind: str, value: Consent | Note) -> str:
    """Keep something new; its token."""
    return _entered(client, Entry(kind, value.on, value.as_text))


def enter_session(client: str, value: Session) -> str:
    """Keep the session of a day; raises Conflict when another window just did."""
    return _entered(client, Entry(SESSION, value.on, value.as_text), once_a_day=True)


def _entered(client: str, entry: Entry, *, once_a_day: bool = False) -> str:
    version = session.knowledge().review.version
    records = records_of_session.records()
    token = records.enter(client, entry, version, once_a_day=once_a_day).token
    beside.told_anew(client)
    return token


def change(before: Kept[V], value: V) -> None:
    """Keep it as it is now, where that is another text; that of a signed note never becomes one."""
    if isinstance(before.value, Note) and isinstance(value, Note):
        noting.refuse_to_change(before.value, value)
    if value.as_text == before.value.as_text:
        return
    version = session.knowledge().review.version
    records = records_of_session.records()
    saved = records.change(before.token, before.revision, value.as_text, value.on, version)
    beside.told_anew(saved.client)


@lru_cache(maxsize=AT_ONCE)
def _followed(text: str) -> Followed | None:
    return followed(draft_of(text), knowledge())


class Plans(NamedTuple):
    """The plans of a client by the day of the visit, latest first; days that cannot be read."""

    found: tuple[tuple[date, Followed], ...]
    unreadable: tuple[date, ...]


def plans(client: str) -> Plans:
    """What the visits have for a session to follow."""
    found, unreadable = [], []
    for one in records_of_session.records().timeline(client):
        try:
            plan = _plan_of_visit(one)
        except PlannerError:
            unreadable.append(one.on)
        else:
            found += [(one.on, plan)] if plan else []
    return Plans(tuple(found), tuple(unreadable))


def plan_for(client: str, held: Session | None = None) -> Followed | None:
    """The plan that a session follows, which may be held already."""
    return plan_of(held, plans(client).found)


def _plan_of_visit(visit: VisitLine) -> Followed | None:
    return _followed(records_of_session.records().revision(visit.token, visit.revisions).body)
