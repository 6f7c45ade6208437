"""Every field of the consultation in a real browser: emptied is unknown, Enter takes one thing."""

import re

import pytest
from playwright.sync_api import Page, expect

from records import Records
from tests.browser.conftest import eventually, newest, settled
from tests.browser.test_consultation import Hand, open_blank

SIZES = {
    "landscape": (1024, 768),
    "portrait": (768, 1024),
    "phone": (390, 844),
    "desk": (1440, 900),
}
NUMBERS = {
    "client-age": ("client", "age", "52"),
    "preferences-monthly_budget": ("preferences", "monthly_budget", "240"),
    "preferences-session_price": ("preferences", "session_price", "80"),
    "preferences-self_care_minutes_per_day": ("preferences", "self_care_minutes_per_day", "0"),
}
LISTS = {
    "pain": ("nec", "Neck pain"),
    "preferences-therapies_declined": ("nee", "Dry needling"),
    "preferences-therapies_interested": ("yog", "Yoga"),
    "preferences-techniques_declined": ("dee", "Deep tissue massage"),
    "preferences-regions_to_avoid": ("jaw", "Jaw (TMJ), left"),
}
SCROLLS = """
() => [...document.querySelectorAll("body *")].filter((one) => {
  const look = getComputedStyle(one);
  const may = /auto|scroll/.test(look.overflowX + look.overflowY);
  const more = one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1;
  return may && more && one.clientHeight && one.tagName !== "TEXTAREA";
}).map((one) => one.dataset.testid ?? one.className)
"""
TOP = "() => document.querySelector('[data-testid=stMain]').scrollTop"


def says(records: Records, part: str, field: str, wanted: object) -> None:
    """Wait until the visit on the disk says this of a field."""
    eventually(lambda: newest(records)[part].get(field), wanted)


def months(records: Records) -> object:
    return newest(records)["pain"][0].get("months")


def type_in(page: Page, key: str, typed: str) -> None:
    """Replace what a number field holds, and leave it."""
    field = page.locator(f".st-key-{key} input")
    field.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Backspace")
    page.keyboard.type(typed)
    page.keyboard.press("Tab")
    settled(page)


def open_step(page: Page, step: int) -> None:
    page.locator(f".st-key-to-step-{step} button").click()
    expect(page.locator(f".st-key-step-{step}")).to_be_visible()
    settled(page)


def test_a_number_that_was_emptied_is_unknown_and_one_out_of_range_is_answered(
    app: str, page: Page, records: Records
) -> None:
    open_blank(page, app)
    Hand(page).choose_pain("Low back pain")
    for key, (part, field, number) in NUMBERS.items():
        open_step(page, 1 if part == "client" else 4)
        type_in(page, key, number)
        says(records, part, field, int(number))
        type_in(page, key, "")
        says(records, part, field, None)
        expect(page.locator(f".st-key-{key} input")).to_have_value("")
    open_step(page, 1)
    for typed, told in (("150", "It goes from 0 to 120"), ("52.5", "a whole number, 52 or 53")):
        type_in(page, "client-age", typed)
        expect(page.get_by_text(told)).to_be_visible()
        says(records, "client", "age", None)
    field = "pain-low-back-pain-months"
    type_in(page, field, "2")
    page.get_by_role("radio", name="years").click()
    settled(page)
    expect(page.locator(f".st-key-{field} input")).to_have_value("2")
    eventually(lambda: months(records), 24)
    type_in(page, field, "")
    eventually(lambda: months(records), None)


@pytest.mark.slow  # without a browser: ui/test_lists.py
def test_three_letters_and_enter_choose_the_one_thing_that_is_shown(
    app: str, page: Page, records: Records
) -> None:
    open_blank(page, app)
    for key, (letters, _) in LISTS.items():
        open_step(page, 1 if key == "pain" else 4)
        page.locator(f".st-key-{key} input").first.click()
        page.keyboard.type(letters)
        expect(page.get_by_role("option").first).to_be_visible()
        expect(page.get_by_role("option").filter(has_text="Select")).to_have_count(0)
        page.keyboard.press("Enter")
        settled(page)
        if key != "pain":
            page.keyboard.press("Escape")
    says(records, "preferences", "therapies_interested", ["yoga"])
    eventually(lambda: len(newest(records)["preferences"]["regions_to_avoid"]), 1)
    said = newest(records)
    assert [one["condition"] for one in said["pain"]] == ["neck-pain"]
    wishes = said["preferences"]
    assert wishes["therapies_declined"] == ["dry-needling"]
    assert wishes["techniques_declined"] == ["deep-tissue"]


def places(page: Page) -> dict[str, object]:
    """Where what can be tapped at the first step stands."""
    keys = ("figure", "pain", "client-label", "client-age", "steps", "dock", "next")
    return {key: page.locator(f".st-key-{key}").first.bounding_box() for key in keys}


@pytest.mark.parametrize(
    "size",
    [
        "landscape",
        "phone",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("portrait", "desk")),
    ],
)
def test_the_page_alone_scrolls_the_whole_figure_is_in_sight_and_the_first_choice_moves_nothing(
    page: Page, app: str, size: str
) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    open_blank(page, app)
    figure = page.locator(".figures").bounding_box()
    assert figure and figure["y"] >= 108 and figure["y"] + figure["height"] <= height - 64
    settled(page)
    before = places(page)
    if size != "phone":  # there the card opens below the figure, and the page goes along
        page.locator("[class*=st-key-often-low-back-pain] button").click()
        expect(page.locator(".st-key-source-low-back-pain")).to_be_visible()
        settled(page)
        assert places(page) == before
    else:
        Hand(page).choose_pain("Low back pain")
    for step in (1, 2, 3, 4, 5):
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 400")
        open_step(page, step)
        if step > 1:
            assert page.evaluate(TOP) == 0
        assert set(page.evaluate(SCROLLS)) <= {"stMain"}
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_tap_on_the_midline_marks_both_halves_and_says_what_is_missing(
    page: Page, app: str
) -> None:
    open_blank(page, app)
    left = page.locator("path.region[data-region=lower_back_left]")
    box = left.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 3, box["y"] + box["height"] / 2)
    right = page.get_by_role("checkbox", name="Lower back, right")
    expect(left).to_have_attribute("aria-checked", "true")
    expect(right).to_have_attribute("aria-checked", "true")
    expect(page.locator(".st-key-dock")).to_contain_text("2 places are marked")
    names = page.locator("[class*=st-key-suggested-] button")
    expect(names).to_have_text([re.compile("Low back pain"), re.compile("Sciatica")])
