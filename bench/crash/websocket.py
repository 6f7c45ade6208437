"""A tab that speaks the app's own websocket."""

import re
import ssl
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPSHandler, build_opener

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException

from bench.pages.sessions import SPOKEN, Session, begin

BEGUN_WITH = 6
AVERAGE = "severity/average"
XSRF = "_streamlit_xsrf"
GONE = (OSError, WebSocketException, KeyError)


@dataclass(frozen=True)
class Resumed:
    """A visit that was loaded anew: seconds until it was drawn, and until its last answer was."""

    drawn: float
    answered: float
    shown: int | None


class _Asking(Session):
    """A session that hears where it is sent to sign in."""

    sign_in_at = ""

    def _keep(self, message: ForwardMsg) -> None:
        super()._keep(message)
        if message.WhichOneof("type") == "auth_redirect":
            self.sign_in_at = message.auth_redirect.url


def _trusting(certificate: Path) -> ssl.SSLContext:
    """TLS 1.2, which the proxy speaks too: after a handshake of TLS 1.3 the server sends tickets.

    websockets reads them in one thread while another asks for the line: in one of sixty, measured
    against a server of its own behind the same proxy, no answer ever came.
    """
    made = ssl.create_default_context(cafile=str(certificate))
    made.maximum_version = ssl.TLSVersion.TLSv1_2
    return made


class WebsocketTab:
    """A browser's tab as the servers know it; `certificate` where they are behind a proxy."""

    def __init__(self, address: str, certificate: Path | None) -> None:
        self.address = address
        self.token = ""
        self.cookies = CookieJar()
        self.trusted = certificate and _trusting(certificate)
        self.web = build_opener(
            HTTPCookieProcessor(self.cookies), HTTPSHandler(context=self.trusted or None)
        )
        if certificate:
            self._sign_in()
        self.session = self.dial("")

    def _sign_in(self) -> None:
        self.web.open(f"{self.address}/_stcore/health").read()
        asking = self.dial("")
        asking.run(id=asking.widget("sign-in-"), trigger_value=True)
        form = self.web.open(self.address + asking.sign_in_at)
        self.web.open(form.url, urlencode({"sub": "anna"}).encode()).read()

    def dial(self, query: str, address: str = "", **more: Any) -> _Asking:
        """A line to the servers; `address`: as the browser knows it, where it is another."""
        address = address or self.address
        if not self.trusted:
            return _Asking(address, query)
        said = {one.name: one.value for one in self.cookies}
        session = _Asking(
            address,
            query,
            ssl=self.trusted,
            subprotocols=[SPOKEN, said[XSRF]],
            additional_headers={"Cookie": "; ".join(f"{name}={said[name]}" for name in said)},
            **more,
        )
        self._note_place(session)
        return session

    def _note_place(self, session: _Asking) -> None:
        """What the answer to the handshake says of cookies, as a browser takes it in."""
        response: Any = session.line.response
        for said in response.headers.get_all("Set-Cookie"):
            found = re.match(r"place=(\w+)", said)
            for one in self.cookies:
                if found and one.name == "place":
                    one.value = found[1]

    def begin(self) -> int:
        """A visit of one's own, kept on disk; its first score."""
        begin(self.session)
        self.average = self.session.widget(AVERAGE)
        return BEGUN_WITH

    def answer(self, score: int) -> None:
        """Give a score; returns once it is acknowledged, and raises one of GONE otherwise."""
        self.session.run(id=self.average, string_array_value=[str(score)])

    def reload(self, token: str) -> Resumed:
        """Open the address anew: it names the visit, and the step of the last answer."""
        began = perf_counter()
        self.session = self.dial(f"visit={token}&step=2")
        self.average = self.session.widget(AVERAGE)
        answered = perf_counter() - began
        chosen = self.session.widgets[self.average]
        shown = chosen.raw_values or [chosen.options[place].content for place in chosen.default]
        return Resumed(answered, answered, int(shown[0]) if shown else None)

    def close(self) -> None:
        """Hang up."""
        self.session.line.close()
