"""What an analysis says: short sentences, no reason why, no verdict on the plan."""

from planner.diary.analysis.caveats import When
from planner.diary.analysis.effects import MeanDifference
from planner.model.change import is_noticeable
from planner.model.diary import Analysis, Phase
from planner.model.phrase import Phrase
from planner.words import say, say_many

NO_WHY = say(
    "This cannot show why it changed. Sleep, medicine, weather, rest and time all changed too."
)
ALIKE = say("Every day before and after has the same score.")
UNCLEAR = say("No clear difference in these days")
NOT_YET = say("Not compared yet")
MOST_NOTICE = say("A fall this large is one that most people notice.")
OFTEN_NOTICED = say("A fall this large is one that people often notice.")
MAY_BE_NOTICED = say("People may notice a fall of this size, or not.")
RISES = say("How large a rise matters has been studied less than a fall.")
HIGH_PAIN = say("The pain is high. If it is new, or other signs came with it, see a doctor.")

MOST_NOTICE_PERCENT = 50  # of the mean before (Dworkin 2008)
SEVERE = 7.0


def headline(found: Analysis | None) -> Phrase:
    """What changed, in a few words."""
    if found is None:
        return NOT_YET
    points, percent = found.difference.points, found.difference.percent
    if is_unclear(points, found.difference.low, found.difference.high):
        return UNCLEAR
    return say("Pain is {apart}", apart=_apart(points, percent))


def _apart(points: float, percent: float | None) -> Phrase:
    """The difference; a rise is never said more firmly than "on average"."""
    told = {"points": abs(points), "percent": abs(percent or 0.0)}
    if points < 0 and percent is None:
        return say("{points:.1f} points lower", **told)
    if points < 0:
        return say("{points:.1f} points lower ({percent:.0f} %)", **told)
    if percent is None:
        return say("{points:.1f} points higher on average", **told)
    return say("{points:.1f} points higher on average ({percent:.0f} %)", **told)


def _apart_with_share_first(points: float, percent: float | None) -> Phrase:
    """The difference inside a sentence."""
    told = {"points": abs(points), "percent": abs(percent or 0.0)}
    if percent is None:
        return _apart(points, None)
    if points < 0:
        return say("{points:.1f} points ({percent:.0f} %) lower", **told)
    return say("{points:.1f} points ({percent:.0f} %) higher on average", **told)


def is_unclear(points: float, low: float, high: float) -> bool:
    """Whether no difference can be told: the interval holds zero, or it rounds to zero."""
    return (low <= 0 <= high and not low == high == 0) or round(points, 1) == 0


def phases(
    before: Phase, after: Phase, found: MeanDifference, percent: float | None
) -> tuple[Phrase, Phrase]:
    """The means of both phases, their difference, and how sure it is."""
    low, high = found.interval
    means = say(
        "In the {days_before} days before the plan your average pain was {before:.1f}. "
        "In the {days_after} days after it was {after:.1f}.",
        days_before=before.days,
        before=before.mean,
        days_after=after.days,
        after=after.mean,
    )
    if low == high == 0:
        return means, ALIKE
    if is_unclear(found.points, low, high):
        unclear = say(
            "There is no clear difference in these days. Allowing for carry-over from day to day, "
            "the change is probably between {low:+.1f} and {high:+.1f} points.",
            low=low,
            high=high,
        )
        return means, unclear
    least, most = sorted((abs(low), abs(high)))
    if round(least, 1) == round(most, 1):
        return means, say("That is {apart}.", apart=_apart_with_share_first(found.points, percent))
    clear = say(
        "That is {apart}. Allowing for carry-over from day to day, "
        "the difference is probably between {least:.1f} and {most:.1f}.",
        apart=_apart_with_share_first(found.points, percent),
        least=least,
        most=most,
    )
    return means, clear


def last_days(days: int, of: int, when: When) -> Phrase:
    """That only the last days of a longer side are compared."""
    told = {"days": days, "all": of}
    if when is When.BEFORE:
        return say("Of the {all} days before the plan the last {days} are compared.", **told)
    return say("Of the {all} days since then the last {days} are compared.", **told)


def noticed(before: float, found: MeanDifference, percent: float | None) -> list[Phrase]:
    """Whether people often notice such a fall: 30 % and 1 point (2 from 6 up); much is 50 %.

    It is said without a "may" only where the near end of the interval is such a fall too.
    """
    low, high = found.interval
    if percent is None or low <= 0 <= high or found.points >= 0:
        return []
    if not is_noticeable(-found.points, before, -percent):
        return []
    if not is_noticeable(-high, before, 100 * -high / before):
        return [MAY_BE_NOTICED]
    return [MOST_NOTICE if -percent >= MOST_NOTICE_PERCENT else OFTEN_NOTICED]


def worse(after: float, found: MeanDifference) -> list[Phrase]:
    """What to add when the days after were clearly higher."""
    if found.interval.low <= 0:
        return []
    return [RISES, HIGH_PAIN] if after >= SEVERE else [RISES]


def filled_in(done: int, of: int) -> Phrase:
    """How complete the diary is."""
    return say_many(
        "You filled in {number} of {all} days.",
        "You filled in {number} of {all} days.",
        done,
        all=of,
    )
