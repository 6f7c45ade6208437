"""In one sentence how clear a change is; it says what the headline says, never more."""

from typing import NamedTuple

from planner.diary.analysis import figures
from planner.diary.analysis.compared import CLAIMED, Claim, Compared, compared, shown
from planner.model.diary import Analysis
from planner.model.diary.pain_days import DayDifference, where_they_tell_more
from planner.model.phrase import Phrase, Texts
from planner.words import joined, say, say_many

NO_START = say("Nothing is compared: nobody has said when the plan started.")


class Change(NamedTuple):
    """A change as the scores have it, and as the days with pain have it; None was not compared."""

    scores: Analysis | None
    days: DayDifference | None = None

    @property
    def by_days(self) -> DayDifference | None:
        """The days with pain where they tell more than the scores, as in the headline."""
        return where_they_tell_more(self.days, self.scores)

    @property
    def is_compared(self) -> bool:
        """Whether anything was."""
        return self.scores is not None or self.days is not None

    @property
    def is_clear(self) -> bool:
        """Whether a difference can be told, as the headline has it."""
        if self.by_days:
            return self.by_days.with_pain.is_clear
        return self.scores is not None and compared(self.scores).claim in CLAIMED


def clear(change: Change, obstacles: Texts) -> Phrase:
    """How clear the difference is; where nothing was compared, why."""
    if change.by_days:
        return _by_days(change.by_days)
    if change.scores is None:
        return joined(*obstacles)
    seen = compared(change.scores)
    if seen.claim is Claim.ALIKE:
        return figures.alike(seen.difference)
    if seen.claim is Claim.UNCLEAR:
        return say("Not clear: these days fit anything between {ends}.", ends=figures.reach(seen))
    return _clear(_span(seen), len(change.scores.cautions))


def _by_days(found: DayDifference) -> Phrase:
    rate = found.with_pain
    if not rate.is_clear:
        return say(
            "Not clear: these days fit anything between {fewer:.1f} days with pain fewer "
            "and {more:.1f} more in 28.",
            fewer=abs(rate.low),
            more=rate.high,
        )
    least, most = sorted((abs(rate.low), abs(rate.high)))
    told = {"least": least, "most": most}
    if rate.high < 0:
        span = say("probably {least:.1f} to {most:.1f} days with pain fewer in 28", **told)
    else:
        span = say("probably {least:.1f} to {most:.1f} days with pain more in 28", **told)
    return _clear(span, len(found.cautions))


def _clear(span: Phrase, cautions: int) -> Phrase:
    """The interval of a clear difference, and how many cautions stand beside it."""
    if not cautions:
        return say("Clear in these days: {span}. It cannot show why.", span=span)
    return say_many(
        "A difference is clear in these days: {span}. {number} caution stands beside it.",
        "A difference is clear in these days: {span}. {number} cautions stand beside it.",
        cautions,
        span=span,
    )


def _span(seen: Compared) -> Phrase:
    """Both ends of the interval; one number where they round to the same."""
    least, most = sorted((abs(seen.difference.low), abs(seen.difference.high)))
    if shown(least) == shown(most):
        return figures.on_average(seen)
    told = {"least": least, "most": most}
    if seen.claim is Claim.LOWER and seen.of:
        return say("probably {least:.1f} to {most:.1f} points better", **told)
    if seen.claim is Claim.LOWER:
        return say("probably {least:.1f} to {most:.1f} points lower", **told)
    if seen.of:
        return say("probably {least:.1f} to {most:.1f} points worse on average", **told)
    return say("probably {least:.1f} to {most:.1f} points higher on average", **told)
