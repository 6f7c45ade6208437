"""What a review says of the days with pain, where headache or attacks are judged."""

from planner.model.phrase import Phrase
from planner.model.review import PainDays
from planner.words import joined, say

ASSUMED = say("Days without an entry are counted as days without pain.")


def pain_days(found: PainDays) -> Phrase:
    """What the days with pain show, and what was taken of days without an entry."""
    told = _days_apart(found)
    return joined(told, ASSUMED) if found.assumed else told


def _days_apart(found: PainDays) -> Phrase:
    least, most = sorted(abs(end) for end in (found.low, found.high))
    told = {
        "before": found.with_pain_before,
        "all_before": found.days_before,
        "now": found.with_pain_since,
        "all_now": found.days_since,
        "rate_before": found.before,
        "rate_now": found.now,
        "least": least,
        "most": most,
    }
    if not found.is_clear:
        return say(
            "Days with pain: {before} of {all_before} before, {now} of {all_now} since; in 28 days "
            "{rate_before:.1f} and {rate_now:.1f}, no clear difference (probably between "
            "{fewer:.1f} fewer and {more:.1f} more).",
            fewer=-found.low,
            more=found.high,
            **told,
        )
    if found.now < found.before:
        return say(
            "Days with pain: {before} of {all_before} before, {now} of {all_now} since; in 28 days "
            "{rate_before:.1f} and {rate_now:.1f}, probably {least:.1f} to {most:.1f} fewer.",
            **told,
        )
    return say(
        "Days with pain: {before} of {all_before} before, {now} of {all_now} since; in 28 days "
        "{rate_before:.1f} and {rate_now:.1f}, probably {least:.1f} to {most:.1f} more.",
        **told,
    )
