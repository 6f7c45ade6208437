"""Page one: what the fridge needs, on one page whatever was said, and what may never leave it."""

import re
from datetime import date, timedelta

import pytest

from planner.exports.documents import Given
from planner.exports.paper.handout import handout, handout_pdf
from planner.exports.paper.handout.week import Mark
from planner.knowledge import load
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Locale
from planner.planning.advice import care
from planner.planning.course.occasions import day_of, of_massage, visits_of
from planner.visit.main_line import first_visit
from planner.words import SOURCE, dated
from tests.conftest import client_with
from tests.exports.conftest import HANDED_OUT, flat, pages, plan_of
from tests.exports.papers import varied
from tests.reading_grade import reading_grade

KNOWN = load()
HARBOUR = Practice(format=1, name="Harbour Massage", therapist="Ruth Okafor", phone="207-555-0142")
THREE_PAINS = [
    {"condition": one, "months": 18, "assessed": True}
    for one in ("low-back-pain", "neck-pain", "knee-osteoarthritis")
]
MANY = (
    "p-anticoagulant", "p-diabetes", "p-osteoporosis", "p-epilepsy", "p-falls-risk", "p-hernia",
)  # fmt: skip
HARD = {
    "long name": {"client": {"label": "W" * 80, "age": 45}},
    "20 goals": {"preferences": {"goals": [f"walk {n} " + "far " * 120 for n in range(20)]}},
    "many answers": {
        "answers": dict.fromkeys(MANY, "yes"),
        "preferences": {"self_care_minutes_per_day": 60},
        "pain": THREE_PAINS,
    },
    "no massage": {"preferences": {"techniques_declined": list(KNOWN.techniques)}},
}
JARGON = (
    "adjunct", "contraindicat", "ischaemic", "precaution", "clearance", "certainty", "stance",
    "evidence", "guideline", "trial", "doi", "PMID", "Swedish", "myofascial", "consolidate",
    "conditional", "screening", "proceed", "adjust",
)  # fmt: skip


def given(condition="low-back-pain", practice=NOT_SET, **changes):
    intake = client_with(condition, **changes)
    return Given(first_visit(intake, KNOWN), intake, KNOWN, SOURCE, practice)


def page(of):
    return handout(of).page


@pytest.fixture(scope="module", params=HANDED_OUT)
def sample_given(request):
    plan = plan_of(request.param)
    return Given(plan, client_with("low-back-pain"), KNOWN, SOURCE, HARBOUR)


@pytest.fixture(scope="module")
def told(sample_given):
    return pages(handout_pdf(sample_given))


# What may never leave page one


def must_stay(of):
    """What the client needs on page one, as it is said there."""
    value = page(of)
    yield value.name
    yield of.practice.phone
    yield from (row.name for row in value.tasks)
    yield from (row.dose for row in value.tasks)
    yield from (one.lead for one in value.boxed.shown)
    rows = (value.help.emergency, *value.help.others)
    yield from (row.whom for row in rows)
    yield from (sign for row in rows for sign in row.signs)
    if value.visit:
        yield value.visit.day


def test_what_matters_for_safety_is_on_page_one(sample_given, told):
    assert [one for one in must_stay(sample_given) if flat(one) not in told[0]] == []
    assert told[0].count("Page 1 of") == 1


@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large"])
@pytest.mark.parametrize("case", HARD)
def test_it_is_one_page_whatever_was_said(case, large):
    of = given(practice=HARBOUR, **HARD[case])
    first = pages(handout_pdf(of, large=large))[0]
    assert re.search(r"Page 1 of \d", first)
    assert [one for one in urgent(of) if flat(one) not in first] == []


def urgent(of):
    value = page(of)
    yield from value.help.emergency.signs
    yield value.help.emergency.whom
    yield from (row.dose for row in value.tasks)
    yield from (one.lead for one in value.boxed.shown)


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large"])
@pytest.mark.parametrize("at", range(60))
def test_it_is_one_page_for_anybody(at, large):
    of = varied.plan(at)
    first = pages(handout_pdf(of, large=large))[0]
    assert re.search(r"Page 1 of \d", first)
    assert [one for one in urgent(of) if flat(one) not in first] == []


def test_what_it_has_no_room_for_is_overleaf():
    of = given(practice=HARBOUR, **HARD["many answers"])
    every = flat(" ".join(pages(handout_pdf(of))))
    value = handout(of)
    assert len(value.page.boxed.shown) == 3
    assert value.page.boxed.more
    assert [one for one in care(of.plan, KNOWN) if flat(one) not in every] == []


def test_a_goal_that_it_must_shorten_is_whole_overleaf():
    goal = "walk to the shops with both children " * 6 + "again"
    first, *others = pages(handout_pdf(given(preferences={"goals": [goal]})))
    assert "children again" not in first
    assert "children again" in " ".join(others)


def test_no_id_no_source_and_no_therapists_word_reaches_the_client(told):
    first = told[0]
    assert not [word for word in JARGON if re.search(rf"\b{word}", first, re.IGNORECASE)]
    ids = (*KNOWN.rows, *KNOWN.findings, *KNOWN.sources, *KNOWN.regions)
    assert not [one for one in ids if one in first and ("-" in one or "_" in one)]
    assert not re.search(r"\[\d", first)


def test_nobody_is_told_who_has_not_signed(told):
    assert "No clinician has checked" not in " ".join(told)


def test_a_declined_therapy_is_not_named():
    declined = {"therapies_declined": ["physical-therapy", "acupuncture", "yoga", "tai-chi"]}
    every = " ".join(pages(handout_pdf(given("neck-pain", preferences=declined))))
    for word in ("physiotherapist", "Acupuncture", "Yoga", "Tai chi"):
        assert word not in every


def test_a_sixth_grader_can_read_it(sample_given):
    value = page(sample_given)
    lines = [value.bad_day, *(row.step for row in value.tasks)]
    lines += [f"{one.lead} {one.rest}" for one in value.boxed.shown]
    rows = (value.help.emergency, *value.help.others)
    lines += [f"If {sign}." for row in rows for sign in row.signs]
    assert [one for one in lines if one and reading_grade(one) > 6.8] == []
    assert max(reading_grade(one) for one in lines if one and not one.startswith("If ")) <= 6


def test_each_task_in_one_line_has_twelve_words_at_most():
    briefs = {one.id: one.brief for one in KNOWN.self_care.values()}
    assert {key: brief for key, brief in briefs.items() if len(brief.split()) > 12} == {}


# The week


def test_the_week_is_the_plans_own_from_its_day_on(sample_given):
    plan, value = sample_given.plan, page(sample_given)
    days = [plan.on + timedelta(days=ahead) for ahead in range(7)]
    assert [one.number for one in value.days] == [day.day for day in days]
    items = {one.day: one.items for one in plan.week}
    for row in value.tasks:
        due = [row.id in items[day_of(day)] for day in days]
        assert [one is Mark.DUE for one in row.marks] == due
        assert all(one is not Mark.HAD for one in row.marks)


def test_the_massage_of_today_was_had_and_others_are_due():
    of = given(preferences={"sessions_per_week_max": 2, "first_session": "2026-11-23"})
    (massage,) = [row for row in page(of).others if row.id == "massage"]
    visits = {one.on for one in of_massage(visits_of(of.plan))}
    assert of.plan.on in visits
    assert massage.marks[0] is Mark.HAD
    for ahead, mark in enumerate(massage.marks[1:], 1):
        day = of.plan.on + timedelta(days=ahead)
        assert (mark is Mark.DUE) == (day in visits)


def test_without_massage_there_is_no_row_of_it_and_no_word_of_pressure():
    of = given(**HARD["no massage"])
    assert of.plan.massage is None
    value = page(of)
    assert [row.id for row in value.others] == ["pain-diary"]
    first = pages(handout_pdf(of))[0]
    assert not re.search(r"pressure|massage|strokes", first, re.IGNORECASE)


# The next visit


def test_the_next_visit_says_when_how_long_what_it_costs_and_which_of_how_many():
    of = given(
        preferences={
            "first_session": "2026-11-23", "session_price": 80, "currency": "USD",
            "time": "16:30", "days": ["mon"],
        }
    )  # fmt: skip
    visits = of_massage(visits_of(of.plan))
    visit = page(of).visit
    assert visit.day == dated(visits[1].on, "near-weekday")
    assert visit.at in ("4:30 pm", "16:30")
    assert visit.price == "80 USD"
    assert visit.which == f"Visit 2 of {len(visits)}, on Mondays."
    assert visit.last == f"Last one: {dated(visits[-1].on, 'near')}."
    assert f"{len(visits)} visits: {80 * len(visits):,} USD in all." == visit.in_all


def test_one_visit_is_no_course():
    budget = {"session_price": 80, "monthly_budget": 80, "sessions_per_week_max": 0.25}
    of = given("desk-posture-pain", preferences=budget)
    value = page(of)
    said = " ".join(str(one) for one in vars(value.visit).values())
    assert not re.search(r"\b1 (visits|sessions|minutes)\b", said)


@pytest.mark.parametrize("locale", Locale)
def test_each_place_has_its_own_numbers(locale):
    value = page(given(locale=str(locale)))
    assert value.help.emergency.whom == f"{KNOWN.locales[locale].emergency} now"
    assert KNOWN.locales[locale].crisis in {row.whom for row in value.help.others}


# What is minded


def test_nothing_to_mind_is_no_box():
    assert page(given()).boxed.shown == ()


def test_the_worst_comes_first():
    answers = {"p-hypertension-controlled": "yes", "p-anticoagulant": "yes"}
    first, *_ = page(given(answers=answers)).boxed.shown
    assert first.lead.startswith("You take a blood thinner")


def test_not_sure_is_not_a_fact():
    shown = page(given(answers={"p-anticoagulant": "unsure"})).boxed.shown
    said = " ".join(f"{one.lead} {one.rest}" for one in shown)
    assert "You take a blood thinner" not in said
    assert re.search(r"You may take a blood thinner: please find out", said)


def test_a_clinicians_limit_stands_first_with_name_and_day():
    answer = {"for": "p-dvt-recent", "by": "Dr Okonjo", "on": "2026-11-20", "limits": "",
              "bounds": {"minutes": 30}}  # fmt: skip
    of = given(
        answers={"p-dvt-recent": "yes", "p-diabetes": "yes"},
        where={"p-dvt-recent": ["calf_left"]},
        clearances=[answer],
    )
    first, *_ = page(of).boxed.shown
    assert first.lead == "30 minutes at most."
    assert first.rest.startswith("Dr Okonjo, 20 November 2026.")


def test_a_head_knock_on_a_blood_thinner_is_an_emergency():
    with_it, without = page(given(answers={"p-anticoagulant": "yes"})), page(given())
    assert "you hit your head, even lightly" in with_it.help.emergency.signs
    assert "you hit your head, even lightly" not in without.help.emergency.signs


def test_no_sign_is_told_twice(sample_given):
    value = page(sample_given)
    signs = [s for row in (value.help.emergency, *value.help.others) for s in row.signs]
    assert len(signs) == len(set(signs))


# Pain


def test_the_strip_is_that_of_the_strictest_rule(sample_given):
    value = page(sample_given)
    numbers = [int(one) for task in sample_given.plan.self_care
               for one in re.findall(r"(\d) out of 10", task.pain_rule)]  # fmt: skip
    assert value.pain.fine == min(numbers)
    assert value.pain.half == value.pain.fine + 2


def test_every_number_of_a_pain_rule_is_the_one_it_says():
    for one in KNOWN.home_rules.values():
        said = re.search(r"(\d) out of 10", one.says) if one.of == "pain" else None
        assert one.up_to == (int(said[1]) if said else None), one.id
        more = re.search(r"or (\d) more than when you began", one.says)
        assert one.above_start == (int(more[1]) if more else 0), one.id


def test_page_two_is_the_diary_and_a_plan_without_one_has_none():
    of = given(practice=HARBOUR)
    with_it, without = pages(handout_pdf(of)), pages(handout_pdf(of, diary=False))
    assert "Pain diary" in with_it[1]
    assert "Your diary is page 2." in with_it[0]
    assert "How to do it" in without[1]
    assert len(without) == len(with_it) - 1


def test_the_month_ends_after_31_days():
    month = handout(given()).month
    first = date(2026, 11, 23)
    assert [one.number for one in month.days] == [
        (first + timedelta(days=ahead)).day for ahead in range(31)
    ]
