"""What is said of scores that are not of pain, such as mood: they are better or worse, not lower.

All scores are counted from 0, the good end, to 10, the bad end; that is said with them.
"""

from planner.diary.analysis import figures
from planner.diary.analysis.compared import Compared
from planner.model.phrase import Phrase
from planner.words import say


def headline(seen: Compared) -> Phrase:
    """What changed, in a few words."""
    return say("“{name}” is {apart}", name=seen.of, apart=figures.on_average(seen))


def means(seen: Compared) -> Phrase:
    """The means of both phases, and how they are counted."""
    return say(
        "“{name}”, counted from 0 (best) to 10 (worst), was {before:.1f} on average in the "
        "{days_before} days before the plan, and {after:.1f} in the {days_after} days since it "
        "began.",
        name=seen.of,
        days_before=seen.before.days,
        before=seen.before.mean,
        days_after=seen.after.days,
        after=seen.after.mean,
    )
