"""Plans a senior therapist would sign: the dose is the condition's, nothing avoided appears."""

import re

import pytest

from planner.exports.paper.client_page import BELOW_TESTED, client_page
from planner.exports.paper.sheet.places import place_rows
from planner.knowledge import load
from planner.model.change import aim as target
from planner.model.vocabulary import Certainty, Pressure, PressureLimit, Stance, Technique
from planner.visit.main_line import first_visit
from planner.words.languages import language
from planner.words.saying import in_language
from tests.conftest import client_with, sample

CONDITIONS = sorted(load().conditions)
HEEL = "plantar-heel-pain"


def plan_for(condition, *regions, **changes):
    return first_visit(client_with(condition, *regions, **changes), load())


def sample_plan(name):
    return first_visit(sample(name), load())


def techniques(plan):
    return [one.id for one in plan.massage.techniques] if plan.massage else []


def ids(lines):
    return [one.id for one in lines]


def why_not(plan, key):
    return next(one for one in plan.not_chosen if one.id == key)


# Six people


def test_low_back_with_nothing_flagged_gets_the_tested_ten_weekly_hours():
    plan = sample_plan("low-back-nothing-flagged")
    start, consolidate = plan.massage.phases
    assert plan.clearance == "proceed"
    assert techniques(plan)[0] == "swedish"
    assert (start.weeks, start.sessions_per_week, start.minutes) == (10, 1.0, 60)
    assert consolidate.sessions_per_week == 0.5
    assert "aerobic:any:walking" in ids(plan.self_care)
    assert "physical-therapy" in ids(plan.complementary)
    assert plan.measures.target.average == 4.0


def test_a_neck_with_too_small_a_budget_is_told_what_is_lost():
    plan = sample_plan("neck-small-budget")
    (start,) = plan.massage.phases
    assert start.sessions_per_week == 0.5
    assert plan.load.cost_per_month <= 100
    assert any("no better than a waiting list" in note for note in plan.load.notes)
    assert any("out of reach of the budget" in note for note in plan.load.notes)
    assert "strengthening:neck:band-raise" in ids(plan.self_care)


def test_what_is_lost_stands_with_the_dose_and_is_told_to_the_client_in_plain_words():
    plan = sample_plan("neck-small-budget")
    assert plan.massage.below_tested
    assert any("no better than a waiting list" in note for note in plan.massage.dose_notes)
    assert BELOW_TESTED in client_page(plan, load()).massage
    assert not sample_plan("low-back-nothing-flagged").massage.below_tested


def test_a_side_marked_at_one_place_is_not_spread_to_the_others():
    plan = plan_for("neck-pain", "neck_back_left", "neck_back_right", "shoulder_back_right")
    for one in plan.massage.techniques:
        assert "shoulder_back_left" not in one.regions


def test_fibromyalgia_with_poor_sleep_starts_light_and_short_and_looks_at_sleep():
    plan = sample_plan("fibromyalgia-poor-sleep")
    main = plan.massage.techniques[0]
    assert main.id == "myofascial-release"
    assert main.pressure is Pressure.LIGHT
    assert plan.massage.phases[0].minutes == 30
    assert plan.massage.phases[0].weeks >= 5
    assert "sleep" in ids(plan.self_care)
    assert "tai-chi" in ids(plan.complementary)
    assert "48 hours" in plan.measures.stop_rule


def test_a_knee_on_a_blood_thinner_gets_light_swedish_and_no_needle_in_the_muscle():
    plan = sample_plan("knee-anticoagulant")
    assert techniques(plan) == ["swedish"]
    assert plan.massage.techniques[0].pressure is Pressure.LIGHT
    assert (plan.massage.phases[0].weeks, plan.massage.phases[0].minutes) == (8, 60)
    assert "dry-needling" not in ids(plan.complementary)
    assert plan.massage.techniques[0].why[0].stance is Stance.CONFLICTING
    assert any(one.id == "p-anticoagulant" for one in plan.reasons)


def test_migraine_without_needles_is_offered_neither_kind_of_needle():
    plan = sample_plan("migraine-no-needles")
    assert {"acupuncture", "dry-needling"}.isdisjoint(ids(plan.complementary))
    assert why_not(plan, "acupuncture").why == "The client declined it."
    assert "headache-diary" in ids(plan.self_care)
    assert plan.massage.phases[0].sessions_per_week == 1.0


def test_three_sources_share_the_programme_of_the_one_whose_sessions_were_tested():
    """Back: tested weekly for 10 weeks, then every 2 weeks; the shoulder's usual 2 a week waits."""
    plan = sample_plan("three-sources")
    often = [(one.weeks, one.sessions_per_week, one.minutes) for one in plan.massage.phases]
    assert often == [(10, 1.0, 60), (6, 0.5, 60)]
    assert "trigger-point" not in techniques(plan)
    covered = {region for one in plan.massage.techniques for region in one.regions}
    assert {"lower_back_right", "shoulder_back_right", "knee_front_right"} <= covered
    assert len(plan.self_care) <= 5


def test_beside_fibromyalgia_another_pain_gets_no_long_session_at_the_start():
    pain = [{"condition": one, "months": 18} for one in ("low-back-pain", "fibromyalgia")]
    plan = plan_for("low-back-pain", pain=pain)
    assert {one.minutes for one in plan.massage.phases} == {30}
    assert all(one.sessions_per_week <= 2 for one in plan.massage.phases)
    assert plan.massage.below_tested  # of the back, for which an hour was tested


# Every condition


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_dose_is_the_conditions(condition):
    knowledge = load()
    start = plan_for(condition).massage.phases[0]
    dose = knowledge.doses[condition]["start"]
    assert dose.weeks[0] <= start.weeks <= dose.weeks[1]
    assert dose.sessions_per_week[0] <= start.sessions_per_week <= dose.sessions_per_week[1]
    assert dose.minutes[0] <= start.minutes <= dose.minutes[1]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_main_technique_is_one_of_the_first_rank(condition):
    main = plan_for(condition).massage.techniques[0]
    assert load().condition_techniques[condition][main.id].rank == 1


@pytest.mark.parametrize("condition", CONDITIONS)
def test_there_is_exercise_at_home_and_little_enough_of_it(condition):
    plan = plan_for(condition, preferences={"self_care_minutes_per_day": 20})
    kinds = {one.id.split(":")[0] for one in plan.self_care}
    assert kinds & {"aerobic", "strengthening", "stretching", "mobility"}
    assert len(plan.self_care) <= 5
    assert sum(one.minutes * one.days_per_week for one in plan.self_care) <= 20 * 7


@pytest.mark.parametrize("condition", CONDITIONS)
def test_nothing_that_is_advised_against_is_proposed(condition):
    wanted = ["tens", "biofeedback", "spinal-manipulation", "acupuncture", "dry-needling"]
    plan = plan_for(condition, preferences={"therapies_interested": wanted})
    stances = load().stances.get(condition, {})
    for one in ids(plan.complementary):
        assert one not in stances or stances[one].stance is not Stance.AGAINST


@pytest.mark.parametrize("condition", CONDITIONS)
def test_no_massage_line_claims_high_certainty(condition):
    plan = plan_for(condition)
    certainties = {why.certainty for one in plan.massage.techniques for why in one.why}
    assert Certainty.HIGH not in certainties


# Severity chooses within the range


@pytest.mark.parametrize(
    ("average", "sessions"), [(3, 0.5), (4, 1.0), (6, 1.0), (7, 1.0), (10, 1.0)]
)
def test_weekly_or_every_two_weeks_by_severity(average, sessions):
    plan = plan_for("musculoskeletal-pain", "elbow_back_left", severity={"average": average})
    assert plan.massage.phases[0].sessions_per_week == sessions
    assert any(one.certainty is Certainty.CONVENTION for one in plan.massage.dose_why)


@pytest.mark.parametrize(("average", "sessions"), [(6, 2.0), (7, 3.0)])
def test_severe_neck_pain_takes_the_upper_end_of_the_tested_range(average, sessions):
    plan = plan_for("neck-pain", severity={"average": average})
    assert plan.massage.phases[0].sessions_per_week == sessions


@pytest.mark.parametrize(
    ("limits", "lost"),
    [
        ({"session_minutes": 30}, "length of a session"),
        ({"sessions_per_week_max": 1}, "number of sessions a week"),
        ({"session_price": 100, "monthly_budget": 500}, "budget"),
    ],
)
def test_short_of_the_tested_neck_dose_the_plan_says_so(limits, lost):
    plan = plan_for("neck-pain", preferences=limits)
    assert any(lost in note for note in plan.load.notes)
    assert any("waiting list" in note for note in plan.load.notes)


def test_a_neck_that_can_come_weekly_for_an_hour_gets_the_weaker_tested_ten_weeks():
    plan = plan_for("neck-pain", preferences={"sessions_per_week_max": 1})
    (start,) = plan.massage.phases
    assert (start.weeks, start.sessions_per_week, start.minutes) == (10, 1.0, 60)
    assert any("neck-sherman-2009" in one.sources for one in plan.massage.dose_why)


def test_with_no_money_for_one_session_in_four_weeks_there_is_no_massage_and_a_word_of_it():
    plan = plan_for("low-back-pain", preferences={"session_price": 100, "monthly_budget": 50})
    assert plan.massage is None
    assert plan.self_care
    assert any("no massage" in note for note in plan.load.notes)


# Wishes


def test_a_liking_decides_between_equals_only():
    liked = {"techniques_liked": ["deep-tissue"]}
    assert techniques(plan_for("low-back-pain", preferences=liked))[0] == "deep-tissue"
    assert techniques(plan_for("knee-osteoarthritis", preferences=liked)) == ["swedish"]


def test_a_wish_for_firm_hands_brings_the_firmer_of_equals():
    plan = plan_for("low-back-pain", preferences={"pressure": "firm"})
    assert plan.massage.techniques[0].id is Technique.DEEP_TISSUE
    assert plan.massage.techniques[0].pressure is Pressure.FIRM


def test_what_is_declined_is_left_out_with_that_reason():
    plan = plan_for("low-back-pain", preferences={"techniques_declined": ["swedish"]})
    assert "swedish" not in techniques(plan)
    assert why_not(plan, "swedish").why == "The client declined it."


def test_a_place_the_client_wants_left_alone_is_left_alone():
    wish = {"regions_to_avoid": ["lower_back_left"]}
    plan = plan_for("low-back-pain", "lower_back_left", "lower_back_right", preferences=wish)
    touched = {region for one in plan.massage.techniques for region in one.regions}
    assert touched == {"lower_back_right"}
    assert "lower_back_left" in plan.massage.avoid_regions


def test_a_liking_brings_a_therapy_forward_but_never_lifts_an_against():
    wanted = {"therapies_interested": ["yoga", "tens"]}
    plan = plan_for("low-back-pain", preferences=wanted)
    assert ids(plan.complementary)[0] == "yoga"
    assert "advise against" in why_not(plan, "tens").why


@pytest.mark.parametrize(
    ("condition", "therapy", "only"),
    [("post-surgical-pain", "music", "Around the operation"),
     ("cancer-related-pain", "hypnosis", "pain of procedures")],
)  # fmt: skip
def test_what_was_found_for_a_rarer_case_is_named_and_not_proposed(condition, therapy, only):
    plan = plan_for(condition, preferences={"way": "full"})
    assert therapy not in ids(plan.complementary)
    assert only in why_not(plan, therapy).why


def test_heat_found_for_a_new_flare_is_no_task_for_a_long_lasting_back():
    plan = plan_for("low-back-pain", preferences={"self_care_minutes_per_day": 60})
    assert "heat" not in ids(plan.self_care)


def test_guidelines_that_disagree_are_printed_as_disagreeing():
    plan = plan_for("low-back-pain")
    acupuncture = next(one for one in plan.complementary if one.id == "acupuncture")
    assert acupuncture.why[0].stance is Stance.CONFLICTING
    assert "NICE NG59" in acupuncture.why[0].says


@pytest.mark.parametrize(
    "therapy", ["electroacupuncture", "hot-stone", "essential-oils", "cupping"]
)
def test_what_is_never_proposed_is_answered_when_asked_for(therapy):
    plan = plan_for("low-back-pain", preferences={"therapies_interested": [therapy]})
    assert therapy not in ids(plan.complementary)
    assert why_not(plan, therapy).why


def test_without_minutes_at_home_there_is_no_task_and_a_word_of_it():
    plan = plan_for("low-back-pain", preferences={"self_care_minutes_per_day": 0})
    assert plan.self_care == ()
    assert any("0 minutes a day" in note for note in plan.load.notes)


# Measures


@pytest.mark.parametrize(
    ("average", "aim"), [(10, 7.0), (6, 4.0), (4, 2.8), (3, 2.0), (2, 1.0), (1, 0.0), (0, 0.0)]
)
def test_the_target_is_thirty_percent_and_at_least_one_point_or_two_from_six_up(average, aim):
    assert target(average) == aim


def test_interference_is_the_mean_of_three_and_missing_when_one_is():
    full = plan_for("low-back-pain", severity={"average": 6, "enjoyment": 7, "activity": 6})
    part = plan_for("low-back-pain", severity={"average": 6, "enjoyment": 7})
    assert full.measures.baseline.interference == 6.3
    assert part.measures.baseline.interference is None


@pytest.mark.parametrize(
    ("condition", "day"),
    [("low-back-pain", 42), ("neck-pain", 38), ("knee-osteoarthritis", 28), ("shoulder-pain", 24)],
)
def test_the_review_is_on_the_judging_day_or_at_week_four_where_that_is_far(condition, day):
    plan = plan_for(condition)
    assert (plan.measures.review_on - plan.on).days == day
    assert plan.measures.review_on in {one.on for one in plan.visits if one.review}


def test_pain_of_under_three_months_is_planned_for_and_says_so():
    pain = [{"condition": "low-back-pain", "months": 1, "assessed": False}]
    plan = plan_for("low-back-pain", pain=pain)
    assert plan.massage is not None
    assert any("under 3 months" in point for point in plan.talk)
    assert any("No clinician has looked" in point for point in plan.talk)


def test_somewhere_else_says_that_little_is_known_for_this_place():
    plan = plan_for("musculoskeletal-pain", "elbow_back_right")
    assert any("Little is known" in point for point in plan.talk)
    assert plan.massage.techniques[0].regions == ("elbow_back_right",)


def test_what_is_worked_for_a_pain_of_one_side_is_worked_on_that_side():
    plan = first_visit(client_with("plantar-heel-pain", "foot_sole_right"), load())
    places = {region for one in plan.massage.techniques for region in one.regions}
    assert places == {"foot_sole_right", "calf_right"}


def test_a_limit_where_hands_are_laid_binds_the_plan_though_it_hurts_elsewhere():
    marked = {"answers": {"p-neuropathy": "yes"}, "where": {"p-neuropathy": ["calf_right"]}}
    plan = first_visit(client_with("plantar-heel-pain", "foot_sole_right", **marked), load())
    assert "calf_right" in {region for one in plan.massage.techniques for region in one.regions}
    assert ("calf_right", PressureLimit.LIGHT) in {
        (one.region, one.pressure) for one in plan.limits.regions
    }


@pytest.mark.parametrize(
    ("condition", "waits"),
    [
        ("neck-pain", ["Known spinal narrowing in the neck"]),
        ("low-back-pain", []),
        ("knee-osteoarthritis", []),
    ],
)
def test_only_what_hurts_waits_for_an_agreement_and_no_other_place_is_named(condition, waits):
    """Belly, groin and chest need one of anybody; a knee need not hear of it."""
    plan = plan_for(condition, answers={"p-cervical-stenosis-known": "yes"})
    said = [one for one in plan.load.notes if one.startswith("Not before an agreement")]
    assert [one.partition("): ")[2].rstrip(".") for one in said] == waits


@pytest.mark.parametrize(("answers", "most"), [({}, 0), ({"p-anticoagulant": "yes"}, 1)])
def test_hands_stay_at_every_place_within_the_discomfort_that_was_agreed_on(answers, most):
    """Two numbers are talked through: the lower is of the answers that ask for care."""
    plan = plan_for("low-back-pain", answers=answers)
    (agreed,) = [one for one in plan.talk if one.startswith("Agree on pressure")]
    of_ten = re.findall(r"at most (\d+) out of 10", agreed)
    assert of_ten == ["5", "3"]
    places = place_rows(plan, load())
    assert places
    assert all(one.firm.endswith(f"up to {of_ten[most]}/10") for one in places)


@pytest.mark.parametrize(
    ("wound", "worked_at"),
    [
        (["jaw_right", "jaw_left", "face_right", "face_left"], set()),
        (["jaw_right", "face_right", "face_left"], {"jaw", "neck", "shoulders"}),
    ],
)
def test_with_a_wound_wherever_the_jaw_hurts_nothing_is_worked_at_the_neck_in_its_place(
    wound, worked_at
):
    """The base knows a lesser technique for the jaw, away from it: at neck and shoulders."""
    marked = {"answers": {"p-open-wound-burn": "yes"}, "where": {"p-open-wound-burn": wound}}
    massage = plan_for("temporomandibular-disorder", **marked).massage
    regions = {region for one in massage.techniques for region in one.regions} if massage else set()
    assert {load().regions[one].zone for one in regions} == worked_at


@pytest.mark.parametrize("pains", [("low-back-pain", HEEL), (HEEL, "low-back-pain")])
def test_a_heel_that_the_main_technique_does_little_for_gets_its_own_and_not_one_more_for_the_back(
    pains,
):
    pain = [{"condition": one, "months": 18, "assessed": True} for one in pains]
    declined = {"techniques_declined": ["myofascial-release"]}
    plan = plan_for(pains[0], pain=pain, preferences=declined)
    assert techniques(plan) == ["swedish", "trigger-point"]
    assert plan.massage.techniques[1].regions == ("calf_left", "calf_right")


def test_a_technique_that_must_not_be_at_one_pain_alone_is_not_said_to_be_forbidden():
    """The letter to a provider names what must not be done at all."""
    both = [
        {"condition": one, "months": 18, "assessed": True} for one in ("low-back-pain", "neck-pain")
    ]

    def left_out(where):
        marked = {"answers": {"p-crps": "yes"}, "where": {"p-crps": where}}
        plan = first_visit(client_with("low-back-pain", pain=both, **marked), load())
        return {one.id: one.must_not for one in plan.not_chosen}

    back, neck = (load().usual_regions(one) for one in ("low-back-pain", "neck-pain"))
    assert left_out(back)["deep-tissue"] is False
    assert left_out([*back, *neck])["deep-tissue"] is True


def test_somebody_without_a_label_is_called_so_in_the_language_of_the_page():
    nobody = client_with("low-back-pain", client={"label": "Client", "age": 45})
    plan = in_language(first_visit(nobody, load()), language("es"))
    assert plan.client == "Cliente"
