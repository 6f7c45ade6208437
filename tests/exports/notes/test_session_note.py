"""The note of a session: what was told, seen and done that day, and nothing of the day before."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.exports.notes.chart import SESSION_NOTE, chart_text, filled, head_of, times_of
from planner.exports.notes.session_note import Logged, session_note
from planner.exports.paper.chart_pdf import chart_pdf, on_paper
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


def test_what_was_said_measured_and_done_stands_each_in_its_part():
    found = parts(TOLD)
    for words in (
        "Could turn in bed",
        "sore for up to 48 hours (1 day)",
        "5 of 7 days",
        "no change",
    ):
        assert words in found[Part.SUBJECTIVE] and words not in found[Part.OBJECTIVE]
    line = THINNED.massage.techniques[0]
    for words in ("5 of 10 before", "3 of 10 after", "Warm, no bruise"):
        assert words in found[Part.OBJECTIVE] and words not in found[Part.SUBJECTIVE]
    for words in ("Consent asked again", f"{line.pressure.value} pressure", "Massage of"):
        assert words in found[Part.PLAN] and words not in found[Part.OBJECTIVE]
    assert "2 lower after the massage" in found[Part.ASSESSMENT]
    assert "Next massage on" in found[Part.PLAN]


def test_what_went_beyond_the_limits_stands_in_the_note():
    line = THINNED.massage.techniques[0]
    firm = logging.how_firm(TOLD, line.id, Pressure.FIRM)
    found = parts(firm)
    assert "firm pressure" in found[Part.PLAN]
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


LONGER = TOLD.having(began=time(10, 5), ended=time(10, 50))
WHO = Writer("L. Ortiz", "LMT 12345")
AT = datetime(2026, 12, 3, 11, 2, tzinfo=UTC)


def of_session(session):
    """The note of a session as it is filled in, and its head."""
    made = session_note(Logged(session, THINNED), KNOWN)
    times = times_of(session, [logged(DAYS[0])], THINNED)
    return made, head_of(SESSION_NOTE, THINNED.client, times)


def closed(session):
    made, head = of_session(session)
    note = noting.begun(About.SESSION, "t", session.on)
    return noting.signed(note, filled(made), head.lines, WHO, AT)


def test_a_signed_note_on_paper_and_as_text_says_who_when_and_what_was_added():
    note = noting.added(closed(LONGER), AddedAs.CORRECTION, "the right knee", WHO, AT)
    made, head = of_session(LONGER.having(words="something else by now"))
    text = chart_text(note, filled(made), practice=PRACTICE)
    sheet = " ".join(pages(chart_pdf(note, made, head, "US", practice=PRACTICE)))
    for told in (text, sheet):
        assert "Harbour Massage" in told
        assert f"2 of {logging.planned_sessions(THINNED)}" in told
        assert "10:05 to 10:50" in told
        assert "Signed L. Ortiz, LMT 12345, 3 December 2026" in told
        assert "The right knee" in told and "Correction" in told
        assert "omething else by now" not in told
    assert "nothing above is changed any more" in sheet


def test_an_open_note_on_paper_has_room_to_sign_with_the_licence():
    note = noting.begun(About.SESSION, "t", TOLD.on)
    (sheet,) = pages(chart_pdf(note, *of_session(TOLD), "UK", practice=PRACTICE))
    assert "Not signed yet." in sheet and "Date and time" in sheet
    assert "L. Ortiz, licence LMT 12345" in sheet


def test_what_was_done_is_a_table_until_a_hand_changes_it():
    made, head = of_session(LONGER)
    note = noting.begun(About.SESSION, "t", TOLD.on)
    (table,) = (one for one in on_paper(note, made, head).parts[-1].blocks if one.rows)
    assert len(table.rows) == len(TOLD.done)
    changed = noting.by_hand(note, Part.PLAN, filled(made)[Part.PLAN].replace("light", "lighter"))
    blocks = on_paper(changed, made, head).parts[-1].blocks
    assert not [one for one in blocks if one.rows]
    assert any("lighter" in one.text for one in blocks)


def test_what_was_signed_stays_though_the_log_is_changed_later():
    note, (made, head) = closed(LONGER), of_session(LONGER.having(minutes=20))
    page = on_paper(note, made, head)
    assert not any("20 minutes" in value for _, value in page.facts)
    assert any(f"{LONGER.minutes} minutes" in line for line in page.more)


def test_consent_that_was_given_is_ticked_and_what_nobody_noted_is_a_box_to_tick():
    note = noting.begun(About.SESSION, "t", TOLD.on)
    page = on_paper(note, *of_session(TOLD))
    assert [one.is_yes for one in page.ticks] == [True]
    assert len(page.by_hand) == 1
    alone = on_paper(note, *of_session(TOLD.having(consent=None)))
    assert not alone.ticks and len(alone.by_hand) == 2
    assert not on_paper(closed(TOLD), *of_session(TOLD)).by_hand


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
