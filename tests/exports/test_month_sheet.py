"""The diary to fill in by hand: one page, every day of a month, words a tired person can read."""

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from planner.exports.paper.handout import month, month_sheet_pdf
from planner.exports.paper.handout.month import DAYS
from tests.exports.conftest import pages
from tests.exports.test_pdf import A4, LETTER
from tests.reading_grade import reading_grade

FIRST = date(2026, 11, 23)


@pytest.mark.parametrize(("locale", "paper"), [("US", LETTER), ("UK", A4), ("EU", A4)])
def test_it_is_one_page_of_the_paper_of_the_place(locale, paper):
    sheet = PdfReader(io.BytesIO(month_sheet_pdf(FIRST, locale)))
    assert len(sheet.pages) == 1
    box = sheet.pages[0].mediabox
    assert (round(box.width), round(box.height)) == paper


def test_every_day_has_its_line():
    told = pages(month_sheet_pdf(FIRST, "UK"))[0]
    for day in (FIRST + timedelta(days=n) for n in range(DAYS)):
        assert f"{day:%a} {day.day} {day:%b}" in told
    assert "23 November to 23 December 2026" in told


def test_each_scale_says_what_its_ends_mean():
    told = pages(month_sheet_pdf(FIRST, "UK"))[0]
    for name, low, high in month.SCALES:
        assert f"{name} {low} {high}" in told


def test_the_file_is_tagged_accessible_and_the_same_each_time():
    made = month_sheet_pdf(FIRST, "US")
    assert b"pdfuaid" in made
    assert PdfReader(io.BytesIO(made)).metadata.title == "My pain diary"
    assert made == month_sheet_pdf(FIRST, "US")


def test_a_sixth_grader_can_read_it():
    scales = " ".join(f"{name}: {low}, {high}." for name, low, high in month.SCALES)
    assert reading_grade(f"{month.HOW} {month.BRING} {month.ENOUGH} {scales}") <= 6
