"""What a client takes home in a language that is read from right to left."""

import re

import pytest

from planner.exports.documents import Given
from planner.exports.paper.handout import handout_pdf, month_sheet_pdf
from planner.knowledge import load
from planner.model.practice import Practice
from planner.visit.main_line import first_visit
from planner.words import language
from planner.words.languages import LEFTWARD
from tests.conftest import sample
from tests.exports.conftest import HANDED_OUT
from tests.exports.papers.looked_at import (
    CLIENT_TYPE,
    LARGE_TYPE,
    as_seen,
    meeting,
    off_the_page,
    pages,
    too_small,
)

KNOWN = load()
MARGIN = 44
HARBOUR = Practice(
    format=1, name="Casa Azul", therapist="Ruth Okafor", phone="+1 207 555 0142",
    email="ruth@example.org",
)  # fmt: skip
LATIN = re.compile(r"[A-Za-z]*[a-z][A-Za-z]{2,}")  # a currency has capitals only


def minded(page, floor):
    """What a reader would mind. Two letters drawn as one have one box: on one line that is none."""
    over = [
        f"page {page.number}: {one.text!r} over {other.text!r}"
        for one, other in meeting(page)
        if abs(one.bottom + one.top - other.bottom - other.top) > 0.6 * one.size
    ]
    return [*off_the_page(page), *over, *too_small(page, floor)]


def given(name, practice=HARBOUR):
    intake = sample(name)
    return Given(first_visit(intake, KNOWN), intake, KNOWN, language(LEFTWARD), practice)


def as_typed(of):
    """The words in Latin letters that may stand: what a person or a practice wrote."""
    typed = (
        of.plan.client, HARBOUR.name, HARBOUR.therapist, HARBOUR.email,
        *(goal.goal for goal in of.intake.preferences.goals),
    )  # fmt: skip
    return {word.lower() for one in typed for word in LATIN.findall(one)}


SAMPLES = [
    pytest.param(one, marks=() if one == "three-sources" else pytest.mark.slow)
    for one in HANDED_OUT
]


@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large print"])
@pytest.mark.parametrize("name", SAMPLES)
def test_nobody_who_reads_the_handout_minds_anything(name, large):
    of = given(name)
    found = pages(handout_pdf(of, large=large))
    floor = LARGE_TYPE if large else CLIENT_TYPE
    assert [what for page in found for what in minded(page, floor)] == []
    left = {word.lower() for page in found for word in LATIN.findall(page.text)}
    assert left <= as_typed(of)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_page_begins_at_the_right(name):
    """What is largest on a page, the client's name or a heading, begins at the right margin."""
    for page in pages(handout_pdf(given(name, Practice(format=1)))):
        largest = max(word.size for word in page.words)
        begins = max(word.right for word in page.words if word.size == largest)
        assert begins == pytest.approx(page.width - MARGIN, abs=3), page.number


def test_the_month_sheet_has_its_days_at_the_right():
    of = given("three-sources")
    (sheet,) = pages(month_sheet_pdf(of.plan.on, of.plan.locale, of.language, HARBOUR))
    assert minded(sheet, CLIENT_TYPE) == []
    days = {word.text for word in sheet.words if word.left > 0.8 * sheet.width}
    assert {str(day) for day in range(1, 28)} <= days


def test_a_telephone_number_is_read_in_its_own_order():
    """Groups of digits would follow each other from right to left, as words do."""
    lines = [line for page in as_seen(handout_pdf(given("three-sources"))) for line in page]
    for number in ("0800611116", "+12075550142"):
        assert any(number in line for line in lines)


def test_initials_keep_their_last_stop():
    """A stop at the end of a line belongs to the sentence, but not the one of "F.T."."""
    first, *_ = as_seen(handout_pdf(given("three-sources", Practice(format=1))))
    assert first[0] == "F.T."
