"""The clients page: the list, one client's visits, versions side by side, out, in and away."""

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from records import Records
from tests.conftest import sample
from tests.ui.conftest import button, keys, run, words
from ui.clients import files
from ui.state import session
from ui.state.kept_visits import summary_of


def text_of(name: str, **changes) -> str:
    said = json.loads(sample(name).model_dump_json(exclude_none=True))
    said["client"] = {**said["client"], **changes.pop("client", {})}
    return json.dumps({**said, **changes})


def clients_page() -> None:
    from ui.clients import page
    from ui.state import session

    session.resume()
    page.draw()


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
    button(page, f"visits-{line_of(records, label).id}").click()
    return run(page)


LABEL = sample("low-back-nothing-flagged").client.label
OTHER = sample("knee-anticoagulant").client.label


def test_without_clients_the_page_says_how_one_comes_about(page, records):
    assert "No clients yet" in words(run(page))


def test_every_client_is_a_line_and_a_search_leaves_those_that_fit(page, seen):
    assert LABEL in words(run(page)) and OTHER in words(page)
    page.text_input(key="clients-search").set_value(OTHER)
    assert LABEL not in words(run(page)) and OTHER in words(page)
    page.text_input(key="clients-search").set_value("nobody")
    assert "No client's label holds these letters" in words(run(page))


def test_a_client_shows_every_visit_with_its_versions(page, seen):
    told = words(open_client(page, seen, LABEL))
    assert "21 December 2026 · 2 versions" in told
    assert "23 November 2026 · 1 version" in told
    button(page, "all-clients").click()
    assert OTHER in words(run(page))


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
    page.session_state[f"undo-{token}"] = True
    button(run(page), f"bring-{token}").click()
    run(page)
    newest = seen.revisions(token)[0]
    assert newest.number == 3
    assert json.loads(seen.revision(token, 3).body)["severity"]["average"] == 6


def test_a_visit_with_one_version_has_nothing_to_bring_back(page, seen):
    open_client(page, seen, OTHER)
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
    seen.delete_client(line.id)
    run(page)
    (place,) = [one for one in page.file_uploader if one.key.startswith("packed-client")]
    place.set_value(("client.zip", packed, "application/zip"))
    run(page)
    assert "2 visits, 3 versions" in page.success[0].value
    assert line_of(seen, LABEL).label == LABEL


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
    assert "Deleted." in words(run(page))
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
    assert "N20" in words(run(page)) and "N00" not in words(page)
    button(page, "clients-older").click()
    assert "N00" in words(run(page)) and not keys(page, "clients-older-")
