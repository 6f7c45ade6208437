"""A referral says each sign as it was answered, what was seen and what was not, on one page."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from planner.exports.documents import NOTE_PDF, SLIP
from planner.exports.given import Given
from planner.exports.notes.note import note_for
from planner.exports.paper.letters.frame import About
from planner.exports.paper.letters.referral import referral
from planner.model.assessment import Assessment, Finding, FoundBy
from planner.model.follow_up import Done, FollowUp
from planner.model.intake import Severity
from planner.model.vocabulary import Answer, Clearance
from planner.review.today import told_again
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import client_with
from tests.exports.conftest import flat, pages
from tests.practices import oak_street
from tests.vignettes.people import KNOWN, intake_of

LATER = date(2026, 12, 21)
SENT_ON = ("emergency", "same-day", "soon")
TABLE = Path(__file__).parents[2] / "vignettes" / "refer.toml"
PEOPLE = {
    name: one
    for name, one in tomllib.loads(TABLE.read_text("utf-8")).items()
    if one["clearance"] in SENT_ON and "rf-safeguarding" not in one.get("yes", [])
}
FOURTEEN = [*PEOPLE][:: max(1, len(PEOPLE) // 14)][:14]


def about(intake):
    plan = first_visit(intake, KNOWN)
    return About(plan, note_for(plan, intake, KNOWN), intake, KNOWN)


def letter_for(intake):
    return referral(about(intake))


def paper(document, intake, practice=None):
    how = (practice,) if practice else ()
    made = document.make(Given(first_visit(intake, KNOWN), intake, KNOWN, SOURCE, *how))
    return [flat(one) for one in pages(made)]


def labels(questions):
    every = {**KNOWN.rows, **KNOWN.follow_ups}
    return {every[one].label for one in questions if one in every}


@pytest.mark.parametrize("name", PEOPLE)
def test_each_sign_is_as_it_was_answered_and_none_is_there_that_was_not_asked(name):
    intake = intake_of(PEOPLE[name])
    letter = letter_for(intake)
    signs = {one.words: one.answer for one in (*letter.signs, *letter.around)}
    answered = {answer: labels(one for one, said in intake.answers.items() if said is answer)
                for answer in Answer}  # fmt: skip
    listed = {
        one.reported[:1].upper() + one.reported[1:]: Answer.YES if one.id in there else Answer.NO
        for question, there in intake.ticked.items()
        for one in KNOWN.ticks_under(question)
    }
    in_force = labels([*(one.id for one in first_visit(intake, KNOWN).reasons), *intake.ticked])
    for words, answer in signs.items():
        told = words in answered[answer] or listed.get(words) is answer
        assert told or (answer is Answer.YES and words in in_force), words
    assert any(one.counts_as_yes for one in signs.values()) or letter.told


@pytest.mark.parametrize("number", [1, 2, 6])
def test_a_sign_that_was_ticked_is_ticked_and_the_others_of_its_list_are_asked_and_no(number):
    ticks = [*KNOWN.ticks["rf-cauda-equina"].values()]
    letter = letter_for(client_with(
        "low-back-pain", answers={"rf-cauda-equina": "yes"},
        ticked={"rf-cauda-equina": [ticks[number - 1].id]},
    ))  # fmt: skip
    _, *listed = letter.signs
    assert [one.answer is Answer.YES for one in listed] == [
        one is ticks[number - 1] for one in ticks
    ]
    assert not letter.not_noted


def test_where_nobody_noted_which_sign_it_is_each_can_be_ticked_by_hand():
    letter = letter_for(client_with("low-back-pain", answers={"rf-cauda-equina": "yes"}))
    assert len(letter.not_noted) == len(KNOWN.ticks["rf-cauda-equina"])
    assert [one.answer for one in letter.signs] == [Answer.YES]


def test_not_sure_is_no_tick():
    letter = letter_for(client_with("low-back-pain", answers={"rf-pe": "unsure"}))
    assert [one.answer for one in letter.signs][:1] == [Answer.UNSURE]


def test_what_is_asked_in_private_is_never_told_as_a_no():
    private = labels(one.id for one in KNOWN.rows.values() if one.private)
    for name, one in PEOPLE.items():
        around = {sign.words for sign in letter_for(intake_of(one)).around}
        assert not around & private, name


def test_what_was_not_tested_is_said():
    calm = client_with("low-back-pain", answers={"rf-dvt": "yes"})
    assert letter_for(calm).seen == ("Nothing was tested here.",)
    seen = Assessment(
        findings=(Finding(what=FoundBy.TEST, name="Heel walk", result="cannot, left"),)
    )
    *found, last = letter_for(calm.replaced(assessment=seen)).seen
    assert "cannot, left" in found[0]
    assert last == "Nothing else was tested here."


def test_a_score_that_nobody_asked_for_is_no_row():
    intake = client_with("low-back-pain", answers={"rf-dvt": "yes"}, severity={"average": 6})
    assert [one.values for one in letter_for(intake).scores.rows] == [("6",)]
    asked = {"average": 6, "worst": 8, "enjoyment": 7, "activity": 5}
    more = letter_for(intake.replaced(severity=intake.severity.replaced(**asked))).scores.rows
    assert [one.values for one in more] == [("6",), ("8",), ("6",)]


def test_not_sure_of_a_precaution_stays_not_sure_in_the_background():
    answers = {"rf-dvt": "yes", "p-osteoporosis": "unsure", "p-anticoagulant": "yes"}
    told = letter_for(client_with("low-back-pain", answers=answers)).background
    assert f"{KNOWN.rows['p-osteoporosis'].label} (not sure)" in told
    assert f"{KNOWN.rows['p-anticoagulant'].label} (not sure)" not in told
    assert KNOWN.rows["p-anticoagulant"].label in told


@pytest.mark.parametrize("name", FOURTEEN)
def test_each_stop_is_one_page_and_agrees_with_the_clients_own_copy(name):
    intake = intake_of(PEOPLE[name])
    letter, (page,) = letter_for(intake), paper(NOTE_PDF, intake, oak_street(fax="555 0199"))
    assert letter.urgency in page
    assert "page 1 of 1" in page
    for there in (one.words for one in letter.signs):
        assert flat(there) in page
    (own,) = paper(SLIP, intake, oak_street())
    for words in letter.worse:
        assert flat(words) in page and flat(words) in own, words


def test_an_answer_knows_its_way_back():
    intake = client_with("low-back-pain", answers={"rf-dvt": "yes"})
    (page,) = paper(NOTE_PDF, intake, oak_street(fax="555 0199"))
    for one in ("12 Oak Street, Portland OR", "fax 555 0199", "555 0198", "Ana Ruiz, LMT"):
        assert one in page
    for line in ("Full name", "Birth date", "Our record: T.T.", "I agree that this letter goes"):
        assert line in page
    (bare,) = paper(NOTE_PDF, intake)
    assert "From" in bare and "Answer to" in bare


def test_a_later_visit_shows_the_scores_of_the_visits_before_and_what_the_client_said():
    calm = client_with("low-back-pain", severity={"average": 6, "now": 5})
    last = first_visit(calm, KNOWN)
    facts = FollowUp(
        on=LATER, words="I keep catching my toes", sessions=Done(done=3),
        answers={"rf-dvt": Answer.YES}, severity=Severity(average=8),
    )  # fmt: skip
    said = told_again(last, facts, LATER, KNOWN, calm)
    plan = last.replaced(
        on=LATER, clearance=Clearance.SAME_DAY, reasons=screen(said, KNOWN).reasons
    )
    letter = referral(About(plan, note_for(plan, said, KNOWN), said, KNOWN, last))
    assert [one.values for one in letter.scores.rows] == [("6", "8"), ("5", "–")]
    assert letter.scores.days == ("23 Nov", "21 Dec")
    assert letter.since == ("“I keep catching my toes”",)
    assert "3 visits" in letter.background


def test_a_score_that_was_not_asked_again_is_not_printed_as_that_of_today():
    calm = client_with("low-back-pain", severity={"average": 6})
    last = first_visit(calm, KNOWN)
    facts = FollowUp(on=LATER, answers={"rf-dvt": Answer.YES})
    said = told_again(last, facts, LATER, KNOWN, calm)
    assert said.severity.average is None
