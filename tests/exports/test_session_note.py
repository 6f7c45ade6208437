"""The note of a session: what was told, seen and done that day, and nothing of the day before."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exports.notes.chart import Times, chart_text, filled, head_of
from planner.exports.notes.session_note import Logged, session_note, which_session
from planner.exports.paper.chart_pdf import chart_pdf
from planner.exports.paper.consent_page import consent_pdf
from planner.knowledge import load
from planner.model.between.consent import AgreedBy, Consent, Point, Withdrawn
from planner.model.between.note import About, AddedAs, Part
from planner.model.between.session import ConsentToday
from planner.model.errors import NotForHandout
from planner.model.follow_up import AfterLastTime
from planner.model.practice import NOT_SET
from planner.model.vocabulary import Answer, Pressure
from planner.visit.between import consenting, logging, noting
from planner.visit.between.logging import Followed, as_planned
from planner.visit.between.noting import Writer
from planner.visit.main_line import first_visit
from tests.conftest import client_with, sample
from tests.exports.conftest import pages
from tests.reading_grade import reading_grade

KNOWN = load()
THINNED = first_visit(sample("knee-anticoagulant"), KNOWN)
OF = Followed(THINNED, "knee-bend")
DAYS = [one.on for one in THINNED.visits]
PRACTICE = NOT_SET.replaced(
    name="Harbour Massage", therapist="L. Ortiz", licence="LMT 12345", consent=("We ask first.",)
)
GLUTEAL = first_visit(client_with("low-back-pain", "lower_back_left", "buttock_left"), KNOWN)


def logged(on: date, before: int = 5, after: int = 3, **said: object):
    made = as_planned(OF, on).having(**said)
    return logging.rated(logging.rated(made, "before", before), "after", after)


def parts(session, last=None):
    return filled(session_note(Logged(session, THINNED, last), KNOWN))


TOLD = logged(
    DAYS[1],
    words="could turn in bed",
    after_last_time=AfterLastTime.SORE,
    lasted_days=1,
    news=Answer.NO,
    home_days=5,
    consent=ConsentToday.YES,
    found="warm, no bruise",
)


def test_what_the_client_says_is_subjective_and_what_was_measured_and_done_objective():
    found = parts(TOLD)
    for words in (
        "Could turn in bed",
        "sore for up to 48 hours (1 day)",
        "5 of 7 days",
        "no change",
    ):
        assert words in found[Part.SUBJECTIVE] and words not in found[Part.OBJECTIVE]
    line = THINNED.massage.techniques[0]
    for words in ("5 of 10 before", "3 of 10 after", "Warm, no bruise", "Consent asked again"):
        assert words in found[Part.OBJECTIVE] and words not in found[Part.SUBJECTIVE]
    assert f"{line.pressure.value} pressure" in found[Part.OBJECTIVE]
    assert "2 lower after the massage" in found[Part.ASSESSMENT]
    assert "Next massage on" in found[Part.PLAN]


def test_what_went_beyond_the_limits_stands_in_the_note():
    line = THINNED.massage.techniques[0]
    firm = logging.how_firm(TOLD, line.id, Pressure.FIRM)
    found = parts(firm)
    assert "firm pressure" in found[Part.OBJECTIVE]
    assert "Beyond the plan" in found[Part.ASSESSMENT]


def test_something_new_is_asked_in_full_before_the_next_massage():
    assert "before the next massage" in parts(TOLD.having(news=Answer.YES))[Part.PLAN]


SCORE = st.integers(0, 10)
WORDS = st.sampled_from(["", "bruise at the left shin", "swelling gone", "stiff on rising"])


@given(SCORE, SCORE, WORDS, st.sampled_from(Pressure), st.sampled_from(AfterLastTime))
def test_nothing_seen_or_done_the_time_before_is_carried_over(before, after, found, firm, how):
    """Whatever was logged last time, the objective part of today's note is the same."""
    line = THINNED.massage.techniques[0].id
    last = logged(DAYS[0], before, after, found=found or None, after_last_time=how)
    last = logging.how_firm(last, line, firm)
    alone = parts(TOLD)
    assert parts(TOLD, last)[Part.OBJECTIVE] == alone[Part.OBJECTIVE]
    assert parts(TOLD, last)[Part.SUBJECTIVE] == alone[Part.SUBJECTIVE]


def test_a_session_in_which_nothing_was_noted_leaves_room_and_no_number():
    found = parts(as_planned(OF, DAYS[0]))
    assert "____" in found[Part.OBJECTIVE] and "of 10" not in found[Part.OBJECTIVE]
    assert found[Part.SUBJECTIVE] == ""


def test_a_signed_note_on_paper_and_as_text_says_who_when_and_what_was_added():
    of = filled(session_note(Logged(TOLD, THINNED), KNOWN))
    head = head_of(
        which_session(2, logging.planned_sessions(THINNED)),
        THINNED.client,
        Times(TOLD.on, time(10, 5), time(10, 50), 45),
    )
    at = datetime(2026, 12, 3, 11, 2, tzinfo=UTC)
    who = Writer("L. Ortiz", "LMT 12345")
    note = noting.signed(noting.begun(About.SESSION, "t", TOLD.on), of, head, who, at)
    note = noting.added(note, AddedAs.CORRECTION, "the right knee", who, at)
    changed = dict.fromkeys(Part, "something else by now")
    text = chart_text(note, changed, (), practice=PRACTICE)
    sheet = " ".join(pages(chart_pdf(note, changed, head, "US", practice=PRACTICE)))
    for told in (text, sheet):
        assert "Harbour Massage" in told
        assert f"Session 2 of {logging.planned_sessions(THINNED)}" in told
        assert "10:05 to 10:50" in told
        assert "Signed L. Ortiz, LMT 12345, 3 December 2026" in told
        assert "Correction: The right knee" in told
        assert "something else by now" not in told


def test_an_open_note_on_paper_has_room_to_sign():
    note = noting.begun(About.SESSION, "t", TOLD.on)
    sheet = pages(chart_pdf(note, parts(TOLD), ("Session", "D.W.", "today"), "UK"))
    assert "Not signed yet." in sheet[0] and "Date and time" in sheet[0]


def test_the_consent_is_one_page_with_a_no_beside_each_yes():
    (sheet,) = pages(consent_pdf(GLUTEAL, KNOWN))
    places = consenting.sensitive_in(GLUTEAL, KNOWN)
    assert sheet.count("no") >= len(places) + 2
    for name in ("What we plan", "What may go wrong", "Other ways", "If you do nothing"):
        assert name in sheet
    assert "over the drape: Buttock, left" in sheet
    assert "If someone else decides for you" in sheet


def test_the_practices_own_wording_stands_in_the_place_of_the_usual_one():
    (sheet,) = pages(consent_pdf(GLUTEAL, KNOWN, practice=PRACTICE))
    assert "We ask first." in sheet and "If you do nothing" not in sheet
    assert "L. Ortiz, " in sheet and "Harbour Massage" in sheet


def test_a_consent_that_was_taken_back_says_so_on_its_page():
    on = GLUTEAL.on
    given = Consent(
        on=on, points=tuple(Point), by=AgreedBy.PARENT, name="Ann K.",
        withdrawn=Withdrawn(on=on),
    )  # fmt: skip
    (sheet,) = pages(consent_pdf(GLUTEAL, KNOWN, given))
    assert "agreed by a parent, Ann K." in sheet and "Taken back" in sheet


def test_what_the_client_reads_of_the_consent_is_easy_to_read():
    from planner.exports.paper import consent_page as page

    own = (page.ASK, page.FREE, page.SORE, page.OTHERS, page.WITHOUT, page.YOUR_SAY, page.I_KNOW)
    assert reading_grade(" ".join(own)) <= 6


def test_there_is_no_consent_to_a_plan_that_may_not_leave_the_screen():
    stopped = first_visit(client_with("low-back-pain", answers={"rf-cauda-equina": "yes"}), KNOWN)
    with pytest.raises(NotForHandout):
        consent_pdf(stopped, KNOWN)
