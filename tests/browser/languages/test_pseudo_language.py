"""A whole first and second visit with every letter accented: what stays plain is no message."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from planner.diary import TITLES
from planner.words.languages import PSEUDO
from planner.words.pseudo import accented
from records import Settings, open_store
from tests.browser.conftest import ROOT, serve, turn_to
from tests.browser.forked import Forked
from tests.browser.languages.two_visits import Tongue, first_visit, second_visit, sixty_days
from tests.browser.test_consultation import Hand

pytestmark = pytest.mark.slow

WORD = re.compile(r"[A-Za-z]{2,}")
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


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database = tmp_path_factory.mktemp("pseudo") / "records.db"
    open_store(Settings.at(database)).close()
    said = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}", "PAIN_PLAN_LANGUAGE": PSEUDO}
    yield from serve(ROOT / "app.py", environment=said, run=Forked)


def nothing_is_plain(text: str, state: str) -> None:
    places = PLACES if state == "clients" else set()
    plain = set(WORD.findall(text)) - TYPED - NAMES - STREAMLITS - FILE_TYPES - places
    assert not plain, f"{state}: {sorted(plain)}"


ACCENTED = Tongue(accented, nothing_is_plain)


def test_two_visits_say_nothing_outside_the_catalogue(
    clinic: str, tmp_path: Path, page: Page
) -> None:
    hand = Hand(page)
    first_visit(hand, clinic, ACCENTED)
    second_visit(hand, clinic, sixty_days(tmp_path), ACCENTED)


@pytest.mark.parametrize("place", ["Diary", "Evidence", "Follow-up"])
def test_the_other_pages_say_nothing_outside_the_catalogue(
    place: str, clinic: str, page: Page
) -> None:
    page.goto(clinic)
    turn_to(page, accented(place))
    expect(page.get_by_role("heading", name=accented(place), exact=True)).to_be_attached()
    ACCENTED.look(page, place)
