"""What the client reads, as a value: plain, complete, for the client alone."""

import json

import pytest

from planner.exports.paper.client_page import client_page
from planner.model.plan import read_plan
from planner.model.vocabulary import Locale
from tests.exports.conftest import plan_for, plan_of
from tests.reading_grade import reading_grade


def test_nothing_that_was_left_out_is_offered(plan, knowledge):
    page = client_page(plan, knowledge)
    offered = {one.name for one in (*page.home, *page.beside)}
    left_out = {
        table[one.id].name
        for one in plan.not_chosen
        for table in (knowledge.therapies, knowledge.self_care)
        if one.id in table
    }
    assert offered.isdisjoint(left_out)


def test_a_week_marks_the_days_of_the_plan(plan, knowledge):
    rows = {row.what: row.marks for row in client_page(plan, knowledge).week}
    for task in plan.self_care:
        marked = rows[knowledge.self_care[task.id].name]
        assert list(marked) == [task.id in day.items for day in plan.week]


def test_massage_every_other_week_is_not_shown_as_weekly(knowledge):
    limits = {"sessions_per_week_max": 0.5}
    plan = plan_for("low-back-pain", preferences=limits)
    assert plan.massage.phases[0].sessions_per_week == 0.5
    assert client_page(plan, knowledge).week[0].what == "Massage (every 2 weeks)"


def test_a_sixth_grader_can_read_it(plan, knowledge):
    page = client_page(plan, knowledge)
    lines = [page.notice, *page.massage, page.stop, page.review]
    lines += [getattr(task, part) for task in page.home for part in ("steps", "dose", "stop")]
    lines += [getattr(one, part) for one in page.beside for part in ("plain", "often")]
    lines += [*page.care, *page.change, *page.calls]
    assert max(map(reading_grade, lines)) <= 6


@pytest.mark.parametrize("locale", Locale)
def test_each_place_has_its_own_numbers(locale, knowledge):
    told = client_page(plan_for(locale=str(locale)), knowledge).numbers
    assert told[0].whom == knowledge.locales[locale].emergency


def test_a_plan_without_massage_says_so(knowledge):
    page = client_page(
        plan_of("low-back-nothing-flagged").model_copy(update={"massage": None}), knowledge
    )
    assert page.massage == ("There is no massage in this plan for now. Ask us why.",)


def test_a_plan_of_the_first_edition_finds_the_clients_words_for_its_cautions(knowledge):
    plan = plan_of("neck-small-budget")
    first = json.loads(plan.model_dump_json())
    del first["messages"]
    old = read_plan(json.dumps(first), knowledge.known_ids)
    told = [one.care for one in client_page(plan, knowledge).beside]
    assert any(told)
    assert [one.care for one in client_page(old, knowledge).beside] == told
