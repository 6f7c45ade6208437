"""How long an answer takes to reach the plan, beside a bare one-slider page in the same browser.

    python -m bench.pages.speed [ANSWERS]

Prints the median time from the key to the changed words: of the bare page, of an answer beside the
plan in short, of an edit of the plan in full, each with its ratio to the bare page; how long the
first page after start takes beside a bare one; and how long a hand at one interaction a second
takes from a blank page to the PDF.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bench import ROOT
from tests.browser.conftest import ARGUMENTS, serve
from tests.browser.test_consultation import GROUPS, Hand, download, to_the_safety_step

ANSWER, FIRST = 1.4, 1.2  # times the bare page, at most
STARTS = 3
QUIET = 200  # milliseconds between two answers: no page pays for what the one before still does
WALKING = "aerobic:any:walking"
BARE = ROOT / "bench" / "pages" / "bare_page.py"
# Runs in the page: from the key or the click to the moment the watched words differ.
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
    """What times one move of the bare page's slider."""
    expect(page.get_by_test_id("stText")).to_be_visible(timeout=30_000)
    page.get_by_role("slider").focus()
    keys = ["ArrowRight", "ArrowLeft"]
    return lambda turn: timed(
        page, "[data-testid=stText]", lambda: page.keyboard.press(keys[turn % 2])
    )


def our_answer(page: Page) -> Callable[[int], float]:
    """What times one answer to how long or how firm, until the plan in short says so.

    Each is kept on disk on its way, like every answer, and no visit comes twice within eight, so
    that each plan is made. It is given by a key, as on the bare page.
    """
    hand = Hand(page)
    to_the_safety_step(hand, page.url)
    assert hand.answer_none_of_these() == GROUPS
    page.locator(".st-key-to-step-4 button").click()
    long = _choices(page, "Minutes a session", ("30", "45", "60", "75", "90"))
    firm = _choices(page, "Pressure", ("Light", "Moderate", "Firm"))
    expect(long[0]).to_be_visible()

    def answer(turn: int) -> float:
        asked = (long, firm)[turn % 2]
        asked[turn // 2 % len(asked)].focus()
        return timed(page, ".in-short", lambda: page.keyboard.press("Space"))

    return answer


def _choices(page: Page, question: str, words: tuple[str, ...]) -> list[Locator]:
    asked = page.get_by_role("radiogroup", name=question)
    return [asked.get_by_role("radio", name=word, exact=True) for word in words]


def our_edit(page: Page) -> Callable[[int], float]:
    """What times one edit of the plan in full, until its line says so: other words each time."""
    to_the_safety_step(Hand(page), page.url)
    page.locator(".st-key-to-step-5 button").click()
    page.locator(f'[data-open="{WALKING}"]').click()
    say = page.get_by_role("button", name="Use my words")
    expect(say).to_be_visible()

    def edit(turn: int) -> float:
        page.locator(".panel [name=words]").fill(f"{turn} times round the block")
        say.focus()
        return timed(page, f'[data-row="{WALKING}"]', lambda: page.keyboard.press("Enter"))

    return edit


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


def first_page(browser: Browser, script: Path, folder: Path, drawn: str) -> float:
    """Seconds until a server that has just started has drawn its first page in a fresh browser."""
    served = serve(script, folder)
    address = next(served)
    page = browser.new_context().new_page()
    began = monotonic()
    page.goto(address)
    expect(page.locator(drawn).first).to_be_visible(timeout=60_000)
    took = monotonic() - began
    page.context.close()
    served.close()
    return took


def first_pages(browser: Browser) -> tuple[list[float], list[float]]:
    """Of the bare page and of ours, in turn."""
    pairs = [
        (
            first_page(browser, BARE, BARE.parent, "[data-testid=stText]"),
            first_page(browser, ROOT / "app.py", ROOT, "[data-region]"),
        )
        for _ in range(STARTS)
    ]
    bare, ours = zip(*pairs, strict=True)
    return list(bare), list(ours)


def answered(browser: Browser, number: int) -> dict[str, list[float]]:
    """How long each kind of answer took, in turn: whatever else is done weighs on all alike."""
    bare, ours = serve(BARE, BARE.parent), serve(ROOT / "app.py")
    bare_address, our_address = next(bare), next(ours)
    kinds = {
        "bare page": bare_answer(opened(browser, bare_address)),
        "answer beside the plan in short": our_answer(opened(browser, our_address)),
        "edit of the plan in full": our_edit(opened(browser, our_address)),
    }
    turns = [{kind: answer(turn) for kind, answer in kinds.items()} for turn in range(number)]
    seconds = steady_hand(opened(browser, our_address))
    print(f"blank to PDF at one interaction a second: {seconds:.1f} s (target 25)")
    bare.close()
    ours.close()
    return {kind: [turn[kind] for turn in turns] for kind in kinds}


def told(kinds: dict[str, list[float]], target: float) -> dict[str, str]:
    """The median of each, and its ratio to the first."""
    bare = median(next(iter(kinds.values())))
    return {
        kind: f"{median(times):.3g}, {median(times) / bare:.2f} times bare (target {target})"
        for kind, times in kinds.items()
    }


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    with chromium() as browser:
        print(json.dumps(told(answered(browser, number), ANSWER), indent=2))
        bare, ours = first_pages(browser)
        kinds = {"first page, bare, s": bare, "first page after start, s": ours}
        print(json.dumps(told(kinds, FIRST), indent=2))


if __name__ == "__main__":
    main()
