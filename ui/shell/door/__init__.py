"""Who may ask this server anything: one door before everything that it answers."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.shell.door import key
from ui.shell.door.rules import BROKEN, OTHER_ACCOUNT, holds_nothing, why_refused
from ui.state.language import tell

CODE = 1008  # a websocket is closed by policy
KEPT_NOWHERE = "no-store"

_log = logging.getLogger(__name__)


class Door:
    """Lets pass who may ask; anybody else reads one sentence, and whatever fails here refuses."""

    def __init__(self, app: ASGIApp) -> None:
        """Before the app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse, or take the key out of the address."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        answer = await run_in_threadpool(_answer, asked)  # what is looked up may take a moment
        if answer is None:
            await self._app(scope, receive, _kept_nowhere(asked, send))
        elif scope["type"] == "http":
            await answer(scope, receive, send)
        else:  # before it is opened: the browser sees 403, and could show no words
            await send({"type": "websocket.close", "code": CODE})


def _answer(asked: HTTPConnection) -> Response | None:
    """What is answered in the place of the app; None where the app may answer."""
    try:
        why = why_refused(asked)
        if why in (None, OTHER_ACCOUNT) and key.is_in_address(asked):
            return key.exchange(asked)
        if why is None:
            return None
        if why is OTHER_ACCOUNT:
            key.tell_owner(asked)
        return _refusal(tell(why))
    except Exception as error:
        _log.error("The door failed and let nobody in: %s", type(error).__name__)
        return _refusal(BROKEN)


def _refusal(words: str) -> Response:
    return PlainTextResponse(words, 403, {"Cache-Control": KEPT_NOWHERE})


def _kept_nowhere(asked: HTTPConnection, send: Send) -> Send:
    """No browser and no proxy keeps what may hold something of a client."""
    if asked.scope["type"] != "http" or holds_nothing(asked):
        return send

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message)["Cache-Control"] = KEPT_NOWHERE
        await send(message)

    return sent
