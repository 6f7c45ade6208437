"""Which page asks: one of this app, or one of another origin, be it another port of this machine.

A browser says so itself, in two headers that no page can forge. A program that is no browser says
nothing, and is asked for its account or its sign-in like anybody else.
"""

from starlette.requests import HTTPConnection
from streamlit import config

from ui.shell import sign_in_set_up

THIS_MACHINE = ("localhost", "127.0.0.1", "::1", "[::1]")
OWN_SITES = ("same-origin", "none")  # none: typed, or opened from a bookmark
SECURE = {"ws": "http", "wss": "https"}


def is_foreign(asked: HTTPConnection) -> bool:
    """Whether a page of another origin asks; to be opened by a link of one is no asking."""
    origin = asked.headers.get("origin")
    if origin is not None:
        return origin.lower() not in (_own(asked), *_named())
    site = asked.headers.get("sec-fetch-site", "none")
    return site not in OWN_SITES and not _is_opened(asked)


def is_at_this_machine(asked: HTTPConnection) -> bool:
    """Whether only this machine reaches the server, and it was asked for under such a name."""
    return config.get_option("server.address") in THIS_MACHINE and _name(asked) in THIS_MACHINE


def _own(asked: HTTPConnection) -> str:
    """The origin of the pages that this very server gives out, as the browser sees them."""
    scheme = asked.headers.get("x-forwarded-proto", asked.scope["scheme"]).lower()
    return f"{SECURE.get(scheme, scheme)}://{asked.headers.get('host', '').lower()}"


def _named() -> tuple[str, ...]:
    """Origins that somebody wrote into the configuration."""
    listed = (one.strip().lower() for one in config.get_option("server.corsAllowedOrigins"))
    return tuple(one for one in (*listed, sign_in_set_up.origin()) if one)


def _is_opened(asked: HTTPConnection) -> bool:
    """Whether it becomes a page of its own, which whoever sent the browser here cannot read."""
    how = (asked.headers.get("sec-fetch-mode"), asked.headers.get("sec-fetch-dest"))
    return asked.scope.get("method") == "GET" and how == ("navigate", "document")


def _name(asked: HTTPConnection) -> str:
    host = asked.headers.get("host", THIS_MACHINE[0]).lower()
    return host if host.endswith("]") else host.rsplit(":", 1)[0]
