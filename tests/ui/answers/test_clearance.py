"""A clinician's answer with what binds of it: recorded, asked about, obeyed on screen and paper."""

import io
import json

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from planner.exports import documents
from planner.knowledge import Knowledge
from planner.model.ids import QuestionId, ReasonId, TickId
from planner.model.plan import Plan
from planner.model.vocabulary import Answer, Clearance
from planner.visit.draft import whole
from planner.visit.main_line import first_visit
from planner.words import answer
from planner.words.languages import language
from planner.words.terms import CLEARANCE
from tests.conftest import sample
from tests.ui.conftest import OpenApp, run, words
from ui.state import session
from ui.state.kept_visits import draft_of

ROW = "p-dvt-recent"
NAMES = tuple(one.lower() for one in answer.IN_ORDER)


@pytest.fixture
def hold(open_app: OpenApp) -> AppTest:
    """A recent clot in one leg, and the form for a clinician's answer standing open."""
    app = open_app(sample("hold-clot").replaced(where={ROW: ("calf_left",)}), step=5)
    app.session_state[f"clear-{ROW}"] = True
    run(app).text_input(key=f"clear-by-{ROW}").set_value("Dr Example, GP")
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def recorded(app: AppTest) -> list[dict]:
    return json.loads(app.session_state[session.KEY])["clearances"]


def bounds(app: AppTest) -> dict:
    return {name: bound for name, bound in recorded(app)[0]["bounds"].items() if bound}


def plan_of(app: AppTest, knowledge: Knowledge) -> Plan:
    return first_visit(whole(draft_of(app.session_state[session.KEY])), knowledge)


def warnings(app: AppTest) -> str:
    return "\n".join(one.value for one in app.warning)


def asked_about(app: AppTest) -> bool:
    """Whether the words still name more than the bounds."""
    return f"bound-{ROW}" in {one.key for one in app.button}


def test_bounds_beside_the_words_bind_the_plan_on_screen_and_on_paper(
    hold: AppTest, knowledge: Knowledge
):
    hold.text_input(key=f"clear-limits-{ROW}").set_value("half an hour, gentle")
    hold.number_input(key=f"clear-minutes-{ROW}").set_value(30)
    hold.button_group(key=f"clear-pressure-{ROW}").set_value("light")
    hold.selectbox(key=f"clear-often-{ROW}").set_value(0.5)
    app = press(hold, f"clear-record-{ROW}")
    assert bounds(app) == {"minutes": 30, "pressure": "light", "sessions_per_week": 0.5}
    plan = plan_of(app, knowledge)
    assert plan.massage and plan.clearance.may_be_handed_out
    assert max(one.minutes for one in plan.massage.phases) <= 30
    assert max(one.sessions_per_week for one in plan.massage.phases) <= 0.5
    assert {one.pressure for one in plan.massage.techniques} == {"light"}
    assert "at most 30 minutes" in words(app)
    paper = io.BytesIO(
        documents.PLAN_PDF.make(
            documents.Given(plan, sample("hold-clot"), knowledge, language("en"))
        )
    )
    first = PdfReader(paper).pages[0].extract_text()
    assert "30 minutes" in first and "60 minutes" not in first


def test_a_number_that_only_the_words_name_is_asked_about_and_then_binds(
    hold: AppTest, knowledge: Knowledge
):
    hold.text_input(key=f"clear-limits-{ROW}").set_value("no longer than 30 minutes")
    app = press(hold, f"clear-record-{ROW}")
    assert not json.loads(app.session_state[session.KEY]).get("clearances")
    assert "30 minutes" in warnings(app)
    app = press(app, f"clear-so-{ROW}")
    assert bounds(app) == {"minutes": 30}
    assert not asked_about(app)
    assert plan_of(app, knowledge).limits.minutes == 30


def test_the_bound_that_is_set_instead_is_the_one_that_counts(hold: AppTest):
    hold.text_input(key=f"clear-limits-{ROW}").set_value("after 20 minutes on a bike")
    app = press(hold, f"clear-record-{ROW}")
    app.number_input(key=f"clear-minutes-{ROW}").set_value(45)
    app = press(app, f"clear-record-{ROW}")
    assert bounds(app) == {"minutes": 45}


def test_a_clearance_from_a_file_is_asked_about_where_it_is_shown(open_app: OpenApp):
    said = json.loads(sample("hold-clot").model_dump_json(exclude_none=True))
    answer = {"for": ROW, "by": "Dr Example", "on": said["on"], "limits": "20 minutes at most"}
    app = open_app(json.dumps({**said, "clearances": [answer]}), step=5)
    assert "20 minutes" in warnings(app) and asked_about(app)
    app = press(app, f"bound-{ROW}")
    assert bounds(app) == {"minutes": 20}
    assert not asked_about(app)


def test_words_that_are_not_read_are_recorded_and_told_of_where_they_are_shown_and_in_the_plan(
    hold: AppTest, knowledge: Knowledge
):
    hold.text_input(key=f"clear-limits-{ROW}").set_value("sanft, halbe Stunde")
    app = press(hold, f"clear-record-{ROW}")
    assert recorded(app)[0]["limits"] == "sanft, halbe Stunde"
    assert [one.value for one in app.info if "minutes, times a week, pressure" in one.value]
    assert [one for one in plan_of(app, knowledge).load.notes if "sanft, halbe Stunde" in one]


def test_nobody_named_is_no_clearance(hold: AppTest):
    hold.text_input(key=f"clear-by-{ROW}").set_value(" ")
    app = press(hold, f"clear-record-{ROW}")
    assert [one.value for one in app.error] == ["Say who cleared it."]
    assert not json.loads(app.session_state[session.KEY]).get("clearances")


def opened(open_app: OpenApp, row: str, *signs: str) -> AppTest:
    """A visit with a yes to a row and its signs, the form for an answer asked to stand open."""
    calm = sample("low-back-nothing-flagged")
    said = calm.replaced(
        answers={**calm.answers, QuestionId(ReasonId(row)): Answer.YES},
        ticked={QuestionId(ReasonId(row)): tuple(TickId(one) for one in signs)} if signs else {},
    )
    app = open_app(said)
    app.session_state[f"clear-{row}"] = True
    return run(app)


def test_a_stop_of_today_is_lifted_by_an_answer_that_says_what_it_must(open_app: OpenApp):
    app = opened(open_app, "rf-dvt", "swollen")
    assert [one.value for one in app.title] == [CLEARANCE[Clearance.SAME_DAY]]
    app.text_input(key="clear-by-rf-dvt").set_value("Dr Example, GP")
    app = press(app, "clear-record-rf-dvt")
    assert app.error and not json.loads(app.session_state[session.KEY]).get("clearances")
    app.checkbox(key="clear-says-rf-dvt").set_value(True)
    app = press(app, "clear-record-rf-dvt")
    assert recorded(app)[0]["confirmed"]
    assert not app.title


def test_an_emergency_has_no_form(open_app: OpenApp):
    app = opened(open_app, "rf-cauda-equina", "leaking")
    assert [one.value for one in app.title] == [CLEARANCE[Clearance.EMERGENCY]]
    assert "clear-by-rf-cauda-equina" not in {one.key for one in app.text_input}


def test_the_form_asks_in_the_order_of_its_paper_and_under_the_same_names(hold: AppTest):
    asked = [one for one in hold.main if str(getattr(one, "key", "")).startswith("clear-")]
    labels = [getattr(one, "label", "").lower() for one in asked]
    assert [one for one in labels if one in NAMES] == list(NAMES)
