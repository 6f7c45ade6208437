"""Page 1 is for the client alone: plain, complete, on one page."""

import json
import re

import pytest

from planner.exports.calls import client_calls
from planner.exports.handout import NOT_SIGNED_OFF
from planner.exports.paper.client_page import client_page
from planner.exports.paper.pdf import plan_pdf
from planner.knowledge import load
from planner.model.plan import read_plan
from planner.model.vocabulary import Locale
from planner.words import dated
from tests.exports.conftest import flat, page_one, pages, plan_for, plan_of
from tests.reading_grade import reading_grade

JARGON = (
    "adjunct", "contraindicat", "ischaemic", "precaution", "clearance", "certainty", "stance",
    "evidence", "guideline", "trial", "doi", "PMID", "Swedish", "myofascial", "consolidate",
    "conditional", "screening", "proceed", "adjust",
)  # fmt: skip


def test_the_client_finds_who_when_how_often_and_what_to_do(plan, printed, knowledge):
    told = printed[0]
    assert plan.client in told
    assert dated(plan.on) in told
    assert dated(plan.measures.review_on) in told
    assert f"{plan.massage.phases[0].minutes} minutes, " in told
    for task in plan.self_care:
        assert flat(knowledge.self_care[task.id].name) in told
        assert flat(task.dose).casefold() in told.casefold()
    for one in plan.complementary:
        assert flat(knowledge.therapies[one.id].plain) in told
        assert knowledge.therapies[one.id].plain_how_often in told


def test_the_page_after_it_says_how_each_home_task_is_done_and_when_to_stop(plan, printed):
    told = printed[1]
    assert told.startswith("At home: how to do it")
    for task in plan.self_care:
        for words in (task.steps, task.stop_if, task.easier, task.harder):
            assert flat(words) in told
    assert all(flat(one.pain_rule) in told for one in plan.self_care)


def test_the_aim_is_in_the_clients_words(plan, printed):
    told = printed[0]
    assert all(goal[1:] in told for goal in plan.measures.goals)


def test_stop_signs_and_local_numbers_are_on_page_one(plan, printed, knowledge):
    told, local = printed[0], knowledge.locales[plan.locale]
    assert "Stop at once, at home and here, if" in told
    assert all(flat(number) in told for number in (local.emergency, local.urgent, local.crisis))
    assert all(flat(one) in told for one in client_calls(plan, knowledge)[:3])


def test_no_id_no_source_and_no_therapists_word_reaches_the_client(plan, printed, knowledge):
    told = printed[0]
    assert not [word for word in JARGON if re.search(rf"\b{word}", told, re.IGNORECASE)]
    ids = (*knowledge.rows, *knowledge.findings, *knowledge.sources, *knowledge.regions)
    assert not [one for one in ids if one in told and ("-" in one or "_" in one)]
    assert not re.search(r"\[\d", told)


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


def test_a_declined_therapy_is_not_named():
    declined = {"therapies_declined": ["physical-therapy", "acupuncture", "yoga", "tai-chi"]}
    told = page_one(plan_for("neck-pain", preferences=declined))
    for word in ("physiotherapist", "Acupuncture", "Yoga", "Tai chi"):
        assert word not in told


def test_without_a_signature_the_small_print_says_so(printed, knowledge):
    assert not knowledge.review.clinician
    assert NOT_SIGNED_OFF in printed[0]


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


THREE_PAINS = [
    {"condition": one, "months": 18, "assessed": True}
    for one in ("low-back-pain", "neck-pain", "knee-osteoarthritis")
]
LONG_LISTS = {
    "long name": {"client": {"label": "W" * 80, "age": 45}},
    "20 goals": {"preferences": {"goals": [f"walk {n} " + "far " * 120 for n in range(20)]}},
    "many answers": {
        "answers": dict.fromkeys(
            ("p-anticoagulant", "p-diabetes", "p-osteoporosis", "p-epilepsy", "p-falls-risk"), "yes"
        ),
        "preferences": {"self_care_minutes_per_day": 60},
    },
}


@pytest.mark.parametrize("case", LONG_LISTS)
def test_page_one_stays_one_page_whatever_was_said(case):
    told = pages(plan_pdf(plan_for(**LONG_LISTS[case]), load()))
    assert told[0].startswith("Your plan")
    assert "What next" in told[0]
    assert told[1].startswith("At home: how to do it")


def test_a_goal_that_page_one_must_shorten_is_whole_on_the_next():
    goal = "walk to the shops with both children " * 6 + "again"
    told = pages(plan_pdf(plan_for(preferences={"goals": [goal]}), load()))
    assert "There is more for you on the next page." in told[0]
    assert "children again" in told[2]


def test_what_page_one_has_no_room_for_is_on_the_next(knowledge):
    plan = plan_for(**LONG_LISTS["many answers"], pain=THREE_PAINS)
    told = pages(plan_pdf(plan, load()))
    (more,) = (n for n, one in enumerate(told) if one.startswith("More for you"))
    both = " ".join(told[: more + 1])
    assert all(flat(reason.plain) in both for reason in plan.reasons)
    assert all(flat(one.care) in both for one in client_page(plan, knowledge).beside)


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
