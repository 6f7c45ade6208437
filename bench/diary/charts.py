"""The fourteen diaries of `tests/charts/shapes.py`, drawn on screen and on paper, to be looked at.

    python -m bench.diary.charts [--only NAME] [--width 1024] [--look light] [--paper] FOLDER

Writes a picture of each at 1024, at 420 (half a screen) and at 390 (a phone), light and dark, and
what is printed of it as a PDF. To be looked at after a change of the charts: no label twice, none
on the data or above other days than its own, nothing cut, and a day without an entry unlike a zero.
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Literal

import typst
from playwright.sync_api import Page

from bench import ROOT
from bench.pages.browsing import chromium
from planner.charts.paper import svg_of
from planner.charts.progress import progress
from planner.exports.paper import typeface
from tests.browser.conftest import serve
from tests.charts.shapes import SHAPES, of_a_diary

PAGE = ROOT / "bench" / "diary" / "charts_page.py"
ON_PAPER = 507  # points, as on A4
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
    asked.add_argument("--paper", action="store_true", help="the paper alone")
    said = asked.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    shapes = [said.only] if said.only else list(SHAPES)
    (said.folder / "paper.pdf").write_bytes(_on_paper(shapes))
    if said.paper:
        return
    for address in serve(PAGE):
        for look in [said.look] if said.look else LOOKS:
            for width in [said.width] if said.width else WIDTHS:
                _on_screen(address, said.folder, shapes, look, width)


def _on_paper(shapes: list[str]) -> bytes:
    """A page for each shape: its pictures as wide as those of the page of progress."""
    pages = [_page(name) for name in shapes]
    families = json.dumps(typeface.families("en")).replace("[", "(").replace("]", ")")
    with tempfile.TemporaryDirectory() as folder:
        for at, (_, drawings) in enumerate(pages):
            for number, svg in enumerate(drawings):
                (Path(folder) / f"{at}-{number}.svg").write_text(svg, encoding="utf-8")
        source = Path(folder) / "all.typ"
        source.write_text(
            f"#set text(font: {families})\n"
            '#set page(paper: "a4", margin: 44pt)\n'
            + "\n#pagebreak()\n".join(
                f"= {title}\n"
                + "\n\n".join(
                    f'#image("{at}-{number}.svg", width: 100%)' for number in range(len(drawings))
                )
                for at, (title, drawings) in enumerate(pages)
            ),
            encoding="utf-8",
        )
        made: bytes = typst.compile(str(source), font_paths=typeface.bundled())
    return made


def _page(name: str) -> tuple[str, list[str]]:
    shape = SHAPES[name]
    figures = of_a_diary(shape.reading, shape.started, shape.milestones)
    page = progress(shape.reading, shape.started, None) if shape.started else None
    return name, [svg_of(one, ON_PAPER) for one in (*figures, *([page] if page else []))]


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
