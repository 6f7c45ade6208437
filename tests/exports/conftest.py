"""Plans to export, and what a PDF says page by page."""

import pypdfium2
import pytest

from planner.exports.paper import pdf
from planner.exports.paper.sheet.papers import therapist_pages
from planner.knowledge import load
from planner.model.intake import Conversation
from planner.model.practice import NOT_SET
from planner.visit.main_line import first_visit
from tests.conftest import client_with, sample

HANDED_OUT = (
    "fibromyalgia-poor-sleep",
    "knee-anticoagulant",
    "low-back-nothing-flagged",
    "migraine-no-needles",
    "neck-small-budget",
    "three-sources",
)


def plan_of(name):
    return first_visit(sample(name), load())


def plan_for(condition="low-back-pain", *regions, **changes):
    return first_visit(client_with(condition, *regions, **changes), load())


def pages(document):
    """The words of each page, with blanks made single."""
    read = pypdfium2.PdfDocument(document)
    try:
        return [flat(_told(page)) for page in read]
    finally:
        read.close()


def _told(page):
    """The words of a page; a hyphen at the end of a line is told as no letter."""
    return page.get_textpage().get_text_range().replace("\ufffe", "-")


def flat(text):
    """Words as the page has them, without the places where a line may break."""
    return " ".join(text.replace("\u200b", "").split()).replace("- ", "-")


def page_one(plan):
    return pages(pdf.plan_pdf(plan, load()))[0]


def therapists_papers(plan, intake=None, **more):
    """The sheet and the evidence of a plan, as values."""
    visit = intake or Conversation(format=1, on=plan.on)
    return therapist_pages(plan, visit, load(), NOT_SET, **more)


@pytest.fixture(scope="session", params=HANDED_OUT)
def plan(request):
    return plan_of(request.param)


@pytest.fixture(scope="session")
def handed_out(plan):
    """The plan's handout."""
    return pdf.plan_pdf(plan, load())


@pytest.fixture(scope="session")
def printed(handed_out):
    """The words of each page of the plan's handout."""
    return pages(handed_out)
