"""The therapist's screen in one language, what the client reads in another."""

import json

import pytest

from planner.model.practice import Therapist
from planner.words import in_language, language, say
from tests.conftest import sample_text
from tests.ui.conftest import at_step, button, run
from tests.ui.pseudo import texts
from ui.shell import streamlit_words
from ui.state import session
from ui.state.language import ENVIRONMENT
from ui.state.practice import OWN

WISHES, PLAN = 4, 5
ENGLISH = say("Where the client is")
SPANISH = in_language(ENGLISH, language("es"))


def labels(app):
    """What the fields of a page are called."""
    return {one.label for one in app.selectbox}


def read_in_spanish(app):
    """The client of the open visit reads Spanish from now on."""
    next(one for one in app.selectbox if one.key == "language").select("es")
    return run(app)


def kept_language(app):
    return json.loads(app.session_state[session.KEY]).get("language", "en")


@pytest.fixture
def spanish_screen(records):
    """A therapist who chose Spanish for the screen."""
    records.put_setting(OWN, 0, Therapist(language="es").model_dump_json())


def test_the_screen_is_in_the_language_that_its_therapist_chose(spanish_screen, open_app):
    app = open_app(sample_text("knee-anticoagulant"), step=WISHES)
    assert SPANISH in labels(app)
    assert ENGLISH not in labels(app)


def test_what_the_client_reads_is_switched_for_a_visit_and_leaves_the_screen_as_it_is(open_app):
    app = read_in_spanish(open_app(sample_text("knee-anticoagulant"), step=WISHES))
    assert kept_language(app) == "es"
    assert ENGLISH in labels(app)


def test_whatever_the_client_holds_is_in_the_clients_language(open_app):
    app = at_step(read_in_spanish(open_app(sample_text("knee-anticoagulant"), step=WISHES)), PLAN)
    button(app, "show-client").click()
    run(app)
    held = list(texts(app))
    assert "Su semana" in held
    assert "Your week" not in held


def test_where_nobody_chose_the_client_reads_what_the_screen_is_in(monkeypatch, open_app):
    monkeypatch.setenv(ENVIRONMENT, "es")
    assert kept_language(open_app()) == "es"


@pytest.fixture
def half_said(monkeypatch):
    """Spanish as while it is being made."""
    monkeypatch.setattr("planner.words.offered.is_nearly_said", lambda code: False)


def choices(app, key):
    return next((one.options for one in app.selectbox if one.key == key), [])


def test_a_language_half_said_may_be_the_screens_but_no_clients(half_said, open_app):
    app = open_app(sample_text("knee-anticoagulant"), step=WISHES)
    assert not choices(app, "language")
    app.session_state[session.GO] = "practice"
    run(app)
    assert choices(app, "own/language") == ["English", "Español"]
    assert choices(app, "practice/language") == ["English"]


def test_whoever_reads_a_language_half_said_is_given_english(half_said, spanish_screen, open_app):
    visit = {**json.loads(sample_text("knee-anticoagulant")), "language": "es"}
    app = open_app(json.dumps(visit), step=PLAN)
    button(app, "show-client").click()
    run(app)
    held = list(texts(app))
    assert "Your week" in held
    assert "Su semana" not in held


def test_streamlits_own_words_are_turned_in_spanish_and_left_alone_in_english(monkeypatch):
    assert dict(streamlit_words.pairs()) == {}
    monkeypatch.setenv(ENVIRONMENT, "es")
    turned = dict(streamlit_words.pairs())
    assert turned["Skip to main content"] == "Ir al contenido"
    assert len(turned) == len({str(one) for one in streamlit_words.WORDS})
