"""The cookie of a sign-in, which Streamlit signs: changed, under another name, kept too long."""

import time

import pytest
from streamlit.web.server.starlette.starlette_app_utils import (
    create_signed_value,
    decode_signed_value,
)

NAME, SECRET, SAID = "_streamlit_user", "a long random text", b'{"sub": "anna"}'


@pytest.fixture
def signed() -> bytes:
    return create_signed_value(SECRET, NAME, SAID)


def test_a_cookie_says_what_was_signed(signed: bytes):
    assert decode_signed_value(SECRET, NAME, signed) == SAID


def test_a_changed_cookie_says_nothing(signed: bytes):
    content, dot, signature = signed.rpartition(b".")
    for place in range(len(content)):
        other = b"B" if content[place : place + 1] == b"A" else b"A"
        changed = content[:place] + other + content[place + 1 :] + dot + signature
        assert decode_signed_value(SECRET, NAME, changed) is None, place


def test_a_cookie_without_its_signature_or_by_another_key_or_name_says_nothing(signed: bytes):
    content, _, _ = signed.rpartition(b".")
    assert decode_signed_value(SECRET, NAME, content) is None
    assert decode_signed_value(SECRET, NAME, SAID) is None
    assert decode_signed_value("another text", NAME, signed) is None
    assert decode_signed_value(SECRET, "_streamlit_other", signed) is None


def test_a_cookie_kept_too_long_says_nothing(signed: bytes, monkeypatch: pytest.MonkeyPatch):
    later = time.time() + 40 * 24 * 60 * 60
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: later)
    assert decode_signed_value(SECRET, NAME, signed) is None
