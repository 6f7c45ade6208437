"""A tab of a real Chromium."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from time import perf_counter

from playwright.sync_api import Error, Page, WebSocket, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.crash.websocket import AVERAGE, BEGUN_WITH, Resumed
from bench.pages.sessions import is_end
from tests.browser.conftest import ARGUMENTS, BROWSERS, PATIENCE
from tests.browser.one_chromium import opened
from tests.browser.shell.test_keeping import begin, score

GONE = (TimeoutError, Error, AssertionError)
LABEL = "K.S."
A_MOMENT = 5  # milliseconds
ANSWERED_WITHIN = 20.0  # seconds
SHORT_ENOUGH = 4_000  # bytes: the beginning and the end of a run are short messages


class Gone(ConnectionError):
    """The tab's line to the server broke before the answer was acknowledged."""


class ChromiumTab:
    """What the page said is known from its own line: an answer is acknowledged when its run ends
    well, and no notice says that it was not kept."""

    def __init__(self, page: Page, address: str, signs_in: bool) -> None:
        self.page, self.address, self.given = page, address, ""
        self.sent = self.begun = self.ended = self.broken = 0
        page.on("websocket", self._listen)
        page.goto(address)
        if signs_in:
            page.get_by_role("button", name="Sign in").click(timeout=PATIENCE)
            page.get_by_placeholder("sub").fill("anna")
            page.get_by_role("button", name="Authorize").click()

    def _listen(self, line: WebSocket) -> None:
        line.on("framesent", self._speak)
        line.on("framereceived", self._hear)
        line.on("close", lambda _: setattr(self, "broken", self.broken + 1))

    def _speak(self, data: str | bytes) -> None:
        """A run is asked for; the page asks for some by itself, which carry no new score."""
        message = BackMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        for one in message.rerun_script.widget_states.widgets:
            if one.id.endswith(f"-{AVERAGE}") and [self.given] == [*one.string_array_value.data]:
                self.sent, self.given, self.begun, self.ended = self.sent + 1, "", 0, 0

    def _hear(self, data: str | bytes) -> None:
        if len(data) >= SHORT_ENOUGH or not isinstance(data, bytes):
            return
        message = ForwardMsg()
        message.ParseFromString(data)
        self.begun += message.WhichOneof("type") == "new_session"
        self.ended += self.begun > 0 and is_end(message)

    def begin(self) -> int:
        """A visit of one's own, kept on disk; its first score."""
        begin(self.page, self.address, LABEL, BEGUN_WITH)
        self.page.wait_for_timeout(1_000)
        return BEGUN_WITH

    def answer(self, number: int) -> None:
        """Tap a score; returns once it is acknowledged, and raises otherwise."""
        sent, broken, self.given = self.sent, self.broken, str(number)
        score(self.page, number).click(timeout=2_000, force=True)
        self._until(lambda: self.sent > sent, broken)
        self._until(lambda: self.ended > 0, broken)
        if self.page.locator(".st-key-not-kept").count():
            raise Gone("the page says that it is not kept")

    def _until(self, done: Callable[[], bool], broken: int) -> None:
        until = perf_counter() + ANSWERED_WITHIN
        while not done():
            if self.broken > broken or perf_counter() > until:
                raise Gone("the line broke")
            self.page.wait_for_timeout(A_MOMENT)

    def reload(self, token: str) -> Resumed:
        """Load the page anew: its address names the visit, and the step of the last answer."""
        assert token in self.page.url
        began = perf_counter()
        self.page.reload()
        expect(self.page.locator(".st-key-whose").get_by_text(LABEL)).to_be_visible(
            timeout=PATIENCE
        )
        drawn = perf_counter() - began
        chosen = self.page.locator(".st-key-scale-average").get_by_role("radio", checked=True)
        expect(chosen).to_have_count(1, timeout=PATIENCE)
        answered = perf_counter() - began
        said = chosen.first.evaluate("one => one.closest('label')?.innerText ?? one.innerText")
        return Resumed(drawn, answered, int(said))

    def close(self) -> None:
        """Close the page."""
        self.page.context.close()


@contextmanager
def chromium(address: str, certificate: Path | None) -> Iterator[ChromiumTab]:
    """A tab on the address, until the block ends."""
    found = next(path for name in BROWSERS if (path := which(name)))
    with opened(found, ARGUMENTS) as browser:
        context = browser.new_context(ignore_https_errors=True)
        yield ChromiumTab(context.new_page(), address, certificate is not None)
        context.close()
