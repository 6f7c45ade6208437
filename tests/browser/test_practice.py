"""A practice set once by taps and typing: the next new client needs none of it again."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import PATIENCE, ROOT, downloaded, serve, settled, turn_to
from tests.browser.forked import Forked
from tests.browser.safety import Safety
from tests.browser.shell.test_calm_page import SMALL, TARGET, WIDER
from tests.browser.test_consultation import Hand, axe_finds_nothing
from tests.exports.papers.test_letterhead import alternatives
from tests.practices import painted

FIELDS = {
    "Name of the practice": "Oak Street Massage",
    "Address": "12 Oak Street, Portland OR",
    "Therapist": "Ana Ruiz, LMT",
    "Licence": "OR 23117",
    "Phone": "555 0198",
    "E-mail": "ana@oakstreet.example",
}
PRICES = {30: 41, 60: 83, 90: 117}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """An app with records of its own: what is set here is set for no other test."""
    said = {"PAIN_PLAN_DATABASE": f"sqlite:///{tmp_path}/records.db"}
    yield from serve(ROOT / "app.py", environment=said, run=Forked)


def type_in(page: Page, label: str, value: str) -> None:
    field = page.get_by_label(label, exact=True)
    field.fill(value)
    field.press("Enter")
    settled(page)


def set_the_practice(page: Page) -> None:
    turn_to(page, "Practice")
    for label, value in FIELDS.items():
        type_in(page, label, value)
    for minutes, price in PRICES.items():
        page.locator(".st-key-practice-lengths").get_by_text(str(minutes), exact=True).click()
        expect(page.get_by_label(f"{minutes} minutes cost")).to_be_visible()
        type_in(page, f"{minutes} minutes cost", str(price))
    for day in ("Mon", "Thu"):
        page.locator(".st-key-practice-days").get_by_text(day, exact=True).click()
        settled(page)
    logo = {"name": "logo.png", "mimeType": "image/png", "buffer": painted()}
    page.get_by_role("button", name="Add a logo").click()
    page.locator("[class*=st-key-logo-] input[type=file]").set_input_files(logo)
    expect(page.locator(".paper img")).to_be_visible()


def a_client(page: Page, label: str) -> str:
    """From a blank visit to a plan; what the dock says of it."""
    hand = Hand(page)
    expect(page.get_by_role("checkbox", name="Lower back, left")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("textbox", name="Initials or code").fill(label)
    page.keyboard.press("Enter")
    hand.choose_pain("Low back pain")
    hand.press("Next: how bad")
    hand.say_average(6)
    hand.press("Next: safety")
    Safety(page).ready()
    hand.answer_none_of_these()
    hand.see_the_plan()
    return page.locator(".st-key-dock .figures").inner_text()


@pytest.mark.slow
def test_a_practice_set_once_is_on_every_paper_and_no_client_is_asked_for_it_again(
    address: str, page: Page
) -> None:
    page.goto(address)
    set_the_practice(page)
    axe_finds_nothing(page, "the practice")
    assert page.evaluate(WIDER) <= 0
    assert not page.evaluate(SMALL, TARGET)
    turn_to(page, "Consultation")
    before = a_client(page, "J.S.")
    assert "USD" in before
    left = downloaded(page, page.get_by_role("button", name="PDF").first.click)
    assert "-J-S-" in left.suggested_filename
    pdf = Path(left.path()).read_bytes()
    told = [one.extract_text() for one in PdfReader(io.BytesIO(pdf)).pages]
    assert all(FIELDS[name] in told[0] for name in ("Name of the practice", "Therapist", "Phone"))
    assert any(f"{price} USD" in told[0] for price in PRICES.values())
    assert "Logo of Oak Street Massage" in alternatives(pdf)
    turn_to(page, "Practice")
    for minutes in PRICES:
        type_in(page, f"{minutes} minutes cost", "999")
    turn_to(page, "Consultation")
    assert page.locator(".st-key-dock .figures").inner_text() == before
