"""A server that is killed: the tab comes back to visit and step, and says what may be lost."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from records import Settings, open_store
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
from tests.browser.shell.test_keeping import begin, score, score_once_open

LOST = "while your last answer was on its way"
COMES_BACK = 60_000  # milliseconds; the browser asks again ever more seldom


class Killed:
    """A server that can be stopped in the middle of anything, and begun again at its place."""

    def __init__(self, database: Path) -> None:
        self.records = open_store(Settings.at(database)).of("local")
        kept = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}"}
        self.where = (ROOT / "app.py", ROOT, kept, free_port())
        self.address = f"http://127.0.0.1:{self.where[-1]}"
        self.process = start(*self.where)

    def freeze(self) -> None:
        os.kill(self.process.pid, signal.SIGSTOP)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def kept(self) -> object:
        """The average on the disk."""
        return newest(self.records)["severity"]["average"]

    def again(self) -> None:
        self.process = start(*self.where)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Killed]:
    found = Killed(tmp_path / "records.db")
    yield found
    found.kill()


def is_under_way(page: Page, whether: bool) -> None:
    """Wait until what was sent has been answered, or until something has been sent."""
    eventually(lambda: page.evaluate("!!sessionStorage.getItem('answer-under-way')"), whether)


def is_on_the_line(page: Page) -> None:
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-connection-state", "CONNECTED", timeout=COMES_BACK
    )
    expect(page.locator("[data-testid=stApp]")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=PATIENCE
    )
    expect(page.locator("[data-testid=stMain][inert]")).to_have_count(0, timeout=PATIENCE)


def is_off_the_line(page: Page) -> None:
    expect(page.locator("[data-testid=stApp]")).not_to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )


def dies_with_nothing_under_way(page: Page, server: Killed) -> None:
    is_under_way(page, False)
    server.kill()
    is_off_the_line(page)
    server.again()
    is_on_the_line(page)


def dies_with_an_answer(page: Page, server: Killed) -> None:
    server.freeze()
    score(page, 9).click()
    is_under_way(page, True)
    server.kill()
    is_off_the_line(page)
    server.again()


def is_told_and_drawn_anew(page: Page) -> None:
    """What stood there before the line broke is gone."""
    expect(page.get_by_text(LOST)).to_be_visible(timeout=COMES_BACK)
    settled(page)


@pytest.mark.slow  # waits for a browser that asks ever more seldom
def test_an_answer_on_its_way_is_said_to_be_lost_and_nothing_else_is(tab: Page, server: Killed):
    begin(tab, server.address, "U.W.", average=7)
    score_once_open(tab, 7)
    here = tab.url
    assert "step=2" in here

    dies_with_nothing_under_way(tab, server)
    expect(score(tab, 7)).to_be_checked(timeout=PATIENCE)
    expect(tab.get_by_text(LOST)).to_have_count(0)
    assert tab.url == here

    score(tab, 4).click()
    eventually(server.kept, 4)
    is_under_way(tab, False)
    dies_with_an_answer(tab, server)
    is_told_and_drawn_anew(tab)
    assert server.kept() == 4
    expect(score(tab, 4)).to_be_checked()
    assert tab.url == here
    tab.get_by_role("button", name="I have looked").click()
    expect(tab.get_by_text(LOST)).to_have_count(0)
    forget(tab)


@pytest.mark.slow  # as the one above, a reload later
def test_a_reload_between_the_kill_and_the_new_server_says_it_too(tab: Page, server: Killed):
    begin(tab, server.address, "R.L.", average=6)
    score_once_open(tab, 6)
    is_under_way(tab, False)
    dies_with_an_answer(tab, server)
    tab.reload()
    is_told_and_drawn_anew(tab)
    expect(score(tab, 6)).to_be_checked()
    tab.reload()
    expect(score(tab, 6)).to_be_checked(timeout=PATIENCE)
    expect(tab.get_by_text(LOST)).to_have_count(0)
    forget(tab)


@pytest.mark.slow  # as the first one
def test_the_second_server_that_dies_under_a_tab_is_told_of_without_a_tap(
    tab: Page, server: Killed
):
    begin(tab, server.address, "T.W.", average=6)
    score_once_open(tab, 6)
    dies_with_nothing_under_way(tab, server)
    dies_with_an_answer(tab, server)
    is_told_and_drawn_anew(tab)
    expect(score(tab, 6)).to_be_checked()
    assert server.kept() == 6
    forget(tab)
