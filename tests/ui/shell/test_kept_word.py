"""The word at the top says when the open visit was last kept on the disk, and nothing before."""

import re
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from records import Records
from tests.practices import oak_street
from tests.ui.conftest import OpenApp, button, run, words
from ui.parts.kept_word import in_words
from ui.state import autosave, clock
from ui.state.practice import SHARED

MORNING = datetime(2026, 11, 27, 10, 42, tzinfo=UTC)


def kept(app: AppTest) -> list[str]:
    return [one.strip() for one in re.findall(r"\bkept \d.*", words(app))]


@pytest.mark.parametrize(
    ("today", "says"), [(date(2026, 11, 27), "kept 10:42"), (date(2026, 11, 28), "kept 27 Nov")]
)
def test_the_minute_and_of_another_day_that_day(today, says):
    assert in_words(MORNING, today) == says


def test_nothing_is_said_while_nothing_is_kept_nor_of_a_sample(open_app: OpenApp):
    app = run(open_app())
    assert kept(app) == []
    app.selectbox(key="sample-first").select("three-sources")
    run(app)
    assert kept(app) == []


def test_it_is_the_time_of_the_practice_where_its_zone_is_set(open_app: OpenApp, records: Records):
    there = oak_street(timezone="Pacific/Kiritimati").model_dump_json(exclude={"usual_plans"})
    records.put_setting(SHARED, 0, there, shared=True)
    app = open_app()
    app.selectbox(key="pain").set_value("low-back-pain")
    run(app)
    newest = records.open(records.clients().lines[0].latest).newest
    here = newest.saved_at.astimezone(ZoneInfo("Pacific/Kiritimati"))
    assert kept(app) == [in_words(here, here.date())]


def test_it_is_the_time_on_the_disk_and_stays_when_keeping_fails(
    open_app: OpenApp, records: Records, database: Path
):
    app = open_app()
    app.selectbox(key="pain").set_value("low-back-pain")
    run(app)
    newest = records.open(records.clients().lines[0].latest).newest
    says = in_words(newest.saved_at.astimezone(), clock.today())
    assert kept(app) == [says]
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    button(app, "to-step-2").click()
    run(app)
    app.button_group(key="severity/average").set_value(6)
    run(app)
    assert any("Not kept on disk" in one.value for one in app.error)
    assert kept(app) == [says], "what lies on the disk is as old as it was"
    assert app.session_state[autosave.PLACE].saved_at == newest.saved_at
    holder.execute("ROLLBACK")
    holder.close()
