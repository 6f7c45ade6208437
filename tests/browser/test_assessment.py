"""The assessment at the table: tapped row by row, kept at once, there after a reload."""

from playwright.sync_api import Locator, Page, expect

from records import Records
from tests.browser.conftest import eventually, newest
from tests.browser.shell.test_calm_page import calm, open_sample

LEFT = "neck-turn-left"
FOUND = {
    "stirring": {"set_off_by": "little", "then_it_is": "mild", "settles_in": "hours"},
    "provokes": ["sitting"],
    "comparable": {"name": LEFT, "before": 6},
    "notes": "guards the left side",
}


def row(page: Page, name: str) -> Locator:
    return page.locator(f".move[data-id='{name}']")


def pain(page: Page, name: str) -> Locator:
    return row(page, name).get_by_role("textbox")


def kept(records: Records) -> dict:
    return newest(records).get("assessment", {})


def is_pressed(one: Locator) -> None:
    expect(one).to_have_attribute("aria-pressed", "true")


def test_what_was_found_is_tapped_kept_and_there_again(
    app: str, records: Records, page: Page
) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(app)
    open_sample(page, "neck-small-budget")
    page.get_by_role("button", name="What you found").click()
    left = row(page, LEFT)
    expect(pain(page, LEFT)).to_have_value("")
    left.get_by_role("button", name="Limited").click()
    for _ in range(6):
        left.get_by_role("button", name="Pain: Turn left: more").click()
    left.get_by_role("button", name="Comparable sign: Turn left").click()
    page.get_by_role("button", name="little", exact=True).click()
    page.get_by_role("button", name="mild", exact=True).click()
    page.get_by_role("button", name="hours", exact=True).click()
    expect(page.get_by_text("Irritable: moderate")).to_be_visible()
    page.locator(".behaviours section").first.get_by_role("button", name="Sitting").click()
    tender = page.get_by_role("checkbox", name="Back of neck, left")
    for _ in range(3):
        tender.click()
    page.get_by_label("Notes").fill("guards the left side")
    page.get_by_role("button", name="Movement or test", exact=True).click()
    page.get_by_label("Or in your own words").fill("Hold the head up")
    page.get_by_role("button", name="Put it in").click()
    page.get_by_label("What came of it: Hold the head up").fill("8 seconds")
    page.keyboard.press("Tab")
    eventually(
        lambda: {part: kept(records).get(part) for part in FOUND},
        FOUND,
    )
    findings = [
        {"what": "movement", "name": LEFT, "extent": "limited", "pain": 6},
        {"what": "palpation", "region": "neck_back_left", "tender": 3},
        {"what": "test", "name": "Hold the head up", "result": "8 seconds"},
    ]
    eventually(lambda: sorted(kept(records)["findings"], key=lambda one: one["what"]), findings)
    for width, height in ((1024, 768), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        assert calm(page, "what was found") == []
    page.set_viewport_size({"width": 1024, "height": 768})

    page.reload()
    page.get_by_role("button", name="What you found").click()
    expect(pain(page, LEFT)).to_have_value("6")
    is_pressed(row(page, LEFT).get_by_role("button", name="Limited"))
    is_pressed(row(page, LEFT).get_by_role("button", name="Comparable sign: Turn left"))
    is_pressed(page.get_by_role("button", name="little", exact=True))
    expect(page.get_by_label("What came of it: Hold the head up")).to_have_value("8 seconds")
    expect(page.get_by_role("checkbox", name="Back of neck, left: severe")).to_be_checked()
    expect(page.get_by_label("Notes")).to_have_value("guards the left side")

    pain(page, LEFT).fill("60")
    page.keyboard.press("Tab")
    expect(row(page, LEFT).get_by_role("alert")).to_contain_text("from 0 to 10")
    pain(page, LEFT).fill("")
    page.keyboard.press("Tab")
    eventually(lambda: "pain" in kept(records)["findings"][0], False)
    expect(pain(page, LEFT)).to_have_value("")

    page.locator(".st-key-to-step-5 button").click()
    expect(page.get_by_label("Pain after this session, 0 to 10")).to_be_visible()
