"""Signs to tick: each leads where it should, alone and together, and the worst one holds."""

import csv
import json
from itertools import combinations
from pathlib import Path

import pytest

from planner.knowledge import load
from planner.model.errors import IntakeError
from planner.model.intake import read_intake
from planner.model.vocabulary import Answer, Clearance
from planner.safety.asking.answers import answer_to
from planner.safety.asking.questions import questions
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.reading_grade import reading_grade

KNOWN = load()


def reason_of(row, intake):
    return next((one for one in screen(intake, KNOWN).reasons if one.id == row), None)


def test_a_sign_alone_is_a_yes_to_its_question():
    intake = client_with("low-back-pain", ticked={"rf-cauda-equina": ["pee"]})
    assert reason_of("rf-cauda-equina", intake).clearance is Clearance.EMERGENCY


def test_a_sign_beside_a_no_counts():
    intake = client_with(
        "low-back-pain", answers={"rf-cauda-equina": "no"}, ticked={"rf-cauda-equina": ["pee"]}
    )
    assert reason_of("rf-cauda-equina", intake).clearance is Clearance.EMERGENCY


def test_a_reason_says_what_this_client_said():
    ticked = {"rf-cauda-equina": ["leaking", "numb-between-legs"]}
    reason = reason_of("rf-cauda-equina", client_with("low-back-pain", ticked=ticked))
    signs = KNOWN.ticks["rf-cauda-equina"]
    assert reason.ticked == (signs["numb-between-legs"].reported, signs["leaking"].reported)
    assert all(sign in reason.reported for sign in reason.ticked)
    assert signs["sex"].reported not in reason.reported
    assert not reason.unsure


def test_a_doubt_stays_a_doubt():
    intake = client_with("low-back-pain", answers={"rf-cauda-equina": "unsure"})
    reason = reason_of("rf-cauda-equina", intake)
    assert reason.unsure
    assert reason.clearance is Clearance.EMERGENCY


def refused(ticked):
    said = {
        "format": 1,
        "on": "2026-11-23",
        "client": {"label": "T.T."},
        "pain": [{"condition": "low-back-pain"}],
        "severity": {"average": 5},
        "ticked": ticked,
    }
    with pytest.raises(IntakeError) as caught:
        read_intake(json.dumps(said), KNOWN.known_ids)
    (problem,) = caught.value.problems
    return problem


def test_an_unknown_sign_is_refused_with_those_that_are_known():
    problem = refused({"rf-cauda-equina": ["crotch"]})
    assert problem.place == "ticked"
    assert "crotch" in problem.what
    assert all(sign in problem.what for sign in KNOWN.ticks["rf-cauda-equina"])


def test_a_sign_of_a_question_that_lists_none_is_refused():
    assert "p-diabetes" in refused({"p-diabetes": ["thirst"]}).what


def test_the_questions_show_their_signs():
    intake = client_with("low-back-pain", ticked={"rf-cauda-equina": ["sex"]})
    asked = next(one for one in questions(intake, KNOWN) if one.id == "rf-cauda-equina")
    assert asked.ticks == tuple(KNOWN.ticks["rf-cauda-equina"].values())
    assert asked.ticked == ("sex",)


# Where each sign leads: `data/signs.csv` is the clinical list, sign by sign


def table(name):
    path = Path(__file__).parent / "data" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(line.values()) for line in csv.DictReader(file)]


SIGNS = table("signs")


def in_words(question, said, beside):
    """Somebody with these signs, and nothing else but what stands beside them."""
    row = question.partition(":")[0]
    answers, ticked = {}, {}
    if row != question:
        answers[row] = "yes"
    if said[0].isdigit():
        ticked[question] = [list(KNOWN.ticks[question])[int(one) - 1] for one in said.split()]
    else:
        answers[question] = said
    pain = {"condition": "low-back-pain", "months": 18, "assessed": True}
    if beside == "pain-changed":
        pain["changed"] = True
    elif beside:
        other, _, number = beside.partition("#")
        answers[other] = "yes"
        if number:
            ticked[other] = [list(KNOWN.ticks[other])[int(number) - 1]]
    child = row == "p-child"
    client = {"label": "T.T.", "age": 14 if child else 45}
    answers |= {"p-child:guardian": "yes"} if child else {}
    return client_with("low-back-pain", pain=[pain], client=client, answers=answers, ticked=ticked)


@pytest.mark.parametrize(("question", "said", "beside", "clearance"), SIGNS)
def test_a_sign_leads_where_the_list_says(question, said, beside, clearance):
    screening = screen(in_words(question, said, beside), KNOWN)
    row = question.partition(":")[0]
    found = {one.id: one.clearance for one in screening.reasons}
    assert found.get(row, Clearance.PROCEED) is Clearance(clearance)


@pytest.mark.parametrize("question", sorted(KNOWN.ticks))
def test_one_sign_more_never_frees(question):
    opening = "p-new-since-last-time", "p-skin-today"
    numbers = range(1, len(KNOWN.ticks[question]) + 1)
    beside = "p-immunosuppressed#1" if question == "rf-infection-weak-immunity" else ""

    def worst(*signs):
        said = " ".join(map(str, signs))
        return screen(in_words(question, said, beside), KNOWN).clearance.rank

    alone = {one: worst(one) for one in numbers}
    for first, second in combinations(numbers, 2):
        assert question in opening or worst(first, second) <= min(alone[first], alone[second])


@pytest.mark.parametrize("question", sorted(KNOWN.ticks))
def test_signs_can_be_read_aloud(question):
    asked = KNOWN.questions[question]
    labels = [one.label for one in KNOWN.ticks[question].values()]
    assert 2 <= len(labels) <= 6
    assert len(asked.question.split()) <= 35
    assert all(len(label.split()) <= 35 for label in labels)
    assert reading_grade(" ".join(f"{label}." for label in labels)) <= 8
    assert reading_grade(asked.question) <= 8


NEW = [
    *("rf-infection-weak-immunity", "rf-bone-stress-injury", "rf-charcot-foot"),
    *("rf-leg-swelling-new", "rf-fused-spine-fall", "p-post-exertional-malaise"),
    *("p-eating-disorder", "p-new-since-last-time", "p-skin-today", "rf-suicidal"),
    *("p-post-exertional-malaise:checked", "p-child:guardian", "rf-aaa-symptomatic:burst"),
    *("p-aneurysm:burst", "rf-lump-undiagnosed", "p-axspa", "rf-unexplained-weight-loss"),
    "rf-ha-pattern-progressive",
]


@pytest.mark.parametrize("question", NEW)
def test_a_new_question_is_short_and_plain(question):
    asked = KNOWN.questions[question].question
    assert len(asked.split()) <= 35
    assert reading_grade(asked) <= 8


# Old answers


@pytest.mark.parametrize(
    ("answers", "row", "clearance"),
    [
        ({"rf-suicidal-active": "yes"}, "rf-suicidal", "emergency"),
        ({"rf-suicidal-active": "unsure"}, "rf-suicidal", "emergency"),
        ({"rf-suicidal-passive": "yes"}, "rf-suicidal", "same-day"),
        (
            {"rf-suicidal-passive": "yes", "rf-suicidal-active": "yes"},
            "rf-suicidal",
            "emergency",
        ),
        ({"rf-dvt": "yes", "rf-dvt:chest": "yes"}, "rf-dvt", "emergency"),
        ({"rf-dvt": "yes", "rf-dvt:chest": "no"}, "rf-dvt", "same-day"),
        ({"rf-dvt:chest": "yes"}, "rf-dvt", "emergency"),
        ({"rf-cervical-artery": "yes"}, "rf-cervical-artery", "emergency"),
        (
            {"rf-cervical-artery": "yes", "rf-cervical-artery:nerves": "no"},
            "rf-cervical-artery",
            "same-day",
        ),
        (
            {"rf-fragility-fracture": "yes", "rf-fragility-fracture:standing": "yes"},
            "rf-fragility-fracture",
            "same-day",
        ),
        (
            {"rf-fragility-fracture": "yes", "rf-fragility-fracture:standing": "no"},
            "rf-fragility-fracture",
            "soon",
        ),
        ({"rf-spinal-malignancy": "yes"}, "rf-spinal-malignancy", "soon"),
        ({"rf-neck-trauma": "yes"}, "rf-neck-trauma", "emergency"),
        ({"rf-axspa": "yes"}, "rf-axspa", "adjust"),
    ],
)
def test_an_answer_of_the_first_edition_means_as_much_as_it_did(answers, row, clearance):
    intake = client_with("neck-pain", answers=answers)
    assert reason_of(row, intake).clearance is Clearance(clearance)


def test_old_noes_are_a_no_to_what_took_the_questions_over():
    old = {"rf-suicidal-active": "no", "rf-suicidal-passive": "no"}
    assert answer_to("rf-suicidal", client_with("neck-pain", answers=old), KNOWN) is Answer.NO


@pytest.mark.parametrize(
    ("said_no_to", "is_asked"),
    [
        (["rf-suicidal-active", "rf-suicidal-passive"], False),
        (["rf-suicidal-active"], True),
        (["rf-suicidal-passive"], True),
    ],
)
def test_who_said_no_to_only_one_of_the_old_questions_is_asked_the_new_one(said_no_to, is_asked):
    """No plan to end life says nothing of thoughts of it."""
    old = client_with("neck-pain", answers=dict.fromkeys(said_no_to, "no"))
    rest = {row: answer for row, answer in old.answers.items() if row != "rf-suicidal"}
    plan = first_visit(old.replaced(answers=rest), KNOWN)
    assert plan.draft is is_asked
    assert plan.unanswered == (("rf-suicidal",) if is_asked else ())


def test_a_retired_question_is_not_asked_any_more():
    asked = {one.id for one in questions(client_with("neck-pain"), KNOWN)}
    assert asked.isdisjoint(KNOWN.retired)


# Fever


WEAK = ["p-immunosuppressed", "p-sickle-cell", "p-cancer-active", "p-steroid-long-term"]
FIGHTS_GERMS = "rf-fever-acute-illness:immune"


def feverish(**said):
    return client_with("low-back-pain", answers={"rf-fever-acute-illness": "yes"}, **said)


def test_a_feverish_cold_of_a_strong_body_is_another_day():
    assert screen(feverish(), KNOWN).clearance is Clearance.REBOOK


def test_until_it_is_known_whether_a_body_can_fight_germs_a_fever_is_an_emergency():
    intake = feverish()
    kept = {row: no for row, no in intake.answers.items() if row not in WEAK}
    kept.pop(FIGHTS_GERMS)
    unknown = intake.model_copy(update={"answers": kept})
    assert screen(unknown, KNOWN).clearance is Clearance.EMERGENCY


@pytest.mark.parametrize("said", ["yes", None])
def test_a_fever_of_a_weak_body_is_an_emergency_until_somebody_says_how_weak_it_is(said):
    weak = {"rf-fever-acute-illness": "yes", "p-immunosuppressed": "yes"}
    intake = client_with("low-back-pain", answers=weak)
    rest = {row: one for row, one in intake.answers.items() if row != FIGHTS_GERMS}
    answers = rest | ({FIGHTS_GERMS: Answer(said)} if said else {})
    assert screen(intake.replaced(answers=answers), KNOWN).clearance is Clearance.EMERGENCY
    biologic = intake.replaced(answers=rest, ticked={FIGHTS_GERMS: ("immune-medicine",)})
    assert screen(biologic, KNOWN).clearance is Clearance.SAME_DAY


# Weak flags


STANDING = ["p-immunosuppressed", "p-steroid-long-term", "p-cancer-remission"]
OLD_PAIN = {"condition": "low-back-pain", "months": 18, "assessed": True, "changed": False}


def weak_flags(*rows, **pain):
    answers = dict.fromkeys(rows, "yes")
    intake = client_with("low-back-pain", answers=answers, pain=[{**OLD_PAIN, **pain}])
    return reason_of("e-weak-flags", intake)


@pytest.mark.parametrize("pair", [*combinations(STANDING, 2)], ids="+".join)
def test_what_stands_for_years_is_context_beside_a_pain_that_is_known(pair):
    assert weak_flags(*pair) is None
    assert weak_flags(*STANDING) is None


@pytest.mark.parametrize("new", [{"months": 2}, {"assessed": False}, {"changed": True}])
@pytest.mark.parametrize("pair", [*combinations(STANDING, 2)], ids="+".join)
def test_what_stands_for_years_counts_beside_a_pain_that_is_not_known(pair, new):
    assert weak_flags(*pair, **new).clearance is Clearance.SOON


@pytest.mark.parametrize("standing", STANDING)
def test_a_sign_and_what_stands_for_years_count_beside_any_pain(standing):
    assert weak_flags("rf-unexplained-weight-loss", standing).clearance is Clearance.SOON
    assert weak_flags("rf-unexplained-weight-loss") is None


def test_a_degree_that_nobody_verified_guards_and_awaits_review():
    thin = {"p-eating-disorder": "yes"}
    fainted = {"p-eating-disorder:now": ["fainted"]}
    with_sign = client_with("low-back-pain", answers=thin, ticked=fainted)
    assert reason_of("p-eating-disorder", with_sign).awaits_review
    assert not reason_of("p-eating-disorder", client_with("neck-pain", answers=thin)).awaits_review
