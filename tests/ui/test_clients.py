"""The clients page: the list, one client's visits, versions side by side, out, in and away."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from planner.exports.documents import due
from planner.model.between.note import NOTE
from planner.model.between.session import SESSION
from planner.model.glance import read_glance
from planner.model.vocabulary import PhaseName
from records import HANDED_OUT, Entry, File, Records, VisitSummary
from tests.conftest import sample
from tests.ui.conftest import button, clients_list, rows, run, words
from ui.clients import files
from ui.state import autosave, clock, session
from ui.state.kept_visits import plan_of, summary_of


def text_of(name: str, **changes) -> str:
    said = json.loads(sample(name).model_dump_json(exclude_none=True))
    said["client"] = {**said["client"], **changes.pop("client", {})}
    return json.dumps({**said, **changes})


def clients_page() -> None:
    import streamlit as st

    from ui.clients import listing, page
    from ui.state import beside, records_of_session, session

    session.resume()
    if st.session_state.pop("what-left", False):
        session.note_what_left()
    if told := st.session_state.pop("told-anew", ""):
        beside.told_anew(told)
    for act in st.session_state.pop("to-do", ()):
        listing._do(records_of_session.records(), act)
    page.draw()


def does(page: AppTest, act: str, **more: object) -> AppTest:
    """Tap or type something in the list."""
    page.session_state["to-do"] = [{"act": act, **more}]
    return run(page)


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_function(clients_page, default_timeout=20)


@pytest.fixture
def seen(records: Records) -> Records:
    """Two clients; one was seen twice, and her second visit has two versions."""
    first = text_of("low-back-nothing-flagged")
    begun = records.begin(first, summary_of(first), "1")
    later = text_of("low-back-nothing-flagged", on="2026-12-21")
    again = records.new_visit(begun.client, later, summary_of(later), "1")
    changed = json.loads(later)
    changed["severity"]["average"] = 3
    text = json.dumps(changed)
    records.save(again.token, 1, text, summary_of(text), "1")
    other = text_of("knee-anticoagulant")
    records.begin(other, summary_of(other), "1")
    return records


def line_of(records: Records, label: str):
    return next(one for one in records.clients().lines if one.label == label)


def open_client(page: AppTest, records: Records, label: str) -> AppTest:
    run(page)
    return does(page, "story", id=line_of(records, label).id)


def names(page: AppTest) -> list[str]:
    return [row["name"] for row in rows(page)]


LABEL = sample("low-back-nothing-flagged").client.label
OTHER = sample("knee-anticoagulant").client.label


def test_without_clients_the_page_says_how_one_comes_about(page, records):
    assert clients_list(run(page))["says"].startswith("No clients yet")


def test_every_client_is_a_row_that_says_what_hurts_how_it_stands_and_what_is_next(page, seen):
    found = {row["name"]: row for row in rows(run(page))}
    assert list(found) == [OTHER, LABEL]
    row = found[OTHER]
    assert row["hurts"] == "Knee osteoarthritis"
    assert row["seen"].startswith("23 Nov")
    assert row["second"] != found[LABEL]["second"]


def test_a_search_finds_by_label_pain_source_and_note_and_leaves_the_others(page, seen):
    noted = json.loads(text_of("migraine-no-needles", client={"label": "N.N."}))
    noted["assessment"] = {"notes": "Sleeps badly since the flood"}
    text = json.dumps(noted)
    seen.begin(text, summary_of(text), "1")
    run(page)
    for search, who in {OTHER: OTHER, "knee": OTHER, "low back": LABEL, "flood": "N.N."}.items():
        assert names(does(page, "search", search=search)) == [who]
    assert clients_list(does(page, "search", search="nobody"))["says"].startswith("Nobody is found")


def test_clients_without_initials_are_told_apart_by_day_hour_and_code(page, records):
    text = text_of("knee-anticoagulant", client={"label": ""})
    for _ in range(2):
        records.begin(text, summary_of(text), "1")
    first, second = rows(run(page))
    assert "Client" not in first["name"] and "23 Nov" in first["name"]
    assert (first["name"], first["second"]) != (second["name"], second["second"])


def test_a_client_kept_before_there_were_facts_is_listed_and_gets_them_at_the_next_save(
    page, records
):
    text = text_of("knee-anticoagulant")
    whole = summary_of(text)
    begun = records.begin(text, VisitSummary(whole.label, whole.on, whole.review_on), "1")
    (row,) = rows(run(page))
    assert (row["hurts"], row["name"]) == ("", OTHER)
    saved = json.dumps({**json.loads(text), "on": "2026-11-24"})
    records.save(begun.token, 1, saved, summary_of(saved), "1")
    assert rows(run(page))[0]["hurts"] == "Knee osteoarthritis"


def test_one_tap_begins_a_new_client(page, seen):
    page.session_state[session.KEY] = text_of("knee-anticoagulant")
    run(page)
    page.session_state["to-do"] = [{"act": "new"}]
    page.run()
    assert not json.loads(page.session_state[session.KEY])["pain"]
    assert page.session_state[session.GO] == "consultation"


def test_a_group_narrows_the_list_and_its_chip_counts(page, seen):
    draft = json.loads(text_of("migraine-no-needles", client={"label": "D.R."}))
    draft["severity"] = {}
    text = json.dumps(draft)
    seen.begin(text, summary_of(text), "1")
    run(page)
    counts = {one["id"]: one["count"] for one in clients_list(page)["groups"]}
    assert (counts["drafts"], counts["all"]) == (1, 3)
    (row,) = rows(does(page, "group", group="drafts"))
    assert (row["name"], row["state"], row["more"], row["next"]) == (
        "D.R.", "Draft", "how bad is open", "Go on",
    )  # fmt: skip


def test_a_client_s_page_tells_the_story_in_words_and_counts_its_versions(page, seen):
    open_client(page, seen, LABEL)
    page.session_state["earlier"] = True
    told = words(run(page))
    assert "21 December 2026 · 2 versions" in told
    assert "23 November 2026 · 1 version" in told
    assert "Pain 6 on 23 November 2026, 3 on 21 December 2026." in told
    labels = {one.key: one.label for one in page.button}
    assert (
        "**First visit** pain 6"
        in labels[f"open-{seen.timeline(line_of(seen, LABEL).id)[1].token}"]
    )
    button(page, "all-clients").click()
    assert OTHER in names(run(page))


def test_the_next_session_has_the_dose_of_its_own_phase_and_of_no_older_plan(
    page, seen, monkeypatch
):
    latest = seen.timeline(line_of(seen, LABEL).id)[0]
    text = seen.revision(latest.token, latest.revisions).body
    on = next(one.on for one in plan_of(text).visits if one.phase is PhaseName.CONSOLIDATE)
    monkeypatch.setattr(clock, "today", lambda: on)
    not_due = replace(summary_of(text), review_on=on + timedelta(days=7))
    seen.save(latest.token, latest.revisions, f"{text}\n", not_due, "1")
    assert "every 2 weeks · 60 minutes" in words(open_client(page, seen, LABEL))
    now = seen.timeline(line_of(seen, LABEL).id)[0].revisions
    seen.save(latest.token, now, '{"format": 1}', not_due, "1")
    told = run(page)
    assert "60 minutes" not in words(told)
    assert "cannot be read" in told.warning[0].value


@pytest.mark.parametrize("kind", [SESSION, NOTE])
def test_what_is_kept_beside_the_visits_and_cannot_be_read_is_told(page, seen, kind):
    open_client(page, seen, LABEL)
    assert autosave.TROUBLE not in page.session_state
    seen.enter(line_of(seen, OTHER).id, Entry(kind, date(2026, 11, 24), '{"format": 1}'), "1")
    open_client(page, seen, OTHER)
    assert kind in page.session_state[autosave.TROUBLE]


def test_two_versions_stand_side_by_side_with_what_differs(page, seen):
    open_client(page, seen, LABEL)
    page.session_state["compare"] = True
    told = words(run(page))
    assert page.selectbox(key="compare-before").value.on == date(2026, 11, 23)
    assert page.selectbox(key="compare-after").value.number == 2
    assert "swedish" in told.lower()


def test_an_earlier_version_is_brought_back_as_the_newest(page, seen):
    open_client(page, seen, LABEL)
    token = line_of(seen, LABEL).latest
    page.session_state["earlier"] = page.session_state[f"undo-{token}"] = True
    (back,) = [one for one in run(page).selectbox if one.key == f"back-to-{token}"]
    assert back.options[0].startswith("Severity, average: 6 → 3")
    button(run(page), f"bring-{token}").click()
    run(page)
    newest = seen.revisions(token)[0]
    assert newest.number == 3
    assert json.loads(seen.revision(token, 3).body)["severity"]["average"] == 6


def test_a_visit_with_one_version_has_nothing_to_bring_back(page, seen):
    open_client(page, seen, OTHER)
    page.session_state["earlier"] = True
    page.session_state[f"undo-{line_of(seen, OTHER).latest}"] = True
    assert "one version only" in words(run(page))


def test_the_trail_says_who_did_what(page, seen):
    open_client(page, seen, LABEL)
    page.session_state["trail"] = True
    (table,) = run(page).dataframe
    assert {*table.value["What"]} >= {"began a visit", "changed a visit"}
    assert {*table.value["Who"]} == {"you"}


def test_a_client_taken_out_holds_the_plans_and_can_be_taken_in_again(page, seen):
    line = line_of(seen, LABEL)
    packed = files._zip(seen, line.id, seen.timeline(line.id))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        papers = [one for one in archive.namelist() if one.endswith(".pdf")]
    for visit in seen.timeline(line.id):
        plan = plan_of(seen.revision(visit.token, visit.revisions).body)
        offered = [one.file_name(plan) for one in due(plan) if one.suffix == "pdf"]
        assert offered and all(any(name in one for one in papers) for name in offered)
    seen.delete_client(line.id)
    run(page)
    (place,) = [one for one in page.file_uploader if one.key.startswith("packed-client")]
    place.set_value(("client.zip", packed, "application/zip"))
    run(page)
    assert "2 visits, 3 versions" in page.success[0].value
    assert line_of(seen, LABEL).label == LABEL


def test_what_left_the_screen_is_kept_as_it_was_and_can_be_had_again(page, seen):
    line = line_of(seen, LABEL)
    page.query_params["visit"] = line.latest
    run(page)
    page.session_state[session.PAPERS] = [File("pain-plan.pdf", b"%PDF as it was", HANDED_OUT)]
    page.session_state["what-left"] = True
    open_client(page, seen, LABEL)
    (kept,) = seen.files(line.id, HANDED_OUT)
    assert seen.diary(kept.id) == b"%PDF as it was"
    assert "**pain-plan\\.pdf**" in str([one.label for one in page.get("download_button")]) or [
        one for one in page.get("download_button") if "pain" in one.label
    ]


def test_sessions_and_notes_beside_the_visits_are_told_in_the_list(page, seen):
    line = line_of(seen, LABEL)
    said = {
        "format": 1, "on": "2026-12-28", "words": "Slept through",
        "done": [{"technique": "swedish", "regions": ["lower_back_left"], "pressure": "light"}],
    }  # fmt: skip
    seen.enter(line.id, Entry("session", date(2026, 12, 28), json.dumps(said)), "1")
    page.session_state["told-anew"] = line.id
    assert names(does(page, "search", search="slept through")) == [LABEL]
    facts = read_glance(seen.client(line.id).about)
    assert (facts.sessions, facts.last_session, facts.without_note) == (1, date(2026, 12, 28), 1)
    assert seen.client(line.id).next_on > date(2026, 12, 28)


def test_a_file_that_is_no_client_is_refused_in_a_sentence(page, seen):
    run(page)
    (place,) = [one for one in page.file_uploader if one.key.startswith("packed-client")]
    place.set_value(("client.zip", b"nothing", "application/zip"))
    assert run(page).error
    assert len(seen.clients().lines) == 2


def test_deleting_asks_once_more_and_gives_a_receipt(page, seen):
    open_client(page, seen, LABEL)
    assert button(page, "delete-client").disabled
    page.checkbox(key=f"sure-{line_of(seen, LABEL).id}").check()
    button(run(page), "delete-client").click()
    told = words(run(page))
    assert (
        "Deleted." in told
        and "their versions 3" in told
        and "label" not in told.split("Deleted.")[1].split("\n")[0]
    )
    assert [one.label for one in seen.clients().lines] == [OTHER]
    button(page, "receipt-away").click()
    assert "Deleted." not in words(run(page))


def test_a_new_visit_from_the_last_asks_the_scores_again(page, seen):
    open_client(page, seen, LABEL)
    button(page, "next-visit").click()
    page.run()
    begun = json.loads(page.session_state[session.KEY])
    assert begun["visit"] == "follow-up" and not begun["severity"].get("average")


def test_the_clients_come_twenty_to_a_page(page, records):
    for number in range(21):
        text = text_of("knee-anticoagulant", client={"label": f"N{number:02}"})
        records.begin(text, summary_of(text), "1")
    assert "N20" in names(run(page)) and "N00" not in names(page)
    assert clients_list(page)["page"]["more"]
    assert names(does(page, "page", number=2)) == ["N00"]
    assert not clients_list(page)["page"]["more"]
