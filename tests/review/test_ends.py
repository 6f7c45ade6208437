"""By what a pain source is judged beside its pain, and when its massage ends while others go on."""

from datetime import timedelta

import pytest

from planner.exports.paper.client_page import client_page
from planner.exports.paper.judging import when_judged
from planner.model.diary import Day
from planner.model.vocabulary import Decision
from planner.review import verdicts
from planner.review.effect import lately
from planner.review.standing import standing_of
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.reading_grade import reading_grade
from tests.review.conftest import BEGAN, KNOWN, all_no, asked, diary_of, reviewed, wave


def tired():
    return first_visit(client_with("fibromyalgia", severity={"average": 6, "sleep": 8}), KNOWN)


def seen(plan, sleep):
    days = diary_of(wave(6, 28), wave(6, 49))
    severity = {"average": 6, "sleep": sleep} if sleep is not None else {"average": 6}
    facts = all_no(plan, asked(severity=severity))
    return days, facts


@pytest.mark.parametrize(("sleep", "gain"), [(5, True), (6, False), (8, False), (None, False)])
def test_fibromyalgia_is_judged_by_sleep_too(sleep, gain):
    plan = tired()
    days, facts = seen(plan, sleep)
    standing = standing_of(plan, days, facts, KNOWN)
    assert bool(verdicts.without_gain(standing)) is not gain
    without = {Decision.CHANGE, Decision.STOP}
    assert (reviewed(plan, days, facts).decision in without) is not gain


def test_back_pain_is_not_judged_by_sleep():
    severity = {"average": 6, "sleep": 8}
    plan = first_visit(client_with("low-back-pain", severity=severity), KNOWN)
    days, facts = seen(plan, 3)
    standing = standing_of(plan, days, facts, KNOWN)
    assert verdicts.without_gain(standing)


def test_the_plan_says_which_sleep_is_a_gain():
    plan = tired()
    assert "a sleep problem of 5.6 or lower" in plan.measures.stop_rule
    (line, *_) = [one for one in when_judged(plan, KNOWN) if "sleep better" in one]
    assert reading_grade(line) <= 6


def test_massage_of_one_pain_source_ends_on_a_day_that_is_printed():
    pain = [{"condition": one, "months": 18, "assessed": True} for one in ("sciatica", "neck-pain")]
    plan = first_visit(client_with("sciatica", pain=pain), KNOWN)
    ends = {one.condition: one.ends_on for one in plan.measures.judging}
    last = max(one.on for one in plan.visits if one.on < plan.on + timedelta(weeks=4))
    assert ends == {"sciatica": last, "neck-pain": None}
    assert f"Sciatica: massage for it ends on {last.day} December 2026" in plan.measures.stop_rule
    assert any("ends on" in one for one in when_judged(plan, KNOWN))
    facts = all_no(plan, asked(on="2026-12-20"))
    standing = standing_of(plan, diary_of(wave(6, 28), wave(6, 28)), facts, KNOWN)
    assert [one.condition for one in verdicts.at_their_end(standing)] == ["sciatica"]
    next_plan = reviewed(plan, diary_of(wave(6, 28), wave(6, 28)), facts).next_plan
    places = {one.condition: {*one.regions} for one in plan.measures.judging}
    still = {region for one in next_plan.massage.techniques for region in one.regions}
    assert still & places["neck-pain"]
    assert not still & (places["sciatica"] - places["neck-pain"])


def test_massage_ends_where_only_a_pain_that_is_over_could_be_worked_on_today():
    """The other pain's places are all hurt afresh; the hands do not go back to what is over."""
    pain = [{"condition": one, "months": 18, "assessed": True} for one in ("sciatica", "neck-pain")]
    plan = first_visit(client_with("sciatica", pain=pain), KNOWN)
    neck = next(one for one in plan.measures.judging if one.condition == "neck-pain")
    sprain = {
        "answers": {"p-acute-injury-72h": "yes"},
        "where": {"p-acute-injury-72h": [*neck.regions]},
    }
    diary = diary_of(wave(6, 28), wave(6, 28))
    before, after = (
        reviewed(plan, diary, all_no(plan, asked(on=on, **sprain))).next_plan
        for on in ("2026-12-10", "2026-12-20")
    )
    assert before.massage
    assert after.massage is None
    assert "It ended on 20 December 2026" in after.no_massage.plain
    assert "massage for neck pain waits until 23 December 2026" in after.no_massage.plain
    assert "Massage for neck pain can be taken up again from 2026-12-23" in after.no_massage.says
    worked = {one.id for one in before.massage.techniques}
    assert worked <= {one.id for one in after.not_chosen}
    assert after.self_care


SPRAIN = "p-acute-injury-72h"


def sprained(*answers, on="2026-12-10", **said):
    """What is said on a day on which every place is hurt afresh, and other answers are a yes."""
    yes = {SPRAIN: "yes", **dict.fromkeys(answers, "yes")}
    return asked(on=on, answers=yes, where={SPRAIN: [*KNOWN.regions]}, **said)


@pytest.mark.parametrize("with_intake", [True, False])
def test_massage_that_only_a_fresh_injury_ends_says_from_when_it_can_be_taken_up(with_intake):
    intake = client_with("neck-pain")
    plan = first_visit(intake, KNOWN)
    diary = diary_of(wave(6, 28), wave(6, 28))
    facts = all_no(plan, sprained())
    found = reviewed(plan, diary, facts, intake=intake if with_intake else None).next_plan
    assert found.massage is None
    told = "Massage for neck pain can be taken up again from 2026-12-13 on, with a plan made anew"
    assert f"{told}: Sprain or strain within 3 days." in found.no_massage.says
    plain = "massage for neck pain waits until 13 December 2026. Then we plan it anew."
    assert plain in found.no_massage.plain
    assert reading_grade(found.no_massage.plain) <= 6
    assert plain in " ".join(client_page(found, KNOWN).massage)


def test_massage_that_ends_for_another_reason_too_says_no_day_to_take_it_up():
    """It got much worse; or the client wants no hands there besides; or the course is over."""
    neck = first_visit(client_with("neck-pain"), KNOWN)
    steady = diary_of(wave(6, 28), wave(6, 28))
    worse = reviewed(neck, diary_of(wave(4, 28), wave(8, 28)), all_no(neck, sprained())).next_plan
    avoids = client_with("neck-pain", preferences={"regions_to_avoid": [*KNOWN.regions]})
    unwanted = reviewed(neck, steady, all_no(neck, sprained()), intake=avoids).next_plan
    sciatica = first_visit(client_with("sciatica"), KNOWN)
    facts = all_no(sciatica, sprained(on="2026-12-28"))
    over = reviewed(sciatica, steady, facts).next_plan
    for plan in (worse, unwanted, over):
        assert plan.massage is None
        assert "taken up again" not in plan.no_massage.says
        assert "waits until" not in plan.no_massage.plain


def test_massage_that_goes_on_beside_a_fresh_injury_says_nothing_of_an_end():
    plan = first_visit(client_with("neck-pain"), KNOWN)
    ankle = asked(answers={SPRAIN: "yes"}, where={SPRAIN: ["foot_top_left"]})
    diary = diary_of(wave(6, 28), wave(6, 28))
    found = reviewed(plan, diary, all_no(plan, ankle)).next_plan
    assert found.massage
    assert found.no_massage is None


@pytest.mark.parametrize("ending", ["temporomandibular-disorder", "scar-pain"])
def test_nobody_waits_for_a_gain_past_the_end_of_the_massage_for_that_pain(ending):
    pains = (ending, "tension-type-headache")
    pain = [{"condition": one, "months": 18, "assessed": True} for one in pains]
    plan = first_visit(client_with(ending, pain=pain), KNOWN)
    own, others = plan.measures.judging
    assert own.on < own.ends_on < others.on  # visits go on, for the headache
    assert own.again_on is None
    assert not [one for one in when_judged(plan, KNOWN) if "we change one thing" in one]


def test_a_change_for_period_pain_is_judged_within_its_own_first_weeks_and_no_later():
    pains = ("period-pain", "achilles-calf-pain")
    pain = [{"condition": one, "months": 18, "assessed": True} for one in pains]
    plan = first_visit(client_with("period-pain", pain=pain), KNOWN)
    own = next(one for one in plan.measures.judging if one.condition == "period-pain")
    assert plan.visits[-1].on > own.on + timedelta(weeks=2)  # the calf has visits still
    assert own.again_on is None


def test_nothing_is_due_before_its_day():
    plan = first_visit(client_with("low-back-pain"), KNOWN)
    (judged,) = plan.measures.judging
    diary = diary_of(wave(6, 28), wave(6, 28))
    due = [
        verdicts.is_due(
            judged,
            standing_of(plan, diary, all_no(plan, asked(on=f"{on}")), KNOWN),
        )
        for on in (judged.on - timedelta(days=1), judged.on)
    ]
    assert due == [False, True]


def test_lately_is_two_weeks_or_as_far_back_as_enough_days_were_written():
    days = [Day(date=BEGAN + timedelta(days=n), pain=5, pain_0_10=5, entries=1) for n in range(40)]
    last = days[39].date
    with_a_gap = lately(days[:20] + days[29:], BEGAN, last)
    assert (with_a_gap.first, with_a_gap.days) == (days[26].date, 11)
    few = lately([*days[:20], days[39]], BEGAN, last)
    assert few.first < days[20].date
    assert lately([*days[:3]], BEGAN, last).first == BEGAN


def test_the_weeks_without_massage_after_a_short_block_are_printed():
    plan = first_visit(client_with("hypermobility"), KNOWN)
    assert "at most 6 visits, then 4 weeks without (usual practice)" in plan.measures.stop_rule


@pytest.mark.parametrize("sleep", [None, 0, 2])
def test_sleep_that_was_no_problem_or_was_not_rated_judges_nothing(sleep):
    plan = first_visit(client_with("fibromyalgia", severity={"average": 6, "sleep": sleep}), KNOWN)
    assert "sleep" not in plan.measures.stop_rule
    assert not [one for one in when_judged(plan, KNOWN) if "sleep better" in one]
