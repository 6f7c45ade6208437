"""What the client holds, in a language that is read from right to left: the plan, and questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from planner.words.languages import LEFTWARD
from planner.words.pseudo import leftward
from records import Records, Settings, open_store
from tests.browser.conftest import ROOT, serve, settled
from tests.browser.forked import Forked
from tests.browser.safety import GLANCE
from tests.browser.test_beforehand import axe_finds_nothing, kept, opened
from tests.conftest import sample_text
from tests.visit.drafts import draft_with

SIZES = [(1024, 768), (390, 844)]
pytestmark = pytest.mark.slow  # the papers, in the default run: exports/papers/test_leftward.py


@pytest.fixture(scope="module")
def leftward_records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Records]]:
    database = tmp_path_factory.mktemp("leftward") / "records.db"
    store = open_store(Settings.at(database))
    yield database, store.of("local")
    store.close()


@pytest.fixture(scope="module")
def clinic(leftward_records: tuple[Path, Records]) -> Iterator[str]:
    database, _ = leftward_records
    said = {"PAIN_PLAN_DATABASE": f"sqlite:///{database}", "PAIN_PLAN_LANGUAGE": LEFTWARD}
    yield from serve(ROOT / "app.py", environment=said, run=Forked)


def nothing_is_off_the_page(page: Page, root: Locator, width: int) -> None:
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    for one in root.locator("h1, h2, p, button, .row, .cell").all():
        box = one.bounding_box()
        if box is not None and box["width"] > 1:
            assert box["x"] >= 0, one.inner_text()
            assert box["x"] + box["width"] <= width, one.inner_text()


def begins_at(one: Locator) -> float:
    """Where the letters of a line begin, from the left of the page."""
    return float(
        one.evaluate(
            """(node) => {
              const range = document.createRange();
              range.selectNodeContents(node);
              return range.getBoundingClientRect().right;
            }"""
        )
    )


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_clients_own_plan_runs_from_right_to_left(
    width: int, height: int, clinic: str, leftward_records: tuple[Path, Records], page: Page
) -> None:
    token = kept(leftward_records[1], sample_text("knee-anticoagulant"))
    opened(page, clinic, token, step=5, width=width)
    page.get_by_role("button", name=leftward("Show to client")).click()
    shown = page.locator(".plan-shown")
    title = shown.get_by_role("heading", name=leftward("Your plan"))
    expect(title).to_be_visible()
    settled(page)
    axe_finds_nothing(page)
    nothing_is_off_the_page(page, shown, width)
    box = shown.bounding_box()
    assert box is not None
    assert begins_at(title) == pytest.approx(box["x"] + box["width"], abs=2)
    days = [one.bounding_box() for one in shown.locator(".row .days").first.locator(".cell").all()]
    places = [one["x"] for one in days if one]
    assert len(places) == 7
    assert places == sorted(places, reverse=True)  # the first day at the right


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_questions_that_a_client_answers_alone_run_from_right_to_left(
    width: int, height: int, clinic: str, leftward_records: tuple[Path, Records], page: Page
) -> None:
    token = kept(leftward_records[1], draft_with("low-back-pain").as_text)
    opened(page, clinic, token, step=3, width=width)
    page.get_by_role("button", name=leftward("Alone on the tablet")).click()
    alone = page.locator(".alone")
    expect(alone.get_by_role("heading")).to_have_text(leftward("Does any of this fit you?"))
    settled(page)
    axe_finds_nothing(page)
    nothing_is_off_the_page(page, alone, width)
    row = alone.locator(".row").first
    page.wait_for_timeout(GLANCE)
    tick, words = row.locator(".box").bounding_box(), row.locator(".text").bounding_box()
    assert tick is not None
    assert words is not None
    assert tick["x"] > words["x"]
    row.click()
    expect(row).to_have_attribute("aria-pressed", "true")
