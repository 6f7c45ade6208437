""" "Now" is the score of the moment, "on average" the week's; a second visit speaks of its own."""

import pytest

from planner.exports.files.fhir.bundle import plan_fhir
from planner.exports.paper.client_page import client_page
from planner.knowledge import load
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.exports.conftest import therapists_papers
from tests.exports.fhir.bundles import scores
from tests.reading_grade import reading_grade
from tests.review.conftest import all_no, asked, diary_of, plan_of, reviewed, wave

KNOWN = load()
LOW_BACK = "low-back-nothing-flagged"


def first(**severity):
    return first_visit(client_with("low-back-pain", severity=severity), KNOWN)


def second(before, after, **facts):
    plan = plan_of(LOW_BACK)
    days = diary_of(wave(before, 28), wave(after, 42), began=plan.began)
    return plan, reviewed(plan, days, all_no(plan, asked(**facts)))


def notice(plan):
    return client_page(plan, KNOWN).notice


def test_now_is_the_score_of_the_day_and_the_average_that_of_the_week():
    told = notice(first(average=6, now=3))
    assert "Your pain is 3 out of 10 today." in told
    assert "On average this week it was 6 out of 10." in told


def test_an_average_alone_is_not_called_today():
    told = notice(first(average=6))
    assert "today" not in told and "average" in told and "6 out of 10" in told


@pytest.mark.parametrize(("rated", "now"), [(4, 2), (3, 3), (8, 9)])
def test_a_second_visit_speaks_of_its_own_scores_and_names_the_first_with_their_day(rated, now):
    plan, found = second(6.0, 4.0, severity={"average": rated, "now": now})
    began = plan.measures.baseline.average
    told = notice(found.next_plan)
    assert f"Your pain is {now} out of 10 today." in told
    assert f"On average this week it was {rated} out of 10." in told
    assert f"It was {began:g} when you began, on 23 November 2026." in told
    standing = therapists_papers(found.next_plan)["sheet"].standing
    average, worst_and_now = standing.rows[:2]
    assert (standing.first, average.first, average.today) == ("23 Nov", f"{began:g}", f"{rated}")
    assert worst_and_now.today == f"{now}"


def test_without_a_rating_the_diary_is_what_is_told_and_named():
    _, found = second(6.0, 3.3)
    assert found.progress.pain.lately.days == 14
    told = "In your diary, pain was 3.4 out of 10 on average, on the last 14 days."
    assert told in notice(found.next_plan)


def test_each_score_in_fhir_has_its_own_day():
    plan, found = second(6.0, 4.0, severity={"average": 4, "now": 2})
    told = scores(plan_fhir(found.next_plan, KNOWN))
    average = "Average pain, 0 to 10"
    assert told[average, plan.began.isoformat()]["valueQuantity"]["value"] == 6
    assert told[average, found.on.isoformat()]["valueQuantity"]["value"] == 4


@pytest.mark.parametrize("average", range(11))
def test_where_pain_stands_is_easy_to_read(average):
    assert reading_grade(notice(first(average=average, now=average))) <= 6
