"""A score of a form is typed in, refused out of its range, compared and taken out again."""

from tests.conftest import sample
from tests.ui.conftest import OpenApp, run
from tests.ui.test_consultation import open_visit


def opened(open_app, step=2):
    app = open_app(sample("neck-small-budget"), step=step)
    app.session_state["scores-of-forms"] = True
    run(app)
    return app


def number(app):
    return next(one for one in app.number_input if one.key.startswith("score/"))


def typed(app, form, score):
    app.selectbox(key="score-form").set_value(form)
    run(app)
    number(app).set_value(score)
    run(app)


def test_a_score_is_kept_with_its_form_and_its_day(open_app: OpenApp):
    app = opened(open_app)
    typed(app, "ndi", 24)
    visit = open_visit(app)
    assert visit["measured"] == [{"instrument": "ndi", "score": 24, "on": visit["on"]}]
    assert "0 to 50" in number(app).label and "lower is better" in number(app).label
    number(app).set_value(None)
    run(app)
    assert not open_visit(app).get("measured")


def test_a_score_out_of_range_is_refused_with_its_range(open_app: OpenApp):
    app = opened(open_app)
    typed(app, "hit-6", 12)
    assert not open_visit(app).get("measured")
    assert any("from 36 to 78" in one.value for one in app.caption)


def test_a_high_score_of_mood_names_whom_to_call_and_nothing_else(open_app: OpenApp):
    app = opened(open_app)
    typed(app, "phq-4", 9)
    (told,) = app.warning
    assert "doctor" in told.value and "call" in told.value
    number(app).set_value(2)
    run(app)
    assert not app.warning


def test_a_score_is_taken_out_by_its_own_button(open_app: OpenApp):
    app = opened(open_app)
    typed(app, "ndi", 24)
    app.button(key="score-out-0").click()
    run(app)
    assert not open_visit(app).get("measured")
