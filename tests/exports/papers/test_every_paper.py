"""Every paper of many plans, stops and reviews: nothing cut, crowded, alone, small or untagged.

A paper joins by itself: through `DOCUMENTS`, or by the test that counts what makes one.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pdfua
import pytest

from planner.exports.paper.typesetting import paper_of
from tests.exports.papers import looked_at, varied
from tests.exports.papers.every_paper import OF_A_REVIEW, OTHERS, of_a_review, papers_of
from tests.exports.progress.test_progress_page import CASES, made

ROOT = Path(__file__).parents[3]
PLANS, STOPS, REVIEWS = 36, 14, 10
IN_SHORT = {"plan": (2,), "stop": (4,), "review": (0,)}  # without the marker `slow`


def _numbered(kind, number):
    return [
        pytest.param(kind, at, marks=[] if at in IN_SHORT[kind] else pytest.mark.slow)
        for at in range(number)
    ]


EVERY_CASE = [*_numbered("plan", PLANS), *_numbered("stop", STOPS), *_numbered("review", REVIEWS)]


def papers(kind, at):
    """The papers of a plan, a stop or a review, and the country that they are for."""
    if kind == "review":
        case, practice = list(CASES)[at], varied.PRACTICES[at % len(varied.PRACTICES)]
        return made(case)[0].next_plan.locale, [of_a_review(case, practice)]
    given = varied.plan(at) if kind == "plan" else varied.stop(at)
    return given.plan.locale, list(papers_of(given))


@pytest.mark.parametrize(("kind", "at"), EVERY_CASE)
def test_nobody_who_reads_a_paper_minds_anything(kind, at, tmp_path):
    """No word cut, crowded, alone on a page, too small or left out; tagged; of the right size."""
    locale, printed = papers(kind, at)
    wide = {"a4": 595, "us-letter": 612}[paper_of(locale)]
    found = {one.name: [*_seen(one, wide), *_heard(one, tmp_path)] for one in printed}
    assert {name: what for name, what in found.items() if what} == {}


def _seen(paper, wide):
    """What whoever sees the paper would mind."""
    pages = looked_at.pages(paper.document)
    found = [what for page in pages for what in looked_at.minded(page, paper.floor)]
    found += looked_at.missing(pages, paper.said)
    if {round(page.width) for page in pages} != {wide}:
        found.append("another size of paper")
    return found


def _heard(paper, folder):
    """What whoever listens to the paper would mind."""
    if b"<pdfuaid:part>1<" not in paper.document:
        yield "no PDF/UA-1"
    path = folder / "paper.pdf"
    path.write_bytes(paper.document)
    yield from (str(one) for one in pdfua.validate(str(path)).findings)


def test_no_function_that_makes_a_paper_is_forgotten():
    """One that another exporter calls is reached through that; an `__init__` only hands it on."""
    makes, named = re.compile(r"^def ([a-z]\w*_pdf)\(", re.MULTILINE), re.compile(r"\b\w+_pdf\b")
    files = {one: one.read_text() for one in (ROOT / "planner" / "exports").rglob("*.py")}
    made_in = {name: file for file, text in files.items() for name in makes.findall(text)}
    reached = {
        name
        for file, text in files.items()
        if file.name != "__init__.py"
        for name in named.findall(text)
        if made_in.get(name) != file
    }
    assert made_in.keys() - reached == {*OTHERS, *OF_A_REVIEW}


PRINTS = """
import hashlib
from planner.exports.documents import DOCUMENTS, Given
from planner.knowledge import load
from planner.model.intake import read_intake
from planner.safety.asking.others import spelled_out
from planner.visit import samples
from planner.visit.main_line import first_visit
from planner.words import SOURCE
for path in [*samples.with_a_plan().values()][:3] + [*samples.without_a_plan().values()][:2]:
    intake = spelled_out(read_intake(path.read_bytes(), load().known_ids), load())
    given = Given(first_visit(intake, load()), intake, load(), SOURCE)
    for one in DOCUMENTS:
        if one.is_due(given.plan):
            print(path.name, one.name, one.suffix, hashlib.sha256(one.make(given)).hexdigest())
"""


def _copied(files, to):
    """The program in a folder of its own, its files made in this order."""
    for file in files:
        (to / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / file, to / file)
    ran = subprocess.run(
        [sys.executable, "-c", PRINTS], cwd=to, check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return ran.stdout


@pytest.mark.slow
def test_two_folders_made_in_opposite_order_and_two_processes_give_the_same_bytes():
    files = sorted(
        file.relative_to(ROOT)
        for file in (ROOT / "planner").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    )
    with tempfile.TemporaryDirectory() as there, tempfile.TemporaryDirectory() as here:
        one, other = _copied(files, Path(there)), _copied(files[::-1], Path(here))
    assert one == other
    assert one.count("\n") >= 5
