"""The visit's pages in the made-up language: consultation, stop, client's view, follow-up."""

import json
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from planner.knowledge import load
from planner.visit.draft import blank
from planner.words.pseudo import accented
from tests.conftest import SAMPLE_NAMES, SAMPLES, sample
from tests.ui.conftest import OpenApp, button, lines, run
from tests.ui.pseudo import plain_words, speak_pseudo, texts
from tests.ui.test_follow_up import opened, second_visit
from tests.visit.drafts import draft_with
from ui import handed_over, paper_entry
from ui.plan_sheet import component
from ui.plan_sheet.sheet import Opened
from ui.state import session

SECONDS = 60
FILES = (
    "CSV",
    "PDF",
    "FHIR",
    "ICS",
    "JSON",
    "TXT",
    "AUD",
    "CAD",
    "EUR",
    "GBP",
    "NZD",
    "USD",
    "SOAP",
)
FOLDS = ("ways", "week", "review", "talk", "not-chosen", "sources")
BESIDE_THE_LINES = ("dose", "visits", "limits", "add:massage", "add:beside", "add:home")


@pytest.fixture(autouse=True)
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    speak_pseudo(monkeypatch)


def typed(name: str) -> tuple[str, ...]:
    """What a person typed in a sample, and what is cited."""
    intake = sample(name)
    cited = (one.citation for one in load().sources.values())
    written = (one.by for one in intake.clearances)
    goals = [form for one in intake.preferences.goals for form in (one.goal, one.goal.capitalize())]
    return (intake.client.label, *goals, *written, *cited, *FILES)


@pytest.mark.parametrize("step", range(1, 6))
def test_a_blank_visit(open_app: OpenApp, step: int):
    app = open_app(blank(sample(SAMPLE_NAMES[0]).on).as_text, step=step)
    assert not plain_words(app, *FILES)


@pytest.mark.parametrize("step", range(1, 6))
@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_the_consultation(open_app: OpenApp, name: str, step: int):
    assert not plain_words(open_app(sample(name), step=step), *typed(name))


def test_what_the_therapist_found_and_a_score_of_a_form(open_app: OpenApp):
    whole = json.loads(sample("three-sources").model_dump_json(exclude_none=True))
    found = {
        "findings": [
            {"what": "movement", "name": "lower-back-bend-back", "extent": "limited", "pain": 3},
            {"what": "palpation", "region": "lower_back_right", "tender": 2},
        ],
        "stirring": {"set_off_by": "little", "then_it_is": "bad", "settles_in": "hours"},
        "comparable": {"name": "lower-back-bend-back", "before": 3},
    }
    scored = [{"instrument": "phq-4", "score": 9, "on": whole["on"]}]
    app = open_app(json.dumps({**whole, "assessment": found, "measured": scored}))
    app.session_state[session.FACE] = session.FOUND
    assert not plain_words(run(app), *typed("three-sources"))
    assert accented("Irritable: high") in "\n".join(texts(app))
    for step in (2, 5):
        app.session_state["scores-of-forms"] = True
        app.session_state[session.STEP] = step
        names = [one.name for one in load().questionnaires.values()]
        local = load().locales[whole["locale"]].crisis
        assert not plain_words(run(app), *typed("three-sources"), *names, local)


@pytest.mark.parametrize("name", ["three-sources", "knee-anticoagulant"])
def test_everything_that_can_be_opened_in_a_plan(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, name: str
):
    monkeypatch.setattr(component, "opened", lambda: Opened("", FOLDS))
    app = open_app(sample(name), step=5)
    assert accented("Your week") in "\n".join(texts(app))
    app.session_state["visit-menu"] = True
    for line in (*lines(run(app)), *BESIDE_THE_LINES):
        monkeypatch.setattr(component, "opened", partial(Opened, line))
        assert not plain_words(run(app), *typed(name))
    monkeypatch.setattr(component, "opened", partial(Opened, "swedish"))
    assert accented("How sure:") in "\n".join(texts(run(app)))


def test_every_group_of_questions(open_app: OpenApp):
    app = open_app(sample("knee-anticoagulant"), step=3)
    for group in load().groups:
        app.session_state[session.OPEN_GROUP] = group
        assert not plain_words(run(app), *typed("knee-anticoagulant"))


@pytest.mark.parametrize(
    "name", sorted(set(SAMPLE_NAMES) & {"three-sources", "knee-anticoagulant"})
)
def test_what_the_client_sees(open_app: OpenApp, name: str):
    app = open_app(sample(name))
    app.session_state[handed_over.mode.KIND] = handed_over.PLAN
    assert not plain_words(run(app), *typed(name))


@pytest.mark.parametrize("at", ["", "rf-suicidal", "p-immunosuppressed", "end", "urgent"])
def test_what_a_client_answers_alone(open_app: OpenApp, at: str):
    app = open_app(draft_with("low-back-pain").as_text)
    app.session_state[handed_over.mode.KIND] = handed_over.ALONE
    app.session_state[handed_over.alone.AT] = at
    assert not plain_words(run(app))


def test_what_is_typed_in_from_paper(open_app: OpenApp):
    app = open_app(draft_with("low-back-pain").as_text, step=3)
    app.session_state[paper_entry.IS_OPEN] = True
    assert not plain_words(run(app), "T.T.")


@pytest.mark.parametrize("step", range(1, 6))
def test_the_follow_up(step: int):
    app = opened(second_visit())
    app.session_state[session.FOLLOW_UP_STEP] = step
    app.session_state["visit-note"] = True
    assert not plain_words(run(app), *typed("low-back-nothing-flagged"))


@pytest.mark.parametrize("choice", ["accept", "decline", "edit"])
def test_a_decision(choice: str):
    app = opened(second_visit())
    button(app, f"verdict-{choice}").click()
    assert not plain_words(run(app), *typed("low-back-nothing-flagged"))


def test_a_visit_that_cannot_be_followed_and_one_without_a_score():
    assert not plain_words(opened(second_visit(average=None)), *typed("low-back-nothing-flagged"))
    first = AppTest.from_function(follow_up_page, default_timeout=SECONDS)
    assert not plain_words(run(first))


def follow_up_page() -> None:
    from ui.follow_up import page

    page.draw()


def test_a_file_that_is_refused(open_app: OpenApp):
    app = open_app()
    app.file_uploader[0].set_value(("visit.json", b'{"format": 2}', "application/json"))
    left = plain_words(run(app), "format", "on", *FILES)
    assert not left


def test_every_sample_has_a_name_in_the_catalogue():
    from ui.parts import visit_menu

    assert set(visit_menu.NAMES) == set(SAMPLES) - {"hold-clot", "stop-cauda-equina"}
