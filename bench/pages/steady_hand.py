"""How long a hand at one interaction a second takes from a blank page to the PDF (target 25 s).

python -m bench.pages.steady_hand
"""

from contextlib import closing
from time import monotonic, sleep

from playwright.sync_api import Locator, Page, expect

from bench import ROOT
from bench.pages.browsing import chromium, opened
from tests.browser.conftest import serve
from tests.browser.test_consultation import GROUPS, Hand, download


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
    with closing(serve(ROOT / "app.py")) as served, chromium() as browser:
        seconds = steady_hand(opened(browser, next(served)))
    print(f"blank to PDF at one interaction a second: {seconds:.1f} s (target 25)")


if __name__ == "__main__":
    main()
