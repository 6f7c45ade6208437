"""A whole consultation in a real Chromium: from a blank screen to the plan in hand."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pypdf import PdfReader

from planner.knowledge import load
from tests.browser.conftest import downloaded, forget, press
from tests.browser.safety import Safety

MOST_INTERACTIONS = 19
GROUPS = 11
EVIDENCE = {
    "Findings": f"{len(load().findings)} findings",
    "Home tasks": f"{len(load().self_care)} home tasks",
    "Sources ·": "sources",
    "Where sources disagree": "Guidelines on therapies",
    "Claims of the first article": "What it claimed",
    "Awaiting a check": "still guards",
}
SCREENS: dict[str, ViewportSize] = {
    "landscape tablet": {"width": 1024, "height": 768},
    "portrait tablet": {"width": 768, "height": 1024},
    "desk": {"width": 1280, "height": 900},
}
HANDS = {"landscape tablet": (), "portrait tablet": pytest.mark.slow, "desk": pytest.mark.slow}


class Hand:
    """What a therapist's hand does, counted."""

    def __init__(self, page: Page, touch: bool = False) -> None:
        self.page, self.touch, self.interactions = page, touch, 0

    def press(self, name: str) -> None:
        self.on(self.page.get_by_role("button", name=name).first)

    def on(self, target) -> None:
        (target.tap if self.touch else target.click)()
        self.interactions += 1

    def choose_pain(self, pain: str) -> None:
        self.on(self.page.get_by_role("combobox", name="What hurts"))
        self.on(self.page.get_by_role("option").filter(has_text=pain).first)
        expect(
            self.page.locator(".st-key-dock").get_by_text("One number is missing")
        ).to_be_visible()

    def say_average(self, score: int) -> None:
        scale = self.page.locator(".st-key-scale-average")
        self.on(scale.get_by_text(str(score), exact=True).first)
        expect(self.page.locator(".st-key-dock .figures b").first).to_be_visible()

    def see_the_plan(self) -> None:
        self.on(self.page.locator(".st-key-to-step-5 button"))
        expect(self.page.get_by_role("heading", name="Massage").first).to_be_visible()

    def answer_none_of_these(self) -> int:
        return Safety(self.page, self.on).end_all()


def open_blank(page: Page, app: str) -> None:
    """The first screen, drawn to the end: the chart comes last."""
    page.goto(app)
    expect(page.get_by_text("The plan appears here after")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("checkbox", name="Lower back, left")).to_be_visible(timeout=30_000)


def to_the_safety_step(hand: Hand, app: str, pain: str = "Low back pain") -> None:
    open_blank(hand.page, app)
    hand.choose_pain(pain)
    hand.press("Next: how bad")
    hand.say_average(6)
    hand.press("Next: safety")
    Safety(hand.page).ready()


def download(hand: Hand, name: str) -> bytes:
    before = hand.interactions
    left = downloaded(hand.page, lambda: hand.press(name))
    hand.interactions = before + 1
    return Path(left.path()).read_bytes()


def download_from_the_panel(hand: Hand, title: str) -> bytes:
    hand.press("Hand over")
    rows = hand.page.locator(".st-key-hand-over-papers").get_by_role("button")
    hand.on(rows.filter(has_text=re.compile(title)).first)
    expect(hand.page.locator(".st-key-looked-at h2")).to_have_text(title)
    return download(hand, "Download")


def first_page_of(pdf: bytes) -> str:
    return PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def axe_finds_nothing(page: Page, state: str) -> None:
    found = Axe().run(page)
    print(f"\naxe on {state}: {found.violations_count} violations")
    assert not found.violations_count, found.generate_report()


@pytest.fixture(params=[pytest.param(one, marks=marks) for one, marks in HANDS.items()])
def hand(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Hand]:
    """A hand at one of the screens: by touch on a tablet, with a mouse on a desk."""
    touch = "tablet" in request.param
    context = browser.new_context(
        viewport=SCREENS[request.param], has_touch=touch, accept_downloads=True
    )
    yield Hand(context.new_page(), touch)
    context.close()


def test_from_blank_to_a_pdf_in_at_most_nineteen_interactions(hand: Hand, app: str) -> None:
    to_the_safety_step(hand, app)
    assert hand.answer_none_of_these() == GROUPS
    hand.see_the_plan()
    page, size = hand.page, hand.page.viewport_size
    assert size and page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    pdf = download(hand, "PDF")
    print(f"\nblank to PDF: {hand.interactions} interactions, {GROUPS} of them safety groups")
    assert hand.interactions <= MOST_INTERACTIONS
    first = " ".join(first_page_of(pdf).split())
    assert "Next visit" in first and "60 minutes" in first
    assert any(task.name in first for task in load().self_care.values())
    table = list(
        csv.DictReader(io.StringIO(download_from_the_panel(hand, "Table").decode("utf-8-sig")))
    )
    assert any("Swedish massage" in row["what"] for row in table)


def test_while_questions_are_open_nothing_can_be_downloaded(page: Page, app: str) -> None:
    hand = Hand(page)
    to_the_safety_step(hand, app)
    hand.see_the_plan()
    expect(page.get_by_role("button", name="PDF")).to_have_count(0)


def test_a_red_flag_leaves_only_the_note(page: Page, app: str) -> None:
    hand = Hand(page)
    to_the_safety_step(hand, app)
    safety = Safety(page)
    safety.go_to("Nerves and spine")
    safety.tick("rf-cauda-equina")
    expect(page.get_by_text("911")).to_have_count(0)
    safety.sign("Leaking")
    safety.answer("rf-cauda-equina", "yes")
    expect(page.get_by_text("911").first).to_be_visible()
    expect(page.get_by_role("heading", name="Massage")).to_have_count(0)
    expect(page.locator(".st-key-steps")).to_be_visible()
    expect(page.get_by_role("link", name="Clients")).to_be_visible()
    page.get_by_role("button", name="That was a slip").click()
    expect(safety.line("rf-cauda-equina").locator(".card")).to_be_visible()
    expect(safety.root.locator(".chip[aria-pressed=true]")).to_have_count(0)


@pytest.mark.slow
def test_axe_finds_nothing_from_blank_to_plan(page: Page, app: str) -> None:
    hand = Hand(page)
    open_blank(page, app)
    axe_finds_nothing(page, "blank")
    to_the_safety_step(hand, app)
    axe_finds_nothing(page, "safety")
    hand.answer_none_of_these()
    hand.see_the_plan()
    axe_finds_nothing(page, "plan")


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, tab: Page) -> Iterator[Page]:
    """A page in each of the two themes; Streamlit asks at a page's own address first, in vain."""
    tab.emulate_media(color_scheme=request.param)
    yield tab
    forget(tab)


@pytest.mark.slow
def test_axe_finds_nothing_on_a_whole_plan_and_what_opens_from_it(themed: Page, app: str) -> None:
    page, hand = themed, Hand(themed)
    open_blank(page, app)
    hand.on(page.get_by_role("combobox", name="Try a sample client"))
    hand.on(page.get_by_role("option", name="Knee anticoagulant"))
    expect(page.locator(".st-key-dock").get_by_text("once a week")).to_be_visible()
    press(page, "4")
    expect(page.get_by_text("What should become possible?")).to_be_visible()
    axe_finds_nothing(page, "wishes")
    press(page, "5")
    expect(page.get_by_role("heading", name="Massage").first).to_be_visible()
    axe_finds_nothing(page, "plan with changes")
    hand.on(page.locator("[data-open=swedish]"))
    expect(page.get_by_text("Why it is here")).to_be_visible()
    axe_finds_nothing(page, "a line's reasons")
    page.keyboard.press("Escape")
    hand.on(page.get_by_text("Three ways to go"))
    expect(page.get_by_role("button", name=re.compile("^Chosen"))).to_be_visible()
    hand.on(page.locator(".st-key-whose .stPopover button"))
    expect(page.get_by_text("Keys: 1 to 5 steps")).to_be_visible()
    axe_finds_nothing(page, "three ways and the visit menu")
    page.keyboard.press("Escape")
    hand.press("Show to client")
    expect(page.get_by_role("heading", name="Your plan")).to_be_visible()
    expect(page.get_by_text("Three ways to go")).to_have_count(0)
    axe_finds_nothing(page, "client's view")


@pytest.mark.slow
def test_axe_finds_nothing_on_the_evidence(themed: Page, app: str) -> None:
    themed.goto(f"{app}/evidence")
    for tab, content in EVIDENCE.items():
        themed.get_by_role("tab", name=tab).click()
        expect(themed.get_by_text(content).first).to_be_visible(timeout=30_000)
        axe_finds_nothing(themed, f"evidence, {tab}")


@pytest.mark.slow
def test_axe_finds_nothing_under_a_hold_and_a_stop(page: Page, app: str) -> None:
    to_the_safety_step(Hand(page), app)
    safety = Safety(page)
    safety.go_to("Heart, blood and clots")
    safety.tick("p-dvt-recent")
    axe_finds_nothing(page, "a question")
    safety.answer("p-dvt-recent", "yes")
    page.get_by_role("button", name="Record a clinician's clearance").click()
    expect(page.get_by_role("textbox", name="Name and role")).to_be_visible()
    axe_finds_nothing(page, "a clearance")
    back = page.get_by_role("button", name="Back to the questions")
    back.click()
    expect(back).to_have_count(0)
    safety.ready()
    safety.tick("rf-dvt")
    safety.answer("rf-dvt", "unsure")
    expect(page.get_by_text("Whom to call").first).to_be_visible()
    axe_finds_nothing(page, "a stop")


def test_a_tap_on_the_chart_suggests_a_pain_source_and_reaches_the_plan(
    page: Page, app: str
) -> None:
    hand = Hand(page)
    open_blank(page, app)
    left = page.get_by_role("checkbox", name="Lower back, left")
    left.click()
    expect(left).to_have_attribute("aria-checked", "true")
    expect(page.locator(".st-key-dock")).to_contain_text("1 place is marked")
    hand.on(page.locator("[class*=st-key-suggested-]").get_by_role("button", name="Low back pain"))
    expect(page.get_by_text("One number is missing")).to_be_visible()
    hand.press("Next: how bad")
    hand.say_average(6)
    hand.see_the_plan()
    expect(page.locator("[data-row=swedish]").get_by_text("Lower back, left")).to_be_visible()
