"""A whole first and second visit in another language than English, each page of it looked at."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from planner.knowledge import load
from tests.browser.conftest import CLIENT, PATIENCE, settled, turn_to
from tests.browser.test_consultation import GROUPS, Hand, download
from tests.browser.test_follow_up import answer_the_short_screen

ICON = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b(?: icon)?")
# Icons, and what Vega says of a chart by itself, in English only: the chart's own words are read.
TEXTS = """() => {
  const icon = '[data-testid=stIconMaterial], [data-testid=stElementToolbar], style, script';
  const chart = '[data-testid=stVegaLiteChart], [data-testid=stElementToolbar]';
  const found = [];
  const read = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let before = null;  // a letter of a paragraph may have a node of its own
    while (walker.nextNode()) {
      const box = walker.currentNode.parentElement;
      if (!box || box.closest(icon) || !box.checkVisibility()) continue;
      const paragraph = box.closest('p, li');
      if (paragraph && paragraph === before) found.push(found.pop() + walker.currentNode.data);
      else found.push(walker.currentNode.data);
      before = paragraph;
    }
    for (const one of root.querySelectorAll('[aria-label], [placeholder], [title]'))
      if (one.checkVisibility() && !one.closest(chart))
        for (const name of ['aria-label', 'placeholder', 'title'])
          found.push(one.getAttribute(name));
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot) read(one.shadowRoot);
  };
  read(document.querySelector('.stApp'));
  return found.filter(Boolean).join('\\n');
}"""


@dataclass(frozen=True)
class Tongue:
    """A language of the screen: how a button is called in it, and what its texts may say."""

    say: Callable[[str], str]
    read: Callable[[str, str], None]

    def look(self, page: Page, state: str) -> None:
        """Read everything that the page shows or names."""
        settled(page)
        self.read(without_citations(page.evaluate(TEXTS)), state)


def sixty_days(folder: Path) -> Path:
    """An invented diary up to yesterday."""
    days = [date.today() + timedelta(days=number) for number in range(-60, 0)]
    path = folder / "invented.csv"
    path.write_text("Date,Pain (0-10)\n" + "\n".join(f"{day},{day.day % 4 + 4}" for day in days))
    return path


def without_citations(text: str) -> str:
    """The text without what stays as it is: citations, the version of the facts, names of icons."""
    for name in (*(source.citation for source in load().sources.values()), load().review.version):
        text = text.replace(name, "")
    return ICON.sub("", text)


def choose_pain(hand: Hand, tongue: Tongue) -> None:
    hand.on(hand.page.get_by_role("combobox", name=tongue.say("What hurts")))
    name = tongue.say("Low back pain")
    hand.on(hand.page.get_by_role("option").filter(has_text=name).first)
    hand.page.keyboard.press("Escape")


def first_visit(hand: Hand, clinic: str, tongue: Tongue) -> None:
    page = hand.page
    page.goto(clinic)
    expect(page.get_by_text(tongue.say("The plan appears here after"))).to_be_visible(
        timeout=PATIENCE
    )
    tongue.look(page, "blank")
    choose_pain(hand, tongue)
    page.get_by_placeholder(tongue.say("Initials")).fill("walk")
    page.keyboard.press("Tab")
    page.locator(".st-key-to-step-2 button").click()
    page.locator(".st-key-scale-average").get_by_text("6", exact=True).first.click()
    tongue.look(page, "how bad")
    page.locator(".st-key-to-step-3 button").click()
    expect(page.locator(".safety h2")).not_to_be_empty()
    tongue.look(page, "safety")
    assert hand.answer_none_of_these() == GROUPS
    page.locator(".st-key-to-step-4 button").click()
    page.get_by_role("textbox").first.fill("walk dog")
    page.keyboard.press("Tab")
    tongue.look(page, "wishes")
    page.locator(".st-key-to-step-5 button").click()
    expect(page.get_by_role("button", name=tongue.say("PDF"))).to_be_visible()
    tongue.look(page, "the plan")
    for line in page.locator(".row > .open").all():
        line.click()
        tongue.look(page, "a line of the plan, with its reasons")
    pdf = PdfReader(io.BytesIO(download(hand, tongue.say("PDF")))).pages[0].extract_text()
    tongue.read(pdf, "page 1 of the handout")
    hand.press(tongue.say("Show to client"))
    tongue.look(page, "the client's view")


def second_visit(hand: Hand, clinic: str, diary: Path, tongue: Tongue) -> None:
    page = hand.page
    page.goto(clinic)
    turn_to(page, tongue.say("Clients"))
    expect(page.locator(CLIENT).first).to_be_visible()
    tongue.look(page, "clients")
    page.locator(CLIENT).first.click()
    page.get_by_role("button", name=tongue.say("Begin the review")).click()
    answer_the_short_screen(hand)
    page.locator(".st-key-to-step-2 button").click()
    page.locator(".st-key-scale-average").get_by_role("radio", name="3", exact=True).click()
    page.locator(".st-key-to-step-3 button").click()
    page.locator("input[type=file]").set_input_files(diary)
    expect(page.get_by_role("button", name=tongue.say("Put it away"))).to_be_visible()
    expect(page.locator("[data-testid=stVegaLiteChart] svg").first).to_be_visible()
    tongue.look(page, "the diary at a follow-up")
    page.locator(".st-key-to-step-4 button").click()
    tongue.look(page, "what was done")
    page.locator(".st-key-to-step-5 button").click()
    expect(page.get_by_role("button", name=tongue.say("Accept"))).to_be_visible()
    tongue.look(page, "the proposal")
    page.get_by_role("textbox", name=tongue.say("In a word, why")).fill("agreed")
    page.get_by_role("button", name=tongue.say("Accept")).click()
    expect(page.get_by_text(tongue.say("You accepted the proposal."))).to_be_visible()
    tongue.look(page, "decided")
