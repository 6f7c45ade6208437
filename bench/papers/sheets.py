"""Every page of many plans, stops and reviews as contact sheets, to be looked at.

    python -m bench.papers.sheets FOLDER [--plans 60] [--stops 14] [--reviews 10] [--seed 17]

In the size of each client's place, or with --both on A4 and on Letter; each in colour and as a grey
printer gives it. What a program can mind is in `tests/exports/papers/`; this is for an eye.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pypdfium2
from PIL import Image, ImageDraw

from planner.exports.documents import Given
from planner.model.intake import Intake
from planner.model.vocabulary import Locale
from planner.visit.main_line import first_visit
from tests.exports.papers import every_paper, varied

ACROSS, DOWN = 4, 3
WIDTH, HEIGHT, NAME = 500, 710, 16  # dots of a page and of the line that names it
COLOURS = 64
PLACES = {"A4": Locale.UK, "Letter": Locale.US}

Pages = dict[str, list[tuple[str, Image.Image]]]


def main() -> None:
    """Draw the sheets."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--plans", type=int, default=60)
    asked.add_argument("--stops", type=int, default=14)
    asked.add_argument("--reviews", type=int, default=10)
    asked.add_argument("--seed", type=int, default=varied.SEED)
    asked.add_argument("--both", action="store_true")
    said = asked.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    found: Pages = defaultdict(list)
    for case, paper in _papers(said):
        found[paper.name.replace(" ", "-")] += _drawn(case, paper.document)
    for name, pages in found.items():
        _sheets(said.folder, name, pages)


def _papers(said: argparse.Namespace) -> Iterator[tuple[str, every_paper.Paper]]:
    """Each paper with the name of its case."""
    people = [*varied.plans(said.plans, said.seed), *varied.stops(said.stops, said.seed)]
    for case, given in people:
        for size, of in _sizes(given, both=said.both).items():
            for paper in every_paper.papers_of(of):
                yield f"{size} {case}", paper
    yield from every_paper.reviews(said.reviews)


def _sizes(given: Given, *, both: bool) -> dict[str, Given]:
    """The same person in their own place, or in one of each size of paper."""
    if not both:
        return {str(given.plan.locale): given}
    return {size: _moved(given, place) for size, place in PLACES.items()}


def _moved(given: Given, place: Locale) -> Given:
    intake = cast(Intake, given.intake).model_copy(update={"locale": place})
    return given._replace(intake=intake, plan=first_visit(intake, given.knowledge))


def _drawn(case: str, document: bytes) -> Iterator[tuple[str, Image.Image]]:
    """The pages of a paper, each with a name of its own."""
    read = pypdfium2.PdfDocument(document)
    for number, page in enumerate(read, 1):
        picture = page.render(scale=WIDTH / page.get_width()).to_pil()
        yield f"{case} {number}/{len(read)}", picture.quantize(COLOURS)
    read.close()


def _sheets(folder: Path, name: str, pages: list[tuple[str, Image.Image]]) -> None:
    """The pages of one kind of paper, a dozen to a sheet, in colour and in grey."""
    dozen = ACROSS * DOWN
    for number, first in enumerate(range(0, len(pages), dozen), 1):
        sheet = _sheet(pages[first : first + dozen])
        sheet.quantize(COLOURS).save(folder / f"{name}-{number:03}.png")
        sheet.convert("L").save(folder / f"{name}-{number:03}-grey.png")


def _sheet(pages: list[tuple[str, Image.Image]]) -> Image.Image:
    made = Image.new("RGB", (ACROSS * (WIDTH + 8), DOWN * (HEIGHT + NAME + 8)), "#8a8f94")
    write = ImageDraw.Draw(made)
    for at, (name, picture) in enumerate(pages):
        left, top = at % ACROSS * (WIDTH + 8), at // ACROSS * (HEIGHT + NAME + 8)
        write.text((left + 4, top + 2), name.encode("ascii", "replace").decode(), "white")
        made.paste(picture.convert("RGB"), (left, top + NAME))
    return made


if __name__ == "__main__":
    main()
