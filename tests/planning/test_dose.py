"""The dose of one pain source and of several together, and what is said of it."""

import pytest

from planner.knowledge import load
from planner.model.vocabulary import Certainty
from planner.planning.case import Case
from planner.planning.dosing.dose import MOST_IN_REACH, NOT_ONE, SHARED
from planner.planning.dosing.means import least_tested, reach
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
BACK, NECK, HIP, SHOULDER = "low-back-pain", "neck-pain", "hip-osteoarthritis", "shoulder-pain"
HAND, HEEL, WRIST = "rheumatoid-arthritis", "plantar-heel-pain", "carpal-tunnel"


def client(*conditions, **changes):
    pain = [{"condition": one, "months": 18, "assessed": True} for one in conditions]
    return client_with(conditions[0], pain=pain, **changes)


def plan_for(*conditions, **changes):
    return first_visit(client(*conditions, **changes), KNOWN)


def tested(*conditions):
    return least_tested([KNOWN.conditions[one] for one in conditions], KNOWN)


# The least tested dose


@pytest.mark.parametrize(
    ("conditions", "weeks", "often", "minutes", "sessions"),
    [
        ([BACK], 8, 1.0, 60, 8),
        ([NECK], 4, 2.0, 60, 8),
        ([BACK, NECK], 8, 2.0, 60, 16),  # the longest of one, the most often of the other
        ([NECK, HAND], 4, 2.0, 60, 8),  # the short sessions of hands do not shorten the neck's
        ([HAND, HEEL], 4, 2.0, 20, 8),
        ([HAND, HIP], 4, 1.0, 15, 4),  # what was never tested asks for nothing
    ],
)
def test_several_pain_sources_ask_for_the_most_that_one_of_them_was_tested_with(
    conditions, weeks, often, minutes, sessions
):
    found = tested(*conditions)
    assert (found.weeks, found.often, found.minutes) == (weeks, often, minutes)
    assert found.sessions == sessions


def test_where_nothing_was_tested_there_is_no_tested_dose():
    assert tested(HIP, SHOULDER) is None


def test_the_tested_dose_names_the_trials_of_every_pain_source_once():
    both = tested(BACK, NECK)
    assert set(tested(BACK).findings) | set(tested(NECK).findings) == set(both.findings)
    assert len(both.findings) == len(set(both.findings))
    assert both.says == f"{tested(BACK).says} {tested(NECK).says}"


# What is said


def test_a_shared_programme_is_said_of_several_pain_sources_and_never_of_one():
    alone, shared = plan_for(BACK), plan_for(BACK, HAND)
    assert SHARED not in {one.says for one in alone.massage.dose_why}
    assert [one.says for one in shared.massage.dose_why].count(SHARED) == 1


def test_each_dose_is_said_for_its_pain_source_with_its_own_certainty():
    plan = plan_for(BACK, HIP)
    said = {one.says: one for one in plan.massage.dose_why}
    for condition in (BACK, HIP):
        start = KNOWN.doses[condition]["start"]
        why = said[f"{KNOWN.conditions[condition].name}: {start.says}"]
        assert (why.certainty is Certainty.CONVENTION) is not start.tested
        assert set(why.sources) <= set(start.findings)


@pytest.mark.parametrize("conditions", [("whiplash", WRIST), (WRIST, "whiplash")])
def test_of_as_many_minutes_a_week_the_more_visits_lead_whichever_pain_is_named_first(conditions):
    """The neck asks for an hour once a week, the wrist was tested with twice 30 minutes."""
    massage = plan_for(*conditions).massage
    phases = [(one.weeks, one.sessions_per_week, one.minutes) for one in massage.phases]
    assert phases == [(6, 2.0, 30)]
    assert not massage.below_tested


# What is out of reach


@pytest.mark.parametrize(
    ("limits", "lost", "kept"),
    [
        ({"sessions_per_week_max": 0.5}, "the number of sessions a week", "the length"),
        ({"session_minutes": 30}, "the length of a session", "the number of sessions"),
        ({"session_price": 100, "monthly_budget": 300}, "the budget", "the length"),
    ],
)
def test_two_untested_sources_need_the_whole_of_one_and_the_plan_says_what_falls_short(
    limits, lost, kept
):
    """The hip asks for 45 minutes a week at the least, the shoulder for twice 20: less."""
    notes = plan_for(HIP, SHOULDER, preferences=limits).load.notes
    (cause,) = [one for one in notes if "is out of reach" in one and lost in one]
    assert "once a week for 45 minutes" in cause
    assert kept not in cause


def test_everything_that_falls_short_is_listed():
    tight = {"session_minutes": 30, "sessions_per_week_max": 0.5, "session_price": 100}
    plan = plan_for(NECK, preferences={**tight, "monthly_budget": 300})
    assert any(
        "the budget, the number of sessions a week and the length of a session" in note
        for note in plan.load.notes
    )


def test_what_is_just_in_reach_is_not_called_short():
    enough = {"session_minutes": 60, "sessions_per_week_max": 2}
    plan = plan_for(NECK, preferences=enough)
    assert not plan.massage.below_tested
    assert (plan.massage.phases[0].sessions_per_week, plan.massage.phases[0].minutes) == (2.0, 60)


def test_the_weaker_tested_way_of_several_sources_is_the_longest_of_them():
    plan = plan_for(NECK, "tension-type-headache", preferences={"sessions_per_week_max": 1})
    (start,) = plan.massage.phases
    assert (start.weeks, start.sessions_per_week, start.minutes) == (10, 1.0, 60)
    assert MOST_IN_REACH not in {one.says for one in plan.massage.dose_why}


def test_with_less_than_the_weaker_tested_way_nothing_is_called_tested():
    plan = plan_for(NECK, preferences={"sessions_per_week_max": 0.5})
    (start,) = plan.massage.phases
    assert start.sessions_per_week == 0.5
    assert plan.massage.dose_why[0].says == MOST_IN_REACH
    assert plan.massage.dose_why[0].certainty is Certainty.CONVENTION


@pytest.mark.parametrize(
    ("budget", "often"), [(80, 0.25), (79, None), (160, 0.5), (159, 0.25), (320, 1.0), (319, 0.5)]
)
def test_money_buys_an_ordinary_frequency_or_none(budget, often):
    """80 a session: what a calendar month pays for, 1, 2 or 4 visits, is how often there is one."""
    plan = plan_for(BACK, preferences={"session_price": 80, "monthly_budget": budget})
    if often is None:
        assert plan.massage is None
        assert NOT_ONE in plan.load.notes
    else:
        assert plan.massage.phases[0].sessions_per_week == often


def test_less_than_the_upper_end_is_said_where_the_tested_dose_is_still_reached():
    severe = {"severity": {"average": 8}}
    plan = plan_for(NECK, **severe, preferences={"sessions_per_week_max": 2})
    assert any(
        "allows 2 times a week instead of 3 times a week" in note for note in plan.load.notes
    )
    assert not any("instead of" in note for note in plan_for(NECK, **severe).load.notes)


@pytest.mark.parametrize(
    ("wishes", "often", "minutes"),
    [
        ({"session_price": 80, "monthly_budget": 160}, 0.5, None),
        ({"session_price": 80, "monthly_budget": 160, "sessions_per_week_max": 0.25}, 0.25, None),
        ({"sessions_per_week_max": 2, "session_minutes": 45}, 2.0, 45),
        ({"monthly_budget": 160}, 3.0, None),
        ({}, 3.0, None),
    ],
)
def test_what_can_be_reached_is_the_tighter_of_time_and_money(wishes, often, minutes):
    intake = client(BACK, preferences=wishes)
    found = reach(Case(intake, screen(intake, KNOWN), KNOWN))
    assert (found.sessions_per_week, found.minutes) == (often, minutes)


@pytest.mark.parametrize(
    ("pain", "average", "often"),
    [
        ("myofascial-pain", 3, 1.0),  # tested with one or two a week
        ("myofascial-pain", 5, 1.0),
        ("myofascial-pain", 7, 2.0),
        ("desk-posture-pain", 3, 0.5),  # usual: every one or two weeks
        ("desk-posture-pain", 5, 1.0),
    ],
)
def test_severe_pain_takes_the_upper_end_and_moderate_pain_does_up_to_once_a_week(
    pain, average, often
):
    (start, *_) = plan_for(pain, severity={"average": average}).massage.phases
    assert start.sessions_per_week == often


def test_days_that_are_enough_are_no_reason_why_a_dose_is_out_of_reach():
    poor = {"days": ["mon", "thu"], "monthly_budget": 60, "session_price": 60}
    plan = first_visit(client_with("neck-pain", preferences=poor), load())
    (told,) = [one for one in plan.load.notes if "is out of reach of" in one]
    assert told.endswith("out of reach of the budget.")


def test_a_limit_that_leaves_the_whole_dose_is_no_reason_why_it_is_out_of_reach():
    """Sciatica is worked at most once a week, which is as often as its dose asks for."""
    poor = {"monthly_budget": 120, "session_price": 60}
    plan = plan_for("sciatica", preferences=poor)
    assert plan.limits.sessions_per_week == 1
    (told,) = [one for one in plan.load.notes if "is out of reach of" in one]
    assert told.endswith("(once a week for 30 minutes) is out of reach of the budget.")


@pytest.mark.parametrize("pain", [BACK, NECK, SHOULDER, "fibromyalgia", "tension-type-headache"])
def test_a_pain_of_a_month_gets_one_block_and_a_review_and_a_lasting_one_tapers(pain):
    def massage(months):
        told = [{"condition": pain, "months": months, "assessed": True}]
        return first_visit(client_with(pain, pain=told), KNOWN).massage

    new, lasting = massage(1), massage(18)
    assert [one.name for one in new.phases] == ["start"]
    assert new.after.startswith("Then review before going on.")
    assert [one.name for one in lasting.phases] == ["start", "consolidate"]
