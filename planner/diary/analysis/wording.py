"""What an analysis says: short sentences, no reason why, no verdict on the plan."""

from planner.diary.analysis.effects import MeanDifference
from planner.model.change import is_noticeable
from planner.model.diary import Analysis

NO_WHY = "This cannot show why it changed. Sleep, medicine, weather, rest and time all changed too."
SEVERE = 7.0


def headline(found: Analysis | None) -> str:
    """What changed, in a few words."""
    if found is None:
        return "Not compared yet"
    points, percent = found.difference.points, found.difference.percent
    if _is_unclear(points, found.difference.low, found.difference.high):
        return "No clear difference in these days"
    share = f" ({abs(percent):.0f} %)" if percent is not None else ""
    return f"Pain is {abs(points):.1f} points {_side_of(points)}{share}"


def _side_of(points: float) -> str:
    """Lower, or higher on average: a rise is never said more firmly than that."""
    return "lower" if points < 0 else "higher on average"


def _is_unclear(points: float, low: float, high: float) -> bool:
    """Whether no difference can be told: the interval holds zero, or it rounds to zero."""
    return (low <= 0 <= high and not low == high == 0) or round(points, 1) == 0


def phases(before: tuple[int, float], after: tuple[int, float], points: float, low: float,
           high: float, percent: float | None) -> list[str]:  # fmt: skip
    """The means of both phases, their difference, and how sure it is."""
    said = (
        f"In the {before[0]} days before the plan your average pain was {before[1]:.1f}. "
        f"In the {after[0]} days after it was {after[1]:.1f}."
    )
    if _is_unclear(points, low, high):
        ends = f"{low:+.1f} and {high:+.1f}"
        return [said, "There is no clear difference in these days. Allowing for carry-over from "
                      f"day to day, the change is probably between {ends} points."]  # fmt: skip
    share = f" ({abs(percent):.0f} %)" if percent is not None else ""
    ends_ = sorted((abs(low), abs(high)))
    return [
        said,
        f"That is {abs(points):.1f} points{share} {_side_of(points)}. Allowing for carry-over from "
        f"day to day, the difference is probably between {ends_[0]:.1f} and {ends_[1]:.1f}.",
    ]


def noticed(before: float, found: MeanDifference, percent: float | None) -> list[str]:
    """Whether people often notice such a fall: 30 % and 1 point (2 from 6 up); much is 50 %."""
    low, high = found.interval
    if percent is None or low <= 0 <= high or found.points >= 0:
        return []
    if not is_noticeable(-found.points, before, -percent):
        return []
    if percent <= -50:
        return ["A fall this large is one that most people notice."]
    return ["A fall this large is one that people often notice."]


def worse(after: float, found: MeanDifference) -> list[str]:
    """What to add when the days after were clearly higher."""
    if found.interval.low <= 0:
        return []
    said = ["How large a rise matters has been studied less than a fall."]
    if after >= SEVERE:
        said.append("The pain is high. If it is new, or other signs came with it, see a doctor.")
    return said


def comparisons(share: float) -> str:
    """NAP in one sentence."""
    return (
        "If we take any day before and any day after, the later day was lower "
        f"{round(100 * share)} times in 100 (equal days count as half)."
    )


def filled_in(done: int, of: int) -> str:
    """How complete the diary is."""
    return f"You filled in {done} of {of} days."


def already_falling(per_week: float, days: int) -> str:
    """The pain was falling before the plan."""
    how = f" (about {abs(per_week):.1f} a week)" if days >= 14 else ""
    return (
        f"Your pain was already falling before the plan{how}. "
        "Part of this may have happened anyway."
    )


def began_in_flare() -> str:
    """The plan began in a bad spell."""
    return "The plan began during a bad spell. Bad spells often ease by themselves."


def short_baseline(days: int) -> str:
    """Too short a time before the plan to know what is usual."""
    return (
        f"There are only {days} days before the plan. If they were a bad spell, "
        "it may have eased by itself."
    )


def few_days(days: int, when: str) -> str:
    """Few days in a phase."""
    return f"There are only {days} days {when} the plan. Keep logging."


def missing_days(missing: int, of: int) -> str:
    """Days without an entry."""
    return (
        f"{missing} of {of} days are missing. People skip days when they feel well, "
        "and when they feel very ill."
    )


def before_gaps(points: float) -> str:
    """The days just before a gap differ from the rest."""
    side = "higher" if points > 0 else "lower"
    return f"Pain was {abs(points):.1f} points {side} on days just before a gap."


def too_few(days: int, when: str) -> str:
    """Too few entries to compare at all."""
    return (
        f"There are too few days {when} the plan ({days}) to compare. "
        "Seven are needed. Keep logging."
    )


def too_sparse(done: int, of: int, when: str) -> str:
    """Too many gaps to compare at all."""
    return f"Only {done} of {of} days {when} the plan are filled in. Six in ten are needed."
