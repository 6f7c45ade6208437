"""What the fields of a visit take: numbers, lengths of time, one wish for several therapies."""

from datetime import date

import pytest

from planner.knowledge import load
from planner.model.errors import IntakeError
from planner.model.ids import ConditionId
from planner.model.visit import read_draft
from planner.model.vocabulary import AboutPain, Answer
from planner.visit.draft import blank, saying
from planner.visit.interview import interview
from planner.visit.said import pain_sources, places
from planner.visit.said.duration import Duration, Unit, said_in, usual_unit
from planner.visit.said.needles import no_needles, saying_no_needles, with_needles
from planner.visit.said.numbers import fault
from tests.conftest import sample, sample_text

KNOWLEDGE = load()
BLANK = blank(date(2026, 11, 26))
BACK, NECK = ConditionId("low-back-pain"), ConditionId("neck-pain")
AGE, HOME = places.AGE.takes, places.WISHES["self_care_minutes_per_day"].takes
OFTEN = places.WISHES["sessions_per_week_max"].takes


@pytest.mark.parametrize(
    ("takes", "number"), [(AGE, None), (AGE, 0), (AGE, 120), (AGE, 52), (HOME, 0), (OFTEN, 0.25)]
)
def test_a_number_within_its_range_is_taken(takes, number):
    assert fault(number, takes) is None


@pytest.mark.parametrize(
    ("takes", "number", "says"),
    [
        (AGE, 150, ("150", "from 0 to 120")),
        (AGE, -3, ("-3", "from 0 to 120")),
        (AGE, 52.5, ("52.5", "52 or 53")),
        (HOME, 481, ("481", "from 0 to 480")),
        (OFTEN, 0, ("0", "more than 0")),
    ],
)
def test_a_number_that_is_not_taken_is_answered_with_its_range(takes, number, says):
    told = fault(number, takes)
    assert told is not None and all(one in told for one in says)


def test_every_number_of_the_visit_has_a_range():
    numbers = {"client/age", "preferences/session_minutes", "preferences/session_price",
               "preferences/monthly_budget", "preferences/self_care_minutes_per_day",
               "preferences/sessions_per_week_max", "follow_up/long_flares"}  # fmt: skip
    assert numbers <= {name for name, one in places.ALL.items() if one.takes}
    assert places.of_source(BACK, "months").takes is not None
    assert places.LABEL.letters == 80


def test_two_years_are_kept_as_24_months_and_said_as_two_years():
    assert Duration(2, Unit.YEARS).months == 24
    assert usual_unit(24) is Unit.YEARS
    assert said_in(24, Unit.YEARS) == Duration(2, Unit.YEARS)
    assert [usual_unit(months) for months in (None, 8, 18, 12)] == [Unit.MONTHS] * 4
    assert Duration(None, Unit.YEARS).months is None
    assert said_in(18, Unit.YEARS).number == 1.5


def test_no_needles_declines_every_therapy_with_needles_and_wants_none():
    wanted = places.WISHES["therapies_interested"].put(BLANK, ["acupuncture", "yoga"])
    declined = places.WISHES["therapies_declined"].put(wanted, ["cupping"])
    said = saying_no_needles(declined, True, KNOWLEDGE)
    assert {"acupuncture", "electroacupuncture", "dry-needling"} == set(with_needles(KNOWLEDGE))
    assert set(said.preferences.therapies_declined) == {"cupping", *with_needles(KNOWLEDGE)}
    assert said.preferences.therapies_interested == ("yoga",)
    assert no_needles(said, KNOWLEDGE) and not no_needles(declined, KNOWLEDGE)


def test_taking_no_needles_back_leaves_what_else_was_declined():
    said = saying_no_needles(
        places.WISHES["therapies_declined"].put(BLANK, ["cupping"]), True, KNOWLEDGE
    )
    assert saying_no_needles(said, False, KNOWLEDGE).preferences.therapies_declined == ("cupping",)


def test_a_later_pain_may_take_over_the_answers_of_the_first_until_it_has_its_own():
    draft = pain_sources.choosing(BLANK, [BACK, NECK], KNOWLEDGE)
    assert pain_sources.may_be_the_same(draft, NECK) is None
    said = places.of_source(BACK, "assessed").put(draft, True)
    said = places.of_source(BACK, "months").put(said, 24)
    assert pain_sources.may_be_the_same(said, NECK) == BACK
    assert pain_sources.may_be_the_same(said, BACK) is None
    same = pain_sources.same_as(said, NECK, BACK)
    assert [one.assessed for one in same.pain] == [True, True]
    assert [one.months for one in same.pain] == [24, 24]
    assert pain_sources.may_be_the_same(same, NECK) is None


def test_an_answer_taken_over_is_of_that_pain_alone():
    draft = saying(BLANK, pain=sample("three-sources").pain)
    first, second, third = (one.condition for one in draft.pain)
    after = pain_sources.same_as(draft, second, first)
    assert [one for one in after.pain if one.condition == third] == [draft.pain[2]]


@pytest.mark.parametrize("asked", AboutPain)
@pytest.mark.parametrize("answer", [*Answer, None])
def test_what_is_said_of_a_pain_is_kept_as_it_was_said(asked, answer):
    draft = pain_sources.choosing(BLANK, [BACK, NECK], KNOWLEDGE)
    before = pain_sources.answering_about(draft, BACK, asked, Answer.UNSURE)
    said = pain_sources.answering_about(before, BACK, asked, answer)
    again = read_draft(said.as_text, KNOWLEDGE.known_ids)
    assert pain_sources.answer_about(again, BACK, asked) is answer
    assert pain_sources.answer_about(again, NECK, asked) is None
    moved = pain_sources.marked(again, {"lower_back_left": 2}, KNOWLEDGE)
    assert pain_sources.answer_about(moved, BACK, asked) is answer


def test_not_sure_is_taken_over_and_gives_way_to_an_answer():
    draft = pain_sources.choosing(BLANK, [BACK, NECK], KNOWLEDGE)
    said = pain_sources.answering_about(draft, BACK, AboutPain.ASSESSED, Answer.UNSURE)
    assert pain_sources.may_be_the_same(said, NECK) == BACK
    same = pain_sources.same_as(said, NECK, BACK)
    assert [one.unsure for one in same.pain] == [("assessed",), ("assessed",)]
    sure = places.of_source(NECK, "assessed").put(same, False)
    assert [(one.assessed, one.unsure) for one in sure.pain] == [
        (None, ("assessed",)),
        (False, ()),
    ]


def test_a_pain_that_is_both_answered_and_not_sure_is_refused():
    text = saying(BLANK, pain=sample("three-sources").pain).as_text
    both = text.replace('"assessed"', '"unsure": ["assessed"], "assessed"', 1)
    with pytest.raises(IntakeError, match="both answered and not sure: assessed"):
        read_draft(both, KNOWLEDGE.known_ids)


@pytest.mark.parametrize("asked", [AboutPain.ASSESSED, AboutPain.FIRST_EVER])
def test_not_sure_makes_the_plan_of_what_nobody_said(asked):
    read = read_draft(sample_text("low-back-nothing-flagged"), KNOWLEDGE.known_ids)
    draft = saying(read, client=read.client.having(id="a-client-of-the-records"))
    condition = draft.pain[0].condition
    unsaid, unsure = (
        interview(pain_sources.answering_about(draft, condition, asked, answer), KNOWLEDGE)
        for answer in (None, Answer.UNSURE)
    )
    assert unsure.plan == unsaid.plan
