"""A sign-in ends by itself: per browser, on the server, whatever its cookie says."""

from datetime import UTC, datetime, timedelta

import pytest
import streamlit as st

from records import Records
from records.errors import NotAllowed
from ui.state import clock, sign_in

MORNING = datetime(2026, 11, 27, 9, tzinfo=UTC)


class Browsers:
    """Two browsers of one therapist, each signed in at a time of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.signed_in_at = MORNING, MORNING
        monkeypatch.setattr(clock, "now", lambda: self.now)
        monkeypatch.setattr(st, "session_state", {})
        monkeypatch.setattr(sign_in, "_this", lambda: str(self.signed_in_at.timestamp()))
        monkeypatch.setattr(sign_in, "_signed_in_at", lambda: self.signed_in_at)

    def at(self, minutes: int, signed_in: datetime = MORNING) -> None:
        self.now, self.signed_in_at = MORNING + timedelta(minutes=minutes), signed_in


@pytest.fixture
def browsers(monkeypatch: pytest.MonkeyPatch) -> Browsers:
    return Browsers(monkeypatch)


def test_work_in_one_browser_does_not_keep_another_signed_in(
    browsers: Browsers, records: Records
) -> None:
    at_home = MORNING + timedelta(minutes=5)
    sign_in.note_use(records)
    for minute in range(5, 61, 5):
        browsers.at(minute, at_home)
        sign_in.note_use(records)
    assert not sign_in.is_over(records)
    browsers.at(60)
    assert sign_in.is_over(records)
    with pytest.raises(NotAllowed, match="sign in again"):
        sign_in.require(records)


def test_one_that_was_ended_stays_so_though_a_tab_of_it_goes_on(
    browsers: Browsers, records: Records
) -> None:
    sign_in.note_use(records)
    sign_in.end(records)
    browsers.at(2)
    sign_in.note_use(records)
    assert sign_in.is_over(records)
    browsers.at(2, MORNING + timedelta(minutes=2))
    assert not sign_in.is_over(records)


def test_a_cookie_of_a_sign_in_that_nobody_knows_any_more_opens_nothing(
    browsers: Browsers, records: Records
) -> None:
    browsers.at(60 * 24 * 40)
    sign_in.note_use(records)
    browsers.at(60 * 24 * 40 + 20)
    assert sign_in.is_over(records)


def test_uses_are_written_down_now_and_then_and_are_no_lines_of_the_trail(
    browsers: Browsers, records: Records
) -> None:
    for seconds in range(120):
        browsers.now = MORNING + timedelta(seconds=seconds)
        sign_in.note_use(records)
    assert records.setting(sign_in.SIGN_INS).revision == 2
    assert not records.trail()
