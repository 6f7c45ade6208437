"""The list of documents: what is due, what each is called, looked at as pictures, in one zip."""

import io
import zipfile

import pytest
from PIL import Image
from pypdf import PdfReader

from planner.exports import documents, pictured, together
from planner.exports.documents import Given, Reader, due
from planner.knowledge import load
from planner.model.vocabulary import Clearance
from planner.visit.main_line import first_visit
from planner.words import SOURCE, in_language
from tests.conftest import SAMPLE_NAMES, sample

KNOWN = load()


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_the_documents_of_a_plan_have_names_and_titles_that_tell_them_apart(name):
    plan = first_visit(sample(name), KNOWN)
    names = [one.file_name(plan) for one in due(plan)]
    assert len(set(names)) == len(names)
    told = [(in_language(one.title, SOURCE), one.suffix) for one in due(plan)]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_what_matters_most_comes_first_and_is_for_whoever_leaves(name):
    plan = first_visit(sample(name), KNOWN)
    if due(plan):
        assert due(plan)[0].suffix == "pdf"
        assert due(plan)[0].reader is not Reader.THERAPIST


def test_a_draft_has_no_document():
    plan = first_visit(sample("low-back-nothing-flagged"), KNOWN).replaced(clearance=Clearance.ASK)
    assert due(plan) == ()


def plan_pdf():
    intake = sample("knee-anticoagulant")
    plan = first_visit(intake, KNOWN)
    return documents.PLAN_PDF.make(Given(plan, intake, KNOWN, SOURCE))


def test_each_page_is_a_picture_of_bounded_size_with_the_shape_of_the_paper():
    pdf = plan_pdf()
    pages = PdfReader(io.BytesIO(pdf)).pages
    pictures, in_all = pictured.pages(pdf, 20)
    assert len(pictures) == len(pages) == in_all
    for picture, page in zip(pictures, pages, strict=True):
        drawn = Image.open(io.BytesIO(picture))
        assert drawn.width == pictured.WIDTH
        shape = page.mediabox.height / page.mediabox.width
        assert drawn.height / drawn.width == pytest.approx(shape, abs=0.01)
        assert len(picture) < 300_000
        assert len(drawn.convert("RGB").getcolors(1 << 24)) > 10, "a page with nothing on it"


def test_of_a_long_document_the_first_pages_are_drawn():
    pictures, in_all = pictured.pages(plan_pdf(), 2)
    assert len(pictures) == 2 < in_all


def test_a_zip_of_the_same_files_is_the_same_in_any_order():
    files = {"b.txt": b"two", "a.pdf": b"one"}
    made = together.zipped(files)
    assert made == together.zipped(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["a.pdf", "b.txt"]
        assert {one: archive.read(one) for one in archive.namelist()} == files
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
