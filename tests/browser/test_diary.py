"""A client's diary in a real browser: a file, one question, one answer, and what changed."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import downloaded, turn_to

# Every day is 12 or less, so that only the client knows which number is the month.
MONTHS = (7, 8, 9, 10)
ROWS = [
    f"{day:02d}/{month:02d}/2026;{'20:15'};{7 - (month > 8) * 3 + day % 2};"
    f"{'yes' if month > 8 and day in (1, 8) else ''}"
    for month in MONTHS
    for day in range(1, 13)
]
FILE = "\n".join(["Date;Time;Headache (0-10);Massage", *ROWS]).encode()
WEEKLY = "\n".join(
    ["Date,Pain (0-10),Massage", *(f"2026-09-{day:02d},{9 - day // 16 * 4},{'yes' * (day == 16)}"
                                   for day in range(1, 31))]
).encode()  # fmt: skip


def to_the_diary(page: Page, app: str) -> None:
    page.goto(app)
    turn_to(page, "Diary")
    expect(page.get_by_role("heading", name="Diary")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("a date and a pain score")).to_be_visible()


def bring(page: Page, content: bytes, name: str = "diary.csv") -> None:
    given = {"name": name, "mimeType": "text/csv", "buffer": content}
    page.locator("input[type=file]").set_input_files(given)


def no_violations(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_file_a_question_an_answer_and_what_changed(page: Page, app: str) -> None:
    to_the_diary(page, app)
    no_violations(page)
    bring(page, FILE)
    expect(page.get_by_text("In which order are the dates written?")).to_be_visible()
    expect(page.get_by_text("48 rows, waiting for the answer")).to_be_visible()
    no_violations(page)
    page.get_by_text("day, month, year", exact=True).click()
    expect(page.get_by_text("Say when the plan started")).to_be_visible()
    expect(page.locator("[data-testid=stVegaLiteChart] svg, [data-testid=stVegaLiteChart] canvas"))\
        .to_be_visible()  # fmt: skip
    page.get_by_role("button", name="It started with the first massage, 1 Sep 2026").click()
    expect(page.get_by_role("heading", name="days with pain")).to_be_visible()
    no_violations(page)


@pytest.mark.slow
def test_what_changed_with_its_numbers_its_picture_and_its_folds(page: Page, app: str) -> None:
    to_the_diary(page, app)
    bring(page, WEEKLY)
    page.get_by_role("button", name="It started with the first massage, 16 Sep 2026").click()
    expect(page.get_by_role("heading", name="Pain is 4.0 points lower (44 %)")).to_be_visible()
    page.locator("summary").filter(has_text="The comparison in sentences").click()
    expect(page.get_by_text("A diary cannot show why")).to_be_visible()
    fold = page.locator("summary").filter(has_text="Calendar")
    fold.click()
    expect(page.get_by_text("Each square is a day")).to_be_visible()
    no_violations(page)


def test_a_day_written_down_goes_into_the_diary(page: Page, app: str) -> None:
    to_the_diary(page, app)
    page.locator("summary").filter(has_text="Write down a day").click()
    page.locator(".st-key-entry-pain").get_by_text("6", exact=True).click()
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_text("1 day written here so far")).to_be_visible()
    left = downloaded(page, page.get_by_role("button", name="Take along (CSV)").click)
    assert left.suggested_filename == f"diary-{date.today()}.csv"


def test_half_a_minute_stands_on_a_tablets_first_screen_in_its_order(page: Page, app: str) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    to_the_diary(page, app)
    page.locator(".st-key-diary-sample input").click()
    page.get_by_role("option").filter(has_text="Low back a fall").click()
    lines = page.locator(".st-key-glance-lines li")
    expect(lines).to_have_count(4)
    parts = [
        page.get_by_role("heading", name="Pain is 2.1 points lower"),
        page.get_by_text("69 of 77 days written"),
        page.locator(".st-key-glance-tiles"),
        page.locator(".st-key-what-changed [data-testid=stVegaLiteChart]"),
        *(lines.nth(place) for place in range(4)),
    ]
    for one in parts:
        expect(one).to_be_in_viewport(ratio=1)
    tops = [box["y"] for one in parts if (box := one.bounding_box())]
    assert len(tops) == len(parts) and tops == sorted(tops)
    no_violations(page)
