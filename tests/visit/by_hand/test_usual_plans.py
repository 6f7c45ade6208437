"""A plan kept to begin others from: edits as data, asked anew of each client's own limits."""

import pytest

from planner.knowledge import load
from planner.model.edits import OwnTask
from planner.model.ids import LineId
from planner.model.practice.usual_plan import UsualPlan, UsualPlans, read_usual_plans
from planner.model.vocabulary import Answer, Change, Intensity, Pressure
from planner.visit.by_hand.giving_way import for_another_place, gave_way
from planner.visit.by_hand.swapping import lines_in
from planner.visit.draft import saying
from planner.visit.interview import interview
from planner.visit.said import edits
from planner.visit.said.usual import begun_from, kept_as
from tests.visit.drafts import draft_with

LOW_BACK, NECK = "low-back-pain", "neck-pain"
OF_THE_BACK = LineId("stretching:lower-back:knee-to-chest")
WALKING = LineId("aerobic:any:walking")
OWN = OwnTask(name="Treadmill after lunch", words="slowly", minutes=15, picture="of-this-client")


def edited(draft):
    """A plan that was worked on by hand."""
    draft = edits.edited(draft, LineId("yoga"), Change.ADD, "she has a class nearby")
    draft = edits.set_values(draft, LineId("massage"), minutes=45, sessions_per_week=1)
    draft = edits.set_values(draft, LineId("swedish"), pressure=Pressure.MODERATE,
                             regions=("lower_back_left",))  # fmt: skip
    draft = edits.edited(draft, OF_THE_BACK, Change.ADD)
    draft = edits.with_own(draft, OWN)
    return edits.with_way(draft, Intensity.LIGHT)


@pytest.fixture(scope="module")
def usual():
    return kept_as(edited(draft_with(LOW_BACK)), "Low back, weekly")


def of(usual, line, change):
    return next(one for one in usual.edits if one.line == line and one.change is change)


def test_it_keeps_what_the_hand_did_and_nothing_of_the_client(usual):
    assert usual.conditions == (LOW_BACK,)
    assert of(usual, "massage", Change.SET).values.minutes == 45
    assert of(usual, "swedish", Change.SET).values.said == ("pressure",)
    assert of(usual, "yoga", Change.ADD).words == ""
    assert of(usual, "own:1", Change.ADD).own.picture == ""
    text = UsualPlans(plans=(usual,)).model_dump_json(exclude_unset=True)
    for told in ("T.T.", "lower_back_left", "nearby", "of-this-client"):
        assert told not in text
    assert read_usual_plans(text, load().known_ids).plans == (usual,)


def test_the_next_client_gets_it_as_one_step(usual):
    before = draft_with(LOW_BACK)
    begun = begun_from(before, usual, load())
    assert begun.elsewhere == ()
    assert begun.draft.edits == usual.edits
    assert begun.draft.preferences.way is Intensity.LIGHT
    assert edits.undone_last(begun.draft).edits == ()


def test_what_the_next_client_wishes_stands(usual):
    wished = UsualPlan(**{**dict(usual), "wished": usual.wished.having(session_minutes=90)})
    said = draft_with(LOW_BACK)
    said = saying(said, preferences=said.preferences.having(session_minutes=30))
    assert begun_from(said, wished, load()).draft.preferences.session_minutes == 30
    assert begun_from(draft_with(LOW_BACK), wished, load()).draft.preferences.session_minutes == 90


def test_for_another_place_its_own_tasks_stay_behind_and_are_named(usual):
    begun = begun_from(draft_with(NECK), usual, load())
    assert begun.elsewhere == (OF_THE_BACK,)
    assert OF_THE_BACK not in edits.edited_lines(begun.draft)
    assert "massage" in edits.edited_lines(begun.draft)
    (told,) = for_another_place(begun.elsewhere, load())
    assert told.name == load().self_care[OF_THE_BACK].name


def test_own_tasks_never_take_the_number_of_another(usual):
    own = edits.with_own(draft_with(LOW_BACK), OWN.having(name="Stairs"))
    begun = begun_from(own, usual, load()).draft
    names = {one.line: one.own.name for one in begun.edits if one.own}
    assert names == {"own:1": "Stairs", "own:2": "Treadmill after lunch"}


def answered(draft, **said):
    """Everybody's questions answered no, but for these."""
    found = interview(draft, load())
    every = {row.id: Answer.NO for group in found.asked for row in group.questions}
    yes = {row.replace("_", "-"): Answer(answer) for row, answer in said.items()}
    return saying(draft, answers={**every, **yes})


def test_what_the_limits_of_the_next_client_do_not_leave_gives_way_with_its_reason():
    focal = edits.edited(draft_with(LOW_BACK), LineId("deep-tissue"), Change.ADD)
    focal = edits.set_values(focal, LineId("massage"), minutes=90)
    usual = kept_as(focal, "Firm and long")
    thin = begun_from(answered(draft_with(LOW_BACK), p_anticoagulant="yes"), usual, load()).draft
    found = interview(thin, load())
    assert "deep-tissue" not in lines_in(found.plan)
    told = {one.name: one.why for one in gave_way(found, load())}
    assert "Deep tissue massage" in told
    assert told["Deep tissue massage"]


def test_a_value_that_is_cut_is_named_with_what_cuts_it():
    usual = kept_as(edits.set_values(draft_with(LOW_BACK), LineId("massage"), minutes=90), "Long")
    frail = begun_from(answered(draft_with(LOW_BACK), p_frailty="yes"), usual, load()).draft
    found = interview(frail, load())
    assert found.plan.massage.phases[0].minutes < 90
    assert [one.name for one in gave_way(found, load())] == ["Massage"]


def test_where_nothing_gives_way_nothing_is_said():
    usual = kept_as(edits.set_values(draft_with(LOW_BACK), LineId("massage"), minutes=45), "Short")
    found = interview(begun_from(draft_with(LOW_BACK), usual, load()).draft, load())
    assert gave_way(found, load()) == ()


def test_a_name_is_there_once(usual):
    plans = UsualPlans().keeping(usual).keeping(usual)
    assert len(plans.plans) == 1
    assert plans.without(usual.name).plans == ()
