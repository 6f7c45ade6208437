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
from tests.exports.papers.looked_at import CLIENT_TYPE, LARGE_TYPE, minded, off_the_page, pages

KNOWN = load()
MARGIN = 44
HARBOUR = Practice(
    format=1, name="Casa Azul", therapist="Ruth Okafor", phone="+1 207 555 0142",
    email="ruth@example.org",
)  # fmt: skip
LATIN = re.compile(r"[A-Za-z]{3,}")


def given(name, practice=HARBOUR):
    intake = sample(name)
    return Given(first_visit(intake, KNOWN), intake, KNOWN, language(LEFTWARD), practice)


def as_typed(of):
    """The words in Latin letters that may stand: what a person or a practice wrote, a currency."""
    typed = (
        of.plan.client, HARBOUR.name, HARBOUR.therapist, HARBOUR.email,
        *(goal.goal for goal in of.intake.preferences.goals), of.plan.money.currency,
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
    """The first line, which is the client's name or a heading, begins at the margin."""
    for page in pages(handout_pdf(given(name, Practice(format=1)))):
        highest = max(page.words, key=lambda word: word.top)
        line = [word for word in page.words if word.top > highest.bottom]
        assert max(word.right for word in line) == pytest.approx(page.width - MARGIN, abs=3)
        assert min(word.left for word in page.words) < page.width / 2


def test_the_month_sheet_has_its_days_at_the_right_and_room_for_every_name_of_a_day():
    of = given("three-sources")
    (sheet,) = pages(month_sheet_pdf(of.plan.on, of.plan.locale, of.language, HARBOUR))
    assert minded(sheet, CLIENT_TYPE) == []
    days = [word for word in sheet.words if word.text == str(of.plan.on.day)]
    assert days
    assert all(word.left > 0.7 * sheet.width for word in days[:1])


def test_a_telephone_number_is_read_in_its_own_order():
    """Groups of digits would follow each other from right to left, as words do."""
    words = [word for page in pages(handout_pdf(given("three-sources"))) for word in page.words]
    for number in (("0800", "611", "116"), ("207", "555", "0142")):
        places = [next(one for one in words if one.text == part) for part in number]
        assert places == sorted(places, key=lambda one: one.left)
        assert max(one.bottom for one in places) - min(one.bottom for one in places) < 1


def test_initials_keep_their_last_stop():
    """A stop at the end of a line belongs to the sentence, but not the one of "F.T."."""
    first = pages(handout_pdf(given("three-sources", Practice(format=1))))[0]
    name = max(first.words, key=lambda word: word.size)
    assert name.text == "F.T."
    assert off_the_page(first) == []
