"""A session logged with oily hands: three taps and a line, kept at once, counted, noted, signed."""

import json
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from records import Records
from tests.browser.conftest import CLIENT, PATIENCE, eventually, settled, turn_to
from tests.conftest import sample_text
from ui.state.kept_visits import summary_of

LABEL = "S.L.T."  # nobody else's among the records that the browser tests share
TABLET = {"width": 1024, "height": 768}


@pytest.fixture
def client(app: str, records: Records) -> str:
    """Somebody with thin blood who was planned for a week ago, a sign to look at again."""
    visit = json.loads(sample_text("knee-anticoagulant"))
    sign = {"comparable": {"name": "knee-bend", "before": 6, "after": 4}}
    on = (date.today() - timedelta(7)).isoformat()
    said = visit["preferences"]
    said.pop("first_session", None)
    who = {**visit["client"], "label": LABEL}
    body = json.dumps({**visit, "client": who, "on": on, "assessment": sign, "preferences": said})
    return records.begin(body, summary_of(body), "1").client


def nothing_for_axe(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def of(page: Page, group: str, name: str) -> Locator:
    """One of the buttons of a group, by its whole name."""
    return page.get_by_role("group", name=group).get_by_role("button", name=name, exact=True)


def kept(records: Records, client: str, kind: str = "session") -> dict:
    return json.loads(records.entries(client, kind)[0].newest.body)


def test_a_session_is_logged_in_three_taps_counted_by_the_review_noted_and_signed(
    app: str, records: Records, client: str, page: Page
) -> None:
    page.set_viewport_size(TABLET)
    page.goto(app)
    turn_to(page, "Clients")
    page.locator(CLIENT).filter(has_text=LABEL).click()
    page.get_by_role("button", name="Log a session").click()
    expect(page.get_by_role("heading", name="Since last time")).to_be_visible(timeout=PATIENCE)
    assert not records.entries(client)
    of(page, "Since last time", "Better").click()
    eventually(lambda: kept(records, client)["after_last_time"], "better")
    of(page, "Before the massage", "5").click()
    of(page, "After it", "3").click()
    eventually(
        lambda: kept(records, client)["sign"], {"name": "knee-bend", "before": 5, "after": 3}
    )
    expect(page.get_by_text("2 lower")).to_be_visible()
    page.get_by_label("A line for the note").fill("Slept through twice.")
    eventually(lambda: kept(records, client).get("words"), "Slept through twice.")
    nothing_for_axe(page)

    of(page, "Swedish massage", "Firm").click()
    expect(page.get_by_text("Light pressure only: ")).to_be_visible()
    assert kept(records, client)["done"][0]["pressure"] == "light"
    page.get_by_role("button", name="It was done so").click()
    expect(page.get_by_text("Beyond the plan; kept as it was:")).to_be_visible()
    eventually(lambda: kept(records, client)["done"][0]["pressure"], "firm")

    page.goto(f"{app}/?{page.url.partition('?')[2]}")
    page.get_by_role("link", name="Clients", exact=True).click(timeout=PATIENCE)
    expect(of(page, "Since last time", "Better")).to_have_attribute(
        "aria-pressed", "true", timeout=PATIENCE
    )
    expect(page.get_by_label("A line for the note")).to_have_value("Slept through twice.")

    page.get_by_role("button", name="Read the note").click()
    expect(page.get_by_label("Objective")).to_be_visible(timeout=PATIENCE)
    page.get_by_label("Assessment").fill("Moves with less pain.")
    page.get_by_label("Therapist").fill("L. Ortiz")
    page.get_by_label("Licence").fill("LMT 12345")
    eventually(
        lambda: kept(records, client, "note")["parts"], {"assessment": "Moves with less pain."}
    )
    nothing_for_axe(page)
    page.get_by_role("button", name="Sign the note").click()
    expect(page.get_by_text("Signed L. Ortiz, LMT 12345")).to_be_visible()
    signed = kept(records, client, "note")
    assert set(signed["parts"]) == {"subjective", "objective", "assessment", "plan"}
    assert "firm pressure" in signed["parts"]["plan"]
    assert "Slept through twice" in signed["parts"]["subjective"]
    expect(page.get_by_label("Objective")).to_have_count(0)

    page.get_by_role("button", name="Back to the session").click()
    of(page, "Since last time", "As usual").click()
    eventually(lambda: kept(records, client)["after_last_time"], "as usual")
    assert kept(records, client, "note") == signed
    page.get_by_role("button", name="Keep session").click()
    settled(page)
    page.get_by_role("button", name="Begin the review").click()
    expect(page.get_by_text("looking back on the plan of")).to_be_visible(timeout=PATIENCE)
    page.locator(".st-key-to-step-4 button").click()
    expect(page.locator(".st-key-session-log-summary")).to_contain_text("1 of ")
