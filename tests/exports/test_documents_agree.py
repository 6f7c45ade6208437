"""What one paper says, no other gainsays: the week, the minutes, the visits had, what goes on."""

import csv
import io
from datetime import date, timedelta

import pytest

from planner.exports.files.fhir.bundle import plan_fhir
from planner.exports.files.tables.files import plan_csv
from planner.exports.notes.visit_note import visit_note
from planner.exports.paper.client_page import client_page
from planner.exports.paper.progress import progress_page
from planner.model.vocabulary import Day
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.exports.conftest import page_one, plan_for
from tests.exports.fhir.bundles import care_plan
from tests.review.conftest import BEGAN, KNOWN, all_no, asked, diary_of, plan_of, reviewed, wave
from tests.review.plans import BACK

WEEKS = {  # as the words of each therapy have it, the most of a range
    "physical-therapy": 6, "yoga": 12, "tai-chi": 12, "aquatic-exercise": 12, "pilates": 12,
    "qigong": 8, "acupuncture": 12, "dry-needling": 6, "cbt": 8, "mindfulness": 8, "act": 12,
    "biofeedback": 10, "hypnosis": 8, "spinal-manipulation": 6, "osteopathy": 12,
}  # fmt: skip


# N3


@pytest.mark.parametrize(("on", "first"), [("2026-11-26", "thu"), ("2026-11-28", "sat")])
def test_the_week_begins_on_the_day_of_the_visit(on, first):
    plan = plan_for("low-back-pain", on=on)
    page = client_page(plan, KNOWN)
    assert plan.week[0].day == first
    assert page.days[0].casefold().startswith(first)
    massage = next(row for row in page.week if row.what == "Massage")
    assert massage.marks == (True, *(False,) * 6)
    assert "This week" not in page_one(plan)


# N7


@pytest.mark.parametrize("minutes", [None, 0, 15])
def test_the_minutes_of_a_week_are_the_sum_of_what_the_week_shows(minutes):
    wishes = {} if minutes is None else {"self_care_minutes_per_day": minutes}
    plan = plan_for("low-back-pain", preferences=wishes)
    shown = sum(row.minutes * sum(row.marks) for row in client_page(plan, KNOWN).week)
    beside = sum(one.minutes_per_week for one in plan.complementary)
    assert plan.load.minutes_per_week == shown + beside


def test_the_diary_counts_where_everything_is_declined():
    wishes = {
        "techniques_declined": sorted(KNOWN.techniques),
        "therapies_declined": sorted(KNOWN.therapies),
        "self_care_minutes_per_day": 0,
    }
    plan = plan_for("low-back-pain", preferences=wishes)
    assert not plan.massage
    assert plan.load.minutes_per_week == 2 * len(Day)


# N10, N11, N12


def told(plan, days, **facts):
    """The page of progress and the note of one review, as text."""
    facts = all_no(plan, asked(**facts))
    review = reviewed(plan, days, facts)
    page, note = progress_page(review, KNOWN), visit_note(review, facts, KNOWN)
    return (
        " ".join((*page.first, *page.done, *page.next)),
        " ".join((*note.objective, *note.plan)),
        review,
    )


def test_who_came_more_often_than_planned_missed_nothing_on_any_paper():
    plan = plan_for("desk-posture-pain", preferences={"session_price": 80, "monthly_budget": 80})
    came = [BEGAN + timedelta(days=number) for number in (0, 2, 4, 6, 8)]
    days = diary_of(wave(5, 28), wave(5, 21), sessions=came)
    page, note, _ = told(plan, days, on="2026-12-14")
    assert "You came to 5 of 5 visits." in page
    assert "Sessions: 5 of 5 (counted)." in note


def test_the_visit_of_the_first_day_is_one_of_those_planned():
    days = diary_of(wave(5, 28), wave(5, 8), sessions=[BEGAN])
    page, note, _ = told(plan_of("hip-osteoarthritis"), days, on="2026-11-27")
    assert "You came to 1 of 1 visits." in page
    assert "Sessions: 1 of 1 (counted)." in note


def test_where_massage_ends_no_paper_says_that_it_is_less_often():
    plan = plan_of("hip-osteoarthritis")
    page, note, review = told(plan, diary_of(wave(6, 28), wave(3.5, 28)))
    assert review.next_plan.massage is None
    assert "less" not in page.casefold()
    assert "Ended: Swedish massage" in note
    assert "less often" not in note.casefold()


def test_who_never_came_does_not_read_that_we_meet_less():
    page, _, review = told(
        plan_of(BACK), diary_of(wave(6, 28), wave(3, 42)), sessions={"done": 0, "planned": 6}
    )
    assert review.rule == "low-adherence"
    assert "You came to 0 of 6 visits." in page
    assert "less" not in page.casefold()


# N14


@pytest.mark.parametrize("condition", KNOWN.conditions)
@pytest.mark.parametrize("minutes", [0, 15, 60])
def test_what_goes_on_at_home_after_the_massage_is_in_the_plan(condition, minutes):
    plan = plan_for(condition, preferences={"self_care_minutes_per_day": minutes})
    if not plan.massage:
        return
    home = {KNOWN.self_care[one.id].kind for one in plan.self_care}
    after = plan.massage.after.casefold()
    exercise = {"stretching", "strengthening", "aerobic"}
    for word, kinds in (
        ("stretching", {"stretching"}),
        ("self-massage", {"self-massage"}),
        ("exercise carries", exercise),
        ("home", home),
    ):
        assert word not in after or home & kinds, (plan.massage.after, home)


def test_stretching_goes_on_where_it_is_in_the_plan():
    plan = plan_for("plantar-heel-pain", preferences={"self_care_minutes_per_day": 60})
    assert any(one.id.startswith("stretching") for one in plan.self_care)
    assert plan.massage.after == "Then stop. Stretching carries on."


# N15


def courses(plan):
    """From when until when each therapy is done: by the table, and by the care plan."""
    rows = csv.DictReader(io.StringIO(plan_csv(plan, KNOWN)))
    table = {row["what"]: (row["from"], row["until"]) for row in rows}
    care = care_plan(plan_fhir(plan, KNOWN))
    bounds = {
        detail["code"]["text"]: detail.get("scheduledTiming", {}).get("repeat", {})
        for detail in (one["detail"] for one in care["activity"])
    }
    return table, bounds, care["period"]["end"]


@pytest.mark.parametrize("therapy", WEEKS)
def test_a_therapy_lasts_as_long_as_its_words_say(therapy):
    edits = [{"line": therapy, "change": "add"}]
    plan = first_visit(client_with("low-back-pain", edits=edits), KNOWN)
    (line,) = [one for one in plan.complementary if one.id == therapy]
    ends = plan.on + timedelta(weeks=WEEKS[therapy], days=-1)
    assert line.until == ends
    table, bounds, last = courses(plan)
    name = KNOWN.therapies[therapy].name
    assert table[name] == (plan.on.isoformat(), ends.isoformat())
    period = {"start": plan.on.isoformat(), "end": ends.isoformat()}
    assert bounds[name]["boundsPeriod"] == period
    assert date.fromisoformat(last) >= ends


def test_every_therapy_that_names_weeks_has_them():
    named = {one.id for one in KNOWN.therapies.values() if "week" in one.how_often}
    assert named == set(WEEKS)


def test_a_dose_in_the_therapists_own_words_has_no_end_of_ours():
    edits = [{"line": "yoga", "change": "reword", "words": "twice a week, as long as you like"}]
    wishes = {"therapies_interested": ["yoga"]}
    plan = first_visit(client_with("low-back-pain", edits=edits, preferences=wishes), KNOWN)
    (line,) = [one for one in plan.complementary if one.id == "yoga"]
    assert line.until is None
    assert courses(plan)[0]["Yoga"][1] == plan.measures.review_on.isoformat()


@pytest.mark.parametrize(("weeks", "is_over"), [(4, False), (13, True)])
def test_a_therapy_does_not_start_again_at_the_second_visit(weeks, is_over):
    plan = plan_for("low-back-pain", preferences={"therapies_interested": ["yoga"]})
    days = diary_of(wave(6, 28), wave(5.5, 7 * weeks))
    facts = all_no(plan, asked(on=(plan.on + timedelta(weeks=weeks)).isoformat()))
    review = reviewed(plan, days, facts)
    (line,) = [one for one in review.next_plan.complementary if one.id == "yoga"]
    assert line.until == plan.on + timedelta(weeks=12, days=-1)
    assert ("over by now" in line.how_often) is is_over
    assert ("from when it began" in line.how_often) is not is_over
    (page,) = [
        one
        for one in client_page(review.next_plan, KNOWN).beside
        if one.name == KNOWN.therapies["yoga"].name
    ]
    assert ("over now" in page.often) is is_over
    assert not [one for one in review.side_by_side if one.id == "yoga" and one.difference != "same"]
    table, _, _ = courses(review.next_plan)
    begins, ends = table["Yoga"]
    assert begins == review.next_plan.on.isoformat() <= ends
