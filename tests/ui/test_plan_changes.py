"""The therapist's own hand on the screen, the three ways, and what an answer changed."""

import json
from datetime import timedelta

from planner.model.ids import LineId, RegionId
from planner.model.intake import Edit
from planner.model.vocabulary import Change
from planner.visit.draft import blank, saying
from tests.conftest import sample
from tests.ui.conftest import OpenApp, at_step, button, run, words
from ui.consultation.changes import compared
from ui.state import session


def open_visit(app) -> dict:
    return json.loads(app.session_state[session.KEY])


def opened(app, key: str):
    """The app with one popover or fold standing open."""
    app.session_state[key] = True
    return run(app)


def test_a_line_taken_out_stays_out_after_later_answers_and_can_come_back(open_app: OpenApp):
    app = opened(open_app(sample("low-back-nothing-flagged"), step=5), "why-acupuncture")
    button(app, "out-acupuncture").click()
    run(app)
    assert "**Acupuncture**  " not in words(app)
    at_step(app, 1).number_input(key="client/age").set_value(50.0)
    opened(at_step(run(app), 5), "fold-not-chosen")
    assert "The therapist took it out" in words(app)
    opened(app, "add")
    button(app, "back-acupuncture").click()
    run(app)
    assert "**Acupuncture**  " in words(app)
    assert open_visit(app)["edits"] == []


def test_the_therapists_words_stand_in_the_plan_and_are_marked(open_app: OpenApp):
    app = opened(open_app(sample("low-back-nothing-flagged"), step=5), "why-aerobic-any-walking")
    app.text_input(key="edit-words-aerobic-any-walking").set_value("5 minutes round the block")
    button(app, "say-aerobic-any-walking").click()
    run(app)
    assert "5 minutes round the block" in words(app)
    assert "The therapist's own choice" in words(app)


def test_words_left_empty_are_asked_for(open_app: OpenApp):
    app = opened(open_app(sample("low-back-nothing-flagged"), step=5), "why-aerobic-any-walking")
    button(app, "say-aerobic-any-walking").click()
    run(app)
    assert [one.value for one in app.error] == ["Write how it should read first."]
    assert open_visit(app).get("edits", []) == []


def test_a_line_can_be_swapped_for_another(open_app: OpenApp):
    app = opened(open_app(sample("low-back-nothing-flagged"), step=5), "why-acupuncture")
    app.selectbox(key="swap-acupuncture").set_value("yoga")
    run(app)
    assert "**Yoga**" in words(app)
    assert "**Acupuncture**  " not in words(app)
    assert "New: Yoga. Gone: Acupuncture" in "".join(one.body for one in app.get("html"))


def with_edit(name: str, line: str, change: Change):
    return sample(name).replaced(edits=(Edit(line=LineId(line), change=change),))


def test_what_safety_keeps_away_is_not_offered_and_what_was_taken_out_is(open_app: OpenApp):
    visit = with_edit("knee-anticoagulant", "swedish", Change.REMOVE)
    app = opened(opened(open_app(visit, step=5), "add"), "why-tai-chi")
    offered = app.selectbox(key="add-which").options
    assert "Massage: Swedish massage" in offered
    assert "Massage: Deep tissue massage" not in offered
    instead = app.selectbox(key="swap-tai-chi").options
    assert "Yoga" in instead
    assert "Dry needling" not in instead


def test_what_safety_keeps_away_is_in_no_plan_though_a_file_puts_it_in(open_app: OpenApp):
    visit = with_edit("knee-anticoagulant", "deep-tissue", Change.ADD)
    app = opened(open_app(visit, step=5), "add")
    assert "**Deep tissue massage** · " not in words(app)
    button(app, "back-deep-tissue").click()
    run(app)
    assert open_visit(app)["edits"] == []


def test_one_tap_picks_a_way(open_app: OpenApp):
    app = opened(open_app(sample("low-back-nothing-flagged"), step=5), "ways")
    button(app, "way-light").click()
    run(app)
    assert open_visit(app)["preferences"]["way"] == "light"
    assert any("now light" in one.label for one in app.expander)


def test_a_line_says_that_the_last_answer_changed_it_until_the_next(open_app: OpenApp):
    app = opened(open_app(sample("low-back-nothing-flagged"), step=5), "why-acupuncture")
    app.selectbox(key="swap-acupuncture").set_value("yoga")
    run(app)
    assert words(app).count(":blue-badge[new]") == 1
    at_step(app, 1).number_input(key="client/age").set_value(51.0)
    at_step(run(app), 5)
    assert ":blue-badge[new]" not in words(app)


def test_what_came_went_and_changed_is_told_apart():
    came, went, other = compared({"yoga": "1", "walking": "1"}, {"walking": "2", "cbt": "1"})
    assert (came, went, other) == (["cbt"], ["yoga"], ["walking"])


def test_a_mark_suggests_a_pain_source_and_one_tap_takes_it(open_app: OpenApp):
    app = open_app(
        saying(blank(sample("three-sources").on), marks={RegionId("calf_left"): 2}).as_text
    )
    button(app, "take-0-sciatica").click()
    run(app)
    assert open_visit(app)["pain"] == [
        {"condition": "sciatica", "regions": ["calf_left"], "levels": {"calf_left": 2}}
    ]
    assert open_visit(app)["marks"] == {}


def test_the_first_session_has_a_day_and_today_is_nothing_to_keep(open_app: OpenApp):
    app = open_app(sample("low-back-nothing-flagged"), step=4)
    today = sample("low-back-nothing-flagged").on
    app.date_input(key="first-session").set_value(today + timedelta(days=10))
    said = kept_wishes(run(app))
    assert said["first_session"] == (today + timedelta(days=10)).isoformat()
    app.date_input(key="first-session").set_value(today)
    assert "first_session" not in kept_wishes(run(app))


def kept_wishes(app) -> dict:
    return json.loads(app.session_state[session.KEY])["preferences"]
