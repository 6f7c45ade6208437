"""The real server's door: who is refused reads nothing and writes nothing, whatever is asked."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from records import Records, Settings, open_store
from tests.browser.conftest import PATIENCE, ROOT, free_port, newest, serve, start
from tests.browser.shell.another_account import ask
from tests.browser.shell.test_keeping import begin
from ui.shell.door import rules

SECRET = "Secret Knee"
NOBODY = 65534
STREAM, HEALTH = "/_stcore/stream", "/_stcore/health"
EVERYTHING = (
    ("GET", "/"),
    ("GET", "/clients"),
    ("GET", STREAM),
    ("GET", "/_stcore/metrics"),
    ("GET", "/_stcore/host-config"),
    ("GET", "/media/unknown.pdf"),
    ("GET", "/component/unknown/index.html"),
    ("GET", "/_stcore/bidi-components/unknown/index.js"),
    ("GET", "/pictures/light/unknown"),
    ("GET", "/auth/login"),
    ("GET", "/oauth2callback"),
    ("PUT", "/_stcore/upload_file/unknown/unknown"),
    ("DELETE", "/_stcore/upload_file/unknown/unknown"),
    ("POST", "/_stcore/agent/mcp"),
    ("HEAD", "/"),
    ("OPTIONS", "/"),
)
Ask = tuple[str, str, dict[str, str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the account that runs the server."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def at(home: Path) -> Iterator[str]:
    """The app without sign-in, on this machine only."""
    kept = {"PAIN_PLAN_DATABASE": f"sqlite:///{home}/records.db", "XDG_DATA_HOME": str(home)}
    yield from serve(ROOT / "app.py", environment=kept)


@pytest.fixture(scope="module")
def kept(at: str, home: Path) -> Iterator[Records]:
    """What the server keeps."""
    store = open_store(Settings.at(home / "records.db"))
    yield store.of("local")
    store.close()


@pytest.fixture(scope="module")
def visit(browser: Browser, at: str) -> Iterator[list[Ask]]:
    """A visit that stands open in the therapist's browser; everything that the browser asked."""
    page = browser.new_page()
    heard: set[str] = set()
    page.on("request", lambda one: heard.add(one.url))
    begin(page, at, SECRET)
    asked = {urlsplit(one)._replace(scheme="", netloc="").geturl() for one in (*heard, page.url)}
    assert any("?visit=" in one for one in asked)
    yield [
        *((method, path, {}) for method, path in EVERYTHING),
        *(("GET", path, {}) for path in sorted(asked) if path != HEALTH),
    ]
    page.close()


def port_of(address: str) -> int:
    return int(address.rsplit(":", 1)[1])


def by_nobody(port: int, asked: list[Ask]) -> list[tuple[int, str]]:
    """What the server answers another account of this machine."""
    ran = subprocess.run(
        [sys.executable, Path(__file__).parent / "another_account.py"],
        input=json.dumps({"account": NOBODY, "port": port, "asked": asked}),
        capture_output=True,
        text=True,
        check=True,
    )
    return [(status, words) for status, words in json.loads(ran.stdout)]


@pytest.mark.slow  # its rules: ui/shell/test_door.py
@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="only root on Linux can ask as another account",
)
def test_another_account_of_the_machine(at: str, visit: list[Ask], kept: Records) -> None:
    before = newest(kept)
    with closing(socket.create_connection(("127.0.0.1", port_of(at)))) as own:
        pretended = f"127.0.0.1:{own.getsockname()[1]}"
        as_if = [(*one[:2], {"X-Forwarded-For": pretended}) for one in visit]
        own_page = [(*one[:2], {"Origin": at.replace("127.0.0.1", "localhost")}) for one in visit]
        answers = by_nobody(port_of(at), [*visit, *as_if, *own_page])
        assert {status for status, _ in answers} == {403}
        assert not any(SECRET in words for _, words in answers)
    assert by_nobody(port_of(at), [("GET", HEALTH, {})]) == [(200, "ok")]
    assert newest(kept) == before


@pytest.mark.parametrize(
    "origin",
    [
        "http://localhost:9999",
        "http://127.0.0.1:1",
        "https://localhost",
        "null",
        "http://a.example",
    ],
)
def test_a_page_of_another_origin(at: str, visit: list[Ask], kept: Records, origin: str) -> None:
    before = newest(kept)
    for method, path, _ in visit:
        status, words = ask(port_of(at), method, path, {"Origin": origin})
        assert (status, SECRET in words) == (403, False), path
    assert newest(kept) == before


def test_a_name_that_leads_to_this_machine_and_is_not_its_own(at: str, visit: list[Ask]) -> None:
    for method, path, _ in visit:
        assert ask(port_of(at), method, path, {"Host": "a.example"})[0] == 403, path


def test_the_therapist_s_own_programs(at: str) -> None:
    """They could read the file as well."""
    for path, status in (("/", 200), (STREAM, 101), (HEALTH, 200), ("/_stcore/metrics", 403)):
        assert ask(port_of(at), "GET", path, {})[0] == status


class Another(BaseHTTPRequestHandler):
    """A page of somebody else's on this machine."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<link rel=icon href=data:,><p>Another")

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def other_port(browser: Browser) -> Iterator[Page]:
    """The therapist's browser on a page that another port of this machine gives out."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Another)
    Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://localhost:{server.server_port}/")
    yield page
    page.close()
    server.shutdown()
    server.server_close()


def test_a_page_of_another_port_in_the_therapist_s_own_browser(other_port: Page, at: str) -> None:
    here = at.replace("127.0.0.1", "localhost")
    assert other_port.evaluate(OPEN_STREAM, f"{here.replace('http', 'ws')}{STREAM}") == "refused"
    assert other_port.evaluate(SHOW_PICTURE, f"{here}/favicon.png") == "refused"
    other_port.evaluate(FRAME, here)
    expect(other_port.frame_locator("iframe").locator("body")).to_contain_text(rules.OTHER_PAGE)
    other_port.goto(here)  # a link of that page opens the app in its own place
    expect(other_port.get_by_role("heading", name="Consultation")).to_be_attached(timeout=PATIENCE)


OPEN_STREAM = """address => new Promise(said => {
    const socket = new WebSocket(address)
    socket.onopen = () => said("open")
    socket.onerror = () => said("refused")
})"""
SHOW_PICTURE = """address => new Promise(said => {
    const picture = new Image()
    picture.onload = () => said("shown")
    picture.onerror = () => said("refused")
    picture.src = address
})"""
FRAME = """address => {
    const frame = document.createElement("iframe")
    frame.src = address
    document.body.append(frame)
}"""


@pytest.fixture
def open_to_everybody() -> Iterator[str]:
    """A server that other machines reach, without sign-in."""
    port = free_port()
    seen_as = ("--server.address=0.0.0.0", "--browser.serverAddress=127.0.0.1")
    server = start(ROOT / "app.py", ROOT, {}, port, *seen_as)
    yield f"http://127.0.0.1:{port}"
    server.kill()
    server.wait()


def test_another_address_than_this_machine_is_refused_without_sign_in(
    open_to_everybody: str, browser: Browser
) -> None:
    page: Page = browser.new_page()
    page.goto(open_to_everybody)
    expect(page.get_by_text("nobody has to sign in")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("What hurts")).to_have_count(0)
    for method, path in EVERYTHING:
        assert ask(port_of(open_to_everybody), method, path, {})[0] == 403, path
    page.close()
