"""How long an answer takes to reach the plan, beside a bare one-slider page in the same browser.

    python bench/page_speed.py [ANSWERS]

Prints the median time from the click to the changed words for both pages and their ratio
(target: at most 1.5), and how long a hand at one interaction a second takes from a blank page to
the PDF (target: 25 s).
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import ARGUMENTS, serve  # noqa: E402
from tests.browser.test_consultation import GROUPS, Hand, download, to_the_safety_step  # noqa: E402

BARE = ROOT / "bench" / "bare_page.py"
# Runs in the page: from the key or the click to the moment the watched words differ.
WATCH = """
watched => {
  const words = () => document.querySelector(watched)?.innerText;
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
  watcher.observe(document.body, {subtree: true, childList: true, characterData: true});
}
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A fresh browser."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)


def opened(browser: Browser, address: str) -> Page:
    """A page of its own at this address."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    return page


def timed(page: Page, watched: str, act: Callable[[], None]) -> float:
    """Milliseconds from what a hand does to the change of the watched words."""
    page.evaluate(WATCH, watched)
    act()
    return float(page.wait_for_function("window.took").json_value())


def bare_answer(page: Page) -> Callable[[int], float]:
    """What times one move of the bare page's slider."""
    expect(page.get_by_test_id("stText")).to_be_visible(timeout=30_000)
    page.get_by_role("slider").focus()
    keys = ["ArrowRight", "ArrowLeft"]
    return lambda turn: timed(
        page, "[data-testid=stText]", lambda: page.keyboard.press(keys[turn % 2])
    )


def our_answer(page: Page) -> Callable[[int], float]:
    """What times one answer to how long a session may be, until the line at the bottom says so.

    Each is kept on disk on its way, like every answer. It is given by a key, as on the bare page.
    """
    hand = Hand(page)
    to_the_safety_step(hand, page.url)
    assert hand.answer_none_of_these() == GROUPS
    page.locator(".st-key-to-step-4 button").click()
    minutes = [page.get_by_role("radio", name=word, exact=True) for word in ("30", "45")]
    expect(minutes[0]).to_be_visible()

    def answer(turn: int) -> float:
        minutes[turn % 2].focus()
        return timed(page, ".one-line", lambda: page.keyboard.press("Space"))

    return answer


def steady_hand(page: Page) -> float:
    """Seconds from a blank page to the PDF for a hand that acts once a second."""
    hand = Paced(page)
    expect(page.get_by_text("The plan appears here after")).to_be_visible(timeout=30_000)
    hand.began = monotonic()
    hand.choose_pain("Low back pain")
    hand.press("Next: how bad")
    hand.say_average(6)
    hand.press("Next: safety")
    expect(page.locator(".safety h2")).not_to_be_empty()
    assert hand.answer_none_of_these() == GROUPS
    hand.see_the_plan()
    download(hand, "PDF")
    return monotonic() - hand.began


class Paced(Hand):
    """A hand that waits for the next whole second before it acts."""

    began = 0.0

    def on(self, target: Locator) -> None:
        """Act on the next whole second."""
        due = self.began + self.interactions + 1
        sleep(max(0.0, due - monotonic()))
        super().on(target)


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    bare, ours = serve(BARE, BARE.parent), serve(ROOT / "app.py")
    bare_address, our_address = next(bare), next(ours)
    with chromium() as browser:
        answers = (
            bare_answer(opened(browser, bare_address)),
            our_answer(opened(browser, our_address)),
        )
        # In turn, so that whatever else the machine does weighs on both alike.
        turns = [[answer(turn) for answer in answers] for turn in range(number)]
        bare_times, our_times = zip(*turns, strict=True)
        seconds = steady_hand(opened(browser, our_address))
    for server in (bare, ours):
        server.close()
    ratio = median(our_times) / median(bare_times)
    print(
        json.dumps(
            {
                "bare page, ms": round(median(bare_times), 1),
                "answer on the plan, ms": round(median(our_times), 1),
                "ratio (target 1.5)": round(ratio, 2),
                "answers": number,
                "blank to PDF at one interaction a second, s (target 25)": round(seconds, 1),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
