"""Pictures in a real Chromium: on the plan by day and by night, moving in the hands of a client."""

import io

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect

from planner.figures import stored
from planner.knowledge import load
from planner.visit.main_line import first_visit
from planner.words.home import pictured
from tests.browser.plan.test_plan import to_the_plan
from tests.browser.test_consultation import axe_finds_nothing
from tests.conftest import sample

PLAN = first_visit(sample("knee-anticoagulant"), load())
LOOKS = (600, 500, 600)  # milliseconds between two; in all longer than a frame stands
LOADED = "one => one.complete && one.naturalWidth > 0"


@pytest.fixture
def calm_page(page: Page, app: str) -> Page:
    """A plan on the tablet of somebody who asks for less motion, by day."""
    page.set_viewport_size({"width": 1024, "height": 768})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    to_the_plan(page, app)
    return page


def addresses(pictures: Locator) -> list[str]:
    return [one.get_attribute("src") for one in pictures.all()]


def moves(picture: Locator) -> bool:
    """Whether it looks otherwise once a frame has passed.

    It is looked at in between too: on a busy machine the last look may meet the first frame again.
    """
    first = _seen(picture, 0)
    later = (_seen(picture, wait) for wait in LOOKS)
    return any(ImageChops.difference(first, one).getbbox() for one in later)


def _seen(picture: Locator, wait: int) -> Image.Image:
    picture.page.wait_for_timeout(wait)
    return Image.open(io.BytesIO(picture.screenshot())).convert("RGB")


@pytest.mark.slow
def test_the_plan_has_its_pictures_by_day_and_by_night(calm_page: Page) -> None:
    page = calm_page
    pictures = page.locator("[data-part=home] img.picture")
    expect(pictures).to_have_count(len(PLAN.self_care))
    for theme in ("light", "dark", "light"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        wanted = [f"pictures/{theme}/{stored.file_name(one.id)}" for one in PLAN.self_care]
        for picture, address in zip(pictures.all(), wanted, strict=True):
            expect(picture).to_have_attribute("src", address)
            page.wait_for_function(LOADED, arg=picture.element_handle())
    names = load().self_care
    told = [pictured(names[one.id].name, one.steps) for one in PLAN.self_care]
    assert [one.get_attribute("alt") for one in pictures.all()] == told
    page.locator(f'[data-open="{PLAN.self_care[0].id}"]').click()
    expect(page.locator(".panel img.picture")).to_have_attribute("alt", told[0])
    axe_finds_nothing(page, "a plan with pictures")


@pytest.mark.slow
def test_the_client_lets_the_pictures_move_and_stops_them_all_with_one_button(
    calm_page: Page,
) -> None:
    page = calm_page
    page.get_by_role("button", name="Show to client").click()
    pictures = page.locator(".plan-shown img.picture")
    expect(pictures).to_have_count(len(PLAN.self_care))
    assert not any(".moving." in one for one in addresses(pictures))
    first = pictures.first
    first.scroll_into_view_if_needed()
    page.wait_for_function(LOADED, arg=first.element_handle())
    assert not moves(first)

    button = page.get_by_role("button", name="Let the pictures move")
    box = button.bounding_box()
    assert box and min(box["width"], box["height"]) >= 44
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="The pictures move now.")).to_be_attached()
    moving = [one for one in PLAN.self_care if stored.moving(one.id)]
    assert sum(".moving." in one for one in addresses(pictures)) == len(moving) > 0
    page.wait_for_function(LOADED, arg=first.element_handle())
    assert moves(first)
    axe_finds_nothing(page, "the client's view")

    stop = page.get_by_role("button", name="Stop the pictures")
    expect(stop).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="stand still")).to_be_attached()
    assert not any(".moving." in one for one in addresses(pictures))
    page.wait_for_function(LOADED, arg=first.element_handle())
    assert not moves(first)
