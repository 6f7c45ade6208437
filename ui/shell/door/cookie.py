"""The cookie of a sign-in, read outside a page: for what a page links to."""

import json
from typing import Any

from starlette.requests import HTTPConnection
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import AUTH_COOKIE_NAME, get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from ui.state import records_of_session, sign_in


def is_signed_in(asked: HTTPConnection) -> bool:
    """Whether the browser holds the cookie of a sign-in of this server that is not over."""
    user = _user(asked)
    if user.get("is_logged_in") is not True:
        return False
    own = records_of_session.store().of(sign_in.owner_of(user))
    return not sign_in.is_over_elsewhere(own, user)


def _user(asked: HTTPConnection) -> dict[str, Any]:
    """Who the cookie says it is of; nobody without one that this server signed."""
    signed = get_cookie_with_chunks(lambda name: _one(asked, name), AUTH_COOKIE_NAME)
    said: dict[str, Any] = json.loads(signed) if signed else {}
    return said


def _one(asked: HTTPConnection, name: str) -> bytes | None:
    value = asked.cookies.get(name, "")
    return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1"))
