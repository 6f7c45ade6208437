"""The panel that hands papers over: offered, looked at, taken, and kept as it left."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import time

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from planner.exports import documents
from planner.exports.documents import Reader
from planner.visit.interview import interview
from planner.visit.said.edits import timed
from records import HANDED_OUT, File
from tests.conftest import sample
from tests.ui.conftest import OpenApp, button, run, words
from tests.ui.languages.test_pseudo_visit import typed
from tests.ui.pseudo import plain_words, speak_pseudo
from ui.parts.handing_over import opened, papers, taken
from ui.parts.handing_over.papers import Made, key_of
from ui.state import practice, session
from ui.state.kept_visits import draft_of, knowledge

CLIENTS = {key_of(one) for one in documents.DOCUMENTS if one.reader is not Reader.THERAPIST}
PICTURES = "image"


def opens(app: AppTest) -> AppTest:
    button(app, "hand-over-open").click()
    return run(app)


def looks_at(app: AppTest, key: str) -> AppTest:
    button(app, f"look-{key}").click()
    return run(app)


def rows(app: AppTest) -> list[str]:
    return [one.key.removeprefix("look-") for one in app.button if one.key.startswith("look-")]


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[File]:
    """What left, as the thread of a download lays it down."""
    found: list[File] = []
    monkeypatch.setattr(session, "papers_on_their_way", lambda: found)
    monkeypatch.setattr(session, "on_its_way", list)
    monkeypatch.setattr(taken, "_made", dict)
    return found


@pytest.fixture
def of_a_plan() -> Iterator[tuple[papers.Paper, ...]]:
    found = interview(draft_of(sample("three-sources").model_dump_json()), knowledge())
    assert found
    yield papers.of_plan(Made(found.plan, found.draft, knowledge()))


def test_before_a_tap_nothing_is_made_or_read(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch):
    def never(*_: object) -> bytes:
        raise AssertionError("made before it was asked for")

    made = [one._replace(write=never) for one in documents.DOCUMENTS]
    monkeypatch.setattr(documents, "DOCUMENTS", tuple(made))
    monkeypatch.setattr(practice, "_signed", never)
    app = open_app(sample("three-sources"), step=5)
    assert not app.get(PICTURES) and "hand-over-open" in {one.key for one in app.button}


def test_what_matters_most_is_looked_at_first_and_the_groups_stand_apart(open_app: OpenApp):
    app = opens(open_app(sample("three-sources"), step=5))
    offered = rows(app)
    clients = [one for one in offered if one in CLIENTS]
    assert offered[: len(clients)] == clients
    assert set(offered) - set(clients)
    assert app.header[0].value == "For the client"
    assert "For you" in [one.value for one in app.header]
    assert app.get(PICTURES), "the first page is seen"
    assert len(app.get(PICTURES)) == opened.AT_FIRST


def test_a_text_is_shown_as_it_is(open_app: OpenApp):
    app = looks_at(opens(open_app(sample("three-sources"), step=5)), key_of(documents.PLAN_ICS))
    assert not app.get(PICTURES)
    assert app.code[0].value.startswith("BEGIN:VCALENDAR")


def test_the_other_pages_are_a_tap_away(open_app: OpenApp):
    app = opens(open_app(sample("three-sources"), step=5))
    looks_at(app, key_of(documents.PLAN_PDF))
    few = len(app.get(PICTURES))
    button(app, "paper-whole").click()
    assert len(run(app).get(PICTURES)) > few


def test_a_step_takes_the_place_back(open_app: OpenApp):
    app = opens(open_app(sample("three-sources"), step=5))
    button(app, "to-step-4").click()
    run(app)
    button(app, "to-step-5").click()
    assert not rows(run(app))


def test_under_a_stop_the_letters_are_handed_over_in_the_same_way(open_app: OpenApp):
    app = opens(open_app(sample("stop-cauda-equina"), step=3))
    assert rows(app)[0] == key_of(documents.NOTE_PDF)
    assert app.get(PICTURES)
    assert not set(rows(app)) & {key_of(documents.PLAN_PDF), key_of(documents.PLAN_ICS)}


def test_what_may_not_lie_about_is_not_offered_until_it_is_asked_for_twice(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
):
    private = [one._replace(is_private=lambda plan: True) for one in documents.DOCUMENTS]
    monkeypatch.setattr(documents, "DOCUMENTS", tuple(private))
    app = open_app(sample("stop-cauda-equina"), step=3)
    assert "download-main" not in {one.key for one in app.get("download_button")}
    app = opens(app)
    assert not rows(app) and not app.get(PICTURES)
    button(app, "hand-over-wanted").click()
    assert rows(run(app))
    button(app, "hand-over-close").click()
    assert not rows(opens(run(app))), "it is asked anew each time"


def test_everything_on_the_panel_is_in_the_catalogue(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
):
    speak_pseudo(monkeypatch)
    app = opens(open_app(sample("three-sources"), step=5))
    names = [one.file_name for one in _names(app)]
    assert not plain_words(app, *typed("three-sources"), *names)


def _names(app: AppTest) -> tuple[papers.Paper, ...]:
    found = interview(draft_of(app.session_state[session.KEY]), knowledge())
    assert found
    return papers.of_plan(Made(found.plan, found.draft, knowledge()))


def test_what_is_taken_is_what_was_looked_at_and_is_kept_as_it_was(of_a_plan, left):
    main = of_a_plan[0]
    content = taken.taking(main)()
    assert content == main.make()
    assert left == [File(main.file_name, content, HANDED_OUT)]


def test_the_zip_holds_every_paper_and_each_is_kept_by_itself(of_a_plan, left):
    with zipfile.ZipFile(io.BytesIO(taken.taking_all(of_a_plan)())) as archive:
        inside = {one: archive.read(one) for one in archive.namelist()}
    folders = {one.file_name: taken.FOLDER[one.reader] for one in of_a_plan}
    assert set(inside) == {f"{folder}/{name}" for name, folder in folders.items()}
    assert {one.name: one.data for one in left} == {
        name.partition("/")[2]: content for name, content in inside.items()
    }
    assert PdfReader(io.BytesIO(inside[f"client/{of_a_plan[0].file_name}"])).pages


def test_the_same_zip_twice_is_the_same(of_a_plan, left):
    assert taken.taking_all(of_a_plan)() == taken.taking_all(of_a_plan)()


def test_another_answer_makes_another_paper(of_a_plan):
    said = json.loads(sample("three-sources").model_dump_json())
    said["client"]["label"] = "Q.Q."
    found = interview(draft_of(json.dumps(said)), knowledge())
    assert found
    other = papers.of_plan(Made(found.plan, found.draft, knowledge()))
    assert not {one.stamp for one in of_a_plan} & {one.stamp for one in other}
    assert not {one.file_name for one in of_a_plan} & {one.file_name for one in other}


def test_the_words_beside_the_title_name_whose_papers_they_are(open_app: OpenApp):
    app = opens(open_app(sample("three-sources"), step=5))
    assert sample("three-sources").client.label.rstrip(".") in words(app)


def test_the_diary_is_page_two_of_the_handout_or_left_out(open_app: OpenApp):
    app = opens(open_app(sample("three-sources"), step=5))
    handout = key_of(documents.CLIENT_PDF)
    assert rows(app)[0] == handout
    shown = next(one for one in app.button_group if one.key == f"choice-{handout}-diary")
    assert shown.value == 0
    shown.set_value(1)
    assert opened.CHOICES in run(app).session_state
    assert app.session_state[opened.CHOICES][handout] == {"diary": False}


def test_a_calendar_rings_where_it_is_asked_to(left):
    draft = timed(draft_of(sample("three-sources").model_dump_json()), time(10))
    found = interview(draft, knowledge())
    assert found
    every = papers.of_plan(Made(found.plan, found.draft, knowledge()))
    silent = next(one for one in every if one.file_name.endswith(".ics"))
    rings = silent.choosing({"alarm": 60})
    assert b"VALARM" not in taken.taking(silent)()
    assert b"VALARM" in taken.taking(rings)()


def test_what_is_chosen_makes_another_paper(of_a_plan, left):
    usual = next(one for one in of_a_plan if one.choices)
    without = usual.choosing({"diary": False})
    pages = [len(PdfReader(io.BytesIO(taken.taking(one)())).pages) for one in (usual, without)]
    assert pages[0] == pages[1] + 1
    assert usual.file_name == without.file_name and len(left) == 2
