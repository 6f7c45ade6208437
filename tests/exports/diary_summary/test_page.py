"""A diary on one page for a doctor: each figure and sentence, counted by hand."""

from datetime import date, timedelta

import pytest

from planner.diary import csv_template, read_diary
from planner.exports.paper.diary_summary import MOST_OF_A_QUESTION, Asked, diary_page
from planner.knowledge import load
from planner.model.diary import (
    Blank,
    Choices,
    DayWritten,
    Direction,
    Milestone,
    MilestoneKind,
)
from planner.model.errors import NotForHandout
from planner.model.vocabulary import Answer
from tests.conftest import client_with
from tests.exports.diary_summary.varied import diaries

FIRST, BEGAN, ON = date(2026, 11, 5), date(2026, 12, 3), date(2027, 2, 1)
SIX, FOUR = (5, 6, 7, 6), (3, 4, 5, 4)


def asked(*pains, started=BEGAN, notes=(), **other):
    """A diary with a pain for each day from the first on; None is a day not written."""
    days = [(FIRST + timedelta(n), pain) for n, pain in enumerate(pains)]
    rows = [
        DayWritten(day, pain, note=dict(notes).get(n, ""))
        for n, (day, pain) in enumerate(days)
        if pain is not None
    ]
    return Asked(read_diary(csv_template(rows), "d.csv", on=ON), ON, "US", started, **other)


def page(*pains, **other):
    return diary_page(asked(*pains, **other), load())


def figures(found):
    return [(one.what, one.value, one.of) for one in found.figures]


def test_four_weeks_before_the_plan_stand_beside_the_last_four():
    then, lately, change, bad, written = figures(page(*SIX * 7, *FOUR * 10))
    assert then == ("Pain before the plan", "6.0", "28 days, 5 to 7")
    assert lately == ("Pain lately", "4.0", "28 days, 3 to 5")
    assert change[1] == "−2.0"
    assert bad == ("Days at 7 or more", "7", "of 68 written")
    assert written == ("Days written", "68", "of 68, 0 empty")


def test_days_not_written_are_empty_and_none_of_them_is_a_zero():
    pains = (*SIX * 6, None, None, None, 6, *FOUR * 6, None, 4, 4, 3)
    then, lately, _, _, written = figures(page(*pains))
    assert then == ("Pain before the plan", "6.0", "25 of 28 days, 5 to 7")
    assert lately[2] == "27 of 28 days, 3 to 5"
    assert written == ("Days written", "52", "of 56, 4 empty")


def test_the_person_sets_from_when_on_a_day_is_bad():
    assert figures(page(*SIX * 7, *FOUR * 7, bad_from=5.0))[3] == (
        "Days at 5 or more", "35", "of 56 written"
    )  # fmt: skip


def test_a_change_has_its_interval_and_the_word_how_clear():
    _, value, of = figures(page(*SIX * 7, *FOUR * 7))[2]
    low, high = of.removeprefix("likely ").partition(":")[0].split(" to ")
    assert float(low.replace("−", "-")) < -2.0 < float(high.replace("−", "-")) < 0
    assert value == "−2.0"
    assert ": clear" in of
    unclear = figures(page(*(0, 9, 3, 8) * 7, *(1, 9, 2, 7) * 7))[2]
    assert unclear[2].endswith(": not clear")


def test_a_rise_has_a_plus_and_no_change_has_no_sign():
    assert figures(page(*FOUR * 7, *SIX * 7))[2][1] == "+2.0"
    assert figures(page(*SIX * 14))[2][1] == "0.0"


def test_without_a_start_nothing_is_compared_and_the_page_says_why():
    found = page(*SIX * 7, *FOUR * 7, started=None)
    first, last, change, *_ = figures(found)
    assert (first[:2], last[:2]) == (
        ("Pain, first 14 days", "5.9"),  # 83 of 14
        ("Pain, last 14 days", "4.1"),  # 57 of 14
    )
    assert change[1] == "not compared"
    assert any("no day is given" in one for one in found.cannot_say)


def test_too_few_days_before_are_not_compared_and_the_reason_is_given():
    found = page(6, 6, 6, *FOUR * 7, started=FIRST + timedelta(3))
    assert figures(found)[2][1] == "not compared"
    assert any("(3)" in one for one in found.cannot_say)


def test_a_diary_of_a_few_days_has_one_level_and_no_comparison():
    pain, change, _, written = figures(page(5, 6, 7, started=None))
    assert pain == ("Pain", "6.0", "3 days, 5 to 7")
    assert change[1] == "not compared"
    assert written[1] == "3"


@pytest.mark.parametrize(
    ("days", "title"),
    [
        (1, "Pain diary, 1 day on one page"),
        (13, "Pain diary, 13 days on one page"),
        (56, "Pain diary, 8 weeks on one page"),
        (400, "Pain diary, 13 months on one page"),
        (1100, "Pain diary, 3 years on one page"),
    ],
)
def test_the_title_says_how_long_it_is(days, title):
    last = FIRST + timedelta(days - 1)
    assert page(5, 6, started=None, first=FIRST, last=last).title == title


def test_chosen_dates_leave_out_what_lies_beyond_them():
    found = page(*SIX * 7, *FOUR * 7, 10, first=FIRST, last=FIRST + timedelta(55))
    assert found.dates == "5 November 2026 to 30 December 2026"
    assert figures(found)[4] == ("Days written", "56", "of 56, 0 empty")
    assert "to 5" in figures(found)[1][2]


def test_days_chosen_after_the_last_written_count_as_empty():
    found = page(*SIX * 7, *FOUR * 7, last=FIRST + timedelta(65))
    assert figures(found)[4] == ("Days written", "56", "of 66, 10 empty")
    assert found.has_gaps


def test_notes_are_those_of_the_two_worst_days_and_the_latest_in_order_of_date():
    notes = ((1, "low"), (10, "worst"), (20, "bad *day* #1"), (30, "latest"))
    pains = [4] * 40
    pains[10], pains[20] = 9, 8
    found = page(*pains, notes=notes)
    assert found.notes == (
        "15 November: “worst”",
        "25 November: “bad *day* #1”",
        "5 December: “latest”",
        "3 of 4 notes: the worst days, and the latest.",
    )
    assert found.fewer_notes == ("5 December: “latest”", "The latest of 4 notes.")


def test_notes_beyond_the_chosen_days_are_not_shown():
    found = page(*[4] * 40, notes=((5, "inside"), (39, "after")), last=FIRST + timedelta(30))
    assert found.notes == ("10 November: “inside”",)


def test_medicine_is_counted_on_written_days_and_unknown_without_a_column():
    lines = [
        f"{FIRST + timedelta(n)},{6 - 2 * (n >= 28)},{'yes' if n % 4 == 0 else 'no'}"
        for n in range(56)
        if n != 3
    ]
    text = "\n".join(("date,pain (0-10; 10 = worst),medication taken", *lines)).encode()
    found = diary_page(Asked(read_diary(text, "d.csv", on=ON), ON, "US", BEGAN), load())
    assert found.medicine == (
        "On 7 of 27 days written from 5 Nov to 2 Dec, on 7 of 28 from 3 Dec to 30 Dec."
    )
    assert page(*SIX * 7, *FOUR * 7).medicine == ""


def test_milestones_are_numbered_in_order_of_date_and_their_words_stay_as_typed():
    kinds = (MilestoneKind.HOLIDAY, MilestoneKind.MEDICINE, MilestoneKind.FLARE)
    days = (date(2026, 12, 20), date(2026, 12, 1), date(2020, 1, 1))
    given = tuple(
        Milestone(day=day, kind=kind, note="*new* one" if kind is MilestoneKind.MEDICINE else "")
        for day, kind in zip(days, kinds, strict=True)
    )
    found = page(*SIX * 7, *FOUR * 7, milestones=given)
    assert found.happened == (
        "1: 1 Dec 2026, new medicine: *new* one",
        "2: 20 Dec 2026, holiday",
    )


def test_signs_are_those_asked_and_denied_and_private_ones_are_not_told():
    answers = dict.fromkeys(load().red_flags, "no")
    intake = client_with("low-back-pain", answers=answers)
    told = page(*SIX * 7, intake=intake).signs
    private = [one.label for one in load().red_flags.values() if one.private]
    assert told.startswith("Asked on ")
    assert intake.answers[next(iter(answers))] is Answer.NO
    assert private
    assert not [one for one in private if one in told]
    assert "Please ask" in page(*SIX * 7).signs


def test_rows_that_were_not_used_are_said():
    lines = [f"{FIRST + timedelta(n)},{5 + n % 2}" for n in range(20)]
    text = "\n".join(("date,pain (0-10; 10 = worst)", *lines, "2026-12-01,ouch")).encode()
    found = diary_page(Asked(read_diary(text, "d.csv", on=ON), ON, "US"), load())
    assert "1 row of the file was not used." in found.cannot_say


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"is_sample": True}, "sample"),
        ({"first": ON, "last": FIRST}, "comes after"),
        ({"first": date(2030, 1, 1)}, "nothing of pain"),
        ({"question": "x" * (MOST_OF_A_QUESTION + 1)}, "more than 240 letters"),
    ],
)
def test_there_is_no_page_of_it(other, why):
    with pytest.raises(NotForHandout, match=why):
        page(*SIX * 7, **other)


def test_there_is_no_page_while_a_question_about_the_diary_is_open_and_it_says_which():
    text = "\n".join(("date,level", *(f"{FIRST + timedelta(n)},{n % 10}" for n in range(30))))
    reading = read_diary(text.encode(), "d.csv", on=ON)
    (question, *_) = reading.questions
    with pytest.raises(NotForHandout, match="open question") as refused:
        diary_page(Asked(reading, ON, "US"), load())
    (problem,) = refused.value.problems
    assert str(question.why) in str(problem)


def test_there_is_no_page_of_scores_that_are_not_of_pain():
    rows = "\n".join(("date,mood", *(f"{FIRST + timedelta(n)},{n % 10}" for n in range(30))))
    choices = Choices(pain="mood", scale=(0, 10), direction=Direction.BETTER)
    reading = read_diary(rows.encode(), "d.csv", choices, on=ON)
    with pytest.raises(NotForHandout, match="“mood”, which is not pain"):
        diary_page(Asked(reading, ON, "US"), load())


def test_the_numbers_on_top_are_those_that_are_compared():
    """The change is that of the two levels beside it, for every diary."""
    for name, of in diaries():
        then, lately, change, *_ = diary_page(of, load()).figures
        if change.value.startswith(("−", "+", "0")):
            apart = float(change.value.replace("−", "-"))
            assert apart == pytest.approx(float(lately.value) - float(then.value), abs=0.11), name


def test_a_log_of_attacks_is_counted_in_days_and_has_no_level():
    """Every third day before the plan (10 of 28), every fifth of the last 28 (5)."""
    then, lately, change, written = figures(
        diary_page(dict(diaries())["attacks without a score"], load())
    )
    assert then == ("Pain days before plan", "10", "of 28 days")
    assert lately == ("Pain days lately", "5", "of 28 days")
    assert change[1] == "−5.0"
    assert "in 28 days" in change[2]
    assert written[1] == "70"


def test_a_diary_that_is_mostly_free_of_pain_is_told_by_its_days():
    found = diary_page(dict(diaries())["mostly free of pain"], load())
    assert [one.value for one in found.figures[:3]] == ["14", "7", "−7.0"]
    assert any("14 of 28" in one for one in found.stands_out)


def test_days_that_were_said_to_be_unwritten_are_not_counted_as_free_of_pain():
    lines = [f"{FIRST + timedelta(n)},{6 + n % 3}" for n in range(0, 64, 4)]
    log = "\n".join(["Date,Pain (0-10)", *lines]).encode()
    told = {}
    for blank in Blank:
        reading = read_diary(log, "d.csv", Choices(blank=blank), ON)
        told[blank] = figures(diary_page(asked()._replace(reading=reading), load()))
    assert told[Blank.NO_PAIN][0][0] == "Pain days before plan"
    assert "Pain days before plan" not in {one[0] for one in told[Blank.NOT_WRITTEN]}
