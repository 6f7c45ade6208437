"""The pictures of `docs/screenshots`, drawn anew: every page at four sizes, of invented people.

    python -m bench.pages.screenshots [--only tablet] [FOLDER]

To be looked at after a change of the screen: nothing is cut, hidden or jumping.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from bench import ROOT
from bench.pages.browsing import chromium
from tests.browser.conftest import serve, settled, turn_to
from tests.browser.shell.test_calm_page import SIZES

SAMPLE = ROOT / "planner/visit/samples/knee-anticoagulant.json"
STEPS = {1: "where", 2: "how-bad", 3: "safety", 4: "wishes", 5: "plan"}
STANDS = 1_500  # milliseconds until a page has drawn its last part
COLOURS = 128  # enough for a screen of few colours, at a third of the bytes


def main() -> None:
    """Start the app with records of its own, and walk it at each size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs/screenshots")
    asked.add_argument("--only", choices=SIZES)
    said = asked.parse_args()
    for size in [said.only] if said.only else SIZES:
        records = {"PAIN_PLAN_DATABASE": f"sqlite:///{tempfile.mkdtemp()}/records.db"}
        for address in serve(ROOT / "app.py", environment=records):
            _draw(size, said.folder / size.replace(", ", "-"), address)


def _draw(size: str, folder: Path, address: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    width, height = SIZES[size]
    with chromium() as browser:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(address)
        page.get_by_role("checkbox", name="Lower back, left").wait_for()
        for name in _states(page):
            page.wait_for_timeout(STANDS)
            settled(page)
            path = folder / f"{name}.png"
            page.screenshot(path=path)
            Image.open(path).convert("RGB").quantize(COLOURS).save(path, optimize=True)


def _states(page: Page) -> Iterator[str]:
    """Each page in turn; its name while it stands there."""
    yield "blank"
    page.locator("input[type=file]").first.set_input_files(SAMPLE)
    page.locator(".st-key-dock").get_by_text("once a week").first.wait_for()
    for number, name in STEPS.items():
        page.locator(f".st-key-to-step-{number} button").click()
        yield name
    page.locator(".st-key-what-you-found button").click()
    page.locator(".move").first.wait_for()
    yield "found"
    page.locator(".st-key-to-step-5 button").click()
    page.locator(".row > .open").first.click()
    yield "plan-line"
    page.locator("[data-open=visits]").first.click()
    page.locator("[data-value=hour]").get_by_text("10:00").click()
    yield "times"
    page.keyboard.press("Escape")
    page.locator(".st-key-hand-over-open button").click()
    page.locator(".st-key-looked-at img").first.wait_for()
    yield "hand-over"
    turn_to(page, "Clients")
    yield "clients"
    page.locator(".clients_board .row .open").first.click()
    page.get_by_role("button", name="Begin the review").click()
    page.locator(".safety h2").wait_for()
    yield "last-times-answers"
    page.locator(".st-key-to-step-5 button").click()
    yield "follow-up"
    turn_to(page, "Evidence")
    yield "evidence"
    turn_to(page, "Practice")
    yield "practice"
    turn_to(page, "Diary")
    page.get_by_role("combobox", name="sample diary").click()
    page.get_by_role("option").first.click()
    page.locator("[data-testid=stVegaLiteChart]").first.wait_for()
    yield "diary"


if __name__ == "__main__":
    main()
