"""Handing over, whole: a kept client's papers looked at, taken, and found again as they left."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from planner.exports.documents import Reader, due
from records import HANDED_OUT, Records
from tests.browser.conftest import PATIENCE, client_of, downloaded, eventually, settled, turn_to
from tests.browser.shell.test_calm_page import SIZES, calm, open_sample, to_step
from ui.parts.handing_over.papers import key_of
from ui.state.kept_visits import draft_of, interview_of

PANEL, LOOKED_AT = ".st-key-hand-over-papers", ".st-key-looked-at"
LETTERS_OF_A_LABEL = "F-T"


@pytest.fixture
def touched(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page under fingers, light or dark by its size."""
    width, height = SIZES[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=True,
        accept_downloads=True,
        reduced_motion="reduce",
        color_scheme="dark" if height > width else "light",
    )
    yield context.new_page()
    context.close()


def plan_in_hand(page: Page, app: str, records: Records):
    """The plan step of a client whose visit is kept, with everything that is due for it."""
    page.goto(app)
    expect(page.get_by_role("checkbox", name="Lower back, left")).to_be_visible(timeout=PATIENCE)
    settled(page)
    open_sample(page, "three-sources")
    expect(page.get_by_role("button", name="F.T., 58")).to_be_visible(timeout=PATIENCE)
    settled(page)
    to_step(page, 5)
    expect(page.locator(".st-key-hand-over-open")).to_be_visible(timeout=PATIENCE)
    line = records.clients().lines[0]
    body = records.open(line.latest).newest.body
    found = interview_of(draft_of(body).as_text)
    assert found
    return line, found.plan


def tapped(page: Page, selector: str) -> None:
    page.locator(selector).first.tap()


def looks_at(page: Page, key: str, title: str) -> None:
    tapped(page, f".st-key-look-{key} button")
    expect(page.locator(f"{LOOKED_AT} h2")).to_have_text(title)
    settled(page)


def taken(page: Page, selector: str) -> tuple[str, bytes]:
    left = downloaded(page, lambda: tapped(page, selector))
    return left.suggested_filename, Path(left.path()).read_bytes()


@pytest.mark.slow  # without a browser: ui/plan/test_handing_over.py
@pytest.mark.parametrize("touched", SIZES, indirect=True)
def test_a_plan_is_handed_over_and_everything_that_left_is_found_again(
    touched: Page, app: str, records: Records
) -> None:
    page = touched
    client, plan = plan_in_hand(page, app, records)
    offered = {key_of(one): one for one in due(plan)}
    assert not page.locator(f"{PANEL}, {LOOKED_AT}").count(), "nothing before a tap"

    tapped(page, ".st-key-hand-over-open button")
    first = page.locator(f"{LOOKED_AT} img").first
    expect(first).to_be_visible(timeout=PATIENCE)
    seen = first.evaluate(
        "async (one) => (await one.decode(), [one.naturalWidth, one.getBoundingClientRect().width])"
    )
    assert seen[0] == 1000 and 200 < seen[1] <= SIZES["desk"][0]
    assert re.fullmatch(r".+, page 1 of \d+", first.get_attribute("alt") or "")
    assert not calm(page, "handing over")

    shown = page.locator(f"{PANEL} [class*=st-key-look-]").evaluate_all(
        "(all) => all.map((one) => one.className.match(/st-key-look-([\\w-]+)/)[1])"
    )
    assert set(shown) == set(offered)
    clients = [one for one in shown if offered[one].reader is not Reader.THERAPIST]
    assert shown[: len(clients)] == clients, "the client's stand first, the therapist's apart"
    headings = page.locator(f"{PANEL} h2").all_inner_texts()
    assert headings[0] == "For the client" and "For you" in headings

    left: dict[str, bytes] = {}
    for key in (shown[0], key_of_kind(offered, "ics"), key_of_kind(offered, "csv")):
        looks_at(page, key, str(offered[key].title))
        name, content = taken(page, f"{LOOKED_AT} .stDownloadButton button")
        assert name == offered[key].file_name(plan) and LETTERS_OF_A_LABEL in name
        left[name] = content
    name, whole = taken(page, ".st-key-download-papers button")
    assert name == f"papers-{LETTERS_OF_A_LABEL}-{plan.on}.zip"
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        inside = {one: archive.read(one) for one in archive.namelist()}
    folder = {Reader.THERAPIST: "therapist"}
    expected = {
        f"{folder.get(one.reader, 'client')}/{one.file_name(plan)}": key
        for key, one in offered.items()
    }
    assert set(inside) == set(expected)
    flat = {one.partition("/")[2]: content for one, content in inside.items()}
    assert {one: flat[one] for one in left} == left, "alone and in the zip the same bytes"

    turn_to(page, "Clients")
    eventually(lambda: {one.name for one in records.files(client.id, HANDED_OUT)}, set(flat))
    kept = {one.name: records.diary(one.id) for one in records.files(client.id, HANDED_OUT)}
    assert kept == flat, "kept as it left"
    page.locator(client_of(records)).first.tap()
    expect(page.locator(".st-key-story-course [data-testid=stVegaLiteChart]")).to_be_visible()
    over = page.locator(".st-key-story-course [data-testid=stElementToolbar]")
    expect(over.filter(visible=True)).to_have_count(0)
    told = page.locator(".st-key-story-files")
    expect(told).to_contain_text("Handed out, as it was", timeout=PATIENCE)
    assert any(name in told.inner_text() for name in flat)


def key_of_kind(offered: dict, kind: str) -> str:
    return next(key for key, one in offered.items() if one.kind == kind)


@pytest.mark.slow  # without a browser: ui/plan/test_handing_over.py
def test_the_key_takes_the_main_paper_with_and_without_the_panel(
    page: Page, app: str, records: Records
) -> None:
    _, plan = plan_in_hand(page, app, records)
    main = due(plan)[0].file_name(plan)
    for opens in (False, True):
        if opens:
            page.locator(".st-key-hand-over-open button").click()
            expect(page.locator(f"{LOOKED_AT} img").first).to_be_visible(timeout=PATIENCE)
        settled(page)
        left = downloaded(page, lambda: page.keyboard.press("p"))
        assert left.suggested_filename == main
    page.keyboard.press("4")
    expect(page.locator(PANEL)).to_have_count(0)
