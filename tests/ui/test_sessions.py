"""Sessions, consent and notes on the screen, as Streamlit's test driver sees them."""

import json
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from planner.model.between.session import SESSION, read_session
from planner.model.errors import EntryError
from planner.visit.between import logging, noting
from records import Entry, Records
from tests.conftest import sample
from tests.ui.conftest import button, run, words
from tests.ui.pseudo import plain_words, speak_pseudo
from tests.visit.first_edition import WHOLE
from ui.sessions import kept, papers
from ui.sessions.place import OPEN, Open
from ui.state import autosave
from ui.state.kept_visits import summary_of

TODAY = date.today()


def page() -> None:
    from ui.sessions import draw
    from ui.state import records_of_session

    draw(records_of_session.records())


def begun(records: Records, text: str) -> str:
    return records.begin(text, summary_of(text), "1").client


def opened(client: str, token: str = "", view: str = "log") -> AppTest:
    app = AppTest.from_function(page, default_timeout=20)
    app.session_state[OPEN] = Open(client, TODAY, token, view)
    return run(app)


def logged(app: AppTest) -> dict:
    drawn = [one.proto for one in app.get("bidi_component")]
    return next(
        json.loads(one.json)["state"] for one in drawn if one.component_name == "session_log"
    )


@pytest.fixture
def client(records: Records) -> str:
    return begun(records, sample("knee-anticoagulant").model_dump_json(exclude_none=True))


def test_looking_at_a_session_keeps_nothing_and_keeping_it_keeps_the_plan(records, client):
    app = opened(client)
    assert all(one["on"] for one in logged(app)["lines"])
    assert not records.entries(client)
    button(app, "keep-session").click()
    run(app)
    (one,) = records.entries(client, SESSION)
    assert read_session(one.newest.body).was_had


def test_a_client_whose_plan_is_of_the_first_edition_is_logged_too(records):
    app = opened(begun(records, WHOLE))
    state = logged(app)
    assert state["lines"] and "Light pressure only" in state["limits"]
    button(app, "to-note").click()
    run(app)
    done = ("Swedish", "Myofascial", "Massage")
    assert any(line.startswith(done) for one in app.text_area for line in one.value.splitlines())


def test_a_line_beyond_the_limits_is_marked_with_its_reason(records, client):
    line = logged(opened(client))["lines"][0]
    assert [one["left"] for one in line["pressures"]] == [True, False, False]
    assert line["why"]


def agree_to_everything(app: AppTest) -> None:
    for number in range(6):
        app.checkbox[number].check()
        run(app)
    app.button_group[0].set_value("client")
    run(app)


def test_consent_is_kept_point_by_point_and_taken_back_in_one_tap(records, client):
    app = opened(client, view="consent")
    agree_to_everything(app)
    assert kept.consents(client)[0].value.stands
    button(app, "consent-withdraw").click()
    run(app)
    assert kept.consents(client)[0].value.withdrawn.on == TODAY
    assert "taken back" in " ".join(one.value for one in app.warning)
    assert len(records.revisions(records.entries(client, "consent")[0].token)) == 8


def note_signed(app: AppTest) -> AppTest:
    button(app, "to-note").click()
    run(app)
    app.text_input[0].set_value("L. Ortiz")
    next(one for one in app.button if (one.key or "").startswith("sign-")).click()
    return run(app)


def test_a_signed_note_is_not_changed_by_the_screen_or_by_what_keeps_it(records, client):
    app = note_signed(opened(client))
    assert "Signed L. Ortiz" in words(app)
    (note,) = kept.notes(client)
    unsigned = noting.begun(note.value.about, note.value.of, note.value.on)
    with pytest.raises(EntryError, match="is signed"):
        kept.change(note, unsigned)
    assert kept.notes(client)[0] == note
    assert not app.text_area or all("add" in one.key for one in app.text_area)


def test_an_export_takes_every_note_along(records, client):
    note_signed(opened(client))
    text = b"".join(papers.extras(client).values()).decode()
    assert "Signed L. Ortiz" in text and "Objective" in text


def test_a_day_opened_in_two_windows_is_one_session(records, client):
    first, second = opened(client), opened(client)
    button(first, "to-note").click()
    run(first)
    button(second, "to-note").click()
    run(second)
    (one,) = records.entries(client, SESSION)
    assert len(records.revisions(one.token)) == 1
    assert "to-log" in {one.key for one in second.button}


def test_a_session_that_another_server_enters_at_the_same_moment_is_the_one(
    records, client, monkeypatch
):
    enter, other_server = kept.enter_session, iter(["enters it first"])

    def too_late(of, value):
        if next(other_server, None):
            records.enter(of, Entry(SESSION, value.on, value.as_text), "1")
        return enter(of, value)

    app = opened(client)
    monkeypatch.setattr(kept, "enter_session", too_late)
    button(app, "to-note").click()
    run(app)
    (one,) = records.entries(client, SESSION)
    assert app.session_state[OPEN].token == one.token


def test_a_session_of_the_day_that_cannot_be_read_is_told_and_no_second_is_entered(records, client):
    records.enter(client, Entry(SESSION, TODAY, '{"format": 1}'), "1")
    app = opened(client)
    button(app, "keep-session").click()
    run(app)
    assert len(records.entries(client, SESSION)) == 1
    assert app.session_state[autosave.TROUBLE]


def test_consent_is_asked_for_the_latest_plan_also_on_a_day_that_had_a_session(records, client):
    button(app := opened(client), "keep-session").click()
    run(app)
    later = sample("neck-small-budget").replaced(on=TODAY + timedelta(days=1))
    text = later.model_dump_json(exclude_none=True)
    records.new_visit(client, text, summary_of(text), "1")
    app = opened(client, view="consent")
    app.checkbox[0].check()
    run(app)
    assert kept.consents(client)[0].value.plan == kept.plan_for(client).plan.on


def test_a_new_consent_asked_for_twice_in_a_row_is_one(records, client):
    agree_to_everything(opened(client, view="consent"))
    for window in [opened(client, view="consent") for _ in range(2)]:
        button(window, "consent-withdraw").click()
        run(window)
    assert len(records.entries(client, "consent")) == 1
    windows = opened(client, view="consent"), opened(client, view="consent")
    for window in windows:
        button(window, "consent-anew").click()
        run(window)
    assert len(records.entries(client, "consent")) == 2


def test_today_has_one_session_however_often_it_is_opened(records, client):
    app = opened(client)
    button(app, "keep-session").click()
    run(app)
    (one,) = kept.sessions(client)
    again = opened(client, one.token)
    button(again, "keep-session").click()
    run(again)
    assert len(kept.sessions(client)) == 1


def test_a_session_is_of_the_plan_it_was_held_under(records, client):
    one = kept.plan_for(client)
    later = json.loads(sample("knee-anticoagulant").model_dump_json(exclude_none=True))
    on = (one.plan.on + timedelta(30)).isoformat()
    later["preferences"].pop("first_session", None)
    body = json.dumps({**later, "on": on})
    records.new_visit(client, body, summary_of(body), "1")
    assert kept.plan_for(client).plan.on.isoformat() == on
    held = logging.as_planned(one, one.plan.on)
    assert kept.plan_for(client, held).plan.on == one.plan.on


def unreadable(records: Records, client: str) -> None:
    """Let the text of the latest visit say what no edition reads."""
    visit = records.timeline(client)[0]
    text = records.revision(visit.token, visit.revisions).body
    broken = json.dumps({**json.loads(text), "pain": "none that is known"})
    records.save(visit.token, visit.revisions, broken, summary_of(text), "1")


def test_where_its_plan_cannot_be_read_a_session_takes_the_limits_of_no_other(records, client):
    button(app := opened(client), "keep-session").click()
    run(app)
    unreadable(records, client)
    later = sample("neck-small-budget").replaced(on=TODAY + timedelta(days=1))
    text = later.model_dump_json(exclude_none=True)
    records.new_visit(client, text, summary_of(text), "1")
    app = opened(client, kept.sessions(client)[0].token)
    assert "session-log" not in {one.key for one in app.get("bidi_component")}
    told = " ".join(one.value for one in app.warning)
    assert "cannot be read" in told and "November 2026" in told


def test_a_new_session_tells_of_the_visit_whose_plan_it_could_not_follow(records, client):
    assert not opened(client).warning
    later = sample("neck-small-budget").replaced(on=TODAY).model_dump_json(exclude_none=True)
    records.new_visit(client, later, summary_of(later), "1")
    unreadable(records, client)
    app = opened(client)
    assert logged(app)["lines"]
    assert "cannot be read" in app.warning[0].value


def test_an_export_takes_along_a_signed_note_whose_plan_cannot_be_read(records, client):
    note_signed(opened(client))
    unreadable(records, client)
    assert "Signed L. Ortiz" in b"".join(papers.extras(client).values()).decode()


def test_who_signs_is_the_therapist_of_the_practice(records, client):
    records.put_setting("practice", 0, '{"format": 1, "therapist": "R. Okafor"}', shared=True)
    app = opened(client)
    button(app, "to-note").click()
    run(app)
    assert app.text_input[0].value == "R. Okafor"


@pytest.mark.parametrize("view", ["log", "note", "consent"])
def test_every_word_is_of_the_catalogue(records, client, view, monkeypatch):
    app = opened(client)
    button(app, "keep-session").click()
    run(app)
    speak_pseudo(monkeypatch)
    token = kept.sessions(client)[0].token
    assert not plain_words(opened(client, token, view), "D.W.", "swedish", "PDF", "light",
                           "moderate", "firm", client, token)  # fmt: skip
