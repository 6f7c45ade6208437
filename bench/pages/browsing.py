"""A browser, and the time from what a hand does to the words that change."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect, sync_playwright

from bench import ROOT
from tests.browser.conftest import ARGUMENTS

BARE = ROOT / "bench" / "pages" / "bare_page.py"
WIDGETS = ROOT / "bench" / "pages" / "widgets_page.py"
QUIET = 200  # milliseconds between two answers: no page pays for what the one before still does
WATCH = """
watched => {
  const inside = [...document.querySelectorAll("*")].map(one => one.shadowRoot).filter(Boolean);
  const roots = [document, ...inside];
  const words = () => roots.map(one => one.querySelector(watched)).find(Boolean)?.textContent;
  const before = words();
  let began = 0;
  window.took = null;
  const begin = () => { began ||= performance.now(); };
  for (const event of ["keydown", "pointerdown"])
    document.addEventListener(event, begin, {capture: true, once: true});
  const watcher = new MutationObserver(() => {
    if (words() === before || !began) return;
    watcher.disconnect();
    window.took = performance.now() - began;
  });
  for (const root of [document.body, ...inside])
    watcher.observe(root, {subtree: true, childList: true, characterData: true});
}
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A fresh browser."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)


def opened(browser: Browser, address: str) -> Page:
    """A page of its own at this address, so wide that the plan in short stands beside it."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(address)
    return page


def timed(page: Page, watched: str, act: Callable[[], None]) -> float:
    """Milliseconds from what a hand does to the change of the watched words."""
    page.wait_for_timeout(QUIET)
    page.evaluate(WATCH, watched)
    act()
    return float(page.wait_for_function("window.took").json_value())


def bare_answer(page: Page) -> Callable[[int], float]:
    """What times one move of a bare page's slider."""
    expect(page.get_by_test_id("stText")).to_be_visible(timeout=30_000)
    page.get_by_role("slider").focus()
    keys = ["ArrowRight", "ArrowLeft"]
    return lambda turn: timed(
        page, "[data-testid=stText]", lambda: page.keyboard.press(keys[turn % 2])
    )
