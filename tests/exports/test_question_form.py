"""The questions on paper: every sheet one page, every question numbered, nothing of a client."""

import io
import re

import pytest
from pypdf import PdfReader

from planner.exports.paper import question_form
from planner.exports.paper.question_form import question_form_pdf
from planner.knowledge import load
from planner.visit.beforehand.paper_form import paper_form
from planner.words import say
from tests.exports.conftest import pages
from tests.exports.test_pdf import A4, LETTER
from tests.reading_grade import reading_grade

KNOWN = load()
NEVER = re.compile(r"suicid|end your life|ending my life|rather be dead|afraid of someone|hurting,"
                   r"|voices|personal safety|eating disorder", re.IGNORECASE)  # fmt: skip


def made(*conditions, locale="US"):
    return question_form_pdf(conditions, locale, KNOWN)


def in_words(text):
    return re.sub(r"\W+", " ", text).strip()


@pytest.mark.parametrize(("locale", "paper"), [("US", LETTER), ("UK", A4), ("EU", A4)])
def test_it_is_on_the_paper_of_the_place(locale, paper):
    box = PdfReader(io.BytesIO(made("knee-osteoarthritis", locale=locale))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == paper


def one_page_a_sheet_with_all_its_questions(*conditions, locale):
    told = pages(made(*conditions, locale=locale))
    sheets = paper_form(conditions, KNOWN)
    assert len(told) == len(sheets)
    for page, sheet in zip(told, sheets, strict=True):
        words = in_words(page)
        for line in sheet.lines:
            numbered = say(
                "{number} {question}", number=line.number, question=line.question.question
            )
            assert in_words(numbered) in words
            assert all(in_words(sign.label) in words for sign in line.question.ticks)
        assert not NEVER.search(page)


def test_each_sheet_is_one_page_with_its_questions_and_their_numbers():
    one_page_a_sheet_with_all_its_questions("low-back-pain", "neck-pain", locale="US")


@pytest.mark.slow
@pytest.mark.parametrize("condition", sorted(KNOWN.conditions))
def test_so_it_is_for_every_pain_source(condition):
    for locale in ("US", "EU"):
        one_page_a_sheet_with_all_its_questions(condition, locale=locale)


@pytest.mark.slow
def test_so_it_is_for_all_at_once():
    one_page_a_sheet_with_all_its_questions(*KNOWN.conditions, locale="US")


def test_it_holds_nothing_of_a_client_but_blank_lines():
    first = pages(made("low-back-pain"))[0]
    assert "Name or code" in first
    assert not re.search(r"20\d\d|Low back", first)


def test_the_file_is_tagged_accessible_and_the_same_each_time():
    assert b"pdfuaid" in made("low-back-pain")
    assert made("low-back-pain") == made("low-back-pain")


def test_a_sixth_grader_can_read_what_it_says_itself():
    said = (question_form.HOW, question_form.URGENT, question_form.THANKS)
    assert all(reading_grade(one) <= 6 for one in said)
