"""The second visit: a yes of last time counts until it is answered again, by itself."""

import pytest

from planner.knowledge import load
from planner.model.vocabulary import Answer, Clearance
from planner.safety.asking.asked_again import answered_again, every_visit, to_ask_again
from planner.safety.asking.questions import groups, none_of_these
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
ASKED_AGAIN = sorted(row for row, one in KNOWN.rows.items() if one.every_visit or one.at_review)


def second_visit(**said):
    return to_ask_again(client_with("neck-pain", **said), KNOWN)


def none_of_these_everywhere(intake):
    """Every "none of these" tapped, again and again, until it writes nothing more."""
    while written := {
        row: no for group in groups(intake, KNOWN) for row, no in none_of_these(group).items()
    }:
        intake = answered_again(intake, written, KNOWN)
    return intake


def asked_of(intake, row):
    return next(one for one in every_visit(intake, KNOWN) if one.id == row)


def test_a_blood_thinner_of_the_first_visit_binds_after_none_of_these_everywhere():
    wishes = {"therapies_interested": ["dry-needling"], "pressure": "firm"}
    later = second_visit(answers={"p-anticoagulant": "yes"}, preferences=wishes)
    later = none_of_these_everywhere(later)
    plan = first_visit(later, KNOWN)
    assert "p-anticoagulant" in {one.id for one in plan.reasons}
    assert "deep-tissue" not in {one.id for one in plan.massage.techniques}
    assert "dry-needling" not in {one.id for one in plan.complementary}
    assert plan.unanswered == ("p-anticoagulant",)


@pytest.mark.parametrize("row", ASKED_AGAIN)
@pytest.mark.parametrize("given", ["yes", "unsure"])
def test_a_yes_of_last_time_counts_and_is_no_part_of_none_of_these(row, given):
    before = client_with("neck-pain", answers={row: given})
    later = to_ask_again(before, KNOWN)
    assert row in later.from_last
    assert asked_of(later, row).last is Answer(given)
    assert asked_of(later, row).answer is None
    assert all(row not in none_of_these(group) for group in groups(later, KNOWN))
    clearance = {one.row.id: one.clearance for one in screen(later, KNOWN).active}
    assert clearance == {one.row.id: one.clearance for one in screen(before, KNOWN).active}


@pytest.mark.parametrize("given", [Answer.YES, Answer.UNSURE, Answer.NO])
def test_an_answer_of_its_own_ends_what_last_time_said(given):
    later = second_visit(answers={"p-falls-risk": "yes", "p-falls-risk:twice": "no"})
    after = answered_again(later, {"p-falls-risk": given}, KNOWN)
    assert after.from_last == ()
    assert "p-falls-risk:twice" not in after.answers
    assert asked_of(after, "p-falls-risk").answer is given
    assert asked_of(after, "p-falls-risk").last is None


def test_the_degree_of_last_time_still_decides():
    hot = {"p-vaccine-recent": "yes", "p-vaccine-recent:ill": "no"}
    later = second_visit(answers=hot)
    assert {one.row.id: one.clearance for one in screen(later, KNOWN).active} == {
        "p-vaccine-recent": Clearance.ADJUST
    }


def test_signs_of_last_time_still_decide_and_are_shown():
    pain = {"rf-cauda-equina": ["both-legs-pain"]}
    later = second_visit(answers={"rf-cauda-equina": "yes"}, ticked=pain)
    assert asked_of(later, "rf-cauda-equina").ticked == ("both-legs-pain",)
    assert screen(later, KNOWN).clearance is Clearance.SAME_DAY
    worse = answered_again(later, {}, KNOWN, {"rf-cauda-equina": ("pee",)})
    assert asked_of(worse, "rf-cauda-equina").ticked == ("pee",)
    assert screen(worse, KNOWN).clearance is Clearance.EMERGENCY
    well = answered_again(later, {"rf-cauda-equina": Answer.NO}, KNOWN)
    assert "rf-cauda-equina" not in screen(well, KNOWN).active_ids
    assert not well.ticked


NEW = "p-new-since-last-time"
OPENS = {
    "illness": {"rf-fever-acute-illness"},
    "medicine": {"p-anticoagulant", "p-steroid-long-term", "p-opioid-sedative"},
    "hospital": {"p-surgery-recent", "p-cancer-active", "p-heart-failure-stable", "p-diabetes"},
    "fall": {"rf-head-injury", "p-acute-injury-72h"},
    "skin": {"p-contagious-skin", "rf-cellulitis", "rf-lump-undiagnosed"},
    "numb-weak-swollen": {"rf-leg-swelling-new", "rf-dvt", "rf-progressive-neuro-deficit"},
}


@pytest.mark.parametrize("sign", OPENS)
def test_what_is_new_since_last_time_opens_its_rows_afresh(sign):
    later = none_of_these_everywhere(second_visit())
    assert screen(later, KNOWN).unanswered == ()
    told = answered_again(later, {}, KNOWN, {NEW: (sign,)})
    open_rows = set(screen(told, KNOWN).unanswered)
    assert OPENS[sign] <= open_rows
    assert open_rows <= {one.id for one in every_visit(told, KNOWN)}
    assert screen(told, KNOWN).clearance is Clearance.ASK


def test_a_new_medicine_takes_no_blood_thinner_of_last_time_away():
    later = second_visit(answers={"p-anticoagulant": "yes"})
    told = answered_again(later, {}, KNOWN, {NEW: ("medicine",)})
    assert asked_of(told, "p-anticoagulant").last is Answer.YES
    assert "p-anticoagulant" in screen(told, KNOWN).active_ids


def test_the_opener_is_asked_at_every_visit_but_the_first_and_the_skin_at_each():
    first = client_with("neck-pain")
    asked = {one.id for group in groups(first, KNOWN) for one in group.questions}
    assert NEW not in asked
    assert "p-skin-today" in asked
    later = {one.id: one for one in every_visit(to_ask_again(first, KNOWN), KNOWN)}
    assert later[NEW].answer is later["p-skin-today"].answer is None
    assert later["p-skin-today"].therapist_answers


def test_the_signature_of_a_guardian_is_asked_at_every_visit():
    child = {"label": "T.T.", "age": 14}
    first = client_with("neck-pain", client=child, answers={"p-child:guardian": "yes"})
    later = to_ask_again(first, KNOWN)
    assert asked_of(later, "p-child:guardian").answer is None
