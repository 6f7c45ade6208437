"""The therapist's own hand on the plan, the three ways, and what an answer changed."""

import json
from base64 import b64encode
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from planner.knowledge import Knowledge
from planner.model.edits import Edit
from planner.model.ids import LineId, RegionId
from planner.model.vocabulary import Change, Pressure
from planner.visit.draft import blank, saying
from planner.visit.main_line import first_visit
from records import VisitSummary
from tests.conftest import sample
from tests.ui.conftest import OpenApp, at_step, button, lines, plan_sheet, run, words
from ui.plan_sheet import component
from ui.plan_sheet.changed.marks import Seen, compared, seen_next
from ui.plan_sheet.sheet import Opened
from ui.state import autosave, session

LOW_BACK, KNEE = "low-back-nothing-flagged", "knee-anticoagulant"


def open_visit(app) -> dict:
    return json.loads(app.session_state[session.KEY])


def plan_with_a_hand() -> None:
    """The plan in full, after what the hand is asked to do to it."""
    import streamlit as st

    from ui.consultation import plan_acts, plan_step

    for said in st.session_state.pop("to-do", ()):
        plan_acts.do(said)
    plan_step.draw()


def hand_on(visit) -> AppTest:
    app = AppTest.from_function(plan_with_a_hand, default_timeout=20)
    text = visit if isinstance(visit, str) else visit.model_dump_json(exclude_none=True)
    app.session_state[session.KEY] = text
    return run(app)


def does(app: AppTest, act: str, line: str = "", **more: str) -> AppTest:
    app.session_state["to-do"] = [{"act": act, "line": line, **more}]
    return run(app)


@pytest.fixture
def opens(monkeypatch: pytest.MonkeyPatch):
    """Let a line, or folds, stand open in the browser."""

    def stand_open(line: str = "", *folds: str) -> None:
        monkeypatch.setattr(component, "opened", lambda: Opened(line, folds))

    return stand_open


def offered(app: AppTest) -> dict[str, str]:
    """What the open panel lists by name, each with the reason where it may not come."""
    blocks = plan_sheet(app)["panel"]["blocks"]
    picks = [block for block in blocks if block["kind"] == "pick"]
    return {one["name"]: one["why"] for block in picks for one in block["others"]}


def test_a_line_taken_out_stays_out_after_later_answers_and_can_come_back(opens):
    app = does(hand_on(sample(LOW_BACK)), "remove", "acupuncture")
    assert "acupuncture" not in lines(app)
    visit = open_visit(app)
    visit["client"]["age"] = 50
    app = hand_on(json.dumps(visit))
    assert "acupuncture" not in lines(app)
    opens("add:beside", "not-chosen")
    assert "The therapist took it out" in words(run(app))
    back = [one for one in plan_sheet(app)["panel"]["blocks"] if one["kind"] == "act"]
    assert [one["line"] for one in back] == ["acupuncture"]
    app = does(app, "undo-line", "acupuncture")
    assert "acupuncture" in lines(app)
    assert open_visit(app)["edits"] == []


def test_the_therapists_words_stand_in_the_plan_and_do_not_contradict_its_time():
    app = does(hand_on(sample(LOW_BACK)), "reword", WALKING, words="5 minutes round the block")
    row = lines(app)[WALKING]
    assert row["says"] == "5 minutes round the block"
    assert row["own"] == "The therapist's own choice"
    assert {one["sets"]: one.get("now") for one in row["controls"]}["minutes"] == 5


WALKING = "aerobic:any:walking"


def test_words_left_empty_change_nothing():
    app = does(hand_on(sample(LOW_BACK)), "reword", WALKING, words="")
    assert open_visit(app).get("edits", []) == []


def test_a_line_can_be_swapped_for_another_and_it_is_said():
    app = does(hand_on(sample(LOW_BACK)), "swap", "acupuncture", other="yoga")
    assert "yoga" in lines(app)
    assert "acupuncture" not in lines(app)
    assert plan_sheet(app)["bar"]["last"] == "New: Yoga. Gone: Acupuncture."


def test_a_swap_for_what_cannot_come_leaves_the_line_and_says_why():
    before = hand_on(sample(KNEE))
    kept = lines(before)["swedish"]
    app = does(before, "swap", "swedish", other="deep-tissue")
    assert lines(app)["swedish"] == kept
    assert "Deep tissue massage cannot stand in this plan." in plan_sheet(app)["refused"]
    assert open_visit(app).get("edits", []) == []
    assert plan_sheet(run(app))["refused"] == ""


@pytest.mark.parametrize("act", ["swap", "put-in"])
def test_what_no_base_knows_is_refused_in_words(act: str):
    app = does(hand_on(sample(KNEE)), act, "swedish" if act == "swap" else "nothing", other="no")
    assert plan_sheet(app)["refused"]
    assert "swedish" in lines(app)


def test_each_step_of_the_hand_can_be_taken_back_and_done_again():
    app = hand_on(sample(LOW_BACK))
    assert not plan_sheet(app)["bar"]["undo"]
    does(app, "reword", WALKING, words="Once round the block")
    does(app, "swap", "acupuncture", other="yoga")
    does(app, "way", "light")
    does(app, "undo")
    assert open_visit(app)["preferences"]["way"] == "balanced"
    does(app, "undo")
    assert "acupuncture" in lines(app)
    assert "yoga" not in lines(app)
    assert lines(app)[WALKING]["says"] == "Once round the block"
    does(app, "redo")
    assert "yoga" in lines(app)
    does(app, "undo")
    does(app, "undo")
    assert open_visit(app)["edits"] == []
    bar = plan_sheet(app)["bar"]
    assert (bar["undo"], bar["redo"]) == (False, True)


def test_an_edit_made_before_the_window_was_opened_can_be_taken_back():
    app = hand_on(with_edit(LOW_BACK, "acupuncture", Change.REMOVE))
    assert plan_sheet(app)["bar"]["undo"]
    assert "acupuncture" in lines(does(app, "undo"))


def with_edit(name: str, line: str, change: Change):
    return sample(name).replaced(edits=(Edit(line=LineId(line), change=change),))


def test_what_safety_keeps_away_is_listed_with_its_reason_and_what_was_taken_out_without(opens):
    app = hand_on(with_edit(KNEE, "swedish", Change.REMOVE))
    opens("add:massage")
    assert offered(run(app))["Swedish massage"] == ""
    assert offered(app)["Deep tissue massage"]
    opens("tai-chi")
    assert offered(run(app))["Yoga"] == ""
    assert offered(app)["Dry needling"]


def test_what_safety_keeps_away_is_in_no_plan_though_a_file_puts_it_in(opens):
    opens("add:massage")
    app = hand_on(with_edit(KNEE, "deep-tissue", Change.ADD))
    assert "deep-tissue" not in lines(app)
    assert open_visit(does(app, "undo-line", "deep-tissue"))["edits"] == []


def test_one_tap_picks_a_way(opens):
    opens("", "ways")
    app = does(hand_on(sample(LOW_BACK)), "way", "light")
    assert open_visit(app)["preferences"]["way"] == "light"
    fold = plan_sheet(app)["folds"][0]
    assert "now light" in fold["title"]
    assert [one["id"] for one in fold["blocks"][0]["ways"] if one["chosen"]] == ["light"]


def test_a_line_says_that_the_last_answer_changed_it_until_the_next(open_app: OpenApp):
    app = open_app(sample(LOW_BACK), step=5)
    assert {row.get("mark", "") for row in lines(app).values()} == {""}
    visit = open_visit(app)
    visit["edits"] = [{"line": "acupuncture", "change": "remove"}]
    app.session_state[session.KEY] = json.dumps(visit)
    assert "Gone: Acupuncture" in plan_sheet(run(app))["bar"]["last"]
    at_step(app, 1).number_input(key="client/age").set_value(51.0)
    assert plan_sheet(at_step(run(app), 5))["bar"]["last"] == ""


def test_a_change_is_told_from_what_to_what(knowledge: Knowledge):
    intake = sample(LOW_BACK)
    less = intake.replaced(preferences=intake.preferences.replaced(monthly_budget=160.0))
    before = seen_next(None, "before", first_visit(intake, knowledge), knowledge)
    after = seen_next(before, "after", first_visit(less, knowledge), knowledge)
    assert "how often, 10 visits, once a week" in after.said
    assert "→ 5 visits, every 2 weeks" in after.said
    assert after.marks["dose"] == "changed"


def test_a_firmer_hand_is_told_from_what_to_what(knowledge: Knowledge):
    intake = sample(LOW_BACK)
    wish = intake.preferences.replaced(pressure=Pressure.LIGHT)
    before = seen_next(None, "before", first_visit(intake, knowledge), knowledge)
    lighter = first_visit(intake.replaced(preferences=wish), knowledge)
    said = seen_next(before, "after", lighter, knowledge).said
    assert "Swedish massage, moderate, Lower back, both sides → light, Lower back" in said


def test_a_plan_that_was_handed_out_changes_nothing_and_marks_nothing(knowledge: Knowledge):
    plan = first_visit(sample(LOW_BACK), knowledge)
    marked = Seen("before", seen_next(None, "", plan, knowledge).lines, "said", {"yoga": "new"})
    assert seen_next(marked, "handed out", plan, knowledge)[2:] == ("", {})


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


def png(side: int = 4) -> str:
    """A small picture as the browser sends it."""
    made = BytesIO()
    Image.new("RGB", (side, side), "teal").save(made, "PNG")
    return b64encode(made.getvalue()).decode()


OWN = {"name": "Heel walk", "words": "Ten steps on the heels.", "numbers": {"minutes": 3}}


def test_a_task_of_one_s_own_with_a_picture_stands_on_the_plan_and_is_kept(records):
    text = sample(LOW_BACK).model_dump_json(exclude_none=True)
    here = records.begin(text, VisitSummary("A.B.", sample(LOW_BACK).on), "1")
    app = hand_on(text)
    app.session_state[autosave.PLACE] = autosave.Place(
        here.client, here.token, here.revision, here.saved_at
    )
    does(app, "own", **OWN, picture=png())
    (picture,) = records.files(here.client, "picture")
    assert picture.name == "Heel walk.png"
    (made,) = [one for one in open_visit(app)["edits"] if one.get("own")]
    assert (made["own"]["name"], made["own"]["picture"]) == ("Heel walk", picture.id)


@pytest.mark.parametrize(
    ("picture", "said"),
    [(png(), "cannot be kept"), ("bm8gcGljdHVyZQ==", "no PNG picture"), ("?", "no PNG picture")],
)
def test_a_picture_that_cannot_be_kept_is_a_sentence_and_nothing_changes(picture, said):
    app = hand_on(sample(LOW_BACK))
    does(app, "own", **OWN, picture=picture)
    assert not open_visit(app).get("edits")
    assert said in plan_sheet(app)["refused"]
