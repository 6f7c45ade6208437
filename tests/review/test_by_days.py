"""Headache and attacks are judged by days with pain: improved, worsened, unclear."""

import numpy as np
import pytest

from planner.exports.notes.told import _told
from planner.exports.paper.progress.page import progress_page
from planner.model.vocabulary import Decision
from planner.review.effect import Effect
from tests.review.conftest import KNOWN, asked, diary_of, plan_of, reviewed
from tests.review.plans import BACK

HEADACHE = "tension-type-headache"
SEVENTEEN = (2, 7, 13, 18, 22, 29, 33, 38, 44, 50, 55, 61, 66, 72, 79, 83, 91)  # of 92 days


def attacks(number: int, every: int, score: float = 8, rest: float | None = 0):
    """So many days, an attack on every so-manieth of them."""
    return [score if day % every == 0 else rest for day in range(number)]


def judged(before, after, source: str = HEADACHE, **facts):
    """The review of a plan that began between these days."""
    plan = plan_of(source)
    diary = diary_of(before, after, began=plan.began)
    return reviewed(plan, diary, asked(**facts))


def said(found) -> str:
    return " ".join(one.says for one in found.reasons)


def test_fewer_days_with_headache_are_a_gain_though_each_hurts_as_before():
    found = judged(attacks(56, 2), attacks(56, 5))
    assert found.decision is Decision.STEP_DOWN
    assert found.progress.days.high < 0
    assert "Days with pain: 28 of 56 before, 12 of 56 since" in said(found)
    assert "Average pain" not in said(found)


def test_milder_headaches_on_as_many_days_are_no_fewer_days():
    found = judged(attacks(56, 2, 8), attacks(56, 2, 3))
    assert found.decision is not Decision.STEP_DOWN
    assert "no clear difference" in said(found)


def test_massage_for_headache_ends_where_as_many_days_hurt_on_its_judging_day():
    found = judged(attacks(56, 3), attacks(70, 3))
    assert found.decision is Decision.STOP
    assert found.next_plan.massage is None


def test_fewer_days_are_no_gain_of_a_back_that_hurts_as_much_on_the_whole():
    found = judged([4.0, 5.0] * 28, ([7.0] * 6 + [0.0] * 4) * 5, source=BACK)
    assert found.decision is Decision.CHANGE


def test_clearly_more_days_with_headache_are_worse():
    found = judged(attacks(56, 7), attacks(56, 2))
    assert (found.decision, found.rule) == (Decision.REFER, "clear-worsening")
    assert "more." in said(found)


@pytest.mark.parametrize("rest", [0, None])
def test_a_rising_count_reaches_the_review_with_its_numbers(rest):
    before = [8 if day in (0, 8, 19, 27, 40, 47, 58, 66, 75) else rest for day in range(82)]
    after = [8 if day in SEVENTEEN else rest for day in range(92)]
    found = judged(before, after)
    days = found.progress.days
    assert days.with_pain_before == 9
    assert days.now > 1.5 * days.before
    assert "no clear difference" in said(found) or found.decision is Decision.REFER
    assert days.assumed == (rest is None)
    assert ("Days without an entry are counted" in said(found)) == (rest is None)


def test_back_pain_on_a_few_days_is_counted_where_the_free_days_are_written():
    found = judged(attacks(56, 3), attacks(56, 14), source=BACK)
    assert found.progress.days is not None
    assert found.decision is Decision.STEP_DOWN


def test_a_sparse_diary_of_back_pain_assumes_no_free_days():
    found = judged(attacks(56, 5, rest=None), attacks(56, 5, rest=None), source=BACK)
    assert found.progress.days is None
    assert found.decision is Decision.NOT_ENOUGH
    assert "Most days have no entry" in said(found)


def test_headache_on_nearly_every_day_is_judged_by_its_scores():
    found = judged([6.0] * 28, [3.0, 4.0] * 14)
    assert found.progress.days is None
    assert "Average pain fell" in said(found)


def test_few_days_do_not_step_down_alone():
    found = judged(attacks(13, 1)[:10] + [0] * 3, attacks(28, 7))
    assert found.progress.days.high < 0
    assert found.decision is not Decision.STEP_DOWN
    borne_out = judged(
        attacks(13, 1)[:10] + [0] * 3, attacks(28, 7), overall={"label": "much improved"}
    )
    assert borne_out.decision is Decision.STEP_DOWN


def test_without_days_nothing_is_fewer_and_nothing_clear():
    unknown = Effect(None, KNOWN.weights.course)
    assert not unknown.fewer_days
    assert not unknown.is_clearly_lower
    assert not unknown.is_clearly_higher


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("share", [0.15, 0.4])
def test_attacks_that_only_wander_seldom_move_the_dose(share):
    rng = np.random.default_rng(20261127)
    decisions = [
        judged(*np.where(rng.random((2, 56)) < share, 7.0, 0.0).tolist()).decision
        for _ in range(300)
    ]
    assert decisions.count(Decision.STEP_DOWN) / 300 < 0.05
    assert decisions.count(Decision.REFER) / 300 < 0.05


@pytest.mark.parametrize(
    ("before", "after", "told"), [(2, 5, "Fewer days"), (5, 2, "More days"), (3, 3, "No clear")]
)
def test_paper_and_note_tell_the_days_that_were_judged(before, after, told):
    found = judged(attacks(60, before), attacks(60, after))
    page = progress_page(found, KNOWN)
    assert page.change.headline.startswith(told)
    assert f"{60 // before} of 60 days" in page.figures[0].of
    subjective = " ".join(_told(found.progress))
    assert f"Days with pain: {60 // before} of 60 before, {60 // after} of 60 since" in subjective
