"""The client's page of progress: now against before, goals, what was done, what is next."""

import re
from datetime import date, timedelta
from functools import cache

import pytest

from planner.charts.progress import progress
from planner.diary import csv_template, read_diary, result
from planner.exports.paper.progress import progress_page, progress_pdf
from planner.exports.paper.progress.pain import BAD_SPELL, NO_WHY
from planner.model.diary import DayWritten
from planner.model.errors import NotForHandout
from planner.model.vocabulary import Decision
from tests.exports.conftest import flat, pages
from tests.reading_grade import reading_grade
from tests.review.conftest import BEGAN, KNOWN, all_no, asked, plan_of, reviewed, wave
from tests.review.plans import BACK, plan_named

FORBIDDEN = re.compile(
    r"\b(safe|cure\w*|works?|worked|caused?|because|helps|helped|effective|significan\w*|"
    r"diagnos\w*|median|interval|biweekly)\b", re.IGNORECASE)  # fmt: skip
SESSIONS = tuple(BEGAN + timedelta(days=7 * n) for n in range(12))
GOALS = [{"goal": "walk to the shops", "before": 3, "now": 6}]
# One case for each decision, and for each rule that has words of its own.
CASES = {
    "step-down": (BACK, wave(6, 28), wave(3.5, 28), {"goals": GOALS}),
    "step-down to the end": ("hip-osteoarthritis", wave(6, 28), wave(3.5, 28), {}),
    "keep": (BACK, wave(5, 28), wave(4.5, 28), {"self_care": {"done": 5}}),
    "low adherence": (BACK, wave(5, 28), wave(5, 28), {"self_care": {"done": 1}}),
    "change": (BACK, wave(5, 28), wave(5, 42), {"overall": {"label": "no change"}}),
    "shorter": (BACK, wave(5, 28), wave(5, 28), {"long_flares": 2}),
    "stop": (BACK, wave(5, 28), wave(5, 70), {}),
    "stop at flares": ("halved", wave(5, 28), wave(5, 42), {"long_flares": 2}),
    "course ended": ("sciatica", wave(5, 28), wave(4.5, 28), {}),
    "nerve pain higher": ("neuropathic-pain", wave(4, 28), wave(5, 28), {}),
    "step-up": ("neck-small-budget", wave(6, 28), wave(5, 28),
                {"reach": {"sessions_per_week": 2.0}}),
    "refer": (BACK, wave(4, 28), wave(7, 28), {"after_last_time": "worse for more than 48 hours"}),
    "not-enough": (BACK, wave(5, 28), wave(5, 3), {}),
}  # fmt: skip
ALIKE = {"step-down to the end", "low adherence", "stop at flares", "course ended", "shorter",
         "nerve pain higher"}  # fmt: skip
PRINTED = [pytest.param(one, marks=pytest.mark.slow if one in ALIKE else ()) for one in CASES]


@cache
def made(case):
    """The plan reviewed, and the diary as it was read."""
    name, before, after, facts = CASES[case]
    plan = plan_named(name)
    first = plan.began - timedelta(days=len(before))
    days = [(first + timedelta(days=n), pain) for n, pain in enumerate([*before, *after])]
    rows = [DayWritten(day, pain, session=day in SESSIONS) for day, pain in days]
    reading = read_diary(csv_template(rows), "diary.csv", on=date(2027, 3, 1))
    facts = all_no(plan, asked(**facts))
    return reviewed(plan, result(reading, plan.began), facts), reading


@pytest.fixture(params=CASES)
def found(request):
    return made(request.param)


def words(page):
    """Every sentence of the page."""
    figures = [f"{one.what}: {one.value}, {one.of}." for one in page.figures]
    change = [page.change.headline, *page.change.says] if page.change else []
    calls = [one.says for one in page.calls]
    return [*page.first, *figures, *change, *page.seen, *page.done, *page.next, *calls]


def test_every_decision_has_its_page():
    assert {made(case)[0].decision for case in CASES} == set(Decision)


@pytest.mark.parametrize("found", PRINTED, indirect=True)
def test_it_is_one_page_with_the_chart_and_what_is_next(found):
    review, reading = found
    document = progress_pdf(review, reading, KNOWN)
    (told,) = pages(document)
    page = progress_page(review, KNOWN)
    assert told.startswith(page.label)
    in_one_piece = (*page.seen, *(one.says for one in page.calls), page.period)
    assert all(flat(line) in told for line in in_one_piece)
    assert page.visit.day in told


def test_a_sixth_grader_can_read_it(found):
    review, _ = found
    hard = [line for line in words(progress_page(review, KNOWN)) if reading_grade(line) > 6]
    assert not hard


def test_it_says_no_cause_and_no_verdict(found):
    review, _ = found
    told = " ".join(words(progress_page(review, KNOWN)))
    assert not FORBIDDEN.search(told), FORBIDDEN.search(told)
    if review.progress.pain:
        assert NO_WHY in told


def test_no_id_and_no_therapists_word_reaches_the_client(found):
    review, _ = found
    told = " ".join(words(progress_page(review, KNOWN)))
    assert not re.search(r"\b(adjunct|technique|dose|taper|baseline|interval|phase)\b", told)
    assert not [one for one in (*KNOWN.rows, *KNOWN.review_rules) if "-" in one and one in told]


def test_it_shows_now_against_before_and_that_bad_spells_ease():
    review, reading = made("step-down")
    page = progress_page(review, KNOWN)
    assert [one.value for one in page.figures] == ["6.0", "3.4"]
    assert [one.of for one in page.figures] == ["28 days before the plan", "the last 14 days"]
    assert page.change.headline == "Lower by 2.6 of 10"
    assert BAD_SPELL in page.seen
    (told,) = pages(progress_pdf(review, reading, KNOWN))
    assert "We met once a week. From now on we meet every 2 weeks, 60 minutes each." in page.next
    assert "3 then, 6 now" in told


def test_a_new_technique_is_told_in_plain_words():
    review, _ = made("change")
    new = review.next_plan.massage.techniques[0].id
    assert f"New: {KNOWN.techniques[new].plain}" in progress_page(review, KNOWN).next


def test_a_worsening_sends_to_a_doctor_before_the_next_massage():
    page = progress_page(made("refer")[0], KNOWN)
    assert "Please see a doctor before the next massage." in page.next[0]


def test_what_nobody_counted_is_not_told():
    page = progress_page(made("stop")[0], KNOWN)
    assert page.done == (
        "You came to 10 of 10 visits.",
        "You wrote the diary on 70 of 70 days.",
    )
    review, _ = made("not-enough")
    assert not any("home" in line for line in progress_page(review, KNOWN).done)


def test_with_too_few_days_the_chart_compares_nothing():
    review, reading = made("not-enough")
    page = progress_page(review, KNOWN)
    assert page.figures == ()
    assert "up to 29 November 2026" in page.next[0]
    figure = progress(reading, BEGAN, None)
    assert "on average" not in figure.alt
    found, with_enough = made("keep")
    assert progress(with_enough, BEGAN, found.progress.pain).alt.count("on average") == 2


@pytest.mark.parametrize("row", ["rf-cauda-equina", "rf-dvt", "rf-fever-acute-illness"])
def test_under_a_sign_no_page_is_handed_out(row):
    plan = plan_of(BACK)
    _, reading = made("step-down")
    facts = asked(answers={row: "yes"})
    review = reviewed(plan, result(reading, plan.began), facts)
    with pytest.raises(NotForHandout):
        progress_pdf(review, reading, KNOWN)


def test_five_long_goals_still_fit_on_one_page():
    goals = [{"goal": f"{n} walk far " * 20, "before": 1, "now": n} for n in range(1, 11)]
    _, reading = made("step-down")
    plan = plan_of("three-sources")
    facts = all_no(plan, asked(goals=goals, overall={"label": "much improved"}))
    review = reviewed(plan, result(reading, plan.began), facts)
    assert len(pages(progress_pdf(review, reading, KNOWN))) == 1


def test_the_same_review_gives_the_same_bytes():
    review, reading = made("keep")
    assert progress_pdf(review, reading, KNOWN) == progress_pdf(review, reading, KNOWN)
