"""Every text that a person types, in a real browser: as it was typed, and nothing made of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Response, expect

from records import Settings, open_store
from tests.browser.conftest import CLIENT, PATIENCE, ROOT, forget, serve, settled
from tests.browser.forked import Forked
from tests.typed.fields import TYPED
from tests.typed.specimens import NEVER_SHOWN, ON_PAPER_ONLY, SAME
from tests.typed.stands import typed_in
from tests.ui.test_typed_everywhere import Clinic

NAME_OF_A_FILE = re.compile(r"q\d\dq-l-http[\w.-]*")
# Of a diary's file, of a decision, and within a group of questions that is closed; the default run
# has them.
NEEDS_A_TAP = {
    "Choices.columns", "Choices.pain", "Choices.words", "KeptFollowUp.ended", "Verdict.reason",
}  # fmt: skip
READ = """() => {
  const said = [], made = [];
  const of_typed = 'a[href*="e.test"], [src*="e.test"], .katex, script:not([src])';
  const marks = new Set(['A', 'B', 'I', 'EM', 'STRONG', 'CODE', 'DEL']);
  const letters = new Set(['h', 'c', 'l', 'u', 'y']);
  const look = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.parentElement?.closest('style, script')) text += node.data;
    }
    said.push(text);
    made.push(...root.querySelectorAll(of_typed));
    for (const one of root.querySelectorAll('*')) {
      if (['INPUT', 'TEXTAREA'].includes(one.tagName)) said.push(one.value);
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        if (one.hasAttribute(name)) said.push(one.getAttribute(name));
      if (marks.has(one.tagName) && letters.has(one.textContent)) made.push(one);
      if (one.shadowRoot) look(one.shadowRoot);
    }
  };
  look(document.querySelector('.stApp'));
  return [said, made.map(one => one.outerHTML)];
}"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("typed") / "records.db"


@pytest.fixture(scope="module")
def clinic(database: Path) -> Iterator[Clinic]:
    store = open_store(Settings.at(database))
    yield Clinic(store.of("local"))
    store.close()


@pytest.fixture(scope="module")
def address(clinic: Clinic, database: Path) -> Iterator[str]:
    where = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}"}
    yield from serve(ROOT / "app.py", environment=where, run=Forked)


class Eyes:
    """Reads each page that stands open, and remembers what stood there."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.found: dict[str, set[str]] = {}
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.on("request", lambda one: self.asked.append(one.url))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("response", self._hears)

    def _hears(self, answer: Response) -> None:
        """What was refused; Streamlit looks for its own below the address of a page first."""
        if answer.status >= BAD_REQUEST and "/_stcore/" not in answer.url:
            self.wrong.append(answer.url)

    def opens(self, path: str) -> None:
        self.page.goto(f"{self.address}/{path}")
        expect(self.page.get_by_test_id("stMain")).to_be_visible(timeout=PATIENCE)
        settled(self.page)

    def taps(self, key: str) -> None:
        self.page.locator(f".st-key-{key} button").first.click()
        settled(self.page)

    def _once_it_stands_still(self) -> Any:
        """What stands there, once it does so for a while: components draw after their page."""
        before = None
        for _ in range(MOST_LOOKS):
            settled(self.page)
            found = self.page.evaluate(READ)
            if found == before and sum(map(len, found[0])) > FRAME:
                return found
            before = found
            self.page.wait_for_timeout(QUIET)
        raise AssertionError(f"{self.page.url} never stood still")

    def reads(self, name: str) -> None:
        said, made = self._once_it_stands_still()
        assert made == [], f"{name}: something was made of what was typed"
        for text in said:
            for place, is_whole in typed_in(NAME_OF_A_FILE.sub("", text)):
                assert is_whole, f"{name}: {place} is not as typed in {text!r}"
                self.found.setdefault(place, set()).add(name)


BAD_REQUEST = 400
QUIET = 500  # milliseconds
MOST_LOOKS = 40
FRAME = 200  # letters that stand on an empty page


def first_visit(eyes: Eyes, clinic: Clinic) -> None:
    for step in range(1, 6):
        eyes.opens(f"?visit={clinic.first}&step={step}")
        eyes.reads(f"step {step}")
    eyes.taps("hand-over-open")
    eyes.reads("papers")
    eyes.opens(f"?visit={clinic.first}&step=5")
    eyes.page.get_by_role("button", name="Show to client").click()
    settled(eyes.page)
    eyes.reads("the client's view")


def what_was_found(eyes: Eyes, clinic: Clinic) -> None:
    eyes.opens(f"?visit={clinic.first}")
    eyes.page.get_by_role("button", name="What you found").click()
    settled(eyes.page)
    eyes.reads("what was found")


def later_visit(eyes: Eyes, clinic: Clinic) -> None:
    for step in range(1, 6):
        eyes.opens(f"follow-up?visit={clinic.token}&follow-up-step={step}")
        eyes.reads(f"review {step}")
    eyes.page.locator(".st-key-visit-note summary").click()
    settled(eyes.page)
    eyes.reads("note of the review")


def between(eyes: Eyes, clinic: Clinic) -> None:
    eyes.opens(f"clients?session={clinic.session}")
    eyes.reads("session")
    eyes.taps("to-consent")
    eyes.reads("consent")
    eyes.opens(f"clients?session={clinic.session}")
    eyes.taps("to-note")
    eyes.reads("note")


def the_rest(eyes: Eyes, clinic: Clinic) -> None:
    eyes.opens("clients")
    eyes.reads("clients")
    eyes.page.locator(CLIENT).first.click()
    settled(eyes.page)
    eyes.reads("one client")
    for page in ("practice", "evidence", f"diary?visit={clinic.first}"):
        eyes.opens(page)
        eyes.reads(page.partition("?")[0])


@pytest.mark.slow
def test_every_text_that_is_typed_stands_in_the_browser_as_it_was_typed(
    tab: Page, address: str, clinic: Clinic
) -> None:
    eyes = Eyes(tab, address)
    for looks in (first_visit, what_was_found, later_visit, between, the_rest):
        looks(eyes, clinic)
    strangers = [one for one in eyes.asked if not one.startswith((address, "data:", "blob:", "ws"))]
    assert (strangers, eyes.wrong) == ([], [])
    missing = {*TYPED} - {*eyes.found} - {*NEVER_SHOWN, *SAME, *ON_PAPER_ONLY, *NEEDS_A_TAP}
    assert sorted(missing) == []
    forget(tab)
