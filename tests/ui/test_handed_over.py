"""The screen in the client's hands: plain words, nothing else, and a way back for the therapist."""

import pytest

from tests.conftest import sample
from tests.reading_grade import reading_grade
from tests.ui.conftest import OpenApp, run
from tests.ui.pseudo import texts
from tests.visit.drafts import draft_with
from ui.handed_over import ALONE, PLAN, mode, words


def test_a_sixth_grader_can_read_what_the_tablet_says():
    said = [str(one) for one in (*words.ALONE.values(), *words.HOLD.values())]
    assert all(reading_grade(one) <= 6 for one in said if len(one.split()) > 3)
    assert reading_grade(" ".join(said)) <= 6


@pytest.mark.parametrize("kind", [ALONE, PLAN])
def test_nobody_is_named_on_a_screen_that_is_handed_over(open_app: OpenApp, kind: str):
    app = open_app(draft_with("neck-pain").as_text, step=3)
    assert any("T.T." in one for one in texts(app))
    app.session_state[mode.KIND] = kind
    assert not any("T.T." in one for one in texts(run(app)))
    assert not app.button and not app.get("download_button")


def test_a_plan_that_may_not_leave_the_screen_is_not_shown_to_the_client(open_app: OpenApp):
    app = open_app(draft_with("neck-pain").as_text)
    app.session_state[mode.KIND] = PLAN
    said = " ".join(texts(run(app)))
    assert "Please give the tablet back" in said
    assert "Massage" not in said


def test_the_clients_own_precaution_comes_before_everything_that_is_done(open_app: OpenApp):
    app = open_app(sample("knee-anticoagulant"))
    app.session_state[mode.KIND] = PLAN
    said = list(texts(run(app)))
    place = {part: next(n for n, one in enumerate(said) if part in one)
             for part in ("You take a blood thinner", "Sit to stand", "Call 000.")}  # fmt: skip
    assert place["You take a blood thinner"] < place["Sit to stand"] < place["Call 000."]
    assert "If your chest hurts or you cannot breathe well, stop:" in said


def test_a_fresh_session_asks_the_address_whether_the_screen_is_handed_over(open_app: OpenApp):
    app = open_app(draft_with("neck-pain").as_text)
    del app.session_state[mode.KIND]
    app.query_params[mode.PARAMETER] = ALONE
    run(app)
    assert app.session_state[mode.KIND] == ALONE
    del app.session_state[mode.KIND]
    app.query_params[mode.PARAMETER] = "clients"
    assert run(app).session_state[mode.KIND] == ""
