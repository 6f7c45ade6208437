"""The services of deploy/ as they run: whichever is killed, the visit goes on.

Slow: servers are started and killed. Without nginx on the machine they are skipped with a word.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from socket import create_connection

import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus

from bench import ROOT
from bench.crash.__main__ import kept_scores
from bench.crash.chromium import LABEL, chromium
from bench.crash.setups import records_of
from bench.crash.websocket import GONE, WebsocketTab
from records import open_store
from records.storage.opening import schema_of
from records.storage.tables import SCHEMA
from tests.browser.conftest import PATIENCE, turn_to
from tests.browser.shell.test_keeping import score
from tests.deploy.without_containers import NGINX, Clinic, clinic
from tests.deploy.written import NAMES

pytestmark = pytest.mark.slow
AGAIN = "Try to keep it again"


@pytest.fixture(scope="module")
def running() -> Iterator[Clinic]:
    if NGINX is None:
        if os.environ.get("PAIN_PLAN_SERVERS") == "required":
            pytest.fail("no nginx on this machine, and PAIN_PLAN_SERVERS=required")
        pytest.skip("no nginx on this machine: the two servers behind it are not tried")
    with clinic() as started:
        yield started


@pytest.fixture
def tab(running: Clinic) -> Iterator[WebsocketTab]:
    """Somebody who has signed in and begun a visit."""
    made = WebsocketTab(running.address, running.certificate)
    made.begin()
    yield made
    made.close()


def token_of(running: Clinic) -> str:
    with records_of(running) as records:
        return records.clients().lines[0].latest


def scores(running: Clinic) -> list[int]:
    with records_of(running) as records:
        return kept_scores(records, 0)[-1]


def place_of(tab: WebsocketTab) -> str:
    """The server that the tab's line goes to."""
    (place,) = [str(one.value) for one in tab.cookies if one.name == "place"]
    return place


def other(name: str) -> str:
    return NAMES[1 - NAMES.index(name)]


def test_two_servers_that_start_at_once_on_an_empty_database_make_it_once(running: Clinic):
    with closing(open_store(running.settings)) as store, store.database.reading() as connection:
        assert schema_of(connection) == SCHEMA


def test_the_image_s_own_check_finds_a_server_that_answers(running: Clinic):
    assert all(one.is_healthy() for one in running.servers.values())


def test_nginx_has_nothing_against_the_configuration(running: Clinic):
    said = [str(NGINX), "-t", "-c", str(running.proxy.folder / "nginx.conf")]
    checked = subprocess.run(said, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "warn" not in checked.stderr


def test_whichever_server_is_killed_the_address_opens_the_visit_on_the_other(
    running: Clinic, tab: WebsocketTab
):
    given = [6]
    for number in (3, 8):
        before = place_of(tab)
        tab.answer(number)
        given.append(number)
        running.servers[before].kill()
        assert tab.reload(token_of(running)).shown == number
        assert place_of(tab) == other(before)
        running.servers[before].start()
        assert tab.reload(token_of(running)).shown == number
        assert place_of(tab) == other(before)  # and stays: its page lives there
    assert scores(running) == given


def test_a_sign_in_that_was_ended_on_one_server_is_over_on_the_other(running: Clinic):
    with chromium(running.address, running.certificate) as opened:
        page = opened.page
        opened.begin()
        address, cookies = page.url, page.context.cookies()
        turn_to(page, "Clients")
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("heading", name="End Session")).to_be_visible()
        for one in cookies:
            one["value"] = other(one["value"]) if one["name"] == "place" else one["value"]
        page.context.clear_cookies()
        page.context.add_cookies(cookies)
        page.goto(address)
        expect(page.get_by_role("heading", name="End Session")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text(LABEL)).to_have_count(0)


def test_another_origin_is_refused_and_the_name_of_the_clinic_is_not(
    running: Clinic, tab: WebsocketTab
):
    port = running.proxy.port

    def knock(**more: str) -> None:
        here = {"sock": create_connection(("127.0.0.1", port)), "server_hostname": "localhost"}
        tab.dial("", f"https://plans.example.org:{port}", **here, **more).line.close()

    knock()
    with pytest.raises(InvalidStatus, match="403"):
        knock(origin="https://elsewhere.example.org")


def test_a_page_s_files_come_from_the_server_it_lives_on_also_when_the_first_is_back(
    running: Clinic,
):
    with chromium(running.address, running.certificate) as opened:
        page = opened.page
        opened.begin()
        (first,) = [one["value"] for one in page.context.cookies() if one["name"] == "place"]
        running.servers[first].kill()
        page.goto(page.url)
        expect(page.locator(".st-key-whose").get_by_text(LABEL)).to_be_visible(timeout=PATIENCE)
        running.servers[first].start()
        page.locator(".st-key-whose .stPopover button").click()
        with page.expect_download(timeout=PATIENCE) as got:
            page.get_by_role("button", name="Save visit file").click()
        assert LABEL in got.value.path().read_text()
        (now,) = [one["value"] for one in page.context.cookies() if one["name"] == "place"]
        assert now == other(first)


def test_while_the_database_is_away_the_page_says_so_and_nothing_that_was_kept_is_lost(
    running: Clinic,
):
    with chromium(running.address, running.certificate) as opened:
        page = opened.page
        opened.begin()
        opened.answer(3)
        running.database.kill()
        score(page, 9).click()
        expect(page.locator(".st-key-not-kept")).to_contain_text("Not kept", timeout=PATIENCE)
        expect(score(page, 9)).to_be_checked()
        running.database.start()
        page.get_by_role("button", name=AGAIN).click()
        expect(page.locator(".st-key-not-kept")).to_have_count(0, timeout=PATIENCE)
    assert scores(running) == [6, 3, 9]


def test_while_the_proxy_is_away_nobody_gets_in_and_afterwards_everybody_goes_on(
    running: Clinic, tab: WebsocketTab
):
    tab.answer(4)
    running.proxy.stop()
    with pytest.raises(GONE):
        tab.answer(5)
    with pytest.raises(OSError):
        tab.reload(token_of(running))
    running.proxy.start()
    assert tab.reload(token_of(running)).shown == scores(running)[-1]
    assert scores(running)[:2] == [6, 4]


@pytest.mark.parametrize("by", ["websocket", "browser"])
@pytest.mark.parametrize("servers", [1, 2])
def test_a_handful_of_kills_loses_nothing(by: str, servers: int, request: pytest.FixtureRequest):
    if servers == 2:
        request.getfixturevalue("running")
    asked = ["--by", by, "--servers", str(servers), "--kills", "3"]
    # in a process of its own: what other tests left in this one is no part of it
    run = [sys.executable, "-m", "bench.crash", *asked]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["kills that lost an acknowledged answer (target 0)"] == 0
    assert found["kills after which the newest answer was not shown (target 0)"] == 0
    assert found["answers acknowledged"]
