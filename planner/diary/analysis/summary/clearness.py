"""In one sentence how clear a change is; it says what the headline says, never more."""

from planner.diary.analysis import figures
from planner.diary.analysis.compared import CLAIMED, Claim, Compared, compared, shown
from planner.model.diary import Analysis
from planner.model.phrase import Phrase, Texts
from planner.words import joined, say, say_many

NO_START = say("Nothing is compared: nobody has said when the plan started.")


def clear(found: Analysis | None, obstacles: Texts) -> Phrase:
    """How clear the difference is; where nothing was compared, why."""
    if found is None:
        return joined(*obstacles) if obstacles else NO_START
    seen = compared(found)
    if seen.claim is Claim.ALIKE:
        return figures.alike(seen.difference)
    if seen.claim is Claim.UNCLEAR:
        return say("Not clear: these days fit anything between {ends}.", ends=figures.reach(seen))
    return _clear(seen, len(found.cautions))


def is_clear(found: Analysis | None) -> bool:
    """Whether a difference can be told, as the headline has it."""
    return found is not None and compared(found).claim in CLAIMED


def _clear(seen: Compared, cautions: int) -> Phrase:
    """The interval of a clear difference, and how many cautions stand beside it."""
    span = _span(seen)
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
