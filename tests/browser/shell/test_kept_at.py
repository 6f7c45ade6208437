"""When the visit was last kept stands at the top in a real browser, and moves nothing there."""

from datetime import datetime

from playwright.sync_api import Page, expect

from records import Records
from tests.browser.conftest import eventually, settled
from tests.browser.shell.test_keeping import begin, score
from tests.browser.test_consultation import open_blank


def kept_on_disk(records: Records) -> datetime:
    return records.open(records.clients().lines[0].latest).newest.saved_at


def test_each_answer_brings_the_time_at_which_it_was_kept_and_nothing_moves(
    app: str, page: Page, records: Records
) -> None:
    page.set_viewport_size({"width": 768, "height": 1024})
    open_blank(page, app)
    expect(page.locator(".kept")).to_have_count(0)
    begin(page, app, "K.A.", average=4)
    word, menu = page.locator(".kept"), page.locator(".st-key-whose .stPopover button")

    def said() -> datetime:
        return datetime.fromisoformat(word.get_attribute("datetime") or "")

    eventually(lambda: said() == kept_on_disk(records), True)
    first, before = said(), menu.bounding_box()
    score(page, 7).click()  # after this answer only what shows the visit is drawn anew
    eventually(lambda: said() > first and said() == kept_on_disk(records), True)
    settled(page)
    assert menu.bounding_box() == before
    box, last = word.bounding_box(), page.get_by_test_id("stTopNavLink").last.bounding_box()
    assert box and last and box["x"] >= last["x"] + last["width"], "it covers no link"
