"""Who may ask the server anything, looked at one question at a time."""

import json
import os
import socket
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message
from streamlit.web.server.server_util import AUTH_COOKIE_NAME
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from records import Records
from tests.ui.shell import own_loop
from ui.shell import sign_in_set_up
from ui.shell.door import Door, account, cookie, key, linux_sockets, origins, process_sockets, rules
from ui.state import clock, records_of_session, sign_in

SERVER = ("127.0.0.1", 8501)
THERAPIST, SOMEBODY_ELSE = 1000, 65534
RECORDED = Path(__file__).parent / "proc_net"
NINE = datetime(2026, 11, 27, 9, tzinfo=UTC)
ANNA = {"is_logged_in": True, "sub": "anna", "iss": "clinic", "iat": int(NINE.timestamp())}
HEADERS = {"host": "localhost:8501"}
LITTLE_ENDIAN = pytest.mark.skipif(sys.byteorder == "big", reason="rows of another kind of machine")


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one machine's kernel said."""
    monkeypatch.setattr(linux_sockets, "TABLES", {4: RECORDED / "tcp", 6: RECORDED / "tcp6"})


@LITTLE_ENDIAN
@pytest.mark.parametrize(
    ("client", "server", "owner"),
    [
        (("127.0.0.1", 50000), SERVER, THERAPIST),
        (("127.0.0.1", 50001), SERVER, SOMEBODY_ELSE),
        (("127.0.0.1", 50002), SERVER, None),  # its other end is another server
        (("127.0.0.1", 50003), SERVER, None),  # gone: a closed socket is written as root's
        (("127.0.0.1", 50004), SERVER, None),  # gone, though its owner is still written
        (("127.0.0.1", 1), SERVER, None),
        (("::1", 50005), ("::1", 8501), THERAPIST),
        (("::1", 50007), ("::1", 8501), SOMEBODY_ELSE),
        (("127.0.0.1", 50006), SERVER, THERAPIST),  # IPv4 through an IPv6 socket
        (("::ffff:127.0.0.1", 50006), ("::ffff:127.0.0.1", 8501), THERAPIST),
        (("::ffff:127.0.0.1", 50000), ("::ffff:127.0.0.1", 8501), THERAPIST),
        (("::1", 50000), ("::1", 8501), None),
    ],
)
@pytest.mark.usefixtures("rows")
def test_the_kernel_says_whose_socket_it_is(
    client: linux_sockets.End, server: linux_sockets.End, owner: int | None
) -> None:
    assert linux_sockets.owner(client, server) == owner


@pytest.fixture(params=["127.0.0.1", "::1"])
def connection(request: pytest.FixtureRequest) -> Iterator[tuple[Any, Any]]:
    """A real connection of this very account: its two ends."""
    family = socket.AF_INET6 if ":" in request.param else socket.AF_INET
    with (
        closing(socket.create_server((request.param, 0), family=family)) as server,
        closing(socket.create_connection(server.getsockname()[:2])) as client,
    ):
        yield client.getsockname()[:2], server.getsockname()[:2]


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_ones_own_connection_is_ones_own(
    system: str, connection: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, server = connection
    monkeypatch.setattr(account.sys, "platform", system)
    few = [process_sockets.psutil.Process(pid) for pid in (1, os.getppid(), os.getpid())]
    monkeypatch.setattr(process_sockets.psutil, "process_iter", lambda: few)
    assert account.is_own(asking(client=client, server=server))
    assert not account.is_own(asking(client=(client[0], 1), server=server))
    monkeypatch.setattr(os, "geteuid", lambda: SOMEBODY_ELSE)
    monkeypatch.setattr(process_sockets.psutil.Process, "username", lambda one: f"{one.pid}")
    monkeypatch.setattr(process_sockets, "_this_account", lambda: "somebody else")
    assert not account.is_own(asking(client=client, server=server))


def test_where_the_system_does_not_tell_nobody_is_shown_to_be_ones_own(
    connection: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    client, server = connection
    monkeypatch.setattr(linux_sockets, "TABLES", dict.fromkeys((4, 6), tmp_path / "none"))
    assert not account.is_own(asking(client=client, server=server))


def test_a_process_that_may_not_be_looked_at_is_nobody_s(
    connection: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(process: Any, kind: str) -> None:
        raise process_sockets.psutil.AccessDenied(process.pid)

    monkeypatch.setattr(account.sys, "platform", "darwin")
    monkeypatch.setattr(process_sockets.psutil.Process, "net_connections", refuse)
    assert not account.is_own(asking(client=connection[0], server=connection[1]))


@pytest.mark.parametrize("ends", [{"client": None}, {"server": None}, {"server": ("/sock", None)}])
def test_a_connection_without_ends_is_nobodys(ends: dict[str, Any]) -> None:
    assert not account.is_own(asking(**ends))


def asking(path: str = "/", headers: dict[str, str] | None = None, **scope: Any) -> HTTPConnection:
    """A question to a server of one's own."""
    said = {**HEADERS, **(headers or {})}
    return HTTPConnection(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "query_string": b"",
            "headers": [(name.encode(), value.encode()) for name, value in said.items()],
            "client": ("127.0.0.1", 50000),
            "server": SERVER,
            **scope,
        }
    )


class TestPages:
    """What a browser says of the page that asks."""

    @pytest.mark.parametrize("scheme", ["http", "ws"])
    def test_the_app_itself(self, scheme: str) -> None:
        assert not origins.is_foreign(
            asking(headers={"origin": "http://localhost:8501"}, scheme=scheme)
        )

    @pytest.mark.parametrize(
        "origin",
        [
            "http://localhost:9999",
            "http://127.0.0.1:1",
            "http://127.0.0.1:8501",
            "http://localhost",
            "https://localhost",
            "https://localhost:8501",
            "http://localhost:8501.evil.example",
            "http://evil.example",
            "null",
            "",
        ],
    )
    def test_another_origin(self, origin: str) -> None:
        assert origins.is_foreign(asking(headers={"origin": origin}))

    @pytest.mark.parametrize(
        ("site", "mode", "destination", "is_foreign"),
        [
            ("same-origin", "no-cors", "image", False),
            ("none", "navigate", "document", False),
            ("cross-site", "navigate", "document", False),  # a link, or back from the sign-in
            ("same-site", "navigate", "document", False),
            ("same-site", "navigate", "iframe", True),
            ("cross-site", "navigate", "iframe", True),
            ("same-site", "no-cors", "image", True),  # another port of this machine
            ("cross-site", "no-cors", "script", True),
            ("cross-site", "cors", "empty", True),
        ],
    )
    def test_what_names_no_origin(
        self, site: str, mode: str, destination: str, is_foreign: bool
    ) -> None:
        headers = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": destination}
        assert origins.is_foreign(asking(headers=headers)) == is_foreign

    def test_a_form_of_another_page_may_not_be_sent_here(self) -> None:
        headers = {
            "sec-fetch-site": "cross-site",
            "sec-fetch-mode": "navigate",
            "sec-fetch-dest": "document",
        }
        assert origins.is_foreign(asking(headers=headers, method="POST"))

    def test_a_program_that_is_no_browser_says_nothing(self) -> None:
        assert not origins.is_foreign(asking())

    def test_behind_a_proxy_it_is_the_origin_that_the_browser_sees(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sign_in_set_up, "origin", lambda: "https://plans.example")
        inside = {"origin": "https://plans.example", "host": "app1:8501"}
        assert not origins.is_foreign(asking(headers=inside))
        passed_on = {
            "origin": "https://other.example",
            "host": "other.example",
            "x-forwarded-proto": "https",
        }
        assert not origins.is_foreign(asking(headers=passed_on))
        assert origins.is_foreign(asking(headers=inside | {"origin": "https://evil.example"}))


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server without sign-in, for this machine, asked by the account that runs it."""
    monkeypatch.setattr(sign_in_set_up, "providers", lambda: None)
    monkeypatch.setattr(account, "is_own", lambda _: True)
    serve_at(monkeypatch, "localhost")


def serve_at(monkeypatch: pytest.MonkeyPatch, address: str, base: str = "") -> None:
    options = {
        "server.address": address,
        "server.baseUrlPath": base,
        "server.corsAllowedOrigins": [],
    }
    for module in (origins, rules, key):
        monkeypatch.setattr(module.config, "get_option", options.__getitem__)


@pytest.mark.usefixtures("alone")
class TestWithoutSignIn:
    """The account that runs the server, or whoever has the key, and nobody else."""

    @pytest.mark.parametrize("host", ["localhost:8501", "LOCALHOST", "127.0.0.1:1", "[::1]:8501"])
    def test_ones_own_browser(self, host: str) -> None:
        assert rules.why_refused(asking(headers={"host": host})) is None

    @pytest.mark.parametrize(
        "host", ["evil.example", "evil.example:8501", "localhost.evil.example", "192.168.1.4:8501"]
    )
    def test_a_name_that_is_not_this_machines(self, host: str) -> None:
        assert rules.why_refused(asking(headers={"host": host})) is rules.NOT_SERVED

    @pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.4", "", None])
    def test_an_address_that_others_reach(
        self, address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        serve_at(monkeypatch, address)
        assert rules.why_refused(asking()) is rules.NOT_SERVED

    @pytest.mark.parametrize("name", ["x-forwarded-for", "x-forwarded-host", "forwarded", "via"])
    def test_a_proxy_cannot_say_whose_connection_it_passes_on(self, name: str) -> None:
        assert rules.why_refused(asking(headers={name: "127.0.0.1:50000"})) is rules.BEHIND_A_PROXY

    def test_another_account(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(account, "is_own", lambda _: False)
        for path in ("/", "/clients", "/media/a.pdf", "/_stcore/stream", "/pictures/light/a"):
            assert rules.why_refused(asking(path)) is rules.OTHER_ACCOUNT

    def test_how_it_is_used_is_told_nobody_and_that_it_lives_anybody(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert rules.why_refused(asking("/_stcore/metrics")) is rules.NOT_TOLD
        monkeypatch.setattr(account, "is_own", lambda _: False)
        assert rules.why_refused(asking("/_stcore/health")) is None

    def test_under_a_base_of_its_own(self, monkeypatch: pytest.MonkeyPatch) -> None:
        serve_at(monkeypatch, "localhost", "/plans/")
        assert rules.why_refused(asking("/plans/_stcore/metrics")) is rules.NOT_TOLD
        assert rules.holds_nothing(asking("/plans/static/js/a.js"))
        assert not rules.holds_nothing(asking("/plans/media/a.pdf"))


class TestWithSignIn:
    """The sign-in is the door; what a page links to needs its cookie."""

    @pytest.fixture(autouse=True)
    def clinic(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sign_in_set_up, "providers", lambda: ("",))
        monkeypatch.setattr(sign_in_set_up, "origin", lambda: "https://plans.example")
        serve_at(monkeypatch, "0.0.0.0")
        monkeypatch.setattr(cookie, "get_cookie_secret", lambda: "of the clinic")

    def test_whoever_comes_through_the_proxy_may_sign_in(self) -> None:
        assert rules.why_refused(asking(headers={"x-forwarded-for": "10.0.0.7"})) is None

    @pytest.fixture
    def anna(self, records: Records, monkeypatch: pytest.MonkeyPatch) -> Records:
        """A therapist who signed in at nine o'clock."""
        monkeypatch.setattr(sign_in, "_this", lambda: f"{ANNA['iat']}")
        monkeypatch.setattr(clock, "now", lambda: NINE)
        own = records_of_session.store().of(sign_in.owner_of(ANNA))
        sign_in.note_use(own)
        return own

    @pytest.mark.parametrize("path", ["/media/a.pdf", "/_stcore/upload_file/a/b"])
    @pytest.mark.parametrize(
        ("said", "secret", "why"),
        [
            ({}, "of the clinic", None),
            ({"is_logged_in": False}, "of the clinic", rules.SIGNED_OUT),
            ({}, "of somebody else", rules.SIGNED_OUT),
            ({"sub": "ben"}, "of the clinic", rules.SIGNED_OUT),  # never came in here
            ({"iat": 1}, "of the clinic", rules.SIGNED_OUT),  # another sign-in of hers, unknown
        ],
    )
    @pytest.mark.usefixtures("anna")
    def test_a_file_of_a_client_needs_a_sign_in_that_this_server_knows(
        self, path: str, said: dict[str, Any], secret: str, why: str | None
    ) -> None:
        assert rules.why_refused(asking(path)) is rules.SIGNED_OUT
        assert rules.why_refused(asking(path, signed(secret, {**ANNA, **said}))) is why

    def test_one_that_was_ended_or_left_alone_opens_no_file_any_more(
        self, anna: Records, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cookie_of_anna = signed("of the clinic", ANNA)
        assert rules.why_refused(asking("/media/a.pdf", cookie_of_anna)) is None
        with monkeypatch.context() as later:
            later.setattr(clock, "now", lambda: NINE + timedelta(minutes=17))
            assert rules.why_refused(asking("/media/a.pdf", cookie_of_anna)) is rules.SIGNED_OUT
        sign_in.end(anna)
        assert rules.why_refused(asking("/media/a.pdf", cookie_of_anna)) is rules.SIGNED_OUT


def signed(secret: str, said: dict[str, Any]) -> dict[str, str]:
    """The cookie of a sign-in."""
    value = create_signed_value(secret, AUTH_COOKIE_NAME, json.dumps(said).encode()).decode()
    return {"cookie": f"{AUTH_COOKIE_NAME}={value}"}


class Answer(NamedTuple):
    """What a browser is sent."""

    status: int
    headers: Headers
    text: str


class Visitor:
    """A browser without a network, that keeps one cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.cookie = ""

    def get(self, path: str, **headers: str) -> Answer:
        scope = asking(path.partition("?")[0], {**headers, "cookie": self.cookie}).scope
        scope["query_string"] = path.partition("?")[2].encode()
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        async def receive() -> Message:
            return {"type": "http.request"}

        own_loop.run(self.app(scope, receive, send))
        answer = Headers(raw=sent[0]["headers"])
        self.cookie = answer.get("set-cookie", self.cookie).partition(";")[0]
        return Answer(sent[0]["status"], answer, b"".join(one["body"] for one in sent[1:]).decode())


@pytest.fixture
def browser(alone: None) -> Visitor:
    """A browser at a server that answers every question with a client's words."""
    kept = {"Cache-Control": "public, max-age=9"}
    return Visitor(Door(PlainTextResponse("Zoë: knee", headers=kept)))


def test_what_may_hold_something_of_a_client_is_kept_nowhere(browser: Visitor) -> None:
    for path, kept in (
        ("/", "no-store"),
        ("/media/a", "no-store"),
        ("/static/a.js", "public, max-age=9"),
    ):
        assert browser.get(path).headers["cache-control"] == kept


def test_a_door_that_fails_is_shut_and_says_so_without_a_traceback(
    browser: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Any) -> bool:
        raise LookupError("Zoë")

    monkeypatch.setattr(account, "is_own", fail)
    answer = browser.get("/clients")
    assert (answer.status, answer.text) == (403, rules.BROKEN)


def test_who_is_turned_away_may_come_with_the_key_that_only_the_owner_reads(
    browser: Visitor,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(account, "is_own", lambda _: False)
    monkeypatch.setattr(key, "data_folder", lambda: tmp_path / "data")
    key._tell.cache_clear()
    for _ in range(2):
        refused = browser.get("/clients", host="localhost:9999")
        assert (refused.status, refused.text) == (403, rules.OTHER_ACCOUNT)
    [kept] = (tmp_path / "data").iterdir()
    address = kept.read_text().strip()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert capsys.readouterr().out.count(address) == 1
    assert "9999" not in address  # what was asked for may be another's port
    assert browser.get("/clients?key=guessed").status == 403
    came = browser.get(f"/clients?visit=a&{address.partition('?')[2]}")
    assert (came.status, came.headers["location"]) == (303, "/clients?visit=a")
    assert {"HttpOnly", "SameSite=strict"} <= set(came.headers["set-cookie"].split("; "))
    assert browser.get("/clients").text == "Zoë: knee"
    assert browser.get("/clients", origin="http://localhost:1").status == 403


def test_a_key_leads_to_no_other_server(browser: Visitor) -> None:
    came = browser.get(f"//evil.example/?{key.PARAMETER}={key._KEY}")
    assert came.headers["location"] == "/evil.example/"
