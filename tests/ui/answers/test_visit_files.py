"""Saving and opening the visit: what is saved is what the session holds, complete or not."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from planner.visit import samples
from planner.visit.draft import to_save
from tests.conftest import sample_text
from tests.ui.conftest import OF_A_PLAN, OpenApp, button, downloads, run, words
from ui.parts import visit_menu
from ui.state import session
from ui.state.kept_visits import draft_of

HALF_SAID = {"format": 1, "on": "2026-11-23", "client": {"label": ""}, "pain": [], "severity": {}}


def upload(app: AppTest, content: bytes) -> AppTest:
    app.file_uploader[0].set_value(("visit.json", content, "application/json"))
    return run(app)


@pytest.mark.parametrize("name", sorted(samples.with_a_plan()))
def test_every_sample_client_can_be_tried(open_app: OpenApp, name: str):
    app = open_app()
    app.selectbox(key="sample-first").select(name)
    run(app)
    assert not app.error
    assert downloads(app) >= OF_A_PLAN


def test_a_saved_visit_opens_again_as_it_was(open_app: OpenApp):
    content = sample_text("three-sources").encode()
    app = upload(open_app(), content)
    opened = json.loads(app.session_state[session.KEY])
    saved = json.loads(content)
    assert opened["client"].pop("id")
    assert {key: opened[key] for key in saved} == saved


def test_a_client_keeps_their_id_in_a_visit_file(open_app: OpenApp):
    said = json.loads(sample_text("three-sources"))
    said["client"]["id"] = "once-and-for-all"
    app = upload(open_app(), json.dumps(said).encode())
    assert json.loads(app.session_state[session.KEY])["client"]["id"] == "once-and-for-all"
    assert json.loads(session_file(app))["client"]["id"] == "once-and-for-all"


def session_file(app: AppTest) -> str:
    return to_save(draft_of(app.session_state[session.KEY])).as_text


def test_a_visit_saved_halfway_opens_again(open_app: OpenApp):
    app = upload(open_app(), json.dumps({**HALF_SAID, "locale": "UK"}).encode())
    assert not app.error
    assert json.loads(app.session_state[session.KEY])["locale"] == "UK"


def test_everything_wrong_in_a_file_is_listed_and_nothing_is_opened(open_app: OpenApp):
    wrong = {**HALF_SAID, "locale": "Mars", "answers": {"rf-unheard-of": "yes"}, "colour": "red"}
    app = upload(open_app(), json.dumps(wrong).encode())
    told = "\n".join(one.value for one in app.error)
    assert "locale" in told and "rf-unheard-of" in told and "colour" in told
    assert json.loads(app.session_state[session.KEY])["pain"] == []
    assert "The plan appears here after" in words(app)


def test_a_file_that_is_no_visit_is_refused_in_words(open_app: OpenApp):
    app = upload(open_app(), b"pain,date\n5,2026-11-23\n")
    assert any("is not a visit file" in one.value for one in app.error)


def test_a_new_visit_begins_blank(open_app: OpenApp):
    app = open_app(sample_text("three-sources"), step=4)
    app.session_state[visit_menu.MENU] = True
    button(run(app), "new-visit").click()
    run(app)
    assert json.loads(app.session_state[session.KEY])["pain"] == []
    assert app.session_state[session.STEP] == 1
