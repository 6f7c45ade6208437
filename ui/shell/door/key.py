"""The key in the address, for a browser that the operating system cannot show to be one's own.

It is new at every start and told only when somebody was turned away for want of it: on the
terminal, and in a file of the data folder that nobody else can read.
"""

import secrets
import sys
from contextlib import suppress
from functools import cache

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from streamlit import config

from planner.model.errors import FileError
from planner.system.writing import leave
from records.settings import data_folder
from ui.state.language import tell

PARAMETER = "key"

_KEY = secrets.token_urlsafe(32)


def fits(asked: HTTPConnection) -> bool:
    """Whether the browser holds the key."""
    return _is_key(asked.cookies.get(_cookie(asked), ""))


def is_in_address(asked: HTTPConnection) -> bool:
    """Whether the key stands in the address."""
    return _is_key(asked.query_params.get(PARAMETER, ""))


def exchange(asked: HTTPConnection) -> RedirectResponse:
    """The key out of the address and into a cookie that no script reads."""
    clean = asked.url.remove_query_params(PARAMETER)
    path = f"/{clean.path.lstrip('/')}"  # two strokes would name another server
    answer = RedirectResponse(f"{path}?{clean.query}" if clean.query else path, 303)
    answer.set_cookie(_cookie(asked), _KEY, httponly=True, samesite="strict",
                      secure=asked.url.scheme == "https")  # fmt: skip
    return answer


def tell_owner(asked: HTTPConnection) -> None:
    """Say the whole address where only the owner of this server reads it, once."""
    _tell(str(asked.scope["server"][1]), _address(asked))


def _is_key(said: str) -> bool:
    return secrets.compare_digest(said.encode(), _KEY.encode())


def _cookie(asked: HTTPConnection) -> str:
    """One for each server: cookies do not keep ports apart."""
    return f"pain_plan_key_{asked.scope['server'][1]}"


def _address(asked: HTTPConnection) -> str:
    """Where this server listens; never the Host that was asked for, which may be another's port."""
    scheme = "https" if asked.scope["scheme"] in ("https", "wss") else "http"
    host = str(config.get_option("server.address"))
    base = str(config.get_option("server.baseUrlPath")).strip("/")
    end = f"{f'[{host}]' if ':' in host else host}:{asked.scope['server'][1]}"
    return f"{scheme}://{end}{f'/{base}/' if base else '/'}?{PARAMETER}={_KEY}"


@cache
def _tell(port: str, address: str) -> None:
    words = tell("If you cannot open the app in your own browser, use this address")
    sys.stdout.write(f"\n  {words}:\n  {address}\n\n")
    sys.stdout.flush()
    with suppress(OSError, FileError):  # the terminal has it
        folder = data_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        leave(folder / f"address-{port}.txt", f"{address}\n".encode())
