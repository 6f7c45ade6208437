"""The practice page: set once, used by every new visit, taken back, shared by several."""

import json
from datetime import date

import pytest

from planner.model.practice import NOT_SET, read_practice
from planner.visit.draft import begun
from planner.visit.set_once import priced
from tests.practices import oak_street
from tests.ui.conftest import run
from ui.state import practice, records_of_session, session, sign_in

NAME = "Practice/name"


@pytest.fixture
def page(open_app, records):
    """The practice page of an app without a practice."""
    app = open_app()
    return turned(app)


def turned(app):
    """To the practice page."""
    app.session_state[session.GO] = "practice"
    return run(app)


def kept(records):
    text = records.setting("practice", shared=True).body
    return read_practice(text) if text else NOT_SET


def say(app, key, value):
    found = next(one for one in (*app.text_input, *app.number_input) if one.key == key)
    found.set_value(value)
    return run(app)


def test_a_name_and_a_price_are_on_the_disk_at_once(page, records):
    say(page, NAME, "Oak Street")
    page.button_group(key="practice/lengths").set_value([60])
    run(page)
    say(page, "practice/price/60", 80.0)
    assert (kept(records).name, kept(records).prices) == ("Oak Street", {60: 80})


def test_the_next_client_begins_with_it_and_a_visit_begun_stays(open_app, records):
    records.put_setting("practice", 0, oak_street().model_dump_json(), shared=True)
    app = open_app()
    begins = begun(date.today(), oak_street()).as_text
    assert app.session_state[session.KEY] == begins
    dearer = priced(oak_street(), 60, 95)
    records.put_setting("practice", 1, dearer.model_dump_json(), shared=True)
    assert run(app).session_state[session.KEY] == begins


def test_undo_brings_back_what_stood_before(page, records):
    say(page, NAME, "Oak Street")
    say(page, NAME, "Elm Street")
    next(one for one in page.button if one.key == "practice-undo").click()
    run(page)
    assert kept(records).name == "Oak Street"


def test_what_cannot_be_kept_is_said_and_what_was_kept_stays(page, records):
    say(page, "Practice/email", "ana@oak.example")
    say(page, "Practice/email", "not an address")
    assert any("email" in one.value for one in page.error)
    assert kept(records).email == "ana@oak.example"


def test_each_therapist_has_their_own_name_in_one_practice(page, records, monkeypatch):
    say(page, NAME, "Oak Street")
    say(page, "Therapist/name", "Ana Ruiz")
    monkeypatch.setattr(records_of_session, "owner", lambda: "tom")
    monkeypatch.setattr(records_of_session, "is_alone", lambda: False)
    monkeypatch.setattr(sign_in, "is_over", lambda own: False)
    say(page, "Therapist/name", "Tom Bell")
    assert practice.now().therapist == "Tom Bell"
    assert practice.now().name == "Oak Street"
    monkeypatch.setattr(records_of_session, "owner", lambda: "local")
    assert practice.now().therapist == "Ana Ruiz"
    assert json.loads(records.setting("practice", shared=True).body)["therapist"] == ""


def test_records_that_cannot_be_read_leave_a_plain_practice(page, monkeypatch):
    records_of_session.records().put_setting("practice", 0, '{"format": 2}', shared=True)
    assert practice.now() == NOT_SET
    assert any("format" in one.value for one in run(page).error)


def brought(app, content: bytes):
    (field,) = [one for one in app.file_uploader if one.key.startswith("practice-file")]
    field.set_value(("practice.json", content, "application/json"))
    return run(app)


def test_a_practice_s_file_takes_the_place_of_what_is_set_and_undo_brings_it_back(page, records):
    say(page, NAME, "Oak Street")
    there = oak_street().replaced(name="Harbour Massage")
    brought(page, there.model_dump_json().encode())
    assert kept(records).name == "Harbour Massage"
    next(one for one in page.button if one.key == "practice-undo").click()
    run(page)
    assert kept(records).name == "Oak Street"


def test_a_file_that_is_no_practice_is_a_sentence_and_changes_nothing(page, records):
    say(page, NAME, "Oak Street")
    said = " ".join(one.value for one in brought(page, b'{"name": 3}').error)
    assert "name" in said
    assert kept(records).name == "Oak Street"


def test_a_colour_of_the_papers_is_one_tap_and_one_that_is_too_light_is_refused(page, records):
    page.button_group(key="practice/accent").set_value("#7a2456")
    run(page)
    assert kept(records).accent == "#7a2456"
    page.color_picker(key="practice/accent/own").set_value("#ffcc00")
    run(page)
    assert "too light to read on white paper" in page.error[0].value
    assert kept(records).accent == "#7a2456"
    page.color_picker(key="practice/accent/own").set_value("#123456")
    run(page)
    assert kept(records).accent == "#123456" and not page.error


def test_fax_and_time_zone_are_kept(page, records):
    say(page, "Practice/fax", "555 0199")
    assert kept(records).timezone == "", "that of the country, until another one is said"
    page.selectbox(key="practice/timezone").set_value("America/Chicago")
    run(page)
    assert (kept(records).fax, kept(records).timezone) == ("555 0199", "America/Chicago")
