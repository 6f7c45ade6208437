"""How long a hand takes from a blank page to the PDF that never taps sooner than a second after.

    python -m bench.pages.steady_hand

A consultation with nothing to report, at each screen of `tests/browser/test_consultation.py`, every
safety question on screen before the tap that answers it. The goals are 20 taps and 25 seconds.
"""

from contextlib import closing
from time import monotonic, sleep

from playwright.sync_api import Browser, Locator, ViewportSize

from bench import ROOT
from bench.pages.browsing import chromium
from tests.browser.conftest import serve
from tests.browser.test_consultation import GROUPS, SCREENS, Hand, download, to_the_safety_step

APART = 1.0  # seconds from one tap to the next


class Paced(Hand):
    """A hand that waits out its second before it acts, and longer where nothing can be tapped."""

    first = last = 0.0

    def on(self, target: Locator) -> None:
        """Act once the second is over."""
        sleep(max(0.0, self.last + APART - monotonic()))
        self.last = monotonic()
        self.first = self.first or self.last
        super().on(target)


def steady_hand(browser: Browser, app: str, screen: ViewportSize, *, touch: bool) -> Paced:
    """A hand that went from a blank page to the PDF."""
    context = browser.new_context(viewport=screen, has_touch=touch, accept_downloads=True)
    with closing(context):
        hand = Paced(context.new_page(), touch)
        to_the_safety_step(hand, app)
        assert hand.answer_none_of_these() == GROUPS
        hand.see_the_plan()
        download(hand, "PDF")
        hand.last = monotonic()
        return hand


def main() -> None:
    """Measure and print."""
    with closing(serve(ROOT / "app.py")) as served, chromium() as browser:
        app = next(served)
        for name, screen in SCREENS.items():
            hand = steady_hand(browser, app, screen, touch="tablet" in name)
            print(f"{name:17} {hand.interactions} taps {hand.last - hand.first:5.1f} s")


if __name__ == "__main__":
    main()
