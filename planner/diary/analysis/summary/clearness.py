"""In one sentence how clear a change is; it says what the headline says, never more."""

from planner.diary.analysis import wording
from planner.model.diary import Analysis, Difference
from planner.model.phrase import Phrase, Texts
from planner.words import joined, say, say_many

NO_START = say("Nothing is compared: nobody has said when the plan started.")


def clear(found: Analysis | None, obstacles: Texts) -> Phrase:
    """How clear the difference is; where nothing was compared, why."""
    if found is None:
        return joined(*obstacles) if obstacles else NO_START
    if is_clear(found):
        return _clear(found.difference, len(found.cautions))
    return _unclear(found.difference)


def is_clear(found: Analysis | None) -> bool:
    """Whether a difference can be told, as the headline has it."""
    if found is None:
        return False
    apart = found.difference
    return not wording.is_unclear(apart.points, apart.low, apart.high)


def _unclear(apart: Difference) -> Phrase:
    if apart.low == apart.high == 0:
        return wording.ALIKE
    if apart.low <= 0 <= apart.high:
        return say(
            "Not clear: these days fit anything from {fall:.1f} points lower to {rise:.1f} higher.",
            fall=abs(apart.low),
            rise=apart.high,
        )
    return say("Not clear: the difference is too small to tell.")


def _clear(apart: Difference, cautions: int) -> Phrase:
    """The interval of a clear difference, and how many cautions stand beside it."""
    span = _span(apart)
    if not cautions:
        return say("Clear in these days: {span}. It cannot show why.", span=span)
    return say_many(
        "A difference is clear in these days: {span}. {number} caution stands beside it.",
        "A difference is clear in these days: {span}. {number} cautions stand beside it.",
        cautions,
        span=span,
    )


def _span(apart: Difference) -> Phrase:
    """Both ends of the interval; one number where they round to the same."""
    least, most = sorted((abs(apart.low), abs(apart.high)))
    told = {"least": least, "most": most}
    alike = round(least, 1) == round(most, 1)
    if apart.points < 0:
        if alike:
            return say("{most:.1f} points lower", **told)
        return say("probably {least:.1f} to {most:.1f} points lower", **told)
    if alike:
        return say("{most:.1f} points higher on average", **told)
    return say("probably {least:.1f} to {most:.1f} points higher on average", **told)
