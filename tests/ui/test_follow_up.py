"""The follow-up page: what it needs, what it proposes, what holds once the therapist decided."""

import json
from datetime import date, timedelta

from streamlit.testing.v1 import AppTest

from planner.knowledge import load
from planner.safety.asking.asked_again import every_visit
from planner.visit import next_visit as after
from planner.visit.main_line import first_visit
from tests.conftest import sample
from tests.ui.conftest import LAST_STEP, OF_A_PLAN, button, downloads, run, words
from ui.state import session
from ui.state.kept_visits import draft_of, plan_of

LATER = timedelta(weeks=5)


def page() -> None:
    from ui.follow_up import page

    page.draw()


def opened(visit: dict, step: int = LAST_STEP) -> AppTest:
    app = AppTest.from_function(page, default_timeout=30)
    app.session_state[session.KEY] = json.dumps(visit)
    app.session_state[session.FOLLOW_UP_STEP] = step
    return run(app)


def next_visit(text: str, on: date) -> dict:
    """The visit after the one in a text, as the records hold it."""
    return json.loads(after.next_visit(draft_of(text), on, "token", load()).as_text)


def second_visit(name: str = "low-back-nothing-flagged", average: int | None = 6) -> dict:
    """The visit after a sample's, with the short screen answered no."""
    first = sample(name)
    made = next_visit(first.model_dump_json(exclude_none=True), first.on + LATER)
    if average is not None:
        made["severity"] = {"average": average}
    while open_ones := [one.id for one in _asked(made) if one.answer is None]:
        made["answers"].update(dict.fromkeys(open_ones, "no"))
    return made


def _asked(visit: dict):
    return every_visit(draft_of(json.dumps(visit)), load())


def decide(app: AppTest, choice: str) -> AppTest:
    button(app, f"verdict-{choice}").click()
    return run(app)


def kept(app: AppTest) -> dict:
    return json.loads(app.session_state[session.KEY])


def test_at_a_first_visit_the_page_says_what_a_follow_up_needs():
    app = opened(json.loads(sample("three-sources").model_dump_json(exclude_none=True)))
    assert "Begin the review" in words(app)


def test_without_a_score_nothing_is_proposed():
    app = opened(second_visit(average=None))
    assert "One number is missing" in words(app) and "Proposal" not in words(app)


def test_without_a_diary_it_asks_for_days_and_names_the_day():
    app = opened(second_visit())
    assert "Proposal: not enough to go by yet" in words(app)


def test_what_was_done_is_kept_with_the_words_of_the_scale_and_their_number():
    app = opened(second_visit())
    button(app, "to-step-4").click()
    run(app)
    app.selectbox(key="follow-up-overall").select("much improved")
    app.number_input(key="follow-up-sessions").set_value(4.0)
    run(app)
    facts = kept(app)["follow_up"]["facts"]
    assert facts["overall"] == {"label": "much improved", "number": 2}
    assert facts["sessions"] == {"done": 4}


def test_a_count_that_was_emptied_or_is_out_of_range_is_not_asked_and_never_0():
    app = opened(second_visit(), step=4)
    for part, most in (("sessions", 500), ("self_care", 7), ("long_flares", 500)):
        for typed in (3.0, None, 3.0, most + 1.0):
            app.number_input(key=f"follow-up-{part}").set_value(typed)
            run(app)
            assert (part in kept(app)["follow_up"]["facts"]) is (typed == 3.0)
        assert any(f"from 0 to {most}" in one.value for one in app.caption)


def test_an_accepted_plan_is_the_plan_in_force_and_can_leave_the_screen():
    app = decide(opened(second_visit()), "accept")
    assert "You accepted the proposal" in words(app)
    assert downloads(app) >= OF_A_PLAN
    plan = plan_of(app.session_state[session.KEY])
    assert plan is not None and plan.supersedes is not None
    assert plan.supersedes.on == sample("low-back-nothing-flagged").on


def test_declining_lets_the_last_plan_go_on():
    app = decide(opened(second_visit()), "decline")
    last = first_visit(sample("low-back-nothing-flagged"), load())
    plan = plan_of(app.session_state[session.KEY])
    assert plan is not None and plan.massage is not None and last.massage is not None
    assert plan.massage.techniques == last.massage.techniques


def test_an_answer_after_the_decision_that_changes_the_plan_asks_again():
    app = decide(opened(second_visit()), "accept")
    visit = kept(app)
    visit["answers"]["p-anticoagulant"] = "yes"
    app.session_state[session.KEY] = json.dumps(visit)
    run(app)
    assert any("Decide again" in one.value for one in app.warning)
    assert not OF_A_PLAN & downloads(app)


def test_a_red_flag_after_the_decision_leaves_no_plan_in_force():
    app = decide(opened(second_visit()), "accept")
    visit = kept(app)
    visit["answers"]["rf-cauda-equina"] = "yes"
    plan = plan_of(json.dumps(visit))
    assert plan is not None and plan.massage is None
    assert not plan.clearance.may_be_handed_out
    app.session_state[session.KEY] = json.dumps(visit)
    run(app)
    assert "Proposal" not in words(app) and "What to do now" in words(app)


def test_a_visit_that_is_not_kept_shows_its_note_and_asks_nobody_to_sign_it():
    app = opened(second_visit())
    app.session_state["visit-note"] = True
    run(app)
    assert any("Subjective" in one.value for one in app.code)
    assert not [one for one in app.button if (one.key or "").startswith("sign-")]


def test_the_goals_are_rated_against_what_they_were_first():
    visit = second_visit()
    visit["follow_up"]["goals"][0].update(before=3, now=6)
    again = next_visit(json.dumps(visit), date.fromisoformat(visit["on"]) + LATER)
    assert again["follow_up"]["goals"][0]["before"] == 3
