"""A whole second visit: open the client, bring the diary, say how it is read, decide, take it home.

The first visit and the diary are invented; the file holds the diaries of two people, so that the
page has to ask whose it is.
"""

import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from records import Records
from tests.browser.conftest import client_of, eventually, newest, settled, turn_to
from tests.browser.safety import Safety
from tests.browser.test_consultation import Hand, download
from tests.conftest import sample_text
from ui.state.kept_visits import summary_of

FIRST_VISIT = date(2026, 10, 5)
HIGH, LOW = (7, 6, 8, 7, 6), (4, 3, 4, 3, 4)


@pytest.fixture
def clinic(app: str, records: Records) -> str:
    """Records with one client more, seen once."""
    visit = json.loads(sample_text("low-back-nothing-flagged"))
    body = json.dumps({**visit, "on": FIRST_VISIT.isoformat()})
    records.begin(body, summary_of(body), "1")
    return app


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """Four weeks before the first visit and six after it, of one person and of another."""
    days = [FIRST_VISIT + timedelta(days=number) for number in range(-28, 42)]
    rows = [
        row
        for number, day in enumerate(days)
        for row in (
            f"p1,{day},{(HIGH if day < FIRST_VISIT else LOW)[number % 5]}",
            f"p2,{day},{HIGH[number % 5]}",
        )
    ]
    path = tmp_path / "diary.csv"
    path.write_text("Participant,Date,Pain (0-10)\n" + "\n".join(rows) + "\n")
    return path


def nothing_for_axe(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def answer_the_short_screen(hand: Hand) -> None:
    """Nothing is new, then none of these, group by group."""
    safety = Safety(hand.page, hand.on)
    safety.ready()
    safety.nothing_new()
    safety.end_all()


def rate(page: Page, records: Records, place: int, part: str, score: int) -> None:
    """Rate a goal, and wait until the records have it and the screen stands still."""
    ratings = page.locator(f".st-key-goal-{part}-{place}")
    rating = ratings.get_by_role("radio", name=str(score), exact=True)
    rating.click()
    expect(rating).to_be_checked()
    eventually(lambda: newest(records)["follow_up"]["goals"][place].get(part), score)
    settled(page)


@pytest.mark.slow  # without a browser: ui/test_follow_up.py; another: shell/test_kept_word.py
def test_a_second_visit_from_the_list_of_clients_to_the_next_plan_in_hand(
    clinic: str, records: Records, diary: Path, page: Page
) -> None:
    hand = Hand(page)
    page.goto(clinic)
    turn_to(page, "Clients")
    page.locator(client_of(records)).click()
    page.get_by_role("button", name="Begin the review").click()
    expect(page.get_by_text("looking back on the plan of 5 October 2026")).to_be_visible()
    answer_the_short_screen(hand)
    page.locator(".st-key-to-step-2 button").click()
    scale = page.locator(".st-key-scale-average")
    scale.get_by_role("radio", name="3", exact=True).click()
    page.locator(".st-key-to-step-3 button").click()
    page.locator("input[type=file]").set_input_files(diary)
    expect(page.get_by_text("Whose diary is it?")).to_be_visible()
    nothing_for_axe(page)
    page.get_by_text("p1", exact=True).first.click()
    expect(page.get_by_text("Whose diary is it?")).to_have_count(0)
    page.locator(".st-key-to-step-5 button").click()
    expect(page.locator(".st-key-because-0")).to_contain_text("Average pain fell")
    page.locator(".st-key-to-step-4 button").click()
    for place in range(len(newest(records)["follow_up"]["goals"])):
        rate(page, records, place, "before", 3)
        rate(page, records, place, "now", 8)
    page.locator(".st-key-to-step-5 button").click()
    expect(page.get_by_text("Proposal: step down")).to_be_visible()
    nothing_for_axe(page)
    page.get_by_role("textbox", name="In a word, why").fill("agreed with the client")
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_text("You accepted the proposal.")).to_be_visible()
    plan = PdfReader(io.BytesIO(download(hand, "PDF"))).pages[0].extract_text()
    assert "Next visit" in plan
    progress = PdfReader(io.BytesIO(download(hand, "Progress")))
    assert len(progress.pages) == 1
    kept = newest(records)["follow_up"]
    assert kept["verdict"] == {"choice": "accepted", "reason": "agreed with the client"}
    assert kept["plan"]["supersedes"]["decision"] == "step-down"
    assert kept["plan"]["massage"]["phases"][0]["sessions_per_week"] == 0.5
    page.goto(f"{clinic}/?{page.url.partition('?')[2]}")
    turn_to(page, "Follow-up")
    page.locator(".st-key-to-step-5 button").click()
    expect(page.get_by_text("You accepted the proposal.")).to_be_visible()


@pytest.mark.slow  # without a browser: ui/test_follow_up.py
def test_a_red_flag_at_a_follow_up_leaves_no_plan_to_decide_on(
    clinic: str, records: Records, page: Page
) -> None:
    page.goto(clinic)
    turn_to(page, "Clients")
    page.locator(client_of(records)).click()
    page.get_by_role("button", name="Begin the review").click()
    expect(page.get_by_text("looking back on the plan of")).to_be_visible()
    safety = Safety(page)
    safety.ready()
    safety.nothing_new()
    safety.go_to("Nerves and spine")
    safety.tick("rf-cauda-equina")
    safety.answer("rf-cauda-equina", "yes")
    expect(page.get_by_text("911").first).to_be_visible()
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
