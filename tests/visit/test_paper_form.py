"""The paper form: exactly the questions of these pain sources, but what is never on paper."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.model.intake import Conversation, PainSource
from planner.safety.asking.questions import questions
from planner.visit.beforehand.paper_form import paper_form
from planner.visit.beforehand.tablet_screens import screens
from planner.words import in_language, language
from tests.visit.drafts import draft_with

KNOWN = load()
CONDITIONS = sorted(KNOWN.conditions)
DESPAIR_AND_HOME = {"rf-suicidal", "rf-safeguarding"}


def lines(*conditions):
    return [line for sheet in paper_form(conditions, KNOWN) for line in sheet.lines]


def interview(*conditions):
    pain = tuple(PainSource(condition=one) for one in conditions)
    return questions(Conversation(format=1, on=date(2026, 11, 26), pain=pain), KNOWN)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_form_asks_what_the_interview_asks_in_its_order(condition):
    asked = [one for one in interview(condition) if not (one.private or one.therapist_answers)]
    assert [line.question.id for line in lines(condition)] == [one.id for one in asked]


@given(st.sets(st.sampled_from(CONDITIONS)))
def test_nothing_of_despair_or_of_safety_at_home_is_ever_on_paper(conditions):
    on_paper = {line.question.id for line in lines(*conditions)}
    assert not on_paper & DESPAIR_AND_HOME
    assert not any(KNOWN.rows[one].private for one in on_paper)
    assert {one.id for one in interview(*conditions)} >= DESPAIR_AND_HOME


def test_the_base_marks_what_is_never_on_paper():
    assert all(KNOWN.rows[row].private for row in DESPAIR_AND_HOME)


@given(st.lists(st.sampled_from(CONDITIONS), unique=True))
def test_the_numbers_go_on_over_the_sheets_in_whatever_order_the_sources_are_named(conditions):
    found = lines(*conditions)
    assert [line.number for line in found] == list(range(1, len(found) + 1))
    assert found == lines(*reversed(conditions))


def test_a_yes_that_cannot_wait_is_marked():
    urgent = {line.question.id for line in lines("low-back-pain") if line.urgent}
    assert "rf-cauda-equina" in urgent
    assert "p-raynaud" not in urgent


def test_without_a_pain_source_it_asks_what_everybody_is_asked():
    assert {one.question.id for one in lines()} == {
        row.id
        for row in KNOWN.rows.values()
        if row.always and not (row.private or row.therapist_answers)
    }


@pytest.mark.parametrize("code", ["en", "es", "es-ES"])
def test_what_the_client_reads_is_asked_of_the_client(code):
    """On paper and alone on the tablet nobody else is spoken to."""
    known = in_language(KNOWN, language(code))
    asked = [one.question for sheet in paper_form(CONDITIONS, known) for one in sheet.lines]
    asked += [one for screen in screens(draft_with(*CONDITIONS), known) for one in screen.questions]
    words = [*(one.question for one in asked), *(sign.label for one in asked for sign in one.ticks)]
    about = [one for one in words if re.search("client|therapist|terapeuta", one, re.IGNORECASE)]
    assert words
    assert not about
