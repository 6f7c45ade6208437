"""Stored data of odd shape: each page says a sentence, and shows no traceback."""

import logging
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from records import Entry, Records
from tests.conftest import sample
from tests.records.conftest import ON, body
from tests.records.damaged.test_odd_cells import edit
from tests.ui.conftest import OpenApp, run
from ui.clients import ways
from ui.shell.last_resort import CANNOT_BE_SHOWN, LOG
from ui.state.kept_visits import summary_of

BODIES = ("[]", "5", "{}", '"x"', '{"format": 1}', '{"format": 1, "on": "9999-12-31"}')
EDITS = 12  # of the cells, at random
PAGES = ("consultation", "clients", "follow-up", "diary", "practice")


def change(database: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(database)) as raw:
        raw.execute(statement, values)
        raw.commit()


def every_page(open_app: OpenApp, client: str, token: str) -> None:
    """Each page with this visit in the address and this client chosen; none ends in a fault."""
    for page in PAGES:
        app = open_app()
        app.query_params["visit"] = token
        app.session_state[ways.CHOSEN] = client
        app.session_state["go-to-page"] = page
        run(app)


@pytest.fixture
def begun(records: Records) -> tuple[str, str]:
    text = sample("low-back-nothing-flagged").model_dump_json(exclude_none=True)
    at = records.begin(text, summary_of(text), "1")
    return at.client, at.token


@pytest.mark.slow
@pytest.mark.parametrize("text", BODIES)
def test_a_text_of_another_shape_is_a_sentence_on_each_page(
    begun: tuple[str, str], database: Path, open_app: OpenApp, text: str
):
    change(database, "UPDATE revision SET body = ?", zlib.compress(text.encode()))
    every_page(open_app, *begun)


@pytest.mark.slow
@pytest.mark.parametrize(
    "odd",
    [
        "UPDATE visit SET kind = 'odd', sum = NULL",
        "UPDATE visit SET revision = 99, sum = NULL",
        "UPDATE visit SET on_day = '9999-12-31', sum = NULL",
        "UPDATE client SET latest = 'odd', sum = NULL",
        "UPDATE client SET about = x'ff', sum = NULL",
        "UPDATE client SET label = x'ff', sum = NULL",
        "UPDATE client SET touched_at = 'odd'",
    ],
)
def test_an_odd_row_is_a_sentence_on_each_page(
    begun: tuple[str, str], database: Path, open_app: OpenApp, odd: str
):
    change(database, odd)
    every_page(open_app, *begun)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(EDITS))
def test_any_cell_may_hold_anything(
    begun: tuple[str, str], database: Path, records: Records, open_app: OpenApp, seed: int
):
    """Three cells of any tables; the last edits may find what the first left."""
    client, _ = begun
    records.keep_diary(client, "diary.csv", b"Date,Pain\n2026-11-01,4\n")
    records.enter(client, Entry("session", ON, body(done=1)), "1")
    records.put_setting("therapist", 0, body(name="Ann"))
    records.share(client, "ben")
    random = Random(seed)
    for _ in range(3):
        edit(database, random)
    every_page(open_app, *begun)


def test_what_a_page_runs_into_is_a_sentence_and_no_word_of_it_is_logged(
    caplog: pytest.LogCaptureFixture,
):
    def page() -> None:
        from ui.shell import last_resort

        with last_resort.said():
            raise ValueError("Anna's words")

    with caplog.at_level(logging.ERROR, LOG.name):
        shown = run(AppTest.from_function(page, default_timeout=20))
    assert [one.value for one in shown.error] == [CANNOT_BE_SHOWN]
    assert "ValueError in page" in caplog.text and "Anna" not in caplog.text


def test_a_refusal_is_said_in_its_own_words():
    def page() -> None:
        from planner.model.errors import PlannerError, Problem
        from ui.shell import last_resort

        with last_resort.said():
            raise PlannerError([Problem("visit", "is odd")])

    shown = run(AppTest.from_function(page, default_timeout=20))
    assert "is odd" in shown.error[0].value
