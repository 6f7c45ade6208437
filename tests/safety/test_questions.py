"""Which questions are asked: those this client needs, in few groups, each answered by one tap."""

from collections import Counter
from functools import cache

import pytest

from planner.knowledge import load
from planner.model.vocabulary import Answer, Clearance, Scope
from planner.safety.asking.answers import answer_to, is_yes
from planner.safety.asking.questions import Group, applies, groups, none_of_these, questions
from planner.safety.screening import row_to_mark, screen
from tests.conftest import client_with

KNOWN = load()
CONDITIONS = sorted(KNOWN.conditions)
HEADACHES = ["tension-type-headache", "migraine"]
LEGS = ["knee-osteoarthritis", "plantar-heel-pain"]
FOR_HEADACHES = [row for row, one in KNOWN.rows.items() if one.section == "headaches"]
FOR_LEGS = ["rf-limb-threatening-ischaemia", "rf-claudication", "p-pad", "p-varicose-veins"]
FOR_EVERYONE = {
    "clots": ["rf-dvt", "rf-pe", "p-dvt-current", "p-dvt-recent", "p-vte-risk-elevated"],
    "cancer": ["rf-spinal-malignancy", "p-cancer-active", "p-cancer-remission"],
    "pregnancy": ["p-pregnancy-t1", "p-postpartum"],
    "medicines": ["p-anticoagulant", "p-antiplatelet", "p-steroid-long-term", "p-opioid-sedative"],
    "nerves": ["rf-cauda-equina", "rf-progressive-neuro-deficit", "rf-myelopathy", "rf-stroke-tia"],
    "mood": ["rf-suicidal", "rf-safeguarding"],
}


@cache
def asked(condition, *regions, **who):
    return {one.id for one in questions(adult(condition, *regions, **who), KNOWN)}


@cache
def adult(condition, *regions, age=45, visit="first"):
    """A client before any answer; an age of None is not given."""
    client = {"label": "T.T."} | ({} if age is None else {"age": age})
    return client_with(condition, *regions, client=client, visit=visit)


def before_any_answer(condition, *regions, **who):
    return adult(condition, *regions, **who).model_copy(update={"answers": {}})


@pytest.mark.parametrize("condition", HEADACHES)
def test_a_headache_is_not_asked_about_legs(condition):
    assert not asked(condition).intersection(FOR_LEGS)
    assert set(FOR_HEADACHES) - {"rf-ha-new-over-50", "rf-ha-neoplasm", "rf-ha-immune"} <= asked(
        condition
    )


@pytest.mark.parametrize("condition", LEGS)
def test_a_leg_is_not_asked_about_headaches_beyond_the_short_screen(condition):
    assert asked(condition).intersection(FOR_HEADACHES) == {"rf-ha-pattern-progressive"}
    assert set(FOR_LEGS) <= asked(condition)


@pytest.mark.parametrize("about", FOR_EVERYONE)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_some_questions_are_for_everyone(condition, about):
    told = {key for key, row in KNOWN.rows.items() if condition in row.told_by}
    assert set(FOR_EVERYONE[about]) - told <= asked(condition)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_typical_client_meets_at_most_eleven_groups(condition):
    assert len(groups(before_any_answer(condition), KNOWN)) <= 11


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize("regions", [(), tuple(KNOWN.regions)], ids=["usual", "everywhere"])
def test_no_list_is_too_long_to_read(condition, regions):
    for group in groups(before_any_answer(condition, *regions), KNOWN):
        headings = Counter(one.section for one in group.questions)
        assert max(headings.values()) <= 13, group.id
        assert len(group.questions) <= 12 or len(headings) > 1, group.id
        assert [*headings] == [one for one in KNOWN.groups[group.id].sections if one in headings]


def test_the_groups_come_in_their_own_order():
    order = [group.id for group in groups(before_any_answer("low-back-pain"), KNOWN)]
    assert order == [group for group in KNOWN.groups if group in order]


def test_labels_are_unique_and_of_three_to_eight_words():
    labels = [one.label for one in KNOWN.questions.values()]
    assert len(set(labels)) == len(labels)
    assert [label for label in labels if not 3 <= len(label.split()) <= 8] == []


@pytest.mark.parametrize("row", sorted(KNOWN.rows))
def test_a_question_is_asked_by_its_own_rule(row):
    """`always`, its conditions, its zones, or a yes to another row, which a pain may tell."""
    entry = KNOWN.rows[row]
    visit = "follow-up" if entry.at_review else "first"
    for condition in CONDITIONS:
        usual = KNOWN.regions_of(KNOWN.conditions[condition].hurts_at)
        zones = {KNOWN.regions[one].zone for one in usual}
        due = entry.always or condition in entry.conditions or zones.intersection(entry.zones)
        told = any(condition in KNOWN.rows[by].told_by for by in entry.after_yes)
        due = bool(due or told or entry.at_review) and not getattr(entry, "taken_over_from", "")
        due = due and condition not in entry.told_by
        intake = before_any_answer(condition, age=55, visit=visit)
        assert applies(entry, intake, KNOWN) == (due and row != "p-child"), condition


OPENED = [(row, by) for row, entry in KNOWN.rows.items() for by in entry.after_yes]


@pytest.mark.parametrize(("row", "by"), OPENED)
@pytest.mark.parametrize("answer", ["yes", "unsure", "no"])
def test_a_yes_opens_what_makes_it_matter(row, by, answer):
    age = 55 if KNOWN.rows[row].age_from else 30
    age = None if by == "p-child" else age
    intake = before_any_answer("temporomandibular-disorder", "jaw_left", age=age)
    closed = intake.model_copy(update={"answers": {by: Answer.NO}})
    opened = intake.model_copy(update={"answers": {by: Answer(answer)}})
    already = applies(KNOWN.rows[row], closed, KNOWN)
    assert applies(KNOWN.rows[row], opened, KNOWN) == (already or answer != "no")


# Age


@pytest.mark.parametrize("row", ["rf-gca", "rf-ha-new-over-50", "rf-pmr"])
@pytest.mark.parametrize(("age", "due"), [(49, False), (50, True), (None, True)])
def test_what_begins_at_fifty(row, age, due):
    condition = "neck-pain" if row == "rf-pmr" else "migraine"
    assert (row in asked(condition, age=age)) == due


@pytest.mark.parametrize(("age", "due"), [(59, True), (60, False), (None, True)])
def test_pregnancy_is_asked_while_it_can_apply(age, due):
    assert ("p-pregnancy-t1" in asked("low-back-pain", age=age)) == due


@pytest.mark.parametrize(
    ("age", "answer"), [(17, Answer.YES), (18, Answer.NO), (0, Answer.YES), (None, None)]
)
def test_the_age_answers_whether_this_is_a_child(age, answer):
    intake = before_any_answer("low-back-pain", age=age)
    assert answer_to("p-child", intake, KNOWN) is answer
    assert applies(KNOWN.rows["p-child"], intake, KNOWN) == (answer is not Answer.NO)


def test_a_child_stays_a_child_whatever_was_ticked():
    fifteen = {"label": "T.T.", "age": 15}
    teen = client_with("low-back-pain", client=fifteen, answers={"p-child": "no"})
    assert is_yes("p-child", teen, KNOWN)
    grown = client_with("low-back-pain", answers={"p-child": "yes"})
    assert is_yes("p-child", grown, KNOWN)


# Answers


def test_none_of_these_answers_the_open_questions_of_the_group_and_only_those():
    intake = before_any_answer("knee-osteoarthritis")
    given = {"p-diabetes": Answer.YES, "p-raynaud": Answer.UNSURE}
    intake = intake.model_copy(update={"answers": given})
    for group in groups(intake, KNOWN):
        written = none_of_these(group)
        open_rows = [
            one.id for one in group.questions if one.answer is None and not one.asked_after
        ]
        assert written == dict.fromkeys(open_rows, Answer.NO)
        assert not written.keys() & given.keys()
        assert all(KNOWN.questions[one] for one in written)
        after = intake.model_copy(update={"answers": {**given, **written}})
        same = next(one for one in groups(after, KNOWN) if one.id == group.id)
        assert all(one.asked_after for one in same.questions if one.answer is None)


def test_eleven_taps_make_a_plan():
    intake = before_any_answer("low-back-pain")
    taps = 0
    while still := [one for one in groups(intake, KNOWN) if one.unanswered]:
        answers = {**intake.answers, **none_of_these(still[0])}
        intake = intake.model_copy(update={"answers": answers})
        taps += 1
    assert taps <= 11
    assert screen(intake, KNOWN).clearance is Clearance.PROCEED


def test_an_empty_group_has_nothing_to_write():
    assert none_of_these(Group("none", "None", ())) == {}


CHAINS = {
    row: [one.id for one in degrees if not one.beside]
    for row, degrees in KNOWN.follow_ups_of.items()
}
WITH_DEGREES = sorted(row for row, chain in CHAINS.items() if chain)


@pytest.mark.parametrize("row", WITH_DEGREES)
def test_degrees_are_asked_in_file_order_and_the_first_yes_ends_them(row):
    in_order = CHAINS[row]
    assert in_order == [one for one in KNOWN.follow_ups if one.startswith(f"{row}:")]
    for place, degree in enumerate(in_order):
        answers = {row: "yes", **dict.fromkeys(in_order[:place], "no")}
        for last, length in (("yes", place + 1), ("unsure", place + 1), (None, len(in_order))):
            said = {**answers, **({degree: last} if last else {})}
            intake = before_any_answer("low-back-pain").model_copy(
                update={"answers": {key: Answer(given) for key, given in said.items()}}
            )
            due = [one for one in questions(intake, KNOWN) if one.asked_after == row]
            assert [one.id for one in due] == in_order[:length]
            assert {one.group for one in due} == {KNOWN.rows[row].group}
    nothing = before_any_answer("low-back-pain")
    assert not [one for one in questions(nothing, KNOWN) if one.asked_after]


def test_what_is_asked_of_a_child_is_asked_whatever_the_others_say():
    teen = client_with("low-back-pain", client={"label": "T.T.", "age": 15}, answers={})
    asked = {one.id: one for one in questions(teen, KNOWN) if one.asked_after == "p-child"}
    assert list(asked) == ["p-child:age", "p-child:guardian", "p-child:back"]
    assert asked["p-child:age"].ticked == ("12-to-15",)
    jaw = client_with("temporomandibular-disorder", client={"label": "T.T.", "age": 15})
    assert "p-child:back" not in {one.id for one in questions(jaw, KNOWN)}


TAKEN_OVER = sorted(
    row for row, one in KNOWN.precautions.items() if one.taken_over_from in KNOWN.rows
)


@pytest.mark.parametrize("row", TAKEN_OVER)
def test_what_another_question_has_asked_is_not_asked_again(row):
    source = KNOWN.precautions[row].taken_over_from
    for answer in Answer:
        intake = before_any_answer("low-back-pain").model_copy(update={"answers": {source: answer}})
        assert answer_to(row, intake, KNOWN) is answer
        assert not applies(KNOWN.rows[row], intake, KNOWN)


def test_a_yes_to_a_question_that_is_no_longer_due_stays_in_sight_and_can_be_taken_back():
    pregnant = {"p-pregnancy-t1": "yes", "p-pregnancy-high-risk": "yes"}
    corrected = client_with("low-back-pain", answers={**pregnant, "p-pregnancy-t1": "no"})
    assert screen(corrected, KNOWN).clearance is Clearance.HOLD
    shown = {one.id: one.answer for one in questions(corrected, KNOWN)}
    assert shown["p-pregnancy-high-risk"] is Answer.YES
    taken_back = corrected.model_copy(
        update={"answers": {**corrected.answers, "p-pregnancy-high-risk": Answer.NO}}
    )
    assert screen(taken_back, KNOWN).clearance is Clearance.PROCEED
    assert "p-pregnancy-high-risk" not in {one.id for one in questions(taken_back, KNOWN)}


def test_the_review_question_waits_for_the_review():
    assert "rf-no-diagnosis-not-improving" not in asked("low-back-pain")
    assert "rf-no-diagnosis-not-improving" in asked("low-back-pain", visit="follow-up")


def test_the_therapist_answers_what_only_the_therapist_can_see():
    due = questions(adult("low-back-pain"), KNOWN)
    theirs = {one.id for one in due if one.therapist_answers}
    assert theirs == {"rf-intoxication-capacity", "p-skin-today"}


def test_marking_a_place_brings_its_questions_and_no_others():
    neck = asked("musculoskeletal-pain", "neck_back_left")
    calf = asked("musculoskeletal-pain", "calf_left")
    assert "rf-cervical-artery" in neck - calf
    assert "rf-limb-threatening-ischaemia" in calf - neck


def test_a_degree_waits_for_an_answer_of_its_own():
    given = {"p-diabetes": Answer.YES}
    intake = before_any_answer("knee-osteoarthritis").model_copy(update={"answers": given})
    (group,) = [one for one in groups(intake, KNOWN) if "p-diabetes:insulin" in one.unanswered]
    assert "p-diabetes:insulin" not in none_of_these(group)


def test_a_pain_source_says_as_much_as_an_answer():
    told = before_any_answer("fibromyalgia")
    assert is_yes("p-fibromyalgia", told, KNOWN)
    assert not applies(KNOWN.rows["p-fibromyalgia"], told, KNOWN)
    assert applies(KNOWN.rows["p-fibromyalgia"], before_any_answer("migraine"), KNOWN)


def reason_of(row, intake):
    return next(one for one in screen(intake, KNOWN).reasons if one.id == row)


def test_a_client_who_is_not_sure_is_asked_to_find_out_though_the_pain_source_says_as_much():
    unsure = client_with("fibromyalgia", answers={"p-fibromyalgia": "unsure"})
    assert "please find out" in reason_of("p-fibromyalgia", unsure).plain
    assert "please find out" not in reason_of("p-fibromyalgia", client_with("fibromyalgia")).plain


def test_a_plain_yes_to_a_lump_is_no_doubt_because_the_other_question_on_it_is_one():
    said = {"rf-lump-undiagnosed": "unsure", "p-lump-undiagnosed": "yes"}
    intake = client_with("low-back-pain", answers=said)
    assert reason_of("rf-lump-undiagnosed", intake).reported.startswith("Not sure")
    assert reason_of("p-lump-undiagnosed", intake).reported.startswith("Reports")


def test_a_head_that_hurts_is_not_asked_about_the_neck_that_is_treated():
    asked = {one.id for one in questions(before_any_answer("migraine"), KNOWN)}
    assert {"rf-thunderclap", "rf-cervical-artery"} <= asked
    assert {"rf-tendon-rupture", "rf-fracture-limb", "p-joint-replacement"}.isdisjoint(asked)


@pytest.mark.parametrize("row", sorted(KNOWN.precautions))
def test_a_place_is_asked_for_exactly_where_an_answer_holds_at_one(row):
    entry = KNOWN.precautions[row]
    told = entry.taken_over_from if entry.taken_over_from in KNOWN.rows else row
    nothing = row_to_mark(told, (), KNOWN)
    limited = any("marked" in one.split() for one in KNOWN.limits[row])
    local = entry.scope is Scope.REGION or entry.may_be_marked or limited
    assert (nothing == entry) == local
    local = [one for one in KNOWN.follow_ups_of.get(row, ()) if one.if_yes.scope is Scope.REGION]
    for follow_up in local:
        intake = client_with("low-back-pain", answers={row: "yes", follow_up.id: "yes"})
        asked = [one for one in questions(intake, KNOWN) if one.asked_after == row]
        assert row_to_mark(row, asked, KNOWN) == entry
