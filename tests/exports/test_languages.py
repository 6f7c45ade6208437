"""Every export in the pseudo-language: whatever is not accented is in no catalogue."""

import csv
import io
import json
import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from planner.exports.documents import DOCUMENTS, Given
from planner.exports.files.tables.plan_table import HEADER
from planner.exports.notes.soap import visit_note_text
from planner.exports.notes.visit_note import visit_note
from planner.exports.paper.handout import month_sheet_pdf
from planner.exports.paper.progress import progress_pdf
from planner.exports.paper.question_form import question_form_pdf
from planner.knowledge import load
from planner.model.review import Verdict
from planner.visit.main_line import first_visit
from planner.words import in_language, language, say
from planner.words.languages import PSEUDO
from tests.conftest import SAMPLE_NAMES, client_with, sample
from tests.exports.conftest import pages
from tests.exports.progress.test_progress_page import CASES, made
from tests.review.conftest import all_no, asked

pytestmark = pytest.mark.slow

XA = language(PSEUDO)
KNOWN = load()
SOURCES = in_language(say("Sources"), XA)  # citations follow, as they were published
WORD = re.compile(r"[A-Za-z]{2,}")
DATES = {f"{date(2026, month, 1):%B}" for month in range(1, 13)}
DATES |= {f"{date(2026, month, 1):%b}" for month in range(1, 13)} | {"Sept"}
DATES |= {f"{date(2026, 11, day):%A}" for day in range(23, 30)}
DATES |= {f"{date(2026, 11, day):%a}" for day in range(23, 30)}
# "and" and "or" of a list are Babel's, as are the names of days and months.
OF_THE_LANGUAGE = DATES | {"and", "or"}


def left_plain(told, typed):
    """The words that no catalogue said and nobody typed."""
    found = {word for word in WORD.findall(told) if word not in OF_THE_LANGUAGE}
    known = {word.lower() for word in WORD.findall(typed)}
    return sorted(word for word in found if word.lower() not in known)


# What the samples have none of: each has a document of its own words.
MORE = {
    "not today": client_with("low-back-pain", answers={"p-fever-infection": "yes"}),
    "a doctor within days": client_with("knee-osteoarthritis", answers={"rf-pmr": "unsure"}),
    "needed today, no illness": client_with("neck-pain", answers={"rf-suicidal-active": "yes"}),
    "somebody is in danger": client_with("neck-pain", answers={"rf-safeguarding": "yes"}),
    "not sure": client_with("shoulder-pain", answers={"p-diabetes": "unsure"}),
    "cleared by a clinician": client_with(
        "low-back-pain",
        answers={"p-aneurysm": "yes"},
        clearances=[{"for": "p-aneurysm", "by": "Dr Roe", "on": "2026-11-20", "limits": "light"}],
    ),
    "the therapist's own": client_with(
        "low-back-pain", edits=[{"line": "yoga", "change": "add", "words": "a class nearby"}]
    ),
    "less than was tested": client_with(
        "low-back-pain", preferences={"sessions_per_week_max": 0.5, "monthly_budget": 60,
                                      "session_price": 60, "currency": "USD"},
    ),
    "many pains": client_with(
        "low-back-pain",
        pain=[{"condition": one, "months": 1, "assessed": True}
              for one in ("low-back-pain", "neck-pain", "knee-osteoarthritis", "migraine")],
    ),
}  # fmt: skip


def intake_of(name):
    return MORE[name] if name in MORE else sample(name)


def typed_in(*values):
    """Everything a person typed, and the ids and citations, which stay as they are."""
    citations = " ".join(one.citation for one in KNOWN.sources.values())
    return " ".join([citations, *map(str, values)])


def made_for(name, kind):
    """The documents of a kind that a sample may have, in the pseudo-language."""
    intake = intake_of(name)
    plan = first_visit(intake, KNOWN)
    return [
        (plan, intake, one.make(Given(plan, intake, KNOWN, XA, even_so=True)))
        for one in DOCUMENTS
        if one.kind == kind and one.is_due(plan)
    ]


def typed_by(intake):
    wishes = intake.preferences
    by = [f"{one.by} {one.limits}" for one in intake.clearances]
    own = [one.words for one in intake.edits]
    return typed_in(
        intake.client.label, *(one.goal for one in wishes.goals), wishes.currency, *by, *own
    )


@pytest.mark.parametrize("name", [*SAMPLE_NAMES, *MORE])
def test_a_paper_says_nothing_outside_the_catalogue(name):
    for plan, intake, document in made_for(name, "pdf"):
        told, _, _ = " ".join(pages(document)).rpartition(f" {SOURCES} ")
        told = told or " ".join(pages(document))
        assert not left_plain(told, f"{typed_by(intake)} {plan.knowledge}")


def test_the_questions_on_paper_say_nothing_outside_the_catalogue():
    assert not left_plain(" ".join(pages(question_form_pdf(["migraine"], "US", KNOWN, XA))), "")


@pytest.mark.parametrize("name", [*SAMPLE_NAMES, *MORE])
def test_a_note_says_nothing_outside_the_catalogue(name):
    for _, intake, document in made_for(name, "note"):
        told = " ".join(pages(document)) if document.startswith(b"%PDF") else document.decode()
        assert not left_plain(told, typed_by(intake))


@pytest.mark.parametrize("name", [*SAMPLE_NAMES, *MORE])
def test_a_table_keeps_its_columns_names_and_says_the_rest(name):
    for _, intake, document in made_for(name, "csv"):
        heading, *rows = csv.reader(io.StringIO(document.decode("utf-8-sig")))
        assert tuple(heading) == HEADER
        for row in rows:
            assert not left_plain(" ".join(row), typed_by(intake))


@pytest.mark.parametrize("name", [*SAMPLE_NAMES, *MORE])
def test_a_calendar_is_said_too(name):
    for _, intake, document in made_for(name, "ics"):
        for event in Calendar.from_ical(document).walk("VEVENT"):
            told = f"{event['summary']} {event.get('description', '')}"
            assert not left_plain(told, typed_by(intake))


SPOKEN = {"title", "description", "text"}  # of FHIR: the elements that a person reads


def spoken(value, name=""):
    if isinstance(value, dict):
        for key, part in value.items():
            yield from spoken(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from spoken(part, name)
    elif name in SPOKEN or name == "scheduledString":
        yield value
    elif name == "div":
        yield " ".join(ElementTree.fromstring(value).itertext())


@pytest.mark.parametrize("name", [*SAMPLE_NAMES, *MORE])
def test_a_care_plan_is_said_and_names_its_language(name):
    for plan, intake, document in made_for(name, "fhir"):
        bundle = json.loads(document)
        assert bundle["language"] == PSEUDO
        for told in spoken(bundle):
            assert not left_plain(told, f"{typed_by(intake)} {plan.knowledge}")


@pytest.mark.parametrize("case", CASES)
def test_the_page_of_progress_says_nothing_outside_the_catalogue(case):
    review, reading = made(case)
    goals = " ".join(one.goal for one in review.progress.goals)
    told = " ".join(pages(progress_pdf(review, reading, KNOWN, XA)))
    currency = review.next_plan.load.currency
    assert not left_plain(told, typed_in(review.next_plan.client, goals, currency))


@pytest.mark.parametrize("case", CASES)
def test_the_note_of_a_review_says_nothing_outside_the_catalogue(case):
    review, _ = made(case)
    facts = all_no(review.next_plan, asked(words="sleeps well", findings="soft", long_flares=1))
    verdict = Verdict(choice="declined", reason="holiday")
    told = visit_note_text(visit_note(review, facts, KNOWN, verdict), XA)
    goals = " ".join(one.goal for one in review.progress.goals)
    typed = typed_in(review.next_plan.client, goals, "Sleeps well. Soft. holiday")
    assert not left_plain(told, typed)


def test_the_diary_sheet_says_nothing_outside_the_catalogue():
    told = " ".join(pages(month_sheet_pdf(date(2026, 11, 23) + timedelta(days=7), "UK", XA)))
    assert not left_plain(told, "")
