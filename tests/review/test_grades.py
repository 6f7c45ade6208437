"""Home tasks go on at the second visit: easier after a flare, harder where it went well."""

import pytest

from tests.review.conftest import KNOWN, asked, plan_of, reviewed, shaped

LAST = plan_of("low-back-pain")
BETTER = {"overall": {"label": "much improved"}}


def tasks(found):
    return {one.id: one for one in found.next_plan.self_care}


def moving(plan):
    kinds = KNOWN.kinds
    return [one for one in plan.self_care if kinds[KNOWN.self_care[one.id].kind].moves]


def test_after_a_flare_each_exercise_names_its_easier_form_and_the_lower_pain_rule():
    facts = asked(after_last_time="worse for more than 48 hours")
    now = tasks(reviewed(LAST, shaped("fell a little", LAST), facts))
    for one in moving(LAST):
        known = KNOWN.self_care[one.id]
        easier = KNOWN.self_care[known.easier].name if known.easier else known.easier_says
        assert easier in now[one.id].step
        assert "flare" in now[one.id].step
        assert "Keep pain to 3 out of 10" in now[one.id].pain_rule


def test_where_it_went_well_each_exercise_names_its_harder_form_and_keeps_its_count():
    now = tasks(reviewed(LAST, shaped("fell a little", LAST), asked(**BETTER)))
    for one in moving(LAST):
        known = KNOWN.self_care[one.id]
        harder = KNOWN.self_care[known.harder].name if known.harder else known.harder_says
        assert harder in now[one.id].step
        assert (now[one.id].reps, now[one.id].minutes) == (one.reps, one.minutes)
        assert now[one.id].pain_rule == one.pain_rule


def test_what_was_hardly_done_does_not_get_harder():
    facts = asked(**BETTER, self_care={"done": 1})
    assert not any(
        one.step for one in tasks(reviewed(LAST, shaped("fell a little", LAST), facts)).values()
    )


def test_a_harder_form_that_todays_answers_keep_away_is_not_named():
    heel = plan_of("plantar-heel-pain")
    facts = asked(**BETTER, answers={"p-falls-risk": "yes"})
    found = reviewed(heel, shaped("fell a little", heel), facts)
    for one in found.next_plan.self_care:
        harder = KNOWN.self_care[one.id].harder
        if harder and "standing-balance" in KNOWN.self_care[harder].tags:
            assert KNOWN.self_care[harder].name not in one.step


def test_calm_and_habits_have_no_grade():
    facts = asked(after_last_time="worse for more than 48 hours")
    now = tasks(reviewed(LAST, shaped("fell a little", LAST), facts))
    still = [one for one in LAST.self_care if one not in moving(LAST)]
    assert still
    assert not any(now[one.id].step for one in still if one.id in now)


@pytest.mark.parametrize("answers", [{}, {"p-post-exertional-malaise": "yes"}])
def test_where_nothing_may_be_added_nothing_gets_harder_however_well_it_went(answers):
    source = "low-back-pain" if answers else "me-cfs-long-covid"
    last = plan_of(source)
    found = reviewed(last, shaped("fell a little", last), asked(**BETTER, answers=answers))
    assert found.next_plan.self_care
    assert not any(one.step for one in found.next_plan.self_care)


def test_a_step_to_more_that_was_told_before_is_told_no_more_where_nothing_may_be_added():
    well = reviewed(LAST, shaped("fell a little", LAST), asked(**BETTER)).next_plan
    assert any(one.step for one in well.self_care)
    crash = asked(answers={"p-post-exertional-malaise": "yes"})
    found = reviewed(well, shaped("fell a little", well), crash)
    assert found.next_plan.self_care
    assert not any(one.step for one in found.next_plan.self_care)
