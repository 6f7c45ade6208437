"""Whether, and with whom, this server lets people sign in: the `[auth]` part of its secrets."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

NAMED_BY_PROVIDER = "server_metadata_url"
RETURN = "redirect_uri"


def providers() -> tuple[str, ...] | None:
    """The names of the sign-in providers, "" for the only one; None when sign-in is not set up."""
    auth = _auth()
    if not auth:
        return None
    named = tuple(name for name, value in auth.items() if isinstance(value, Mapping))
    return ("",) if NAMED_BY_PROVIDER in auth else named


def origin() -> str:
    """The origin that people sign in from, as the provider knows it; empty where none is named."""
    parts = urlsplit(str(_auth().get(RETURN, "")))
    return f"{parts.scheme}://{parts.netloc}".lower() if parts.netloc else ""


def _auth() -> Mapping[str, Any]:
    try:
        return st.secrets.get("auth") or {}
    except StreamlitSecretNotFoundError:
        return {}
