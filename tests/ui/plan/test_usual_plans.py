"""Usual plans on the screen: kept under the plan, begun from, let go on the practice page."""

import json

import pytest

from planner.model.edits import Edit
from planner.model.ids import LineId
from planner.model.vocabulary import Change
from tests.conftest import sample
from tests.ui.conftest import run
from ui.state import session
from ui.state.kept_visits import summary_of

PLAN = 5
FOLD = "usual-plans"


def with_edits(*edits, name="low-back-nothing-flagged"):
    return sample(name).model_copy(update={"edits": edits}).model_dump_json(exclude_none=True)


def at_the_plan(open_app, visit):
    app = open_app(visit, step=PLAN)
    app.session_state[FOLD] = True
    return run(app)


def keep_as(app, name):
    app.text_input(key="usual-name").set_value(name)
    run(app)
    app.button(key="keep-usual-plan").click()
    return run(app)


@pytest.fixture
def kept(open_app, records):
    """Records with one usual plan: deep tissue put in by hand."""
    firm = Edit(line=LineId("deep-tissue"), change=Change.ADD)
    app = at_the_plan(open_app, with_edits(firm))
    keep_as(app, "Firm back")
    return json.loads(records.setting("templates").body)


def test_a_plan_is_kept_under_a_name(kept):
    (one,) = kept["plans"]
    assert one["name"] == "Firm back"
    assert [edit["line"] for edit in one["edits"]] == ["deep-tissue"]


def test_another_client_begins_from_it_and_what_cannot_come_is_said(open_app, records, kept):
    app = at_the_plan(open_app, sample("knee-anticoagulant"))
    app.selectbox(key="begin-from").set_value(("usual", "Firm back"))
    run(app)
    edits = json.loads(app.session_state[session.KEY])["edits"]
    assert [one["line"] for one in edits] == ["deep-tissue"]
    told = [one.value for one in app.markdown]
    assert "**What had to give way**" in told
    assert any(one.startswith("Deep tissue massage: ") for one in told)


def test_a_plan_is_let_go_on_the_practice_page(open_app, records, kept):
    app = open_app()
    app.session_state[session.GO] = "practice"
    run(app)
    assert any("**Firm back**" in one.value for one in app.markdown)
    app.button(key="let-go-0").click()
    run(app)
    assert json.loads(records.setting("templates").body)["plans"] == []


def test_the_last_visit_of_another_client_is_a_start(open_app, records):
    theirs = at_the_plan(open_app, with_edits(Edit(line=LineId("yoga"), change=Change.ADD)))
    text = theirs.session_state[session.KEY]
    records.begin(text, summary_of(text), "test")
    client = records.clients().lines[0].id
    app = at_the_plan(open_app, sample("neck-small-budget"))
    app.selectbox(key="begin-from").set_value(("client", client))
    run(app)
    edits = json.loads(app.session_state[session.KEY])["edits"]
    assert [one["line"] for one in edits] == ["yoga"]
