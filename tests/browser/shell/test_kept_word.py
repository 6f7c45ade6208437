"""In a real browser: a sign decides, a clinician's bound binds, last time's yes stays."""

import io
import json
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from planner.words.terms import CLEARANCE
from records import Records
from tests.browser.conftest import PATIENCE, client_of, settled, turn_to
from tests.browser.safety import Safety
from tests.browser.test_consultation import (
    Hand,
    download,
    download_from_the_panel,
    to_the_safety_step,
)
from tests.conftest import sample_text
from ui.state.kept_visits import summary_of

CLOT, THINNER = "p-dvt-recent", "p-anticoagulant"
THURSDAY = date(2026, 12, 3)
MOST_INTERACTIONS = 14


def nothing_for_axe(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def open_file(page: Page, app: str, visit: str) -> None:
    """A visit file, opened from the first screen."""
    page.goto(app)
    expect(page.get_by_text("The plan appears here after")).to_be_visible(timeout=PATIENCE)
    given = {"name": "visit.json", "mimeType": "application/json", "buffer": visit.encode()}
    page.locator("input[type=file]").first.set_input_files(given)
    expect(page.get_by_text("The plan appears here after")).to_have_count(0)
    settled(page)


@pytest.mark.slow  # without a browser: test_signs.py
def test_one_tick_of_the_signs_decides_how_urgent_it_is(page: Page, app: str) -> None:
    to_the_safety_step(Hand(page), app)
    safety = Safety(page)
    safety.go_to("Nerves and spine")
    safety.tick("rf-cauda-equina")
    safety.answer("rf-cauda-equina", "yes")
    urgent, today = (page.get_by_role("heading", name=str(CLEARANCE[one])) for one in
                     ("emergency", "same-day"))  # fmt: skip
    expect(urgent).to_be_visible()
    page.get_by_text("New pain down both legs").first.click()
    expect(today).to_be_visible()
    nothing_for_axe(page)
    page.get_by_text("Leaking pee or poo").first.click()
    expect(urgent).to_be_visible()
    expect(page.get_by_text("leaking pee or poo").first).to_be_visible()
    page.get_by_text("None of these", exact=True).first.click()
    expect(urgent).to_have_count(0)


@pytest.mark.slow
def test_a_clinicians_words_are_asked_about_and_bind_and_the_first_session_is_in_the_calendar(
    page: Page, app: str
) -> None:
    hand = Hand(page)
    marked = {**json.loads(sample_text("hold-clot")), "where": {CLOT: ["calf_left"]}}
    open_file(page, app, json.dumps(marked))
    page.locator(".st-key-to-step-5 button").click()
    hand.press("Record a clinician's clearance")
    page.get_by_role("textbox", name="Name and role").fill("Dr Example, GP")
    page.get_by_role("textbox", name="Other").fill("no longer than 30 minutes")
    nothing_for_axe(page)
    page.get_by_role("button", name="Record it", exact=True).click()
    expect(page.get_by_text("You wrote 30 minutes")).to_be_visible()
    hand.press("Yes, record it so")
    expect(page.locator(".binds", has_text="at most 30 minutes")).to_be_visible()
    expect(page.locator(".binds")).to_have_count(1)
    nothing_for_axe(page)
    page.locator(".st-key-to-step-4 button").click()
    choose_day(page, THURSDAY)
    page.locator(".st-key-to-step-5 button").click()
    expect(page.locator(".dates li").first).to_contain_text("3 Dec")
    first = PdfReader(io.BytesIO(download(hand, "PDF"))).pages[0].extract_text()
    assert "30 minutes" in first and "60 minutes" not in first
    events = Calendar.from_ical(download_from_the_panel(hand, "Calendar")).walk("VEVENT")
    visits = [one["DTSTART"].dt for one in events if one["SUMMARY"].startswith("Appointment")]
    assert min(visits) == THURSDAY, "whole days, while no time was agreed"


def choose_day(page: Page, day: date) -> None:
    """Type the first session's day, part by part."""
    field = page.locator(".st-key-first-session")
    field.get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{day:%Y%m%d}")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


@pytest.fixture
def clinic(app: str, records: Records) -> str:
    """Records with one client more, who takes a blood thinner, seen once."""
    body = sample_text("knee-anticoagulant")
    records.begin(body, summary_of(body), "1")
    return app


def test_a_second_visit_asks_again_what_was_yes_and_takes_at_most_fourteen_interactions(
    clinic: str, records: Records, page: Page
) -> None:
    """A blood thinner of last time outlives "none of these" and is asked by itself."""
    hand = Hand(page)
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(clinic)
    turn_to(page, "Clients")
    hand.on(page.locator(client_of(records)))
    hand.press("Begin the review")
    expect(page.get_by_text("looking back on the plan of")).to_be_visible()
    safety = Safety(page, hand.on)
    safety.ready()
    again = safety.root.locator(f".row[data-id={THINNER}]")
    expect(again).to_contain_text("last time: yes")
    expect(safety.none).to_be_hidden()
    nothing_for_axe(page)
    rows = safety.of_last_time()
    for row in rows:
        hand.on(row.get_by_role("button", name="Still so"))
    safety.nothing_new()
    groups = safety.end_all()
    hand.on(page.locator(".st-key-to-step-2 button"))
    hand.on(page.locator(".st-key-scale-average").get_by_role("radio", name="5", exact=True))
    hand.on(page.locator(".st-key-to-step-5 button"))
    hand.press("Accept")
    handout = PdfReader(io.BytesIO(download(hand, "PDF"))).pages[0].extract_text()
    print(f"\n{hand.interactions} interactions: {len(rows)} rows of last time, {groups} groups")
    assert len(rows) == 2
    assert hand.interactions <= MOST_INTERACTIONS
    assert "blood thinner" in handout
    turn_to(page, "Consultation")
    page.locator(".st-key-to-step-5 button").click()
    expect(page.locator(".st-key-plan")).to_contain_text("Blood thinner")
    expect(page.get_by_text("DRAFT")).to_have_count(0)
