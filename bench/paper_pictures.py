"""Twelve papers as pictures, for docs/papers: the first page of each, of invented people.

python bench/paper_pictures.py docs/papers
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from planner.exports.documents import Given  # noqa: E402
from planner.knowledge import load  # noqa: E402
from planner.visit.main_line import first_visit  # noqa: E402
from planner.words import SOURCE  # noqa: E402
from tests.conftest import sample  # noqa: E402
from tests.exports.papers import every_paper  # noqa: E402
from tests.exports.papers.every_paper import Paper  # noqa: E402
from tests.practices import oak_street  # noqa: E402

WIDTH, COLOURS = 900, 64
PLAN = (
    "client-pdf plan", "large-pdf plan-large-print", "month-pdf diary", "therapist-pdf therapist",
    "evidence-pdf evidence", "note visit-note", "consent_pdf", "question_form_pdf",
)  # fmt: skip
HANDOUT = PLAN[0]


def papers() -> Iterator[tuple[str, Paper]]:
    """Each paper under the name of its picture."""
    found = {one.name: one for one in every_paper.papers_of(_given("knee-anticoagulant"))}
    for name in PLAN:
        yield name.split()[-1].replace("_pdf", "").replace("_", "-"), found[name]
    for name, stop in (("referral", "stop-cauda-equina"), ("clearance", "hold-clot")):
        yield name, next(every_paper.papers_of(_given(stop)))
    ((_, progress),) = every_paper.reviews(1)
    yield "progress", progress


def _given(name: str) -> Given:
    intake = sample(name)
    return Given(first_visit(intake, load()), intake, load(), SOURCE, oak_street())


def first_page(document: bytes) -> Image.Image:
    """The first page as a picture."""
    read = pypdfium2.PdfDocument(document)
    page = read[0]
    return cast(Image.Image, page.render(scale=WIDTH / page.get_width()).to_pil())


def main() -> None:
    """Draw them; the handout once more as a black printer gives it."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, paper in papers():
        picture = first_page(paper.document)
        picture.quantize(COLOURS).save(folder / f"{name}.png", optimize=True)
        if paper.name == HANDOUT:
            picture.convert("L").save(folder / f"{name}-black.png", optimize=True)


if __name__ == "__main__":
    main()
