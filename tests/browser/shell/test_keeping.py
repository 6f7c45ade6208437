"""Nothing is lost: a refresh, a killed server, two windows on one visit; the list of clients."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from records import Records
from tests.browser.conftest import (
    CLIENT,
    PATIENCE,
    ROOT,
    eventually,
    forget,
    free_port,
    newest,
    serve,
    settled,
    start,
    turn_to,
)
from tests.browser.forked import Forked
from tests.browser.test_consultation import Hand, download

SCALES = {
    "average": 6,
    "worst": 9,
    "now": 5,
    "enjoyment": 7,
    "activity": 4,
    "sleep": 8,
    "stress": 3,
}


def ready(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name="Consultation")).to_be_attached(timeout=PATIENCE)


def begin(page: Page, address: str, label: str, average: int = 6) -> None:
    """A visit with a label, low back pain and a score."""
    ready(page, address)
    expect(page.get_by_text("The plan appears here after")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("textbox", name="Initials or code").fill(label)
    page.keyboard.press("Enter")
    hand = Hand(page)
    hand.choose_pain("Low back pain")
    expect(page.locator(".st-key-whose").get_by_text(label)).to_be_visible()
    hand.press("Next: how bad")
    hand.say_average(average)


def score(page: Page, number: int) -> Locator:
    scale = page.locator(".st-key-scale-average")
    return scale.get_by_role("radio", name=str(number), exact=True)


def score_once_open(page: Page, number: int) -> Locator:
    page.locator(".st-key-to-step-2 button").click()
    expect(score(page, number)).to_be_visible()
    return score(page, number)


def test_a_killed_server_and_a_refresh_find_the_visit_again_and_the_address_says_nothing(
    tab: Page, database: Path
) -> None:
    where = (ROOT / "app.py", ROOT, {"PAIN_PLAN_DATABASE": f"sqlite:///{database}"}, free_port())
    address = f"http://127.0.0.1:{where[-1]}"
    server = start(*where, run=Forked)
    begin(tab, address, "Q.Z. Marigold", average=7)
    server.kill()
    server.wait()
    assert re.fullmatch(rf"{re.escape(address)}/\?visit=[\w-]{{32}}&step=2", tab.url)
    assert "Marigold" not in tab.title()
    server = start(*where, run=Forked)
    tab.goto(tab.url)
    is_there_again(tab, "Q.Z. Marigold", 7)
    tab.reload()
    is_there_again(tab, "Q.Z. Marigold", 7)
    forget(tab)
    server.kill()
    server.wait()


def is_there_again(page: Page, label: str, average: int) -> None:
    expect(page.locator(".st-key-whose").get_by_text(label)).to_be_visible(timeout=PATIENCE)
    expect(score_once_open(page, average)).to_be_checked()


def test_two_windows_on_one_visit_overwrite_nothing(app: str, page: Page, records: Records) -> None:
    begin(page, app, "T.W.", average=5)
    other = page.context.new_page()
    ready(other, page.url)
    score_once_open(other, 5)
    score(page, 8).click()
    expect(score(page, 8)).to_be_checked()
    eventually(lambda: newest(records)["severity"]["average"], 8)
    score(other, 2).click()
    expect(other.get_by_text("changed in another window too")).to_be_visible()
    assert newest(records)["severity"]["average"] == 8
    assert Axe().run(other).violations_count == 0
    other.get_by_role("button", name="Go on with the other's").click()
    expect(other.get_by_text("changed in another window too")).to_have_count(0)
    settled(other)
    expect(score(other, 8)).to_be_checked()
    expect(other.locator(".st-key-not-kept")).to_have_count(0)
    token = records.clients().lines[0].latest
    bodies = [records.revision(token, one.number).body for one in records.revisions(token)]
    said = [json.loads(body)["severity"].get("average") for body in bodies]
    assert said[:3] == [8, 2, 8]


def test_seven_taps_in_a_row_are_seven_answers(app: str, page: Page, records: Records) -> None:
    begin(page, app, "Q.T.", average=0)
    settled(page)
    for scale, tapped in SCALES.items():
        page.locator(f".st-key-scale-{scale}").get_by_text(str(tapped), exact=True).first.click(
            no_wait_after=True
        )
    for scale, tapped in SCALES.items():
        radio = page.locator(f".st-key-scale-{scale}").get_by_role("radio", name=str(tapped))
        expect(radio.first).to_be_checked()
    eventually(lambda: newest(records)["severity"], SCALES)
    assert len(records.clients(search="Q.T.").lines) == 1


@pytest.fixture
def own_records(tmp_path: Path) -> Path:
    return tmp_path / "records.db"


@pytest.fixture
def own_app(own_records: Path) -> Iterator[str]:
    """A server with records of its own."""
    said = {"PAIN_PLAN_DATABASE": f"sqlite:///{own_records}"}
    yield from serve(ROOT / "app.py", environment=said, run=Forked)


@pytest.mark.slow  # without a browser: ui/test_clients.py
def test_clients_are_listed_found_compared_undone_taken_out_and_deleted(
    own_app: str, page: Page, own_records: Path
) -> None:
    begin(page, own_app, "A.B.", average=4)
    page.locator(".st-key-whose .stPopover button").click()
    page.get_by_text("New visit", exact=True).click()
    page.get_by_role("button", name="Yes, begin a new visit").click()
    begin(page, own_app, "C.D.", average=9)
    turn_to(page, "Clients")
    cards = page.locator(CLIENT)
    expect(cards).to_have_count(2)
    assert Axe().run(page).violations_count == 0
    page.get_by_role("searchbox").fill("c.d")
    expect(cards).to_have_count(1)
    page.locator(CLIENT).first.click()
    expect(page.get_by_role("heading", name="C.D.")).to_be_visible()
    expect(page.locator(".st-key-story-course svg").first).to_be_visible()
    expect(cards).to_have_count(0)
    page.get_by_text("Compare two versions").click()
    expect(page.get_by_role("combobox", name="Before")).to_be_visible()
    assert Axe().run(page).violations_count == 0
    page.get_by_text("Earlier versions").click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_role("combobox", name="Before")).to_be_visible()
    settled(page)
    page.get_by_text("Take the records out").click()
    expect(page.get_by_role("button", name="All of this client")).to_be_visible()
    settled(page)
    packed = zipfile.ZipFile(io.BytesIO(download(Hand(page), "All of this client")))
    assert json.loads(packed.read("manifest.json"))["client"]["label"] == "C.D."
    page.get_by_text("Delete this client for good", exact=True).click()
    page.locator("[class*=st-key-sure-] label").first.click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.locator(".st-key-receipt")).to_be_visible()
    expect(cards).to_have_count(1)
    assert b"C.D." not in own_records.read_bytes()


@pytest.fixture
def soon_covered(database: Path) -> Iterator[str]:
    """A server that covers what nobody has touched for six seconds."""
    said = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}", "PAIN_PLAN_IDLE_MINUTES": "0.1"}
    yield from serve(ROOT / "app.py", environment=said, run=Forked)


@pytest.mark.slow  # waits until nobody has touched it
def test_an_unused_screen_is_covered_and_goes_on_where_it_was(
    soon_covered: str, page: Page
) -> None:
    begin(page, soon_covered, "I.D.")
    expect(page.get_by_role("heading", name="Covered")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("I.D.")).to_have_count(0)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".st-key-whose").get_by_text("I.D.")).to_be_visible()
