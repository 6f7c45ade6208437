"""The next plan: nothing that was avoided, removed or declined comes back, whatever is decided."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exports.paper.client_page import client_page
from planner.model.edits import Edit
from planner.model.follow_up import FollowUp
from planner.model.plan import Plan, read_plan
from planner.model.review import Review
from planner.model.vocabulary import (
    Answer,
    Change,
    Clearance,
    ExerciseBan,
    ExerciseTag,
    Pressure,
    Role,
    Use,
)
from planner.review.today import screened
from planner.safety.limits import client_limits
from planner.safety.restrictions import Restrictions
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import answered_no, client_with, examples, sample
from tests.review.conftest import (
    KNOWN,
    SHAPES,
    all_no,
    asked,
    diary_of,
    plan_of,
    reviewed,
    shaped,
    wave,
)
from tests.review.plans import BACK, PAST, plan_named

PLANS = (
    BACK, "fibromyalgia-poor-sleep", "knee-anticoagulant", "migraine-no-needles",
    "neck-small-budget", "three-sources", "sciatica", "temporomandibular-disorder",
    "neuropathic-pain", "hip-osteoarthritis", *PAST,
)  # fmt: skip
SAID_TODAY = {**KNOWN.precautions, **KNOWN.red_flags}


def lines(plan: Plan, with_reserve: bool = False) -> set[str]:
    """Everything a plan has somebody do."""
    techniques = plan.massage.techniques if plan.massage else ()
    found = {one.id for part in (techniques, plan.complementary, plan.self_care) for one in part}
    if with_reserve:
        found |= {one.id for one in (*plan.reserve.techniques, *plan.reserve.exercises)}
    return found


@st.composite
def facts_of(draw) -> FollowUp:
    """Anything that may be said at a review."""
    maybe = st.none()
    facts = {
        "sessions": draw(maybe | st.fixed_dictionaries({"done": st.integers(0, 14)})),
        "self_care": draw(maybe | st.fixed_dictionaries({"done": st.integers(0, 7)})),
        "long_flares": draw(maybe | st.integers(0, 3)),
        "overall": draw(maybe | st.sampled_from(["much improved", "no change", "much worse"])
                        .map(lambda label: {"label": label})),
        "reach": draw(maybe | st.just({"sessions_per_week": 3.0})),
        "goals": draw(st.lists(st.integers(0, 10), max_size=2)
                      .map(lambda now: [{"goal": "walk", "before": 3, "now": n} for n in now])),
        "answers": draw(st.dictionaries(st.sampled_from(sorted(SAID_TODAY)),
                                        st.sampled_from(["yes", "unsure", "no"]), max_size=2)),
    }  # fmt: skip
    return asked(**{key: said for key, said in facts.items() if said is not None})


any_review = given(st.sampled_from(PLANS), st.sampled_from(sorted(SHAPES)), facts_of())


@cache
def named(name: str) -> Plan:
    return plan_named(name)


@examples(150)
@any_review
def test_the_next_plan_is_made_of_the_last_one_and_its_reserve(name, shape, facts):
    last = named(name)
    found = reviewed(last, shaped(shape, last), facts).next_plan
    assert lines(found, with_reserve=True) <= lines(last, with_reserve=True)
    assert found.massage is None or last.massage is not None
    if found.massage:
        assert set(last.massage.avoid_regions) <= set(found.massage.avoid_regions)
        techniques = (*last.massage.techniques, *last.reserve.techniques)
        allowed = {(one.id, region) for one in techniques for region in one.regions}
        firmest = {one.id: max(o.pressure.rank for o in techniques if o.id is one.id)
                   for one in techniques}  # fmt: skip
        for one in found.massage.techniques:
            assert {(one.id, region) for region in one.regions} <= allowed
            assert one.pressure.rank <= firmest[one.id]
        assert [one.role for one in found.massage.techniques].count(Role.MAIN) == 1
    assert {one.id for one in last.reasons} <= {one.id for one in found.reasons}
    left_out = [one.id for one in found.not_chosen]
    assert lines(found).isdisjoint(left_out)
    assert len(left_out) == len(set(left_out))


@examples(40)
@any_review
def test_the_same_input_gives_the_same_answer_and_goes_through_json(name, shape, facts):
    last = named(name)
    found = reviewed(last, shaped(shape, last), facts)
    assert found == reviewed(last, shaped(shape, last), facts)
    assert Review.model_validate_json(found.model_dump_json()) == found
    assert read_plan(found.next_plan.model_dump_json(), KNOWN.known_ids) == found.next_plan


@examples(40)
@any_review
def test_a_next_plan_can_be_reviewed_in_its_turn(name, shape, facts):
    last = named(name)
    second = reviewed(last, shaped(shape, last), facts).next_plan
    third = reviewed(second, shaped(shape, last)).next_plan
    assert third.began == second.began == last.began
    assert lines(third, with_reserve=True) <= lines(second, with_reserve=True)


@examples(40)
@any_review
def test_everything_the_next_plan_cites_is_in_its_list_of_sources(name, shape, facts):
    last = named(name)
    found = reviewed(last, shaped(shape, last), facts)
    listed = {one.id for one in found.next_plan.sources}
    parts = found.next_plan.model_dump(mode="json", exclude={"sources", "reserve"})
    assert cited_in(parts) <= listed
    assert {one for reason in found.reasons for one in reason.sources} == {
        one.id for one in found.sources
    }


def cited_in(part) -> set[str]:
    if isinstance(part, dict):
        own = set(part.get("sources", ()))
        return own.union(*(cited_in(one) for one in part.values()))
    return set().union(*map(cited_in, part)) if isinstance(part, list | tuple) else set()


# What today's answers take away


@pytest.mark.parametrize("row", sorted(KNOWN.precautions))
def test_an_answer_of_today_takes_away_what_its_table_forbids(row):
    last = plan_of("three-sources")
    facts = asked(answers={row: "yes"})
    found = reviewed(last, shaped("as before", last), facts).next_plan
    table = KNOWN.precautions[row]
    assert all(
        table.techniques[one.id] is not Use.AVOID or KNOWN.follow_ups_of.get(row)
        for one in (found.massage.techniques if found.massage else ())
    )
    for one in found.complementary:
        assert table.therapies.get(KNOWN.therapies[one.id].column) is not Use.AVOID
    for task in found.self_care:
        known = KNOWN.self_care[task.id]
        assert table.therapies.get(known.column) is not Use.AVOID
        assert row not in known.not_with


@pytest.mark.parametrize(
    "name",
    [
        "three-sources",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("fibromyalgia-poor-sleep", BACK)),
    ],
)
@pytest.mark.parametrize("row", sorted(KNOWN.precautions))
def test_with_the_intake_no_line_stands_that_a_first_visit_would_forbid(row, name):
    intake, last = sample(name), plan_of(name)
    facts = asked(answers={row: "yes"})
    found = reviewed(last, shaped("as before at week 6", last), facts, intake=intake).next_plan
    told = intake.model_copy(update={"answers": {**intake.answers, row: Answer.YES}})
    limits = Restrictions(told, screen(told, KNOWN), KNOWN)
    caps = client_limits(told, screen(told, KNOWN).active, KNOWN)
    for one in found.massage.techniques if found.massage else ():
        for region in one.regions:
            assert limits.of_technique(one.id, region).use is not Use.AVOID
        assert all(caps.at(here).leaves(one.pressure) for here in one.regions)
    for one in found.complementary:
        column = KNOWN.therapies[one.id].column
        assert limits.of_therapy(column, ()).use is not Use.AVOID


def test_light_pressure_asked_for_today_holds_in_the_next_plan():
    last = plan_of(BACK)
    found = reviewed(last, shaped("fell", last), asked(answers={"p-anticoagulant": "yes"}))
    assert all(one.pressure is Pressure.LIGHT for one in found.next_plan.massage.techniques)
    row = KNOWN.precautions["p-anticoagulant"]
    assert any(row.label in said or row.says in said for said in found.changes)


def test_a_clinicians_one_and_a_half_times_a_week_is_told_as_it_is_laid():
    wishes = {"session_price": 60, "days": ["mon", "thu"]}
    answer = {
        "for": "p-heart-failure-stable", "by": "Dr Day", "on": "2026-11-20",
        "bounds": {"sessions_per_week": 1.5},
    }  # fmt: skip
    last = first_visit(client_with("neck-pain", preferences=wishes), KNOWN)
    assert last.massage.phases[0].sessions_per_week == 2
    intake = client_with(
        "neck-pain",
        preferences=wishes,
        answers={"p-heart-failure-stable": "yes"},
        clearances=[answer],
    )
    facts = all_no(last, asked(on="2026-11-30", answers={"p-heart-failure-stable": "yes"}))
    plan = reviewed(last, shaped("as before", last), facts, intake=intake).next_plan
    assert plan.clearance is Clearance.ADJUST
    assert {one.sessions_per_week for one in plan.massage.phases} == {1}


def test_thin_bones_told_of_today_are_minded_in_what_is_still_done_at_home():
    last = plan_of("low-back-pain")
    facts = asked(answers={"p-osteoporosis": "yes"})
    found = reviewed(last, shaped("fell a little", last), facts).next_plan
    before, now = ({one.id: one for one in of.self_care} for of in (last, found))
    walking = "aerobic:any:walking"
    assert not before[walking].cautions
    told = " ".join(now[walking].cautions)
    assert KNOWN.precautions["p-osteoporosis"].label in told
    assert "no bending forward or twisting under load" in told
    read = next(one for one in client_page(found, KNOWN).home if one.id == walking)
    assert "do half as much of this one at first" in read.care


def test_what_was_minded_at_home_since_the_first_visit_is_minded_still_without_the_intake():
    last = first_visit(client_with("low-back-pain", answers={"p-osteoporosis": "yes"}), KNOWN)
    found = reviewed(last, shaped("fell a little", last), all_no(last)).next_plan
    before, now = ({one.id: one.cautions for one in of.self_care} for of in (last, found))
    assert before["aerobic:any:walking"]
    assert now == before


def test_what_was_cleared_or_marked_before_is_not_read_afresh_without_the_intake():
    """A precaution marked at one calf keeps to that calf at the review."""
    varicose = {"p-varicose-veins": ["calf_left"]}
    intake = client_with("low-back-pain", answers={"p-varicose-veins": "yes"}, where=varicose)
    last = first_visit(intake, KNOWN)
    found = reviewed(last, shaped("as before", last), all_no(last)).next_plan
    assert found.massage.techniques == last.massage.techniques
    assert found.clearance is last.clearance


def test_a_declined_therapy_and_a_line_taken_out_since_then_are_gone():
    intake = sample("three-sources")
    last = first_visit(intake, KNOWN)
    wishes = intake.preferences.model_copy(update={"therapies_declined": ("tai-chi",)})
    task = last.self_care[0].id
    edits = (Edit(line=task, change=Change.REMOVE, words="no time"),)
    intake = intake.model_copy(update={"preferences": wishes, "edits": edits})
    found = reviewed(last, shaped("fell a little", last), intake=intake)
    assert {"tai-chi", task} <= lines(last)
    assert {"tai-chi", task}.isdisjoint(lines(found.next_plan))
    told = {row.id: row.why for row in found.side_by_side if row.difference == "gone"}
    assert "declined" in told["tai-chi"]
    assert "no time" in told[task]


def test_what_the_therapist_put_in_goes_when_todays_answers_keep_it_away():
    put_in = (Edit(line="deep-tissue", change=Change.ADD),)
    intake = sample(BACK).replaced(edits=put_in)
    last = first_visit(intake, KNOWN)
    facts = asked(answers={"p-anticoagulant": "yes"})
    found = reviewed(last, shaped("fell a little", last), facts, intake=intake)
    assert "deep-tissue" in lines(last)
    assert "deep-tissue" not in lines(found.next_plan)


def test_a_flag_of_today_leaves_no_plan_of_any_kind():
    last = plan_of(BACK)
    found = reviewed(last, shaped("fell", last), asked(answers={"rf-cauda-equina": "yes"}))
    plan = found.next_plan
    assert plan.clearance is Clearance.EMERGENCY
    assert (plan.massage, plan.complementary, plan.self_care, plan.measures) == (None, (), (), None)
    assert "rf-cauda-equina" in {one.id for one in plan.reasons}


def test_a_stop_at_a_review_is_no_draft():
    last = plan_of(BACK)
    facts = asked(answers={"rf-cauda-equina": "yes"})
    stopped = reviewed(last, shaped("fell", last), facts).next_plan
    assert stopped.stops_everything
    assert not stopped.draft


def test_a_clear_worsening_holds_the_massage_until_a_clinician_has_looked():
    last = plan_of(BACK)
    plan = reviewed(last, shaped("rose", last), all_no(last)).next_plan
    assert (plan.massage, plan.clearance) == (None, Clearance.HOLD)
    assert plan.reasons[0].id == "clear-worsening"
    assert {one.id for one in plan.self_care} == {one.id for one in last.self_care}


def test_until_the_short_screen_is_answered_the_next_plan_is_a_draft():
    last = plan_of(BACK)
    open_ones = reviewed(last, shaped("fell", last)).next_plan
    answered = reviewed(last, shaped("fell", last), all_no(last)).next_plan
    assert (open_ones.clearance, open_ones.draft) == (Clearance.ASK, True)
    assert open_ones.unanswered[0] == "rf-adverse-reaction-post-massage"
    assert (answered.clearance, answered.draft, answered.unanswered) == (
        Clearance.PROCEED, False, ()
    )  # fmt: skip


@pytest.mark.parametrize(
    "ban", [ExerciseTag.STANDING_BALANCE, ExerciseTag.HEAVY_LOAD, ExerciseBan.ANY]
)
def test_without_the_intake_what_the_last_plan_keeps_away_stays_away(ban):
    """The bans of a plan that came without its intake, from this program or another."""
    plan = plan_of("neck-pain")
    barred = plan.limits.replaced(exercise_not=(ban,))
    found = reviewed(plan.replaced(limits=barred), shaped("fell a little", plan), all_no(plan))
    home = (*found.next_plan.self_care, *found.next_plan.reserve.exercises)
    assert any(_asks(one, ban) for one in (*plan.self_care, *plan.reserve.exercises))
    assert not [one.id for one in home if _asks(one, ban)]
    assert ban in found.next_plan.limits.exercise_not


def test_two_weak_flags_of_then_and_now_count_together_without_the_intake():
    then = {"p-cancer-remission": "yes", "p-anticoagulant": "yes"}
    last = first_visit(answered_no(client_with("low-back-pain", answers=then)), KNOWN)
    facts = asked(answers={"rf-night-pain-constant": "yes"})
    new = [one.id for one in screened(last, facts, last.on, KNOWN, None).new]
    assert "e-weak-flags" in new
    assert not {"p-cancer-remission", "p-anticoagulant"} & {*new}
    both = {"rf-night-pain-constant": "yes", "rf-unexplained-weight-loss": "yes"}
    today = [one.id for one in screened(last, asked(answers=both), last.on, KNOWN, None).new]
    assert today.count("e-weak-flags") == 1


def test_a_pain_source_without_an_end_of_its_own_has_none_after_some_visits_either():
    plan = plan_of("low-back-pain")
    assert KNOWN.judging["low-back-pain"].most_sessions is None
    had = tuple(one.on for one in plan.visits[:3])
    diary = diary_of(wave(6, 28), wave(5.5, 28), had, began=plan.began)
    (judged,) = reviewed(plan, diary, all_no(plan)).next_plan.measures.judging
    assert judged.visit > len(had)
    assert judged.ends_on is None


def fond_of_music():
    """The plan of a client who walks, relaxes, listens to music and sees a physiotherapist."""
    wishes = {"therapies_interested": ["music"]}
    return first_visit(client_with("low-back-pain", preferences=wishes), KNOWN)


@pytest.mark.parametrize(
    ("shape", "said"),
    [("fell a little", ", from when it began"), ("as before at week 10", ": over by now")],
)
def test_a_course_of_weeks_does_not_start_again_and_what_has_no_end_goes_on(shape, said):
    last = fond_of_music()
    found = reviewed(last, shaped(shape, last), all_no(last)).next_plan
    before, now = ({one.id: one.how_often for one in of.complementary} for of in (last, found))
    assert now["physical-therapy"] == before["physical-therapy"] + said
    assert now["music"] == before["music"]


def test_walking_grows_from_week_to_week_after_a_review_and_relaxation_as_it_suits():
    last = fond_of_music()
    found = reviewed(last, shaped("fell a little", last), all_no(last)).next_plan
    walking, relaxing = (
        next(one for one in found.self_care if one.id == name)
        for name in ("aerobic:any:walking", "relaxation")
    )
    assert "Add a few minutes each week, up to 30 minutes" in walking.dose
    assert "each week" not in relaxing.dose
    assert "up to 10 minutes" in relaxing.dose


def test_a_ban_of_one_place_is_told_still_without_the_intake_that_says_which():
    plan = plan_of("neck-pain")
    barred = plan.limits.replaced(exercise_not=(ExerciseBan.THIS_PLACE,))
    found = reviewed(plan.replaced(limits=barred), shaped("fell a little", plan), all_no(plan))
    assert ExerciseBan.THIS_PLACE in found.next_plan.limits.exercise_not


def _asks(one, ban):
    known = KNOWN.self_care[one.id]
    return ban in known.tags or (ban is ExerciseBan.ANY and KNOWN.kinds[known.kind].moves)
