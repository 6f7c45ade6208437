"""Every paper in Spanish: no English left on it, and page one of the handout holds its place."""

import io
import re
from functools import cache

import pytest
from pypdf import PdfReader

from planner.exports.documents import Given, letters
from planner.exports.paper.handout import handout, handout_pdf
from planner.exports.paper.progress import progress_pdf
from planner.knowledge import load
from planner.model.practice import Practice
from planner.model.vocabulary import Locale
from planner.visit.main_line import first_visit
from planner.words import in_language, say
from planner.words.languages import spoken_in
from tests.conftest import sample
from tests.exports.conftest import HANDED_OUT, flat, pages
from tests.exports.papers import every_paper
from tests.exports.progress.test_progress_page import CASES, made
from tests.practices import oak_street

KNOWN = load()
HARBOUR = Practice(format=1, name="Casa Azul", therapist="Ruth Okafor", phone="207-555-0142")
ENGLISH = re.compile(
    r"\b(?:the|and|with|your|you|are|when|which|have|been|what|where|this|that|is|not|each|from"
    r"|for|days?|weeks?|pain|left|right|both|page|visits?|today|now|if|call)\b",
    re.IGNORECASE,
)
# What the doctor's page is asked is typed, and so is what the person wants.
TYPED = "Would you look at the sleep of this person?"
COUNTRIES = (Locale.US, Locale.EU)


@cache
def given(name, country):
    """A sample as a client of that country would have it, read in Spanish."""
    intake = sample(name).model_copy(update={"locale": country})
    return Given(first_visit(intake, KNOWN), intake, KNOWN, spoken_in("es", country), HARBOUR)


def left_in_english(document, of):
    """The English words that stand before the sources, which keep their titles."""
    sources = in_language(say("Sources"), of.language)
    told = " ".join(pages(document))
    told = told.rpartition(f" {sources} ")[0] or told
    for one in (TYPED, *(goal.goal for goal in of.intake.preferences.goals)):
        told = re.sub(re.escape(one), "", told, flags=re.IGNORECASE)
    return [told[max(0, at.start() - 40) : at.end() + 40] for at in ENGLISH.finditer(told)]


@pytest.mark.slow
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize(
    "name", ["three-sources", "knee-anticoagulant", "fibromyalgia-poor-sleep",
             "stop-cauda-equina", "hold-clot"],
)  # fmt: skip
def test_no_paper_holds_english(name, country):
    of = given(name, country)
    papers = [(one.name, one.document) for one in every_paper.papers_of(of)]
    if of.plan.clearance.may_be_handed_out:
        papers += [(one.name, one.make(of)) for one in letters(of.plan)]
    found = {paper: left_in_english(document, of) for paper, document in papers}
    assert papers
    assert not {paper: words for paper, words in found.items() if words}


SAMPLES = [
    pytest.param(one, marks=() if one == "three-sources" else pytest.mark.slow)
    for one in HANDED_OUT
]


def must_stay(of):
    """What page one may not be without, in Spanish."""
    page = in_language(handout(of).page, of.language)
    yield page.help.emergency.whom
    yield from page.help.emergency.signs
    yield from (row.dose for row in page.tasks)
    yield from (one.lead for one in page.boxed.shown)


@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large print"])
@pytest.mark.parametrize("country", [Locale.US, pytest.param(Locale.EU, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", SAMPLES)
def test_page_one_is_one_page_with_the_signs_to_stop_at(name, country, large):
    of = given(name, country)
    first, second, *_ = pages(handout_pdf(of, large=large))
    assert re.search(r"Página 1 de \d", first)
    assert re.search(r"Página 2 de \d", second)
    assert f"{KNOWN.locales[country].emergency} ahora" in first
    assert "Próxima visita" in first
    assert [one for one in must_stay(of) if flat(str(one)) not in first] == []


PARTS = ("Lo que usted quiere", "En un día malo", "Próxima visita", "Cuánto dolor está bien")


@pytest.mark.parametrize("country", COUNTRIES)
def test_what_page_one_has_no_room_for_stands_under_its_name_once(country):
    _, *after = pages(handout_pdf(given("knee-anticoagulant", country), large=True))
    told = " ".join(after)
    assert {name: told.count(f"{name} ") for name in PARTS} == dict.fromkeys(PARTS, 1)


def lines_of(document, page):
    return PdfReader(io.BytesIO(document)).pages[page].extract_text().splitlines()


def test_in_large_print_each_way_to_reach_the_practice_has_a_line_of_its_own():
    of = given("knee-anticoagulant", Locale.US)._replace(practice=oak_street())
    told = [one.strip() for one in lines_of(handout_pdf(of, large=True), 1)]
    for one in ("Ana Ruiz, LMT", "licencia OR 23117", "555 0198", "ana@oakstreet.example"):
        assert one in told


REVIEWS = [pytest.param(one, marks=() if one == "step-down" else pytest.mark.slow) for one in CASES]


@pytest.mark.parametrize("case", REVIEWS)
def test_the_progress_of_a_review_is_one_page(case):
    review, reading = made(case)
    paper = progress_pdf(review, reading, KNOWN, spoken_in("es", Locale.US), oak_street())
    assert len(pages(paper)) == 1
