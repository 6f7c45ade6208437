"""The numbers of a comparison as a person reads them: signs, intervals, and how clear they are."""

from planner.diary.analysis.compared import Compared, shown
from planner.model.diary import Difference
from planner.model.phrase import Phrase
from planner.words import say

LARGE = 1.0  # points; the least difference that people notice

SAME_SCORE = say("Every day before and since has the same score.")
LESS_THAN_SHOWN = say("The two averages differ by less than 0.1 points.")


def signed(points: float) -> Phrase:
    """A change with its sign; what rounds to nothing has none."""
    if shown(points) < 0:
        return say("\u2212{points:.1f}", points=abs(points))
    if shown(points) > 0:
        return say("+{points:.1f}", points=points)
    return say("{points:.1f}", points=0.0)


def alike(found: Difference) -> Phrase:
    """That there is hardly a difference."""
    return SAME_SCORE if found.low == found.high == 0 else LESS_THAN_SHOWN


def is_large(seen: Compared) -> bool:
    """Whether the means lie so far apart that people would notice, were it clear."""
    return shown(abs(seen.difference.points)) >= LARGE


def unclear(seen: Compared) -> Phrase:
    """That the interval holds zero; a large difference is told with it."""
    ends = reach(seen)
    if is_large(seen):
        return say(
            "That is {apart}, but the days are too few, or too different from each other, to rule "
            "out chance. Allowing for how one day colours the next, the change is probably between "
            "{ends}.",
            apart=on_average(seen),
            ends=ends,
        )
    return say(
        "There is no clear difference in these days. Allowing for how one day colours the next, "
        "the change is probably between {ends}.",
        ends=ends,
    )


def reach(seen: Compared) -> Phrase:
    """Both ends of an interval that holds zero, in words."""
    told = {"fall": abs(seen.difference.low), "rise": seen.difference.high}
    if seen.of:
        return say("{fall:.1f} points better and {rise:.1f} points worse", **told)
    return say("{fall:.1f} points lower and {rise:.1f} points higher", **told)


def apart(seen: Compared) -> Phrase:
    """How far apart the means lie, and which way."""
    points = abs(seen.difference.points)
    if seen.of:
        return _better_or_worse(seen, points)
    if seen.difference.points < 0:
        return say("{points:.1f} points lower", points=points)
    return say("{points:.1f} points higher", points=points)


def _better_or_worse(seen: Compared, points: float) -> Phrase:
    if seen.difference.points < 0:
        return say("{points:.1f} points better", points=points)
    return say("{points:.1f} points worse", points=points)


def on_average(seen: Compared) -> Phrase:
    """The same; a turn for the worse is never said more firmly than "on average"."""
    points = seen.difference.points
    if points < 0:
        return apart(seen)
    if seen.of:
        return say("{points:.1f} points worse on average", points=points)
    return say("{points:.1f} points higher on average", points=points)
