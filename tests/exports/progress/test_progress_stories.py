"""Ten second visits that were found wanting (S8, N10 to N12, L10, L11), and as many drawn ones."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.charts.progress import progress
from planner.exports.paper.client_page import client_page
from planner.exports.paper.handout.page import page_one
from planner.exports.paper.progress import progress_page, progress_pdf
from planner.exports.paper.progress.pain import HIGHER, LARGE
from planner.model.follow_up import Overall
from planner.model.practice import NOT_SET
from planner.model.vocabulary import Locale
from planner.planning.course.occasions import of_massage, visits_of
from planner.visit.between import counting
from planner.visit.between.logging import Followed, as_planned
from tests.conftest import examples
from tests.exports.conftest import pages
from tests.exports.progress.stories import STORIES, told
from tests.review.conftest import BEGAN, KNOWN, all_no, asked, diary_of, plan_of, reviewed, wave
from tests.review.plans import BACK

HANDED_OUT = tuple(name for name in STORIES if name != "r6-refer")
PLANS = (BACK, "hip-osteoarthritis", "sciatica", "neuropathic-pain", "neck-small-budget")
FEWER, OVER = r"\b(do|meet) less\b|less often", r"\b(ends?|stops|are over)\b"
NEVER_TOGETHER = (
    (FEWER, OVER),
    (OVER, r"We meet|We met|Massage: \d"),
    (r"as planned", r"New:|" + OVER),
    (r"Lower by", r"higher now"),
    (r"No clear change", r"drop like this"),
    (r"You came to 0 of", r"pain is down"),
)


def page_of(name):
    return progress_page(told(name).review, KNOWN)


def words(page):
    change = [page.change.headline, *page.change.says] if page.change else []
    return " ".join((*page.first, *change, *page.done, *page.next))


def contradictions(page):
    read = words(page)
    return [pair for pair in NEVER_TOGETHER if all(re.search(one, read) for one in pair)]


@pytest.mark.parametrize("locale", [Locale.US, Locale.UK])
@pytest.mark.parametrize("name", HANDED_OUT)
def test_each_is_one_page_on_both_papers(name, locale):
    review = told(name).review
    placed = review.replaced(next_plan=review.next_plan.replaced(locale=locale))
    assert len(pages(progress_pdf(placed, told(name).reading, KNOWN))) == 1


@pytest.mark.parametrize("name", HANDED_OUT)
def test_nothing_on_a_page_contradicts_anything_else(name):
    assert contradictions(page_of(name)) == []


def test_when_the_last_step_ends_it_is_not_called_less():
    assert "the massage can end here" in words(page_of("r1-better"))
    assert told("r1-better").review.next_plan.massage is None


def test_who_never_came_reads_that_first_and_nothing_of_a_success():
    page = page_of("r5-longgoals")
    assert page.first == ("You came to 0 of 6 visits.",)
    assert "Tell us what gets in the way." in " ".join(page.next)
    assert not any("came to" in line for line in page.done)


@pytest.mark.parametrize("name", HANDED_OUT)
def test_the_next_plan_and_the_page_of_its_day_speak_of_the_same_scores(name):
    of = told(name)
    plan, page = of.review.next_plan, progress_page(of.review, KNOWN)
    latest = plan.measures.latest
    if of.facts.severity:
        asked_for = f"{of.facts.severity.average} out of 10"
        assert asked_for in " ".join(page.seen) and asked_for in client_page(plan, KNOWN).notice
    elif page.figures:
        handed = page_one(plan, client_page(plan, KNOWN), KNOWN, NOT_SET).standing
        assert f"{latest.average:g} out of 10 on average, on the last 14 days" in handed
        assert f"{latest.average:.1f}" == page.figures[1].value
        assert latest.days == of.review.progress.pain.lately.days


@pytest.mark.parametrize("name", HANDED_OUT)
def test_home_tasks_do_not_begin_again_at_the_second_visit(name):
    before = {one.id: one for one in told(name).plan.self_care}
    for one in told(name).review.next_plan.self_care:
        if one.id in before:
            assert "to start" not in one.dose
            assert one.minutes >= before[one.id].minutes


@pytest.mark.parametrize("name", HANDED_OUT)
def test_the_chart_says_its_scale_and_keeps_everything_inside_it(name):
    of = told(name)
    drawn = progress(of.reading, of.plan.began, of.review.progress.pain)
    axis = drawn.spec["layer"][0]["encoding"]["y"]["axis"]
    assert axis["title"] == "Pain, 0 to 10"
    days = [row["day"] for rows in drawn.spec["datasets"].values() for row in rows if "day" in row]
    ends = drawn.spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    first, last = (date(one["year"], one["month"], one["date"]) for one in ends)
    assert all(first <= date.fromisoformat(day[:10]) <= last for day in days)


def test_the_page_names_its_own_period_and_the_client_also_on_an_empty_diary():
    page = page_of("r4-few")
    assert page.period == "Your progress, 23 November 2026 to Tuesday 1 December 2026"
    assert page.figures == () and page.change is None


def test_a_pain_that_came_back_lately_is_no_drop():
    plan = plan_of(BACK)
    days = diary_of(wave(6, 28), [*wave(3, 42), *wave(6.5, 14)], began=plan.began)
    page = progress_page(reviewed(plan, days, all_no(plan)), KNOWN)
    assert page.change.headline == "No clear change"
    assert [one.value for one in page.figures] == ["6.0", "6.6"]


LEVEL = st.sampled_from([2.0, 3.0, 4.0, 5.0, 6.0, 8.0])
WEEKS = st.sampled_from([1, 3, 4, 6, 10])


@st.composite
def asked_of(draw):
    """What may be asked at a second visit, or not."""
    said = {
        "sessions": draw(st.none() | st.integers(0, 12).map(lambda n: {"done": n})),
        "self_care": draw(st.none() | st.integers(0, 7).map(lambda n: {"done": n})),
        "overall": draw(st.none() | st.sampled_from(Overall).map(lambda one: {"label": one.value})),
        "long_flares": draw(st.none() | st.integers(0, 3)),
        "severity": draw(st.none() | st.integers(0, 10).map(lambda n: {"average": n})),
    }
    return {name: value for name, value in said.items() if value is not None}


@given(st.sampled_from(PLANS), LEVEL, LEVEL, WEEKS, asked_of())
@examples(160, deadline=None)
def test_no_review_gives_a_page_that_contradicts_itself(name, before, after, weeks, said):
    plan = plan_of(name)
    days = diary_of(wave(before, 28), wave(after, 7 * weeks), began=plan.began)
    review = reviewed(plan, days, all_no(plan, asked(**said)))
    page = progress_page(review, KNOWN)
    assert contradictions(page) == []
    for done, planned in re.findall(r"(\d+) of (\d+) (?:visits|days)", words(page)):
        assert int(done) <= int(planned)
    if page.change and HIGHER in page.change.says:
        assert LARGE not in page.change.says
    left = of_massage(one for one in visits_of(review.next_plan) if one.on > review.on)
    if found := re.search(r"Massage: (\d+) visit", words(page)):
        assert int(found[1]) == len(left)


@given(st.sets(st.integers(0, 7)))
@examples(60, deadline=None)
def test_the_visits_on_the_page_are_those_of_the_log(had):
    """Each visit up to the review was logged or missed; the page counts what the log counts."""
    plan = plan_of(BACK)
    visits = [one.on for one in of_massage(visits_of(plan))][:8]
    on = visits[-1] + timedelta(days=1)
    log = [as_planned(Followed(plan), visits[at]) for at in sorted(had)]
    if not log:
        return
    facts = counting.fed(all_no(plan, asked(on=on.isoformat())), counting.counted(log, plan, on))
    days = diary_of(wave(5, 28), wave(5, (on - BEGAN).days), began=plan.began)
    page = progress_page(reviewed(plan, days, facts), KNOWN)
    assert f"You came to {len(log)} of 8 visits." in (*page.first, *page.done)
