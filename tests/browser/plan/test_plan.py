"""The plan in a real Chromium: lines open beside it, edits move its totals, the page scrolls."""

import pytest
from playwright.sync_api import Locator, Page, expect

from planner.knowledge import load
from planner.visit.main_line import first_visit
from tests.browser.conftest import settled
from tests.browser.test_consultation import axe_finds_nothing, open_blank
from tests.conftest import sample

WIDE, PHONE = (1024, 768), (390, 844)
PLAN = first_visit(sample("knee-anticoagulant"), load())
HOME = next(one for one in PLAN.self_care if one.id.startswith("aerobic:"))
SCROLLERS = """
() => {
  const found = [];
  const look = (node) => {
    for (const one of node.querySelectorAll("*")) {
      if (one.shadowRoot) look(one.shadowRoot);
      const how = getComputedStyle(one).overflowY;
      const scrolls = ["auto", "scroll"].includes(how) && one.scrollHeight > one.clientHeight + 1;
      if (scrolls && !one.matches("[data-testid=stMain], .panel, textarea"))
        found.push(one.className + ":" + one.scrollHeight + ">" + one.clientHeight);
    }
  };
  look(document.querySelector("[data-testid=stMain]").parentElement);
  return found;
}
"""


@pytest.fixture(
    params=[
        pytest.param(WIDE, id="tablet"),
        pytest.param(PHONE, id="phone", marks=pytest.mark.slow),
    ],
)
def screen(request: pytest.FixtureRequest, page: Page) -> Page:
    """A page as wide as a tablet, or as a phone in the dark."""
    width, height = request.param
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="light" if request.param == WIDE else "dark")
    return page


@pytest.fixture
def plan_page(screen: Page, app: str) -> Page:
    """The plan of a sample client who takes a blood thinner."""
    to_the_plan(screen, app)
    return screen


def to_the_plan(page: Page, app: str, sample: str = "Knee anticoagulant") -> None:
    open_blank(page, app)
    page.get_by_role("combobox", name="Try a sample client").focus()
    page.keyboard.type(sample)
    expect(page.get_by_role("option").filter(has_text=sample).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".one-line .figures")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".st-key-to-step-5 button").click()
    expect(row(page, "swedish")).to_be_visible()
    settled(page)


def row(page: Page, line: str) -> Locator:
    return page.locator(f'[data-open="{line}"]')


def panel(page: Page) -> Locator:
    return page.locator(".panel")


def dose(page: Page) -> str:
    return page.locator(".one-line .figures").inner_text()


def test_each_line_opens_beside_the_plan_and_gives_the_focus_back(plan_page: Page) -> None:
    page = plan_page
    assert not page.evaluate(SCROLLERS)
    for line in ("swedish", "tai-chi", HOME.id):
        row(page, line).focus()
        page.keyboard.press("Enter")
        expect(panel(page).get_by_text("Why it is here")).to_be_visible()
        expect(panel(page).get_by_text("How sure:").first).to_be_attached()
        expect(row(page, line)).to_have_attribute("aria-expanded", "true")
        assert not page.evaluate(SCROLLERS)
        if page.viewport_size["width"] == WIDE[0]:
            assert not covers(panel(page), page.locator(".lines"))
        page.keyboard.press("Escape")
        expect(row(page, line)).to_be_focused()
        expect(row(page, line)).to_have_attribute("aria-expanded", "false")
    row(page, "swedish").click()
    panel(page).get_by_role("button", name="Close").click()
    expect(row(page, "swedish")).to_be_focused()


def covers(one: Locator, other: Locator) -> bool:
    """Whether two of the page overlap."""
    a, b = one.bounding_box(), other.bounding_box()
    assert a and b
    return a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"]


def test_a_wheel_over_a_line_moves_the_page(plan_page: Page) -> None:
    page = plan_page
    box = row(page, "swedish").bounding_box()
    assert box
    page.mouse.move(box["x"] + 40, box["y"] + 10)
    page.mouse.wheel(0, 200)
    page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop > 100")


def test_an_edit_moves_the_totals_and_is_taken_back(plan_page: Page) -> None:
    page = plan_page
    total = page.locator("[data-part=load] b, [data-part=load] p").first
    before = total.inner_text()
    row(page, "tai-chi").click()
    panel(page).get_by_role("button", name="Take out").click()
    expect(row(page, "tai-chi")).to_have_count(0)
    expect(page.locator(".last")).to_contain_text("Gone: Tai chi")
    expect(total).not_to_have_text(before)
    undo = page.get_by_role("button", name="Undo", exact=True)
    expect(undo).to_be_in_viewport(ratio=1)
    undo.click()
    expect(row(page, "tai-chi")).to_be_visible()
    expect(total).to_have_text(before)


def test_a_swap_shows_what_is_forbidden_with_its_reason_and_the_own_words_are_shown_as_typed(
    plan_page: Page,
) -> None:
    page = plan_page
    row(page, "swedish").click()
    forbidden = panel(page).locator(".pick-one", has_text="Deep tissue massage")
    expect(forbidden).to_have_attribute("aria-disabled", "true")
    expect(forbidden.locator(".second")).not_to_be_empty()
    forbidden.click(force=True)
    expect(page.locator(".told")).to_have_text(forbidden.locator(".second").inner_text())
    expect(row(page, "swedish")).to_be_visible()
    page.keyboard.press("Escape")
    row(page, HOME.id).click()
    words = panel(page).get_by_role("textbox", name="In your own words")
    panel(page).get_by_role("button", name="Use my words").click()
    expect(page.get_by_text("Write how it should read first.")).to_be_visible()
    words.fill("Once round <b>the pond</b>, p, v, 1")
    panel(page).get_by_role("button", name="Use my words").click()
    task = page.locator(f'[data-row="{HOME.id}"]')
    expect(task).to_contain_text("Once round <b>the pond</b>, p, v, 1")


def test_axe_finds_nothing_on_the_plan(plan_page: Page) -> None:
    axe_finds_nothing(plan_page, "the plan")
    row(plan_page, "swedish").click()
    expect(panel(plan_page).get_by_text("Why it is here")).to_be_visible()
    axe_finds_nothing(plan_page, "the plan with a line open")
