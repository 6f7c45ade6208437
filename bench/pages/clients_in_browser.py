"""How long the list of clients takes in a browser with many of them, beside a bare page.

    python -m bench.pages.clients_in_browser [CLIENTS [TIMES]]

Fills a SQLite file with samples (500 clients unless told), opens the app in Chromium and prints the
median time from the tap, or the last key, to the changed rows: who has a review due, a search by a
label, a pain and a word of a note, all of them again, and the page itself from another one. The
bare page's slider is timed in between: whatever else the machine does weighs on it too. Target:
under 300 ms with 500.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Page, expect

from bench import ROOT
from bench.pages.browsing import BARE, QUIET, bare_answer, chromium, opened, timed
from bench.pages.clients_page import fill
from records import Settings, open_store
from tests.browser.conftest import serve, settled, turn_to

TARGET = 300  # milliseconds
CLIENTS, TIMES = 500, 15
BOARD, FOUND = ".clients_board .list", ".clients_board .found"
SEARCHES = ("A.K.", "low back", "walks the")


def at(folder: str, clients: int) -> str:
    """The address of a file of records with so many clients."""
    database = Path(folder) / "records.db"
    store = open_store(Settings.at(database))
    fill(store.of("local"), clients)
    store.close()
    return f"sqlite:///{database}"


def searched(page: Page, words: str) -> float:
    """From the key that sends the words, out of the whole list, to the rows that were found."""
    field = page.locator(".clients_board").get_by_role("searchbox")
    field.fill("")
    field.press("Enter")
    expect(page.locator(FOUND)).to_be_empty()
    settled(page)

    def types() -> None:
        field.fill(words)
        field.press("Enter")

    return timed(page, FOUND, types)


def grouped(page: Page, group: str) -> float:
    """From the tap on a group to its rows."""
    chip = page.locator(f".clients_board [data-focus='{group}']")
    return timed(page, BOARD, chip.click)


def from_elsewhere(page: Page) -> float:
    """From the tap on the page's name to its first rows: the list is not there to be watched."""
    turn_to(page, "Evidence")
    page.wait_for_timeout(QUIET)
    link, row = page.get_by_role("link", name="Clients", exact=True), page.locator(f"{BOARD} .row")
    began = perf_counter()
    link.click()
    row.first.wait_for()
    return (perf_counter() - began) * 1000


def measured(page: Page, bare: Callable[[int], float], times: int) -> dict[str, float]:
    """The median of each step, in milliseconds; the steps take turns."""
    turn_to(page, "Clients")
    expect(page.locator(f"{BOARD} .row").first).to_be_visible()
    steps: dict[str, Callable[[int], float]] = {
        "bare page": bare,
        "due": lambda _: grouped(page, "due"),
        "all again": lambda _: grouped(page, "all"),
        "the page": lambda _: from_elsewhere(page),
    }
    turns = [{name: step(turn) for name, step in steps.items()} for turn in range(times)]
    return {name: median(turn[name] for turn in turns) for name in steps}


def main() -> None:
    """Measure and print."""
    clients, times = (*map(int, sys.argv[1:]), *(CLIENTS, TIMES)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        environment = {"PAIN_PLAN_DATABASE": at(folder, clients)}
        bare, ours = serve(BARE, BARE.parent), serve(ROOT / "app.py", environment=environment)
        beside = bare_answer(opened(browser, next(bare)))
        page = opened(browser, next(ours))
        took = measured(page, beside, times)
        for words in SEARCHES:
            took[f"search, {words}"] = median(searched(page, words) for _ in range(times))
        bare.close()
        ours.close()
    print(json.dumps({name: f"{time:.0f} ms" for name, time in took.items()}, indent=2))


if __name__ == "__main__":
    main()
