"""A line ticked and not answered stands there again after a reload, and after a killed server."""

import re
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from records import Records
from tests.browser.conftest import (
    PATIENCE,
    ROOT,
    eventually,
    forget,
    free_port,
    newest,
    settled,
    start,
)
from tests.browser.forked import Forked
from tests.browser.safety import Safety
from tests.browser.test_consultation import Hand, to_the_safety_step
from tests.browser.test_seen import SIZES

ASKED, SIGNS = "rf-severe-trauma", "rf-cauda-equina"
IN_MEMORY = "sessionStorage.getItem('safety-ticked')"


class SlowLine:
    """What the server says to a page, which can be held back for a while.

    A page of its own: its line goes through the test from then on, and stands still with it.
    """

    def __init__(self, beside: Page) -> None:
        self.page, self.held, self.holds = beside.context.new_page(), [], False
        self.page.route_web_socket("**/_stcore/stream", self._begin)

    def _begin(self, to_page: WebSocketRoute) -> None:
        to_server = to_page.connect_to_server()
        to_page.on_message(to_server.send)
        to_server.on_message(lambda said: self._say(to_page, said))

    def _say(self, to_page: WebSocketRoute, said: str | bytes) -> None:
        if self.holds:
            self.held.append((to_page, said))
        else:
            to_page.send(said)

    def hold(self) -> None:
        self.holds = True

    def go_on(self) -> None:
        """Say what was held back, and give the page the time to draw it."""
        until = monotonic() + PATIENCE / 1000
        while not self.held and monotonic() < until:
            self.wait()
        assert self.held, "the server says nothing"
        self.wait()
        self.holds = False
        for to_page, said in self.held:
            to_page.send(said)
        self.wait()

    def wait(self) -> None:
        """Nothing comes through while the test sleeps otherwise."""
        self.page.wait_for_timeout(1000)


def is_open(safety: Safety, row: str) -> None:
    """Its card stands open, nothing is answered in it, and the group cannot end."""
    tick = safety.line(row).locator(".tick")
    expect(safety.line(row).locator(".card")).to_be_visible(timeout=PATIENCE)
    expect(tick).to_have_attribute("aria-pressed", "true")
    expect(tick).to_contain_text("open")
    expect(safety.line(row).locator(".answer[aria-pressed=true]")).to_have_count(0)
    expect(safety.none).to_have_attribute("data-go", "open")


def test_a_reload_brings_the_open_question_back_and_it_is_no_answer(
    app: str, page: Page, records: Records
) -> None:
    to_the_safety_step(Hand(page), app)
    safety = Safety(page)
    first = safety.group
    row = safety.root.locator("li[data-id]").first.get_attribute("data-id")
    safety.tick(row)
    settled(page)
    before = newest(records)
    page.reload()
    is_open(safety, row)
    settled(page)
    assert newest(records) == before, "a question never writes"
    assert row not in before["answers"]

    safety.answer(row, "unsure")
    eventually(lambda: newest(records)["answers"].get(row), "unsure")
    expect(safety.none).not_to_have_attribute("data-go", "open")
    page.reload()
    expect(safety.root).to_have_attribute("data-group", first, timeout=PATIENCE)
    expect(safety.line(row).locator(".tick")).to_contain_text("not sure")
    expect(safety.none).not_to_have_attribute("data-go", "open")


@pytest.mark.slow
def test_a_finger_that_is_down_while_the_tick_is_kept_answers_all_the_same(
    app: str, page: Page, records: Records
) -> None:
    line = SlowLine(beside=page)
    page = line.page
    to_the_safety_step(Hand(page), app)
    safety = Safety(page)
    row = safety.root.locator("li[data-id]").first.get_attribute("data-id")
    settled(page)
    line.hold()
    safety.tick(row)
    place = safety.root.locator(f".answer[data-focus='{row}=unsure']").bounding_box()
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.mouse.down()
    line.go_on()
    page.mouse.up()
    expect(safety.line(row).locator(".tick")).to_contain_text("not sure")
    line.wait()
    eventually(lambda: newest(records)["answers"].get(row), "unsure")


@pytest.mark.slow
def test_a_tablet_that_is_turned_keeps_the_question_open(app: str, page: Page) -> None:
    to_the_safety_step(Hand(page), app)
    safety = Safety(page)
    row = safety.root.locator("li[data-id]").first.get_attribute("data-id")
    safety.tick(row)
    for size in (SIZES["phone"], SIZES["landscape"]):
        columns = safety.root.locator(".column").count()
        page.set_viewport_size(size)
        expect(safety.root.locator(".column")).not_to_have_count(columns)
        is_open(safety, row)


@pytest.mark.slow
def test_a_reload_goes_back_to_the_group_of_the_open_question_with_the_signs_ticked_in_it(
    app: str, page: Page, records: Records
) -> None:
    to_the_safety_step(Hand(page), app)
    safety = Safety(page)
    safety.go_to("Nerves and spine")
    safety.tick(SIGNS)
    safety.sign("Leaking pee or poo")
    page.reload()
    expect(safety.root.locator("h2")).to_contain_text("Nerves and spine", timeout=PATIENCE)
    is_open(safety, SIGNS)
    expect(safety.root.locator(".card .chip[aria-pressed=true]")).to_have_count(1)
    assert SIGNS not in newest(records)["answers"]
    page.keyboard.press("Escape")  # closed is not answered
    page.reload()
    expect(safety.root.locator("h2")).not_to_be_empty(timeout=PATIENCE)
    safety.go_to("Nerves and spine")
    expect(safety.line(SIGNS).locator(".tick")).to_contain_text("open")
    expect(safety.none).to_have_attribute("data-go", "open")


@pytest.mark.slow
def test_a_no_that_was_ticked_again_is_no_more_after_a_reload(
    app: str, page: Page, records: Records
) -> None:
    to_the_safety_step(Hand(page), app)
    safety = Safety(page)
    name = re.sub(r"\d.*", "", safety.root.locator("h2").inner_text()).strip()
    row = safety.root.locator("li[data-id]").first.get_attribute("data-id")
    safety.end_group()
    eventually(lambda: newest(records)["answers"].get(row), "no")
    safety.go_to(name)
    safety.tick(row)
    eventually(lambda: newest(records)["answers"].get(row), None)
    page.reload()
    is_open(safety, row)


@pytest.mark.slow
def test_a_killed_server_finds_it_open_and_an_answer_it_never_had_open_too(
    tab: Page, database: Path, records: Records
) -> None:
    where = (ROOT / "app.py", ROOT, {"PAIN_PLAN_DATABASE": f"sqlite:///{database}"}, free_port())
    server = start(*where, run=Forked)
    to_the_safety_step(Hand(tab), f"http://127.0.0.1:{where[-1]}")
    safety = Safety(tab)
    row = safety.root.locator("li[data-id]").first.get_attribute("data-id")
    safety.tick(row)
    settled(tab)
    server.kill()
    server.wait()
    server = start(*where, run=Forked)
    is_open(safety, row)  # the same page, and its line is there again
    tab.reload()
    is_open(safety, row)
    settled(tab)  # a run that is cut off takes with it what it has not drawn
    server.kill()
    server.wait()
    safety.root.locator(f".answer[data-focus='{row}=no']").dispatch_event("click")
    server = start(*where, run=Forked)
    tab.reload()
    expect(safety.root.locator("h2")).not_to_be_empty(timeout=PATIENCE)
    settled(tab)
    assert newest(records)["answers"].get(row) is None
    is_open(safety, row)
    forget(tab)
    server.kill()
    server.wait()


@pytest.mark.slow
def test_another_visit_finds_nothing_of_it_in_the_tab(app: str, page: Page) -> None:
    to_the_safety_step(Hand(page), app)
    safety = Safety(page)
    safety.tick(safety.root.locator("li[data-id]").first.get_attribute("data-id"))
    assert page.evaluate(IN_MEMORY)
    to_the_safety_step(Hand(page), app)
    assert page.evaluate(IN_MEMORY) is None
    expect(safety.root.locator(".tick[aria-pressed=true]")).to_have_count(0)
