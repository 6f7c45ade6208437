"""What the server knows of a sign-in: when it was last used, and whether it has ended.

A browser keeps its cookie for weeks, and a copy of it says the same: here the server's word counts,
for each sign-in by itself, whichever server it reaches.
"""

import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import streamlit as st
from pydantic import BaseModel, ConfigDict, TypeAdapter

from planner.words import say
from records import Conflict, Records
from records.errors import NotAllowed
from ui.state import clock

IDLE_MINUTES = "PAIN_PLAN_IDLE_MINUTES"
USUAL_IDLE_MINUTES = 15.0
A_DAY = 24 * 60
USED = "used-at"  # of this tab
SIGN_INS = "sign-ins"
KEPT = timedelta(days=31)  # a day longer than the cookie lives
OFTEN = timedelta(minutes=1)  # how often a use is written down, where the idle time is long
TRIES = 5  # another tab may write at the same moment
ENDED = say("has ended: sign in again. What you said just now is not kept")


class _Use(BaseModel):
    """The last use of one sign-in, and whether it was ended."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    used: datetime
    ended: bool = False


_Uses = TypeAdapter(dict[str, _Use])


def idle() -> timedelta:
    """How long the app may lie unused; 15 minutes unless a readable number says otherwise."""
    try:
        minutes = float(os.environ.get(IDLE_MINUTES, USUAL_IDLE_MINUTES))
    except ValueError:
        minutes = USUAL_IDLE_MINUTES
    return timedelta(minutes=minutes if 0 < minutes < A_DAY else USUAL_IDLE_MINUTES)


def is_over(own: Records) -> bool:
    """Whether this sign-in was ended anywhere, or has lain unused for too long."""
    known = _known(own).get(_this())
    used = [known.used if known else _signed_in_at()]
    if USED in st.session_state:
        used.append(st.session_state[USED])
    return (known is not None and known.ended) or clock.now() - max(used) > idle()


def require(own: Records) -> None:
    """Raise NotAllowed where this sign-in is over: nothing is read or written for it any more."""
    if is_over(own):
        raise NotAllowed("sign-in", ENDED)


def is_over_elsewhere(own: Records, user: Mapping[str, Any]) -> bool:
    """The same of any sign-in, outside its page: a use is written down only now and then."""
    known = _known(own).get(str(user.get("iat") or ""))
    return known is None or known.ended or clock.now() - known.used > idle() + OFTEN


def owner_of(user: Mapping[str, Any]) -> str:
    """The owner of a person's records: the provider and its name for the person."""
    return f"{user.get('sub')} at {user.get('iss')}"


def note_use(own: Records) -> None:
    """Write down that this sign-in is being used, now and then."""
    known = _known(own).get(_this())
    if known is None or clock.now() - known.used > min(OFTEN, idle() / 4):
        _write(own, _Use(used=clock.now(), ended=known is not None and known.ended))


def end(own: Records) -> None:
    """End this sign-in in every tab, and for every copy of its cookie."""
    _write(own, _Use(used=clock.now(), ended=True))


def _this() -> str:
    """What tells this sign-in from another of the same person: the second it was given."""
    return str(st.user.get("iat") or "")


def _signed_in_at() -> datetime:
    return datetime.fromtimestamp(float(str(st.user.get("iat") or 0)), UTC)


def _known(own: Records) -> Mapping[str, _Use]:
    return _read(own.setting(SIGN_INS).body)


def _read(body: str) -> dict[str, _Use]:
    return _Uses.validate_json(body) if body else {}


def _write(own: Records, use: _Use) -> None:
    """Beside the others that still count; one that was ended stays so."""
    for _ in range(TRIES):
        there = own.setting(SIGN_INS)
        known = {one: of for one, of in _read(there.body).items() if clock.now() - of.used < KEPT}
        before = known.get(_this())
        kept = use.model_copy(update={"ended": use.ended or bool(before and before.ended)})
        body = _Uses.dump_json({**known, _this(): kept}).decode()
        try:
            own.put_setting(SIGN_INS, there.revision, body, noted=False)
        except Conflict:
            continue
        return
