"""What is on the screen is on the disk, and where it is not, the screen says so."""

import json
import sqlite3
from pathlib import Path

from streamlit.testing.v1 import AppTest

from planner.knowledge import load
from planner.model.intake import Intake
from planner.model.plan import Plan
from planner.model.visit import Draft
from planner.visit.draft import blank
from planner.visit.main_line import first_visit
from planner.visit.next_visit import next_visit
from records import Records
from tests.conftest import sample
from tests.ui.conftest import APP, OpenApp, button, keys, run, words
from ui.parts import visit_menu
from ui.parts.side_by_side import differences
from ui.shell import entrance
from ui.state import autosave, records_of_session, session
from ui.state.kept_visits import draft_of, plan_of, summary_of


def open_visit(app: AppTest) -> dict:
    return json.loads(app.session_state[session.KEY])


def press(app: AppTest, key: str) -> AppTest:
    button(app, key).click()
    return run(app)


def say_average(app: AppTest, score: int) -> AppTest:
    app.button_group(key="severity/average").set_value(score)
    return run(app)


def choose_pain(app: AppTest, condition: str = "low-back-pain") -> AppTest:
    app.selectbox(key="pain").set_value(condition)
    return run(app)


def bodies(records: Records) -> list[dict]:
    """Every revision of the newest client's latest visit, oldest first."""
    token = records.clients().lines[0].latest
    lines = reversed(records.revisions(token))
    return [json.loads(records.revision(token, one.number).body) for one in lines]


def test_nothing_is_kept_before_anything_is_said(open_app: OpenApp, records: Records):
    run(open_app())
    assert records.clients().lines == ()


def test_each_answer_is_a_revision_and_the_same_answer_adds_none(
    open_app: OpenApp, records: Records
):
    app = choose_pain(open_app())
    say_average(say_average(press(app, "to-step-2"), 6), 7)
    run(app)
    said = [one["severity"].get("average") for one in bodies(records)]
    assert said == [None, 6, 7]


def test_a_visit_says_from_its_first_text_on_whose_it_is_in_the_records(
    open_app: OpenApp, records: Records
):
    app = choose_pain(open_app())
    say_average(press(app, "to-step-2"), 6)
    client = records.clients().lines[0].id
    assert [one["client"]["id"] for one in bodies(records)] == [client, client]
    assert session_plan(app).client_id == client


def session_plan(app: AppTest) -> Plan:
    found = plan_of(app.session_state[session.KEY])
    assert found is not None
    return found


def test_an_older_visit_has_its_client_s_id_once_it_is_open(records: Records):
    text = text_of(sample("three-sources"))
    begun = records.begin(text, summary_of(text), "1")
    app = AppTest.from_file(str(APP), default_timeout=20)
    app.query_params[autosave.ADDRESS] = begun.token
    run(app)
    assert session_plan(app).client_id == begun.client
    assert len(bodies(records)) == 1


def test_the_list_knows_label_day_and_review(records: Records):
    visit = sample("low-back-nothing-flagged").model_dump_json(exclude_none=True)
    facts = summary_of(visit)
    assert (facts.label, facts.on.isoformat()) == ("A.R.", "2026-11-23")
    assert facts.review_on is not None and facts.review_on > facts.on


def test_a_sample_is_to_look_at_and_not_kept(open_app: OpenApp, records: Records):
    app = open_app()
    app.selectbox(key="sample-first").select("three-sources")
    run(app)
    say_average(press(app, "to-step-2"), 3)
    assert records.clients().lines == ()
    assert "nothing of it is kept" in words(app)


def test_a_held_database_is_said_and_loses_nothing(
    open_app: OpenApp, records: Records, database: Path
):
    app = choose_pain(open_app())
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    say_average(press(app, "to-step-2"), 6)
    assert any("Not kept on disk" in one.value for one in app.error)
    assert draft_of(app.session_state[session.KEY]).severity.average == 6
    assert len(bodies(records)) == 1
    holder.execute("ROLLBACK")
    holder.close()
    press(app, "keep-again")
    assert not app.error
    assert bodies(records)[-1]["severity"]["average"] == 6


def test_a_visit_of_somebody_else_does_not_open(open_app: OpenApp, records: Records):
    visit = blank(sample("three-sources").on).as_text
    theirs = records_of_session.store().of("somebody else").begin(visit, summary_of(visit), "1")
    app = AppTest.from_file(str(APP), default_timeout=20)
    app.query_params[autosave.ADDRESS] = theirs.token
    run(app)
    assert any("not among your records" in one.value for one in app.error)
    assert autosave.ADDRESS not in app.query_params


def text_of(intake: Intake) -> str:
    return intake.model_dump_json(exclude_none=True)


def after(intake: Intake) -> Draft:
    """The visit after one, on the same day."""
    return next_visit(draft_of(text_of(intake)), intake.on, "token", load())


def test_the_next_visit_asks_the_scores_and_the_short_screen_again(records: Records):
    before = sample("knee-anticoagulant")
    made = json.loads(after(before).as_text)
    assert made["severity"] == {} and made["visit"] == "follow-up"
    assert made["answers"]["p-hypertension-controlled"] == "yes"
    assert "rf-cauda-equina" not in made["answers"]
    assert made["follow_up"]["follows"] == "token"
    assert made["follow_up"]["last"] == first_visit(before, load()).model_dump(mode="json")
    assert made["follow_up"]["goals"] == [{"goal": "kneel in the garden", "before": None}]


def test_the_covered_screen_shows_nothing_of_the_client(open_app: OpenApp, records: Records):
    app = choose_pain(open_app())
    app.session_state[entrance.COVERED] = True
    run(app)
    assert "Covered" in words(app) and not app.multiselect
    press(app, "uncover")
    assert [one["condition"] for one in open_visit(app)["pain"]] == ["low-back-pain"]
    assert keys(app, "to-step-")


def test_of_two_versions_the_one_not_chosen_stays_as_an_earlier_revision(
    open_app: OpenApp, records: Records
):
    app = say_average(press(choose_pain(open_app()), "to-step-2"), 5)
    token = records.clients().lines[0].latest
    elsewhere = bodies(records)[-1]
    elsewhere["severity"]["average"] = 8
    text = json.dumps(elsewhere)
    records.save(token, 2, text, summary_of(text), "1")
    say_average(app, 2)
    assert any("another window" in one.value for one in app.error)
    assert bodies(records)[-1]["severity"]["average"] == 8
    press(app, "take-other")
    assert not app.error
    said = [one["severity"].get("average") for one in bodies(records)]
    assert said == [None, 5, 8, 2, 8]
    assert json.loads(app.session_state[session.KEY])["severity"]["average"] == 8


def test_a_diary_that_cannot_be_kept_is_said_and_not_named_by_the_visit(
    records: Records, database: Path
):
    body = sample("low-back-nothing-flagged").model_dump_json(exclude_none=True)
    saved = records.begin(body, summary_of(body), "1")
    app = AppTest.from_function(diary_page, default_timeout=20)
    app.query_params[autosave.ADDRESS] = saved.token
    run(app)
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    app.file_uploader[0].set_value(("diary.csv", b"Date,Pain\n2026-11-01,5\n", "text/csv"))
    run(app)
    assert app.session_state[autosave.TROUBLE]
    holder.execute("ROLLBACK")
    holder.close()
    assert "diary" not in json.loads(app.session_state[session.KEY])
    assert records.diaries(saved.client) == ()


def diary_page() -> None:
    from ui.diary import page
    from ui.state import session

    session.resume()
    page.draw()


def test_two_visits_are_compared_by_what_was_said_not_by_the_plans_inside_them():
    first = sample("low-back-nothing-flagged")
    second = after(first)
    told = [what for what, _, _ in differences(draft_of(text_of(first)), second, load())]
    assert "Severity, average" in told
    assert not [what for what in told if what.startswith(("Follow up, last", "Follow up, plan"))]


def test_the_plan_that_left_is_kept_with_its_visit_though_another_is_begun(
    open_app: OpenApp, records: Records
):
    app = say_average(press(choose_pain(open_app()), "to-step-2"), 6)
    app.session_state[visit_menu.MENU] = True
    run(app)
    left = first_visit(sample("low-back-nothing-flagged"), load())
    app.session_state[session.LEFT].append(left)  # as the thread of a download does
    press(app, "new-visit")
    assert bodies(records)[-1]["handed_out"]["client"] == left.client
    assert draft_of(app.session_state[session.KEY]).handed_out is None
