"""A year of one client, entered as a therapist does: what the review says is what was entered.

One visit, ten sessions and three reviews, each on its day; then the client's page on one screen.
"""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from planner.knowledge import load
from planner.model.plan import Plan, read_plan
from planner.planning.course.occasions import of_massage, visits_of
from records import Records, Settings, open_store
from tests.browser.conftest import (
    CLIENT,
    PATIENCE,
    ROOT,
    eventually,
    newest,
    serve,
    settled,
    turn_to,
)
from tests.browser.forked import Forked
from tests.browser.safety import Safety
from tests.browser.test_consultation import Hand, download, open_blank
from tests.browser.test_follow_up import answer_the_short_screen, rate

pytestmark = pytest.mark.slow

LABEL, SIGN, GOAL = "A.Y.", "neck-turn-left", "turn to look behind while driving"
FIRST = date(2026, 1, 5)
TABLET = {"width": 1024, "height": 768}
PORTRAIT = {"width": 768, "height": 1024}


@dataclass(frozen=True)
class Had:
    """A session as it is told: how the client was since, the sign before and after, at home."""

    on: date
    since: str
    before: int
    after: int
    home: int

    @property
    def was_a_flare(self) -> bool:
        return self.since == "Worse for longer"


@dataclass(frozen=True)
class Looked:
    """A review: average pain, the goal now, and how pain was in the diary before and after."""

    on: date
    average: int
    goal: int
    diary: int


def day(month: int, number: int, year: int = 2026) -> date:
    return date(year, month, number)


SESSIONS = (
    Had(day(1, 5), "As usual", 6, 5, 0),
    Had(day(1, 12), "Better", 6, 4, 5),
    Had(day(1, 19), "Worse for longer", 6, 5, 4),
    Had(day(1, 26), "Sore a day or two", 5, 4, 6),
    Had(day(2, 9), "Better", 5, 4, 5),
    Had(day(2, 16), "Better", 5, 3, 7),
    Had(day(3, 2), "Worse for longer", 5, 4, 3),
    Had(day(4, 20), "Better", 4, 3, 6),
    Had(day(5, 18), "As usual", 4, 3, 5),
    Had(day(6, 15), "Better", 3, 2, 7),
)
REVIEWS = (
    Looked(day(2, 2), 5, 5, 5),
    Looked(day(4, 6), 4, 6, 4),
    Looked(day(12, 28), 2, 8, 2),
)


SHORTER = REVIEWS[1].on  # two flares so far: half as long from then on, and counted anew


class Year:
    """The client's year under a therapist's hand."""

    def __init__(self, page: Page, app: str, today: Path, records: Records) -> None:
        self.page, self.app, self.today, self.records = page, app, today, records
        self.hand = Hand(page)

    def on(self, when: date) -> None:
        self.today.write_text(when.isoformat(), encoding="utf-8")

    @property
    def client(self) -> str:
        (line,) = self.records.clients().lines
        return line.id

    def to_the_client(self) -> None:
        self.page.goto(self.app)
        turn_to(self.page, "Clients")
        self.page.locator(CLIENT).filter(has_text=LABEL).click()
        expect(self.page.get_by_role("heading", name="What happened")).to_be_visible()
        settled(self.page)

    def first_visit(self) -> None:
        page, hand = self.page, self.hand
        self.on(FIRST)
        open_blank(page, self.app)
        hand.choose_pain("Neck pain")
        page.get_by_role("textbox", name="Initials or code").fill(LABEL)
        page.keyboard.press("Tab")
        # what takes the finger lies over what is drawn
        page.get_by_role("checkbox", name="Back of neck, left").click(force=True)
        settled(page)
        page.get_by_role("button", name="What you found").click()
        sign = page.locator(f".move[data-id='{SIGN}']")
        sign.get_by_role("button", name="Limited").click()
        for _ in range(6):
            sign.get_by_role("button", name="Pain: Turn left: more").click()
        sign.get_by_role("button", name="Comparable sign: Turn left").click()
        eventually(lambda: newest(self.records)["assessment"]["comparable"]["before"], 6)
        page.locator(".st-key-to-step-2 button").click()
        hand.say_average(6)
        page.locator(".st-key-to-step-3 button").click()
        Safety(page).ready()
        hand.answer_none_of_these()
        page.locator(".st-key-to-step-4 button").click()
        page.get_by_role("textbox", name="In the client's words").fill(GOAL)
        page.keyboard.press("Tab")
        eventually(lambda: newest(self.records)["preferences"]["goals"], [GOAL])
        hand.see_the_plan()
        assert download(hand, "PDF")
        self.sign_the_note_of_the_visit()

    def sign_the_note_of_the_visit(self) -> None:
        self.page.locator("summary").filter(has_text="Visit note").click()
        self.sign()

    def sign(self) -> None:
        page = self.page
        expect(page.get_by_label("Objective")).to_be_visible(timeout=PATIENCE)
        page.get_by_label("Therapist").fill("L. Ortiz")
        page.get_by_label("Licence").fill("LMT 12345")
        page.get_by_role("button", name="Sign the note").click()
        expect(page.get_by_text("Signed L. Ortiz, LMT 12345")).to_be_visible()

    def session(self, one: Had) -> None:
        page = self.page
        self.on(one.on)
        self.to_the_client()
        page.get_by_role("button", name="Log a session").first.click()
        expect(page.get_by_role("heading", name="Since last time")).to_be_visible(timeout=PATIENCE)
        for group, tapped in (
            ("Since last time", one.since),
            ("Before the massage", str(one.before)),
            ("After it", str(one.after)),
        ):
            group_of = page.get_by_role("group", name=group)
            group_of.get_by_role("button", name=tapped, exact=True).click()
        page.get_by_label("Days with home care, of the last 7").fill(str(one.home))
        page.get_by_label("A line for the note").fill(f"Turned to {one.after} today.")
        page.keyboard.press("Tab")
        eventually(lambda: self.logged(one.on).get("words"), f"Turned to {one.after} today.")
        settled(page)
        page.get_by_role("button", name="Read the note").click()
        self.sign()

    def logged(self, on: date) -> dict[str, Any]:
        every = (one.newest.body for one in self.records.entries(self.client, "session"))
        return next((one for one in map(json.loads, every) if one["on"] == on.isoformat()), {})

    def review(self, one: Looked, file: Path) -> None:
        page = self.page
        self.on(one.on)
        self.to_the_client()
        page.get_by_role("button", name="Begin the review").click()
        expect(page.get_by_text("looking back on the plan of")).to_be_visible(timeout=PATIENCE)
        answer_the_short_screen(self.hand)
        page.locator(".st-key-to-step-2 button").click()
        scale = page.locator(".st-key-scale-average")
        scale.get_by_role("radio", name=str(one.average), exact=True).click()
        settled(page)
        page.locator(".st-key-to-step-3 button").click()
        page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_role("button", name="Put it away")).to_be_visible(timeout=PATIENCE)
        page.locator(".st-key-to-step-4 button").click()
        if one == REVIEWS[0]:  # the next reviews know where the goal began
            rate(page, self.records, 0, "before", 3)
        rate(page, self.records, 0, "now", one.goal)

    @property
    def counted(self) -> str:
        """What the screen says that the log comes to."""
        return self.page.locator(".st-key-session-log-summary").inner_text()

    def decide(self) -> None:
        page = self.page
        page.locator(".st-key-to-step-5 button").click()
        expect(page.get_by_text("You decide.")).to_be_visible(timeout=PATIENCE)
        page.get_by_role("textbox", name="In a word, why").fill("agreed with the client")
        page.get_by_role("button", name="Accept").click()
        expect(page.get_by_text("You accepted the proposal.")).to_be_visible()

    def noted(self) -> str:
        """The note of the review as the screen has it, signed."""
        page = self.page
        page.locator("summary").filter(has_text="Visit note").click()
        expect(page.get_by_label("Objective")).to_be_visible(timeout=PATIENCE)
        parts = ("Subjective", "Objective", "Assessment")
        told = "\n".join(page.get_by_label(part).input_value() for part in parts)
        self.sign()
        return told

    def progress(self) -> str:
        """The client's page of progress, as words in a line."""
        pdf = PdfReader(io.BytesIO(download(self.hand, "Progress")))
        return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())

    def last_plan(self) -> Plan:
        """The plan that the open review looks back on."""
        return read_plan(json.dumps(newest(self.records)["follow_up"]["last"]), load().known_ids)


@dataclass(frozen=True)
class Expected:
    """What the script entered since a plan, as a review must have it."""

    done: int
    due: int
    flares: int
    home: int
    asked: int


def expected(last: Plan, on: date) -> Expected:
    """Counted from the script's own list, beside the program."""
    mine = [one for one in SESSIONS if last.on <= one.on <= on]
    mine = mine if last.on == FIRST else [one for one in mine if one.on > last.on]
    due = sum(one.on < on for one in of_massage(visits_of(last)))
    home = asked = 0
    since = last.on
    for one in mine:
        days = min(7, (one.on - since).days)
        if days > 0:
            home, asked, since = home + min(one.home, days), asked + days, one.on
    flares = [one for one in SESSIONS if one.was_a_flare and flares_from(on) <= one.on <= on]
    return Expected(len(mine), due, len(flares), home, asked)


def flares_from(on: date) -> date:
    return SHORTER if on > SHORTER else FIRST


@pytest.fixture
def year(page: Page, tmp_path: Path) -> Iterator[Year]:
    database, today = tmp_path / "records.db", tmp_path / "today"
    today.write_text(FIRST.isoformat(), encoding="utf-8")
    environment = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}", "PAIN_PLAN_DAY": str(today)}
    page.set_viewport_size(TABLET)
    script = ROOT / "tests" / "browser" / "app_on_a_day.py"
    served = serve(script, environment=environment, run=Forked)
    address = next(served)
    store = open_store(Settings.at(database))
    yield Year(page, address, today, store.of("local"))
    page.goto("about:blank")
    store.close()
    served.close()


def diary(folder: Path, until: date) -> Path:
    """The client's own diary so far, from four weeks before the first visit."""
    begins = FIRST - timedelta(days=28)
    days = [begins + timedelta(days=number) for number in range((until - begins).days)]
    path = folder / f"diary-{until}.csv"
    rows = "".join(f"{one},{pain_on(one)}\n" for one in days)
    path.write_text(f"Date,Pain (0-10)\n{rows}", encoding="utf-8")
    return path


def pain_on(one: date) -> int:
    later = sum(one >= each.on for each in REVIEWS)
    base = 6 if one < FIRST else (5, 4, 3, 2)[later]
    return base + one.day % 2


def test_what_a_year_of_reviews_says_is_what_was_entered_and_one_screen_tells_it(
    year: Year, tmp_path: Path
) -> None:
    year.first_visit()
    told = FIRST
    for review in REVIEWS:
        for one in SESSIONS:
            if told <= one.on < review.on:
                year.session(one)
        year.review(review, diary(tmp_path, review.on))
        says_what_was_entered(year, review)
        told = review.on
    one_screen_tells_it(year)


def says_what_was_entered(year: Year, review: Looked) -> None:
    """The screen, the note and the page of progress have the script's own numbers."""
    wanted = expected(year.last_plan(), review.on)
    assert f"{wanted.done} of {wanted.due} sessions" in year.counted
    flares = "flare" if wanted.flares == 1 else "flares"
    assert f"{wanted.flares} {flares}" in year.counted
    assert f"home care on {wanted.home} of {wanted.asked} days" in year.counted
    year.decide()
    progress = year.progress()
    note = year.noted()
    assert f"You came to {wanted.done} of {wanted.due} visits." in progress
    assert f"home tasks on {wanted.home} of {wanted.asked} days" in progress
    assert f"Sessions: {wanted.done} of {wanted.due} (counted)." in note
    since = f"{flares_from(review.on):%-d %B %Y}"
    assert f"Flares of more than 48 hours since {since}: {wanted.flares}." in note
    assert f"{wanted.home} of {wanted.asked}" in note


def one_screen_tells_it(year: Year) -> None:
    """The client's page at the end of the year, without scrolling."""
    page = year.page
    for size in (TABLET, PORTRAIT):
        page.set_viewport_size(size)
        year.to_the_client()
        for card in ("course", "body", "happened", "next", "files"):
            expect(page.locator(f".st-key-story-{card}")).to_be_in_viewport(ratio=1)
