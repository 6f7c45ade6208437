"""A real Chromium on a real server; skipped with a word where there is none."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Generator, Iterator, Mapping
from functools import cache
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import (
    Browser,
    Download,
    Page,
    TimeoutError,
    ViewportSize,
    expect,
)

from records import Records, Settings, open_store
from tests.browser.forked import Forked
from tests.browser.one_chromium import opened

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CLIENT = ".clients_board .row .open"  # a row of the list of clients
DESK: ViewportSize = {"width": 1280, "height": 900}
STARTS_WITHIN = 60  # seconds
KEPT_WITHIN = 30  # seconds
STANDS = "() => JSON.stringify(document.querySelector('[data-testid=stApp]')?.dataset ?? null)"
AT_ONCE = 10_000  # milliseconds
PATIENCE = 30_000  # milliseconds, for a server that has just started
expect.set_options(timeout=20_000)  # milliseconds; a busy machine is slow, not wrong


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = f"{Path(__file__).parent}{os.sep}"
    for item in items:
        if str(item.path).startswith(here):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failure says what stood on the page, and how it stood; its clients are invented."""
    report = yield
    given = getattr(item, "funcargs", {})
    page = given.get("page") or getattr(given.get("hand"), "page", None)
    if report.failed and call.when == "call" and page is not None and not page.is_closed():
        words = page.locator("body").inner_text(timeout=5_000)
        told = f"{page.url}\n{page.evaluate(STANDS)}, answers: {_answers(page.url)}\n{words}"
        report.sections.append(("the page at that moment", told))
    return report


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; skips, or fails where one is required."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        if os.environ.get("PAIN_PLAN_BROWSER") == "required":
            pytest.fail("no Chromium on this machine, and PAIN_PLAN_BROWSER=required")
        pytest.skip("no Chromium on this machine: the browser tests are skipped")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with opened(chromium, ARGUMENTS) as one:
        yield one


def client_of(records: Records) -> str:
    """The row of the client that was touched last."""
    return f".clients_board .row[data-client='{records.clients().lines[0].id}'] .open"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _answers(address: str) -> bool:
    """Whether the server of an address answers, be it that of a page."""
    try:
        with urllib.request.urlopen(urljoin(address, "/_stcore/health"), timeout=1) as reply:
            return bool(reply.status == 200)
    except (OSError, ValueError):  # no address at all
        return False


@cache
def own_records() -> str:
    """Records for a server of a test or a benchmark, never those of whoever runs it."""
    return f"sqlite:///{tempfile.mkdtemp()}/records.db"


Server = subprocess.Popen[bytes] | Forked
Run = Callable[[list[str], Path, Mapping[str, str]], Server]


def from_nothing(
    command: list[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """A server as whoever uses it starts one: for what is measured, and for what is about keys."""
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )


def start(
    script: Path,
    folder: Path,
    environment: Mapping[str, str],
    port: int,
    *options: str,
    run: Run = from_nothing,
) -> Server:
    """A Streamlit server for a script; it takes its settings from the folder."""
    usual = ["--server.headless=true", f"--server.port={port}", "--server.address=127.0.0.1"]
    command = ["streamlit", "run", str(script), *usual, *options]
    given = {"PAIN_PLAN_DATABASE": own_records(), **os.environ, **environment}
    server = run(command, folder, given)
    deadline = monotonic() + STARTS_WITHIN
    while not _answers(f"http://127.0.0.1:{port}"):
        assert server.poll() is None, "the server ended before it answered"
        assert monotonic() < deadline, f"the server did not answer in {STARTS_WITHIN} seconds"
        sleep(0.05)
    return server


def serve(
    script: Path,
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    port: int | None = None,
    run: Run = from_nothing,
) -> Generator[str, None, None]:
    """A Streamlit server for a script, until the fixture that yields from this ends.

    It takes its settings from the folder: another one than the app's means Streamlit's own.
    """
    port = port or free_port()
    server = start(script, folder, environment or {}, port, run=run)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the records of `app` lie: whatever these tests keep, the last one's newest."""
    return tmp_path_factory.mktemp("browser") / "records.db"


@pytest.fixture(scope="session")
def app(database: Path) -> Iterator[str]:
    """The address of the running app."""
    where = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}"}
    yield from serve(ROOT / "app.py", environment=where, run=Forked)


@pytest.fixture(scope="session")
def records(database: Path) -> Iterator[Records]:
    """The records of `app`, as the program has them."""
    store = open_store(Settings.at(database))
    yield store.of("local")
    store.close()


def newest(records: Records) -> dict[str, Any]:
    """The visit kept last, as it lies on the disk."""
    kept: dict[str, Any] = json.loads(records.open(records.clients().lines[0].latest).newest.body)
    return kept


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab for every test that needs no other: what it once loaded it need not load again."""
    context = browser.new_context(accept_downloads=True, viewport=DESK)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    """A blank page; what it says on the console as an error fails the test."""
    errors: list[str] = []
    heard = {
        "console": lambda said: errors.append(said.text) if said.type == "error" else None,
        "pageerror": lambda error: errors.append(str(error)),
    }
    for event, hear in heard.items():
        tab.on(event, hear)
    yield tab
    forget(tab)
    for event, hear in heard.items():
        tab.remove_listener(event, hear)
    assert not errors, "\n".join(errors)


def forget(tab: Page) -> None:
    """Leave a tab as a new one would be: nothing open, nothing stored, its usual size and look."""
    for other in tab.context.pages:
        if other != tab:
            other.close()
    tab.evaluate("try { localStorage.clear(); sessionStorage.clear(); } catch { }")
    tab.context.clear_cookies()
    tab.goto("about:blank")
    tab.set_viewport_size(DESK)
    tab.emulate_media(color_scheme="null", reduced_motion="null")


def settled(page: Page) -> None:
    """Wait until the run that an answer began has ended."""
    page.wait_for_function("() => document.querySelector('[data-test-script-state=notRunning]')")


def eventually(read: Callable[[], object], wanted: object) -> None:
    """Wait until what is read is what is wanted.

    A page that stands still says nothing of the disk: the last tap may not have left it yet.
    """
    deadline = monotonic() + KEPT_WITHIN
    while _read_so_far(read) != wanted and monotonic() < deadline:
        sleep(0.05)
    assert read() == wanted


def _read_so_far(read: Callable[[], object]) -> object:
    """What is read; None while what is asked for is not there at all."""
    try:
        return read()
    except LookupError:
        return None


def turn_to(page: Page, name: str) -> None:
    """Another page, once this one stands still, until it stands still itself.

    A click into a page that is still being drawn may meet a button that is about to be replaced.
    On a phone the navigation is behind one tap.
    """
    link = page.get_by_role("link", name=name, exact=True)
    behind = page.get_by_test_id("stExpandSidebarButton")
    expect(link.or_(behind).first).to_be_visible(timeout=PATIENCE)
    settled(page)
    if behind.is_visible():
        behind.click()
    link.click()
    expect(page.get_by_role("heading", name=name).first).to_be_attached(timeout=PATIENCE)
    back = page.get_by_test_id("stSidebarCollapseButton").get_by_role("button")
    if back.is_visible():
        back.click()
    settled(page)


def downloaded(page: Page, tap: Callable[[], object]) -> Download:
    """A paper by a tap; by a second one where the page was drawn anew under the first."""
    settled(page)
    try:
        return _left(page, tap, AT_ONCE)
    except TimeoutError:
        return _left(page, tap, PATIENCE)


def _left(page: Page, tap: Callable[[], object], patience: float) -> Download:
    with page.expect_download(timeout=patience) as caught:
        tap()
    return caught.value


def press(page: Page, key: str) -> None:
    """Press a key once the screen stands still, as a hand does."""
    settled(page)
    page.keyboard.press(key)
