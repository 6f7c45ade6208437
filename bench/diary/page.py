"""The diary page with ten years of five entries a day, beside a bare one-slider page.

    python -m bench.diary.page [ANSWERS]

Prints how many bytes the page sends to the browser when the diary opens and when every fold is
opened (target: below 1 MB each), the median time from a click to its words for both pages, and
their ratio (target: at most 1.5). The click is on a fold's switch for its table and back.
"""

import json
import sys
from datetime import date, timedelta
from statistics import median

from playwright.sync_api import FilePayload, Page, WebSocket, expect

from bench import ROOT
from bench.pages.browsing import BARE, bare_answer, chromium, opened, timed
from tests.browser.conftest import serve

YEARS, ENTRIES = 10, 5
FOLDS = ("Calendar", "By weekday and time of day", "Pain with sleep", "Places over time")


def ten_years() -> bytes:
    """An invented diary with times, sleep, places and sessions."""
    lines = ["Date,Time,Pain (0-10),Sleep (0-10),Where,Massage"]
    first = date(2016, 10, 1)
    for n in range(YEARS * 365):
        for k in range(ENTRIES):
            score, slept = (n * 7 + k * 3 + n * n % 5) % 11, (n * n * 3) % 11
            where = ("Neck", "Lower back", "Right knee")[(n + k) % 3]
            massage = "yes" if n > YEARS * 150 and n % 14 == 0 and k == 0 else ""
            lines.append(
                f"{first + timedelta(days=n)},{7 + 3 * k}:00,{score},{slept},{where},{massage}"
            )
    return "\n".join(lines).encode()


class Sent:
    """The bytes that came down the page's websocket."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._count)

    def _count(self, frame: str | bytes) -> None:
        self.bytes += len(frame)


def open_diary(page: Page, address: str) -> None:
    """Bring the diary and say when the plan started."""
    page.goto(address)
    page.get_by_role("link", name="Diary").click(timeout=60_000)
    expect(page.get_by_text("a date and a pain score")).to_be_visible(timeout=60_000)
    given = FilePayload(name="diary.csv", mimeType="text/csv", buffer=ten_years())
    page.locator("input[type=file]").set_input_files(given)
    page.get_by_role("button", name="It started with the first massage").click(timeout=60_000)
    expect(page.get_by_text("This cannot show why it changed")).to_be_visible(timeout=60_000)
    page.wait_for_timeout(1500)


def fold_answers(page: Page, number: int, title: str) -> list[float]:
    """Times of opening a fold, until its sentence is there; closing it is not timed."""
    key = f".st-key-figure-{title.lower().replace(' ', '-')}"
    summary = page.locator(f"{key} summary")
    times = []
    for _ in range(number):
        times.append(timed(page, f"{key} [data-testid=stCaptionContainer]", summary.click))
        page.wait_for_timeout(400)
        summary.click()
        expect(page.locator(f"{key} [data-testid=stCaptionContainer]")).to_have_count(0)
        page.wait_for_timeout(400)
    return times


def start_answers(page: Page, number: int) -> list[float]:
    """Times of another start of the plan, from leaving its field until the numbers have changed."""
    month = page.locator(".st-key-plan-started").get_by_role("spinbutton").nth(1)
    title = page.get_by_role("heading", name="Diary")
    times = []
    for turn in range(number):
        month.click()
        page.keyboard.press(["ArrowUp", "ArrowDown"][turn % 2])
        times.append(timed(page, ".st-key-diary-numbers", title.click))
        page.wait_for_timeout(600)
    return times


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    bare, ours = serve(BARE, BARE.parent), serve(ROOT / "app.py")
    bare_address, our_address = next(bare), next(ours)
    with chromium() as browser:
        bare_times = list(map(bare_answer(opened(browser, bare_address)), range(number)))
        page = opened(browser, "about:blank")
        sent = Sent(page)
        open_diary(page, our_address)
        first = sent.bytes
        our_times = fold_answers(page, number, "Calendar")
        start_times = start_answers(page, number)
        before = sent.bytes
        for fold in FOLDS:
            page.locator("summary").filter(has_text=fold).click()
            page.wait_for_timeout(1500)
        folds = sent.bytes - before
    for server in (bare, ours):
        server.close()
    print(
        json.dumps(
            {
                "bytes sent until the diary stands open": first,
                "bytes sent for all folds": folds,
                "bare page, ms": round(median(bare_times), 1),
                "a fold opened, ms": round(median(our_times), 1),
                "ratio (target 1.5)": round(median(our_times) / median(bare_times), 2),
                "another start, all compared anew, ms": round(median(start_times), 1),
                "its ratio": round(median(start_times) / median(bare_times), 2),
                "answers": number,
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
