"""A line ticked and not answered stands there again after a reload, and after a killed server."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

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
