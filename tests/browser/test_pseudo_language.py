"""A whole first and second visit with every letter accented: what stays plain is no message."""

import io
import re
from collections.abc import Iterator, Set
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from planner.diary import TITLES
from planner.knowledge import load
from planner.words.languages import PSEUDO
from planner.words.pseudo import accented
from records import Settings, open_store
from tests.browser.conftest import CLIENT, PATIENCE, ROOT, serve, settled, turn_to
from tests.browser.test_consultation import GROUPS, Hand, download
from tests.browser.test_follow_up import answer_the_short_screen

pytestmark = pytest.mark.slow

WORD = re.compile(r"[A-Za-z]{2,}")
ICON = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b(?: icon)?")
# What a page may hold that no catalogue has, each with its reason.
TYPED = {"invented", "walk", "Walk", "dog", "agreed"}  # what this test typed
NAMES = {"USD", "PDF", "CSV", "SOAP", "WPI", *WORD.findall(" ".join(TITLES.values()))}
STREAMLITS = set(  # Streamlit's own words, which no setting changes
    WORD.findall(
        "Upload upload Browse files file MB per Limit Drag and drop here Open Deploy Main menu"
        " keyboard arrow right down expand more Press Enter to apply submit form Increment"
        " Decrement value Clear all Remove Close Select Choose an option options open App Skip"
        " main content Shortcut pages download Help for Add KB add icon date day month year"
    )
)
# Where the records lie, and the setting that seals them.
PLACES = set(WORD.findall("tmp pytest of root popen gw pseudo records.db PAIN_PLAN_KEY"))
KINDS_OF_FILES = "csv tsv txt xls xlsx ods zip json xml daylio"
FILE_TYPES = set(WORD.findall(f"{KINDS_OF_FILES} {KINDS_OF_FILES.upper()}"))
# Icons, and what Vega says of a chart by itself, in English only: the chart's own words are read.
TEXTS = """() => {
  const icon = '[data-testid=stIconMaterial], [data-testid=stElementToolbar], style, script';
  const chart = '[data-testid=stVegaLiteChart], [data-testid=stElementToolbar]';
  const found = [];
  const read = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const box = walker.currentNode.parentElement;
      if (box && !box.closest(icon) && box.checkVisibility()) found.push(walker.currentNode.data);
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


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database = tmp_path_factory.mktemp("pseudo") / "records.db"
    open_store(Settings.at(database)).close()
    said = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}", "PAIN_PLAN_LANGUAGE": PSEUDO}
    yield from serve(ROOT / "app.py", environment=said)


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    today = date.today()
    days = [today + timedelta(days=number) for number in range(-60, 0)]
    path = tmp_path / "invented.csv"
    path.write_text("Date,Pain (0-10)\n" + "\n".join(f"{day},{day.day % 4 + 4}" for day in days))
    return path


def without_citations(text: str) -> str:
    """The text without what stays as it is: citations, the version of the facts, names of icons."""
    for name in (*(source.citation for source in load().sources.values()), load().review.version):
        text = text.replace(name, "")
    return ICON.sub("", text)


def nothing_is_plain(page: Page, state: str, allowed: Set[str] = frozenset()) -> None:
    settled(page)
    found = set(WORD.findall(without_citations(page.evaluate(TEXTS))))
    plain = found - TYPED - NAMES - STREAMLITS - FILE_TYPES - allowed
    assert not plain, f"{state}: {sorted(plain)}"


def choose_pain(hand: Hand) -> None:
    hand.on(hand.page.get_by_role("combobox", name=accented("What hurts")))
    name = accented("Low back pain")
    hand.on(hand.page.get_by_role("option").filter(has_text=name).first)
    hand.page.keyboard.press("Escape")


def first_visit(hand: Hand, clinic: str) -> None:
    page = hand.page
    page.goto(clinic)
    expect(page.get_by_text(accented("The plan appears here after"))).to_be_visible(
        timeout=PATIENCE
    )
    nothing_is_plain(page, "blank")
    choose_pain(hand)
    page.get_by_placeholder(accented("Initials")).fill("walk")
    page.keyboard.press("Tab")
    page.locator(".st-key-to-step-2 button").click()
    page.locator(".st-key-scale-average").get_by_text("6", exact=True).first.click()
    nothing_is_plain(page, "how bad")
    page.locator(".st-key-to-step-3 button").click()
    expect(page.locator(".safety h2")).not_to_be_empty()
    nothing_is_plain(page, "safety")
    assert hand.answer_none_of_these() == GROUPS
    page.locator(".st-key-to-step-4 button").click()
    page.get_by_role("textbox").first.fill("walk dog")
    page.keyboard.press("Tab")
    nothing_is_plain(page, "wishes")
    page.locator(".st-key-to-step-5 button").click()
    expect(page.get_by_role("button", name=accented("PDF"))).to_be_visible()
    nothing_is_plain(page, "the plan")
    for line in page.locator(".row > .open").all():
        line.click()
        nothing_is_plain(page, "a line of the plan, with its reasons")
    pdf = PdfReader(io.BytesIO(download(hand, accented("PDF")))).pages[0].extract_text()
    assert not set(WORD.findall(pdf)) - TYPED - NAMES, "page 1 of the handout"
    hand.press(accented("Show to client"))
    nothing_is_plain(page, "the client's view")


def second_visit(hand: Hand, clinic: str, diary: Path) -> None:
    page = hand.page
    page.goto(clinic)
    turn_to(page, accented("Clients"))
    expect(page.locator(CLIENT).first).to_be_visible()
    nothing_is_plain(page, "clients", PLACES)
    page.locator(CLIENT).first.click()
    page.get_by_role("button", name=accented("Begin the review")).click()
    answer_the_short_screen(hand)
    page.locator(".st-key-to-step-2 button").click()
    page.locator(".st-key-scale-average").get_by_role("radio", name="3", exact=True).click()
    page.locator(".st-key-to-step-3 button").click()
    page.locator("input[type=file]").set_input_files(diary)
    expect(page.get_by_role("button", name=accented("Put it away"))).to_be_visible()
    expect(page.locator("[data-testid=stVegaLiteChart] svg").first).to_be_visible()
    nothing_is_plain(page, "the diary at a follow-up")
    page.locator(".st-key-to-step-4 button").click()
    nothing_is_plain(page, "what was done")
    page.locator(".st-key-to-step-5 button").click()
    expect(page.get_by_role("button", name=accented("Accept"))).to_be_visible()
    nothing_is_plain(page, "the proposal")
    page.get_by_role("textbox", name=accented("In a word, why")).fill("agreed")
    page.get_by_role("button", name=accented("Accept")).click()
    expect(page.get_by_text(accented("You accepted the proposal."))).to_be_visible()
    nothing_is_plain(page, "decided")


def test_two_visits_say_nothing_outside_the_catalogue(clinic: str, diary: Path, page: Page) -> None:
    hand = Hand(page)
    first_visit(hand, clinic)
    second_visit(hand, clinic, diary)


@pytest.mark.parametrize("place", ["Diary", "Evidence", "Follow-up"])
def test_the_other_pages_say_nothing_outside_the_catalogue(
    place: str, clinic: str, page: Page
) -> None:
    page.goto(clinic)
    turn_to(page, accented(place))
    expect(page.get_by_role("heading", name=accented(place), exact=True)).to_be_attached()
    nothing_is_plain(page, place)
