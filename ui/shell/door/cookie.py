"""The cookie of a sign-in, read outside a page: for what a page links to."""

import json
from typing import Any

from starlette.requests import HTTPConnection
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import AUTH_COOKIE_NAME, get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value


def is_signed_in(asked: HTTPConnection) -> bool:
    """Whether the browser holds the cookie of a sign-in that this server signed."""
    signed = get_cookie_with_chunks(lambda name: _one(asked, name), AUTH_COOKIE_NAME)
    said: Any = json.loads(signed) if signed else {}
    return isinstance(said, dict) and said.get("is_logged_in") is True


def _one(asked: HTTPConnection, name: str) -> bytes | None:
    value = asked.cookies.get(name, "")
    return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1"))
