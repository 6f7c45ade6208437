"""The safety step under a hand in a real browser: group by group, a tick, last time's answers."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

Tap = Callable[[Any], None]
GLANCE = 600  # milliseconds: sooner than 500 after new lines a tap opens nothing
INTO_SIGHT = "one => one.closest('.foot').scrollIntoView({ block: 'end' })"


class NotYet:
    """A button that says why it cannot be used yet: a hand taps it all the same."""

    def __init__(self, target: Locator) -> None:
        self.target = target

    def bring_into_sight(self) -> None:
        self.target.evaluate(INTO_SIGHT)

    def click(self) -> None:
        self.bring_into_sight()
        if self.is_one():
            self.target.click(force=True)

    def tap(self) -> None:
        self.bring_into_sight()
        if self.is_one():
            self.target.tap(force=True)

    def is_one(self) -> bool:
        """On the way to it the last line may have come into sight: then it is another button."""
        return self.target.get_attribute("data-go") == "unseen"


class Safety:
    """The safety step on a page; `tap` is how the hand taps, and counts it."""

    def __init__(self, page: Page, tap: Tap = lambda one: one.click()) -> None:
        self.page, self.tap = page, tap
        self.root = page.locator(".safety")
        self.none = self.root.locator(".none")

    @property
    def group(self) -> str:
        return self.root.get_attribute("data-group") or ""

    def ready(self) -> None:
        """Wait until a group, or last time's answers, stand there."""
        expect(self.root.locator("h2")).not_to_be_empty()

    def see_all(self) -> None:
        """Tap on to what is below until every line was seen; an open question is none of it."""
        while self.none.get_attribute("aria-disabled") == "true":
            assert self.none.get_attribute("data-go") != "open", self.none.inner_text()
            if self.none.get_attribute("data-go") == "unseen":
                before = self.none.inner_text()
                self.page.wait_for_timeout(GLANCE)
                self.tap(NotYet(self.none))
                expect(self.none).not_to_have_text(before, use_inner_text=True)
            self.page.wait_for_timeout(50)

    def end_group(self) -> None:
        """None of these, once it is there to be tapped; the next group stands there after it."""
        before = self.group
        self.see_all()
        self.tap(self.none)
        expect(
            self.page.locator(f".safety:not([data-group={before}]), .safety .none[hidden]")
        ).to_have_count(1)

    def end_all(self) -> int:
        """None of these in every group; how many there were."""
        ended = 0
        self.ready()
        while not self.none.is_hidden():
            self.end_group()
            ended += 1
        return ended

    def go_to(self, name: str) -> None:
        """Another group, from the list of all of them."""
        self.tap(self.root.locator(".top .done"))
        self.tap(self.root.locator(".all .group").filter(has_text=name))
        expect(self.root.locator("h2")).to_contain_text(name)

    def line(self, row: str) -> Locator:
        return self.root.locator(f"li[data-id='{row}']")

    def tick(self, row: str) -> None:
        self.page.wait_for_timeout(GLANCE)
        self.tap(self.line(row).locator(".tick"))
        expect(self.line(row).locator(".card")).to_be_visible()

    def sign(self, words: str) -> None:
        self.tap(self.root.locator(".card .chip").filter(has_text=words))

    def answer(self, question: str, value: str) -> None:
        """Yes, unsure or no to a question whose card, or row, is open."""
        self.tap(self.root.locator(f".answer[data-focus='{question}={value}']"))

    def of_last_time(self) -> list[Locator]:
        """The rows of last time that were a yes or not sure, each by its own name.

        By number a row would be another one as soon as the one before it is answered.
        """
        found = self.root.locator(".row:has(.chip-yes, .chip-unsure)")
        expect(found.first).to_be_visible()
        names = [one.get_attribute("data-id") for one in found.all()]
        return [self.root.locator(f".row[data-id='{name}']") for name in names]

    def nothing_new(self) -> None:
        self.answer("p-new-since-last-time", "no")
        expect(self.root).to_have_attribute("data-mode", "group")
