"""The fourteen diaries of `tests/charts/shapes.py`, drawn on screen and on paper, to be looked at.

    python bench/diary_charts.py [--only NAME] [--screen 1024] [--dark] [--paper] FOLDER

Writes a picture of each at 1024, at 420 (half a screen) and at 390 (a phone), light and dark, and
what is printed of it as a PDF. To be looked at after a change of the charts: no label twice, none
on the data or above other days than its own, nothing cut, and a day without an entry unlike a zero.
"""

import argparse
import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.page_speed import chromium  # noqa: E402
from tests.browser.conftest import serve  # noqa: E402
from tests.charts.shapes import SHAPES  # noqa: E402

PAGE = ROOT / "bench" / "charts_page.py"
WIDTHS = (1024, 420, 390)
Look = Literal["light", "dark"]
LOOKS: tuple[Look, ...] = ("light", "dark")
TALL = 2600  # every picture of a diary at once
STANDS = 700  # milliseconds until the last picture of a page is drawn


def main() -> None:
    """Draw what was asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--only", choices=SHAPES)
    asked.add_argument("--width", type=int, choices=WIDTHS)
    asked.add_argument("--look", choices=LOOKS)
    said = asked.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    shapes = [said.only] if said.only else list(SHAPES)
    for address in serve(PAGE):
        for look in [said.look] if said.look else LOOKS:
            for width in [said.width] if said.width else WIDTHS:
                _on_screen(address, said.folder, shapes, look, width)


def _on_screen(address: str, folder: Path, shapes: list[str], look: Look, width: int) -> None:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": width, "height": TALL}, color_scheme=look)
        for name in shapes:
            page.goto(f"{address}/?shape={list(SHAPES).index(name)}")
            _drawn(page)
            path = folder / f"{name.replace(' ', '-').replace(',', '')}-{width}-{look}.png"
            page.locator(".block-container, [data-testid=stMainBlockContainer]").first.screenshot(
                path=path
            )


def _drawn(page: Page) -> None:
    """Wait until every picture of the page stands."""
    page.get_by_test_id("stCaptionContainer").first.wait_for(timeout=60_000)
    page.locator(
        "[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg"
    ).first.wait_for()
    page.wait_for_timeout(STANDS)


if __name__ == "__main__":
    main()
