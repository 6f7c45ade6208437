"""What an analysis says: short sentences, no reason why, no verdict on the plan."""

from planner.diary.analysis import better_or_worse, figures
from planner.diary.analysis.caveats import When
from planner.diary.analysis.compared import Claim, Compared, compared, shown
from planner.model.change import ENOUGH_DAYS, is_noticeable
from planner.model.diary import Analysis
from planner.model.phrase import Phrase, Texts
from planner.words import say

NO_WHY = say("A diary cannot show why. Sleep, medicine, weather, rest and time change too.")
UNCLEAR = say("No clear difference in these days")
HARDLY = say("About the same before and since")
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
    seen = compared(found)
    if seen.claim is Claim.ALIKE:
        return HARDLY
    if seen.claim is Claim.UNCLEAR:
        return _unclear(seen)
    if seen.of:
        return better_or_worse.headline(seen)
    return say("Pain is {apart}", apart=_apart(seen))


def _unclear(seen: Compared) -> Phrase:
    """That nothing is clear; a large difference is not passed over."""
    if not figures.is_large(seen):
        return UNCLEAR
    return say("No clear difference: {apart} may be chance", apart=figures.apart(seen))


def _apart(seen: Compared) -> Phrase:
    """The difference; a rise is never said more firmly than "on average"."""
    points, percent = seen.difference.points, seen.difference.percent
    if percent is None:
        return figures.on_average(seen)
    told = {"points": abs(points), "percent": abs(percent)}
    if points < 0:
        return say("{points:.1f} points lower ({percent:.0f} %)", **told)
    return say("{points:.1f} points higher on average ({percent:.0f} %)", **told)


def _apart_with_share_first(seen: Compared) -> Phrase:
    """The difference inside a sentence."""
    points, percent = seen.difference.points, seen.difference.percent
    if percent is None or seen.of:
        return figures.on_average(seen)
    told = {"points": abs(points), "percent": abs(percent)}
    if points < 0:
        return say("{points:.1f} points ({percent:.0f} %) lower", **told)
    return say("{points:.1f} points ({percent:.0f} %) higher on average", **told)


def means(seen: Compared) -> Phrase:
    """The means of both phases."""
    if seen.of:
        return better_or_worse.means(seen)
    return say(
        "The average pain was {before:.1f} in the {days_before} days before the plan, "
        "and {after:.1f} in the {days_after} days since it began.",
        days_before=seen.before.days,
        before=seen.before.mean,
        days_after=seen.after.days,
        after=seen.after.mean,
    )


def difference(seen: Compared) -> Phrase:
    """The difference, and how sure it is."""
    found = seen.difference
    if seen.claim is Claim.ALIKE:
        return figures.alike(found)
    if seen.claim is Claim.UNCLEAR:
        return figures.unclear(seen)
    apart = _apart_with_share_first(seen)
    least, most = sorted((abs(found.low), abs(found.high)))
    if shown(least) == shown(most):
        return say("That is {apart}.", apart=apart)
    return say(
        "That is {apart}. Allowing for how one day colours the next, "
        "the difference is probably between {least:.1f} and {most:.1f} points.",
        apart=apart,
        least=least,
        most=most,
    )


def last_days(days: int, of: int, when: When) -> Phrase:
    """That only the last days of a longer side are compared."""
    told = {"days": days, "all": of}
    if when is When.BEFORE:
        return say("Of the {all} days before the plan the last {days} are compared.", **told)
    return say("Of the {all} days since the plan began the last {days} are compared.", **told)


def noticed(seen: Compared) -> Texts:
    """Whether people often notice such a fall: 30 % and 1 point (2 from 6 up); much is 50 %.

    It is said without a "may" only where the near end of the interval is such a fall too, and
    there are days enough. Nobody has studied how much less of something other than pain is noticed.
    """
    found, before = seen.difference, seen.before.mean
    if seen.of or seen.claim is not Claim.LOWER or found.percent is None:
        return ()
    if not is_noticeable(-found.points, before, -found.percent):
        return ()
    few = min(seen.before.logged, seen.after.logged) < ENOUGH_DAYS
    if few or not is_noticeable(-found.high, before, 100 * -found.high / before):
        return (MAY_BE_NOTICED,)
    return (MOST_NOTICE if -found.percent >= MOST_NOTICE_PERCENT else OFTEN_NOTICED,)


def worse(seen: Compared) -> Texts:
    """What to add when the pain of the days since is clearly higher."""
    if seen.of or seen.claim is not Claim.HIGHER:
        return ()
    return (RISES, HIGH_PAIN) if seen.after.mean >= SEVERE else (RISES,)


def filled_in(seen: Compared) -> Phrase:
    """How complete each side is."""
    return say(
        "Days written down: {before} of {all_before} before, {after} of {all_after} since.",
        before=seen.before.logged,
        all_before=seen.before.days,
        after=seen.after.logged,
        all_after=seen.after.days,
    )
