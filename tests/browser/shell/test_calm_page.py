"""Every page in every state: one scroll, nothing wider than the screen, targets, axe, dark."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE, settled, turn_to
from tests.conftest import sample_text

TARGET = 44  # px
SIZES = {
    "tablet, landscape": (1024, 768),
    "tablet, portrait": (768, 1024),
    "phone": (390, 844),
    "desk": (1440, 900),
}
LOOKS = [
    pytest.param((name, dark), id=name + ", dark" * dark)
    for name in SIZES
    for dark in (False, True)
]
# What scrolls by itself: anything with more in it than is shown, but text fields, the panel of
# reasons beside the plan, and Streamlit's own page.
SCROLLS = """() => {
  const allowed = "textarea, [data-testid=stMain], [role=listbox], .panel, html, body";
  const every = (root) => [...root.querySelectorAll("*")].flatMap(
    (one) => [one, ...(one.shadowRoot ? every(one.shadowRoot) : [])]);
  return every(document).filter((one) => {
    const style = getComputedStyle(one);
    const tall = /auto|scroll/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
    const wide = /auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
    return (tall || wide) && one.clientHeight > 0 && !one.closest(allowed);
  }).map((one) => `${one.tagName}.${one.className} ${one.dataset.testid || ""}`);
}"""
# What moves by itself in our own parts, which stand in roots of their own; Streamlit's are its own.
MOVES = """() => {
  const roots = (root) => [...root.querySelectorAll("*")].flatMap(
    (one) => one.shadowRoot ? [one.shadowRoot, ...roots(one.shadowRoot)] : []);
  const long = (times) => times.split(",").some((one) => parseFloat(one) > 0.01);
  const ours = roots(document).flatMap((root) => [...root.querySelectorAll("*")]);
  return [...new Set(ours.filter((one) => {
    const style = getComputedStyle(one);
    const moves = style.animationName !== "none" && long(style.animationDuration);
    return moves || (style.transitionProperty !== "none" && long(style.transitionDuration));
  }).map((one) => `${one.tagName}.${one.getAttribute("class")}`))];
}"""
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"
# A target is what a finger is meant for. Not one: a link within a sentence (it is read), the sign
# at the end of a list (the whole list opens), a place of the body (as large as the body has it).
SMALL = """(least) => {
  const every = (root) => [...root.querySelectorAll("*")].flatMap(
    (one) => [one, ...(one.shadowRoot ? every(one.shadowRoot) : [])]);
  const aimed = "button, summary, select, a[href], [role=button], [role=radio], [role=checkbox], "
    + "[role=tab], [role=switch]";
  return every(document).filter((one) => {
    const seen = {opacityProperty: true, visibilityProperty: true};
    if (!one.matches(aimed) || !one.checkVisibility(seen)) return false;
    if (one.matches("path") || one.matches("a[href]") && one.closest("p, li, td, dd")) return false;
    if (one.matches(":is(.stSelectbox, .stMultiSelect) [aria-label=Open]")) return false;
    const box = one.getBoundingClientRect();
    const around = (one.closest("label") || one).getBoundingClientRect();
    const wide = Math.max(box.width, around.width), high = Math.max(box.height, around.height);
    return wide > 1 && high > 1 && (wide < least - 0.5 || high < least - 0.5);
  }).map((one) => {
    const box = one.getBoundingClientRect();
    const words = one.getAttribute("aria-label") || one.textContent.trim().slice(0, 40);
    const size = `${box.width.toFixed(0)}x${box.height.toFixed(0)}`;
    return `${one.tagName} ${one.dataset.testid || ""} "${words}" ${size}`;
  });
}"""


@pytest.fixture
def look(page: Page, request: pytest.FixtureRequest) -> Page:
    """A page of one size, light or dark."""
    name, dark = request.param
    width, height = SIZES[name]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if dark else "light")
    return page


def calm(page: Page, state: str) -> list[str]:
    """What is wrong with the page as it stands, for who wants no movement."""
    page.emulate_media(reduced_motion="reduce")
    settled(page)
    page.wait_for_timeout(300)
    faults = [f"scrolls by itself: {one}" for one in page.evaluate(SCROLLS)]
    faults += [f"moves: {one}" for one in page.evaluate(MOVES)]
    faults += [f"small: {one}" for one in page.evaluate(SMALL, TARGET)]
    if (wider := page.evaluate(WIDER)) > 0:
        faults.append(f"{wider} px wider than the screen")
    found = Axe().run(page)
    faults += [
        f"axe: {one['id']} {one['nodes'][0]['html'][:90]}" for one in found.response["violations"]
    ]
    return [f"{state}: {fault}" for fault in faults]


def open_sample(page: Page, name: str) -> None:
    """A sample visit, as a file from the client's tablet."""
    given = {
        "name": "visit.json",
        "mimeType": "application/json",
        "buffer": sample_text(name).encode(),
    }
    page.locator("input[type=file]").first.set_input_files(given)
    expect(page.locator(".st-key-dock").get_by_text("Plan").first).to_be_visible(timeout=PATIENCE)


def to_step(page: Page, number: int) -> None:
    page.locator(f".st-key-to-step-{number} button").click()
    expect(page.locator(f".st-key-step-{number}")).to_be_attached()


def states(page: Page, app: str) -> Iterator[str]:
    """Walk every page and state; the name of each while the page stands there."""
    page.goto(app)
    expect(page.get_by_role("checkbox", name="Lower back, left")).to_be_visible(timeout=PATIENCE)
    yield "blank"
    open_sample(page, "three-sources")
    for number, name in enumerate(("where", "how bad", "safety", "wishes", "the plan"), 1):
        to_step(page, number)
        yield name
    for link in ("Clients", "Diary", "Follow-up", "Evidence", "Practice"):
        turn_to(page, link)
        yield link


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_every_page_and_state_is_calm(look: Page, app: str) -> None:
    faults = [fault for state in states(look, app) for fault in calm(look, state)]
    assert not faults, "\n".join(faults)


def test_where_movement_is_wanted_something_moves(page: Page, app: str) -> None:
    """So that "nothing moves" above says something."""
    page.emulate_media(reduced_motion="no-preference")
    page.goto(app)
    expect(page.get_by_role("checkbox", name="Lower back, left")).to_be_visible(timeout=PATIENCE)
    assert any("region" in one for one in page.evaluate(MOVES))


BOTTOM = "document.querySelector('[data-testid=stMain]').scrollTo(0, 1e6)"
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.mark.parametrize(
    ("width", "height"),
    [SIZES["phone"], pytest.param(*SIZES["tablet, landscape"], marks=pytest.mark.slow)],
)
def test_a_step_opens_at_its_top(width: int, height: int, page: Page, app: str) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(app)
    expect(page.get_by_role("checkbox", name="Lower back, left")).to_be_visible(timeout=PATIENCE)
    open_sample(page, "three-sources")
    to_step(page, 1)
    was_scrolled = 0
    for number in (2, 3, 4, 5):
        settled(page)
        page.evaluate(BOTTOM)
        was_scrolled += page.evaluate(SCROLLED) > 0
        to_step(page, number)
        settled(page)
        assert page.evaluate(SCROLLED) == 0, f"step {number}"
    assert was_scrolled, "no step is longer than the screen"
