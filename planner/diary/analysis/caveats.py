"""What stands against reading too much into a comparison, and why there is none."""

from enum import Enum

from planner.model.change import ENOUGH_DAYS
from planner.model.phrase import Phrase
from planner.words import say, say_many

BEGAN_IN_FLARE = say("The plan began during a bad spell. Bad spells often ease by themselves.")

LIKE_A_SLOW_FALL = say("A slow fall over all these days, before the plan too, would look the same.")
OTHER_SEASON = say("The days before and after lie in other times of the year.")


class When(Enum):
    """Which days: those before the plan began, or those from it on."""

    BEFORE = "before"
    AFTER = "after"


def already_falling(per_week: float, days: int) -> Phrase:
    """The pain was falling before the plan."""
    if days < ENOUGH_DAYS:
        return say(
            "Your pain was already falling before the plan. Part of this may have happened anyway."
        )
    return say(
        "Your pain was already falling before the plan (about {points:.1f} a week). "
        "Part of this may have happened anyway.",
        points=abs(per_week),
    )


def short_baseline(days: int) -> Phrase:
    """Too short a time before the plan to know what is usual."""
    return say_many(
        "There is only {number} day before the plan. If it was in a bad spell, "
        "it may have eased by itself.",
        "There are only {number} days before the plan. If they were a bad spell, "
        "it may have eased by itself.",
        days,
    )


def few_days(days: int, when: When) -> Phrase:
    """Few days in a phase."""
    if when is When.BEFORE:
        return say_many(
            "There is only {number} day before the plan. Keep logging.",
            "There are only {number} days before the plan. Keep logging.",
            days,
        )
    return say_many(
        "There is only {number} day after the plan. Keep logging.",
        "There are only {number} days after the plan. Keep logging.",
        days,
    )


def missing_days(before: tuple[int, int], after: tuple[int, int]) -> Phrase:
    """Days without an entry on each side: how many were written, of how many."""
    return say(
        "Days written down: {before} of {all_before} before, {after} of {all_after} after. "
        "People skip days when they feel well, and when they feel very ill.",
        before=before[0],
        all_before=before[1],
        after=after[0],
        all_after=after[1],
    )


def before_gaps(points: float) -> Phrase:
    """The days just before a gap differ from the rest."""
    if points > 0:
        return say("Pain was {points:.1f} points higher on days just before a gap.", points=points)
    return say("Pain was {points:.1f} points lower on days just before a gap.", points=-points)


def too_few(days: int, when: When) -> Phrase:
    """Too few entries to compare at all."""
    if when is When.BEFORE:
        return say(
            "There are too few days before the plan ({days}) to compare. "
            "Seven are needed. Keep logging.",
            days=days,
        )
    return say(
        "There are too few days after the plan ({days}) to compare. "
        "Seven are needed. Keep logging.",
        days=days,
    )


def too_sparse(done: int, of: int, when: When) -> Phrase:
    """Too many gaps to compare at all."""
    told = {"done": done, "all": of}
    if when is When.BEFORE:
        return say(
            "Only {done} of {all} days before the plan are filled in. Six in ten are needed.",
            **told,
        )
    return say(
        "Only {done} of {all} days after the plan are filled in. Six in ten are needed.", **told
    )
