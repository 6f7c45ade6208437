"""Charts as data: what is drawn is what is in the plan or the diary, and each has its sentence."""

import pytest

from planner.charts import week_picture
from planner.visit import first_visit
from tests.conftest import client_with, sample


def drawn_from(figure):
    """The rows a chart was drawn from."""
    (rows,) = figure.spec["datasets"].values()
    return rows


@pytest.fixture
def plan(knowledge):
    wishes = {"days": ["tue"], "session_minutes": 60}
    return first_visit(client_with("low-back-pain", preferences=wishes), knowledge)


def test_the_week_shows_each_thing_on_its_days(plan, knowledge):
    picture = week_picture(plan, knowledge)
    tiles = {(tile["what"].replace("\n", " "), tile["day"]) for tile in drawn_from(picture)}
    names = {task.id: knowledge.self_care[task.id].name for task in plan.self_care}
    expected = {
        (names.get(item, "Massage"), day.day.value.capitalize())
        for day in plan.week
        for item in day.items
    }
    diary = {("Pain diary", day.day.value.capitalize()) for day in plan.week}
    assert tiles == expected | diary


def test_the_week_is_said_and_tabled_too(plan, knowledge):
    picture = week_picture(plan, knowledge)
    assert "Massage: on Tuesday, 60 minutes." in picture.alt
    assert "Pain diary: every day, 2 minutes." in picture.alt
    massage = picture.table[picture.table["What"] == "Massage"].iloc[0]
    assert (massage["Mon"], massage["Tue"]) == ("", "60 min")


def test_a_plan_without_content_has_no_week(knowledge):
    stopped = first_visit(sample("stop-cauda-equina"), knowledge)
    assert week_picture(stopped, knowledge) is None
