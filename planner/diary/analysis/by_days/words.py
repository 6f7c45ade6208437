"""What the days with pain say: counts, days in four weeks, and how sure their difference is."""

from collections.abc import Iterator

from planner.diary.analysis import wording
from planner.model.diary import Analysis, DiaryResult
from planner.model.diary.pain_days import DayDifference, DayRate, where_they_tell_more
from planner.model.order import each_once
from planner.model.phrase import Phrase, Texts
from planner.words import say

ASSUMED = say(
    "Only days with pain are written down. Days without an entry are counted as days without pain; "
    "if some were forgotten, there were more."
)
ALREADY_FEWER = say(
    "The days with pain were already becoming fewer before the plan. "
    "Part of this may have happened anyway."
)
LIKE_A_SLOW_CHANGE = say(
    "Days with pain that slowly change over all this time, before the plan too, "
    "would look the same."
)
NOT_AVERAGED = say("Most days have no entry, so the scores are not averaged; the days are counted.")
HALVED = say("Trials of headache count the people whose days with headache are halved.")

HALF = 50  # percent fewer


def headline(found: Analysis | None, counted: DayDifference | None = None) -> Phrase:
    """What changed, in a few words; by the days with pain where they tell more than the scores."""
    days = where_they_tell_more(counted, found)
    return _headline(days) if days else wording.headline(found)


def _headline(found: DayDifference) -> Phrase:
    rate = found.with_pain
    told = {"before": rate.before, "after": rate.after}
    if not rate.is_clear:
        return say(
            "No clear difference in days with pain: {before:.1f} and {after:.1f} in 28", **told
        )
    if rate.high < 0:
        return say("Fewer days with pain in 28: {before:.1f} before, {after:.1f} since", **told)
    return say("More days with pain in 28: {before:.1f} before, {after:.1f} since", **told)


def sentences(found: DayDifference) -> Iterator[Phrase]:
    """The days in words; where it hurts nearly every day only the bad ones."""
    if found.can_tell:
        yield _with_pain(found)
        yield difference(found.with_pain)
    if found.with_pain.high < 0 and (found.with_pain.percent or 0) <= -HALF:
        yield HALVED
    if found.bad and _are_some_bad(found):
        yield _bad(found, found.bad)
        yield difference(found.bad)
    if found.before.medicine is not None and found.after.medicine is not None:
        yield say(
            "Days with medicine: {before} of {all_before} before, {after} of {all_after} since.",
            before=found.before.medicine,
            all_before=found.before.days,
            after=found.after.medicine,
            all_after=found.after.days,
        )


def _are_some_bad(found: DayDifference) -> bool:
    """Whether there are bad days, and days with pain that were not."""
    sides = (found.before, found.after)
    return any(one.bad for one in sides) and any(one.bad != one.with_pain for one in sides)


def _with_pain(found: DayDifference) -> Phrase:
    before, after = found.before, found.after
    return say(
        "Days with pain: {before} of {all_before} before the plan, {after} of {all_after} since it "
        "began. In 28 days that is {rate_before:.1f} and {rate_after:.1f}.",
        before=before.with_pain,
        all_before=before.logged,
        after=after.with_pain,
        all_after=after.logged,
        rate_before=found.with_pain.before,
        rate_after=found.with_pain.after,
    )


def _bad(found: DayDifference, rate: DayRate) -> Phrase:
    return say(
        "Days at {bad:g} or more: {before} before, {after} since. "
        "In 28 days that is {rate_before:.1f} and {rate_after:.1f}.",
        bad=found.bad_from,
        before=found.before.bad,
        after=found.after.bad,
        rate_before=rate.before,
        rate_after=rate.after,
    )


def difference(rate: DayRate) -> Phrase:
    """How far the days lie apart, and how sure that is."""
    if not rate.is_clear:
        return say(
            "That is no clear difference: probably between {fewer:.1f} days fewer "
            "and {more:.1f} more in 28.",
            fewer=-rate.low,
            more=rate.high,
        )
    least, most = sorted((abs(rate.low), abs(rate.high)))
    told = {"apart": abs(rate.after - rate.before), "least": least, "most": most}
    if rate.high < 0:
        return say(
            "That is {apart:.1f} days fewer in 28, probably {least:.1f} to {most:.1f}.", **told
        )
    return say("That is {apart:.1f} days more in 28, probably {least:.1f} to {most:.1f}.", **told)


def assumed(was: bool) -> Texts:
    """That days without an entry were taken as free of pain, where they were."""
    return (ASSUMED,) if was else ()


def not_averaged(found: DayDifference | None) -> Texts:
    """Why days are counted and no scores averaged, where most days have no entry."""
    return (NOT_AVERAGED,) if found and found.unwritten_are_free else ()


def in_sentences(found: DiaryResult) -> Texts:
    """What was compared, in sentences: the scores, or why not, and the days; the first first."""
    scores = found.analysis.says if found.analysis else found.cautions
    counted = found.pain_days.says if found.pain_days else ()
    first = found.pain_days is not None and found.pain_days.comes_first
    return (*counted, *scores) if first else (*scores, *counted)


def to_keep_in_mind(found: DiaryResult) -> Texts:
    """What stands against reading too much into either."""
    scores = found.analysis.cautions if found.analysis else ()
    return each_once((*scores, *(found.pain_days.cautions if found.pain_days else ())))
