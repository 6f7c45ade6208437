"""A whole consultation by keyboard alone: no pointer is touched from blank to the plan in hand."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import downloaded, press
from tests.browser.safety import Safety
from tests.browser.test_beforehand import held
from tests.browser.test_consultation import open_blank

MOST_TABS = 60


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until this has the focus, as a hand on the keyboard would."""
    for _ in range(MOST_TABS):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{MOST_TABS} presses of Tab did not reach {wanted}")


def to_a_finished_plan(page: Page, app: str) -> None:
    open_blank(page, app)
    tab_to(page, page.get_by_role("combobox", name="What hurts"))
    page.keyboard.type("Low back")
    expect(page.get_by_role("option").filter(has_text="Low back pain").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-dock").get_by_text("One number is missing")).to_be_visible()
    tab_to(page, page.locator(".st-key-next button"))
    press(page, "Enter")
    six = page.locator(".st-key-scale-average").get_by_role("radio", name="6", exact=True)
    expect(six).to_be_attached()
    tab_to(page, page.locator(".st-key-scale-average").get_by_role("radio").first)
    while not six.evaluate("one => one === document.activeElement"):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator(".st-key-dock").get_by_text("once a week")).to_be_visible()
    press(page, "3")
    safety = Safety(page)
    safety.ready()
    while not safety.none.is_hidden():
        before = safety.group
        expect(safety.none).to_be_enabled()
        press(page, "0")
        ended = f".safety:not([data-group={before}]), .safety .none[hidden]"
        expect(page.locator(ended)).to_have_count(1)
    press(page, "5")
    expect(page.get_by_role("button", name="PDF").first).to_be_visible()
    expect(page.locator("[data-row=swedish]")).to_be_visible()
    page.wait_for_timeout(300)  # a key is listened for a moment after its button is seen


@pytest.mark.slow  # by hand: test_consultation.py; each key: its own page
def test_a_whole_consultation_by_keyboard_alone(page: Page, app: str) -> None:
    to_a_finished_plan(page, app)
    left = downloaded(page, lambda: press(page, "p"))
    first = PdfReader(io.BytesIO(Path(left.path()).read_bytes())).pages[0].extract_text()
    assert "Next visit" in first and "Tick what you did" in first


@pytest.mark.slow
def test_one_key_shows_the_client_the_plan_and_the_therapist_ends_it(page: Page, app: str) -> None:
    to_a_finished_plan(page, app)
    press(page, "v")
    expect(page.get_by_role("heading", name="Your week")).to_be_visible()
    expect(page.get_by_text("How sure")).to_have_count(0)
    expect(page.get_by_text("Not chosen")).to_have_count(0)
    held(page.get_by_role("button", name="hold for 2 seconds"))
    expect(page.get_by_text("Not chosen").first).to_be_attached()
