"""The consultation on the screen, from blank to plan, and what a stop leaves of it."""

import json
import re

import pytest

from planner.knowledge import Knowledge
from planner.model.vocabulary import Answer, Locale
from planner.safety.asking.questions import groups, none_of_these
from planner.visit.main_line import first_visit
from planner.words.terms import CLEARANCE, CLEARANCE_MEANS
from tests.conftest import SAMPLE_NAMES, client_with, sample
from tests.ui.conftest import (
    OF_A_PLAN,
    OF_A_STOP,
    OpenApp,
    at_step,
    button,
    downloads,
    headings,
    run,
    words,
)
from tests.ui.safety_hand import SafetyHand
from ui.safety_group.acts import NoneOfThese
from ui.state import session


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> SafetyHand:
    return SafetyHand(monkeypatch)


def open_visit(app) -> dict:
    return json.loads(app.session_state[session.KEY])


def without_answers(name: str, *rows: str):
    """A sample with these answers taken back, or all of them."""
    intake = sample(name)
    kept = {key: one for key, one in intake.answers.items() if rows and key not in rows}
    return intake.model_copy(update={"answers": kept})


def with_yes(name: str, row: str):
    intake = sample(name)
    return intake.model_copy(update={"answers": {**intake.answers, row: Answer.YES}})


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_every_sample_draws_at_every_step(
    open_app: OpenApp, knowledge: Knowledge, name: str, step: int
):
    app = open_app(sample(name), step)
    clearance = first_visit(sample(name), knowledge).clearance
    shown = words(app)
    assert CLEARANCE[clearance] in shown
    assert all(CLEARANCE_MEANS[other] not in shown for other in CLEARANCE if other is not clearance)


def test_a_blank_visit_teaches_and_offers_nothing_to_hand_out(open_app: OpenApp):
    app = open_app()
    assert "The plan appears here after the first mark and one number" in words(app)
    assert downloads(app) == set()


def test_from_blank_to_plan(open_app: OpenApp, hand: SafetyHand):
    app = open_app()
    app.number_input(key="client/age").set_value(46.0)
    app.selectbox(key="pain").set_value("low-back-pain")
    run(app)
    button(app, "next").click()
    run(app)
    app.button_group(key="severity/average").set_value(6)
    run(app)
    assert downloads(app) == set()
    button(app, "next").click()
    run(app)
    taps = 0
    while hand.is_open:
        hand.none(app)
        taps += 1
    assert taps == 11
    app.session_state[session.STEP] = 5
    run(app)
    assert downloads(app) >= OF_A_PLAN
    at_step(app, 5)
    assert "Swedish massage" in words(app)
    assert any("Massage" in heading for heading in headings(app))


def test_the_average_is_the_only_score_that_is_needed(open_app: OpenApp):
    visit = json.loads(sample("low-back-nothing-flagged").model_dump_json(exclude_none=True))
    del visit["severity"]
    app = open_app(json.dumps(visit), step=2)
    assert downloads(app) == set()
    app.button_group(key="severity/average").set_value(0)
    run(app)
    assert open_visit(app)["severity"] == {"average": 0}
    assert downloads(app) >= OF_A_PLAN


def test_a_red_flag_leaves_the_stop_the_numbers_and_the_note(
    open_app: OpenApp, knowledge: Knowledge
):
    app = open_app(sample("stop-cauda-equina"), step=3)
    assert [title.value for title in app.title] == ["Emergency"]
    assert knowledge.locales[sample("stop-cauda-equina").locale].emergency in words(app)
    assert downloads(app) >= OF_A_STOP
    assert not OF_A_PLAN & downloads(app)
    signs = {f"sign-rf-cauda-equina-{one.id}" for one in knowledge.ticks_under("rf-cauda-equina")}
    assert {one.key for one in app.checkbox} == signs
    assert not app.multiselect and not app.number_input
    assert not any("Massage" in heading for heading in headings(app))


def test_the_answer_behind_a_stop_can_be_corrected(open_app: OpenApp):
    app = open_app(sample("stop-cauda-equina"), step=3)
    app.button_group(key="full-rf-cauda-equina").set_value("no")
    run(app)
    assert not app.title
    app.session_state[session.STEP] = 5
    assert downloads(run(app)) >= OF_A_PLAN


def test_a_slip_takes_the_answer_back_and_returns_to_its_question(
    open_app: OpenApp, hand: SafetyHand
):
    app = open_app(sample("low-back-nothing-flagged"), step=3)
    hand.say(app, "rf-cauda-equina", "yes", "leaking")
    assert [title.value for title in app.title] == ["Emergency"]
    button(app, "slip").click()
    run(app)
    assert not app.title
    assert "rf-cauda-equina" not in open_visit(app)["answers"]
    assert "rf-cauda-equina" not in open_visit(app).get("ticked", {})
    assert hand.data["group"] == "nerves-and-spine"
    assert hand.data["open"]["id"] == "rf-cauda-equina" and hand.is_open


def test_the_question_behind_a_stop_can_be_looked_at_without_taking_it_back(
    open_app: OpenApp, hand: SafetyHand
):
    app = open_app(sample("stop-cauda-equina"), step=3)
    button(app, "look-again").click()
    run(app)
    assert not app.title and hand.data["open"]["id"] == "rf-cauda-equina"
    assert open_visit(app)["answers"]["rf-cauda-equina"] == "yes"
    hand.say(app, "p-raynaud", "no")
    assert app.title


def test_the_stop_says_what_was_reported_and_asks_where_the_client_is(
    open_app: OpenApp, knowledge: Knowledge
):
    app = open_app(sample("stop-cauda-equina"))
    assert "leaking pee or poo" in words(app)
    app.selectbox(key="locale").set_value("AU")
    run(app)
    assert knowledge.locales["AU"].emergency in words(app)
    assert open_visit(app)["locale"] == "AU"
    button(app, "new-visit").click()
    run(app)
    assert open_visit(app)["locale"] == "AU"


@pytest.mark.parametrize(
    ("locale", "about_a_child", "another"),
    [
        (Locale.UK, "0808 800 5000 (NSPCC)", "0800 027 1234 (Scotland)"),
        (Locale.AU, "131 278 (Victoria)", "132 111 (New South Wales)"),
        (Locale.IE, "112 (at night)", "1800 341 900 (Women's Aid)"),
    ],
)
def test_a_stop_dials_each_number_for_those_it_is_for(
    open_app: OpenApp, locale: Locale, about_a_child: str, another: str
):
    links = dialled(open_app, locale, {"rf-safeguarding": "yes", "rf-safeguarding:danger": "no"})
    for number in (about_a_child, another):
        assert links[f"Call {number}"] == "tel:" + re.sub(r"\D", "", number)


@pytest.mark.parametrize("locale", Locale)
def test_a_stop_draws_the_numbers_of_every_place(open_app: OpenApp, locale: Locale):
    links = dialled(open_app, locale, {"rf-suicidal-passive": "yes"})
    assert links and all(re.fullmatch(r"tel:\d{3,}", url) for url in links.values())


def dialled(open_app: OpenApp, locale: Locale, answers: dict[str, str]) -> dict[str, str]:
    """What each button of the stop says, and what it dials."""
    app = open_app(client_with("low-back-pain", answers=answers, locale=locale), step=5)
    return {one.label: one.url for one in app.get("link_button")}


def test_the_question_that_decides_how_urgent_is_asked_before_the_stop(
    open_app: OpenApp, hand: SafetyHand
):
    app = open_app(with_yes("low-back-nothing-flagged", "rf-acs"), step=3)
    assert not app.title
    app.session_state[session.OPEN_GROUP] = "heart-and-clots"
    run(app)
    assert [one["id"] for one in hand.line("rf-acs")["after"]] == ["rf-acs:now"]
    hand.say(app, "rf-acs:now", "no")
    assert [title.value for title in app.title] == ["Medical help today"]


def test_an_open_question_leaves_a_draft_and_nothing_to_download(open_app: OpenApp):
    app = open_app(without_answers("low-back-nothing-flagged", "p-anticoagulant"), step=5)
    assert downloads(app) == set()
    assert "1 safety group is still open, and its answers may change this plan." in words(app)


def test_none_of_these_writes_no_to_that_group_alone(
    open_app: OpenApp, knowledge: Knowledge, hand: SafetyHand
):
    intake = without_answers("low-back-nothing-flagged")
    first = groups(intake, knowledge)[0]
    app = open_app(intake, step=3)
    hand.none(app)
    assert open_visit(app)["answers"] == none_of_these(first)
    assert hand.data["group"] == groups(intake, knowledge)[1].id


def test_a_line_that_was_not_shown_is_not_answered_by_none_of_these(
    open_app: OpenApp, hand: SafetyHand
):
    app = open_app(without_answers("low-back-nothing-flagged"), step=3)
    group, (first, *_) = hand.data["group"], hand.lines()
    hand.does(app, NoneOfThese(group, (first["id"],)))
    assert open_visit(app)["answers"] == {first["id"]: "no"}
    assert hand.data["group"] == group


def test_a_yes_and_none_of_the_others_answers_the_group(
    open_app: OpenApp, knowledge: Knowledge, hand: SafetyHand
):
    intake = without_answers("low-back-nothing-flagged")
    first = groups(intake, knowledge)[0]
    app = open_app(intake, step=3)
    hand.tick(app, "p-raynaud")
    assert "p-raynaud" not in open_visit(app)["answers"]
    hand.say(app, "p-raynaud", "yes")
    hand.none(app)
    answers = open_visit(app)["answers"]
    assert answers.pop("p-raynaud") == "yes"
    assert set(answers.values()) == {"no"}
    assert set(answers) == {one.id for one in first.questions} - {"p-raynaud"}


def test_a_line_that_is_ticked_and_not_answered_stays_open(open_app: OpenApp, hand: SafetyHand):
    app = open_app(without_answers("low-back-nothing-flagged"), step=3)
    group = hand.data["group"]
    hand.tick(app, "p-raynaud")
    hand.none(app)
    assert "p-raynaud" not in open_visit(app)["answers"]
    assert hand.data["group"] == group and hand.data["pending"] == ["p-raynaud"]


@pytest.mark.parametrize(("visit", "kept"), [("first", True), ("follow-up", False)])
def test_at_a_later_visit_a_new_sprain_asks_again_whether_it_bears_weight(
    open_app: OpenApp, hand: SafetyHand, visit: str, kept: bool
):
    app = open_app(client_with("knee-osteoarthritis", visit=visit), step=3)
    hand.say(app, "p-acute-injury-72h", "yes")
    assert ("rf-fracture-limb" in open_visit(app)["answers"]) is kept


def test_unsure_can_be_said_and_counts_as_a_yes(open_app: OpenApp, hand: SafetyHand):
    app = open_app(without_answers("low-back-nothing-flagged"), step=3)
    hand.say(app, "p-raynaud", "unsure")
    assert open_visit(app)["answers"] == {"p-raynaud": "unsure"}
    assert "White or blue fingers" in str(hand.data["done"]["all"])


def test_a_place_is_offered_and_never_marked_by_itself(
    open_app: OpenApp, knowledge: Knowledge, hand: SafetyHand
):
    app = open_app(without_answers("low-back-nothing-flagged"), step=3)
    assert hand.line("p-hernia")["place"] is None
    hand.say(app, "p-hernia", "yes")
    assert open_visit(app)["where"] == {}
    usual = list(knowledge.regions_of(knowledge.precautions["p-hernia"].usual_places))
    assert hand.line("p-hernia")["place"]["usual"] == usual
    hand.place(app, "p-hernia", *usual)
    assert open_visit(app)["where"] == {"p-hernia": usual}


@pytest.mark.parametrize(
    ("rows", "marked"),
    [
        (("rf-lump-undiagnosed",), "p-lump-undiagnosed"),
        (("p-kidney-advanced", "p-kidney-advanced:fistula"), "p-kidney-advanced"),
        (("p-stroke-old", "p-stroke-old:numb"), "p-stroke-old"),
    ],
)
def test_the_place_can_be_marked_where_only_a_part_of_an_answer_has_one(
    open_app: OpenApp, knowledge: Knowledge, hand: SafetyHand, rows: tuple[str, ...], marked: str
):
    intake = without_answers("low-back-nothing-flagged")
    app = open_app(intake.model_copy(update={"answers": {rows[0]: Answer.YES}}), step=3)
    app.session_state[session.OPEN_GROUP] = knowledge.rows[rows[0]].group
    run(app)
    for row in rows[1:]:
        assert hand.line(rows[0])["place"] is None
        hand.say(app, row, "yes")
    assert hand.line(rows[0])["place"]["row"] == marked


def test_a_hold_gives_a_note_until_a_clinician_has_cleared_it(open_app: OpenApp):
    app = open_app(sample("hold-clot"), step=5)
    assert downloads(app) >= OF_A_STOP
    assert not OF_A_PLAN & downloads(app)
    app.session_state["clear-p-dvt-recent"] = True
    run(app).text_input(key="clear-by-p-dvt-recent").set_value("Dr Example, GP")
    next(one for one in app.button if one.label == "Record it").click()
    run(app)
    assert open_visit(app)["clearances"][0]["by"] == "Dr Example, GP"
    assert downloads(app) >= OF_A_PLAN
    assert "set-form-p-dvt-recent" not in {one.form_id for one in app.button}


def test_a_clearance_without_a_name_is_not_recorded(open_app: OpenApp):
    app = open_app(sample("hold-clot"), step=5)
    app.session_state["clear-p-dvt-recent"] = True
    run(app)
    next(one for one in app.button if one.label == "Record it").click()
    run(app)
    assert open_visit(app)["clearances"] == []
    assert [one.value for one in app.error] == ["Say who cleared it."]


def test_an_adjustment_is_set_aside_only_with_a_written_reason(open_app: OpenApp):
    app = open_app(sample("knee-anticoagulant"), step=5)
    set_aside = [one for one in app.button if one.label == "Set aside"]
    set_aside[0].click()
    run(app)
    assert open_visit(app)["overrides"] == []
    app.text_input(key="set-why-p-anticoagulant").set_value("Stopped last year, seen in writing")
    next(one for one in app.button if one.label == "Set aside").click()
    run(app)
    assert [one["for"] for one in open_visit(app)["overrides"]] == ["p-anticoagulant"]


def test_not_asked_is_never_kept_as_a_no(open_app: OpenApp):
    app = open_app()
    app.selectbox(key="pain").set_value("migraine")
    run(app)
    assert open_visit(app)["pain"] == [{"condition": "migraine"}]
    app.button_group(key="pain/migraine/assessed").set_value("no")
    run(app)
    assert open_visit(app)["pain"] == [{"condition": "migraine", "assessed": False}]
    app.button_group(key="pain/migraine/assessed").set_value("unsure")
    run(app)
    assert open_visit(app)["pain"] == [{"condition": "migraine", "unsure": ["assessed"]}]
    app.button_group(key="pain/migraine/changed").set_value("unsure")
    app.button_group(key="pain/migraine/assessed").set_value("yes")
    run(app)
    known = {"assessed": True, "unsure": ["changed"]}
    assert open_visit(app)["pain"] == [{"condition": "migraine", **known}]
    for asked in ("assessed", "changed"):
        app.button_group(key=f"pain/migraine/{asked}").set_value(None)
        run(app)
    assert open_visit(app)["pain"] == [{"condition": "migraine"}]


def test_what_is_liked_is_not_declined_as_well(open_app: OpenApp):
    app = open_app(sample("low-back-nothing-flagged"), step=4)
    app.multiselect(key="preferences/techniques_liked").set_value(["deep-tissue"])
    run(app)
    app.multiselect(key="preferences/techniques_declined").set_value(["deep-tissue"])
    run(app)
    wishes = open_visit(app)["preferences"]
    assert wishes["techniques_liked"] == []
    assert wishes["techniques_declined"] == ["deep-tissue"]


def test_a_goal_has_its_words_an_activity_and_a_first_rating(open_app: OpenApp):
    app = open_app(sample("low-back-nothing-flagged"), step=4)
    app.text_input(key="goal-words-0").set_value("lift my grandson")
    run(app)
    app.button(key="goal-yes-0").click()
    app.number_input(key="goal-rating-0").set_value(0)
    run(app)
    kept = open_visit(app)["preferences"]["goals"][0]
    assert kept == {"goal": "lift my grandson", "activity": "lifting", "rating": 0}
    app.number_input(key="goal-rating-0").set_value(None)
    run(app)
    assert "rating" not in open_visit(app)["preferences"]["goals"][0]


def test_a_goal_is_added_in_a_row_of_its_own_and_taken_out(open_app: OpenApp):
    app = open_app(sample("low-back-nothing-flagged"), step=4)
    before = open_visit(app)["preferences"]["goals"]
    app.button(key="another-goal").click()
    run(app)
    app.text_input(key=f"goal-words-{len(before)}").set_value("  sleep through ")
    run(app)
    assert open_visit(app)["preferences"]["goals"] == [*before, "sleep through"]
    app.button(key=f"goal-out-{len(before)}-of-{len(before) + 1}").click()
    run(app)
    assert open_visit(app)["preferences"]["goals"] == before


def test_a_second_tap_on_take_out_that_meets_the_page_before_takes_out_nothing_more(
    open_app: OpenApp,
):
    app = open_app(sample("low-back-nothing-flagged"), step=4)
    for goal in ("sleep through", "lift my grandson"):
        app.button(key="another-goal").click()
        run(app)
        place = len(open_visit(app)["preferences"]["goals"])
        app.text_input(key=f"goal-words-{place}").set_value(goal)
        run(app)
    goals = open_visit(app)["preferences"]["goals"]
    out = app.button(key=f"goal-out-0-of-{len(goals)}")
    tapped = out.click()._widget_state
    run(app)
    late = app._tree.get_widget_states()
    late.widgets.append(tapped)
    app._run(late)
    assert open_visit(app)["preferences"]["goals"] == goals[1:]


def test_what_the_words_of_a_goal_mean_may_be_said_from_the_list(open_app: OpenApp):
    app = open_app(sample("low-back-nothing-flagged"), step=4)
    app.text_input(key="goal-words-0").set_value("walk to the shops")
    run(app)
    app.button(key="goal-other-0").click()
    run(app)
    app.selectbox(key="goal-activity-0").set_value("stairs")
    run(app)
    assert open_visit(app)["preferences"]["goals"][0]["activity"] == "stairs"
