"""Thirteen papers as pictures, for docs/papers: the first page of each, of invented people.

python -m bench.papers.pictures docs/papers
"""

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import cast

import pypdfium2
from PIL import Image

from planner.diary import csv_template, read_diary
from planner.exports.documents import Given, Reader
from planner.exports.paper.diary_summary import Asked
from planner.exports.paper.diary_summary.made import diary_summary_pdf
from planner.knowledge import load
from planner.model.diary import DayWritten, Milestone, MilestoneKind
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import sample
from tests.exports.papers import every_paper
from tests.exports.papers.every_paper import Paper
from tests.practices import oak_street

WIDTH, COLOURS = 900, 64
PLAN = (
    "client-pdf plan", "large-pdf plan-large-print", "month-pdf diary", "therapist-pdf therapist",
    "evidence-pdf evidence", "note visit-note", "consent_pdf", "question_form_pdf",
)  # fmt: skip
HANDOUT = PLAN[0]
NOTED = {
    date(2026, 11, 20): "could not lift the kettle", date(2026, 12, 22): "packed boxes all day",
    date(2027, 1, 5): "to the pier and back, 25 minutes",
}  # fmt: skip


def papers() -> Iterator[tuple[str, Paper]]:
    """Each paper under the name of its picture."""
    found = {one.name: one for one in every_paper.papers_of(_given("knee-anticoagulant"))}
    for name in PLAN:
        yield name.split()[-1].replace("_pdf", "").replace("_", "-"), found[name]
    for name, stop in (("referral", "stop-cauda-equina"), ("clearance", "hold-clot")):
        yield name, next(every_paper.papers_of(_given(stop)))
    ((_, progress),) = every_paper.reviews(1)
    yield "progress", progress
    yield "diary-summary", every_paper.paper("diary", Reader.COLLEAGUE, _diary)


def _diary() -> bytes:
    """Eight weeks of an invented diary, a plan from the third on."""
    drawn, began = Random(1), date(2026, 12, 3)
    rows = []
    for day in (began + timedelta(days=n) for n in range(-14, 42) if n not in (5, 17, 34)):
        pain = round((6.1 if day < began else 4.1) + drawn.gauss(0, 0.8))
        pain = {date(2026, 12, 22): 8, date(2026, 12, 23): 7}.get(day, pain)
        week, rest = divmod((day - began).days, 7)
        way, sleep = pain + 1, round(4 + drawn.gauss(0, 0.8))
        rows.append(DayWritten(day, pain, sleep, way, week >= 0 and rest == 0, NOTED.get(day, "")))
    moved = Milestone(day=date(2026, 12, 22), kind=MilestoneKind.OTHER, note="moved house")
    asked = Asked(
        read_diary(csv_template(rows), "diary.csv", on=rows[-1].day), rows[-1].day, "US", began,
        milestones=(moved,), question="Sleep stays at 4 of 10. Would you look at this with her?",
        label="0412", intake=sample("knee-anticoagulant"),
    )  # fmt: skip
    return diary_summary_pdf(asked, load(), SOURCE, oak_street())


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
