"""What stands against reading too much into a comparison, and why there is none."""

from enum import Enum

from planner.model.change import ENOUGH_DAYS
from planner.model.phrase import Phrase
from planner.words import say, say_many

BEGAN_IN_FLARE = say("The plan began during a bad spell. Bad spells often ease by themselves.")
LIKE_A_SLOW_CHANGE = say(
    "A slow change over all these days, before the plan too, would look the same."
)
OTHER_SEASON = say(
    "The days before and since lie in different times of the year. That alone may matter."
)


class When(Enum):
    """Which days: those before the plan began, or those from it on."""

    BEFORE = "before"
    AFTER = "after"


def already_changing(per_week: float, days: int, *, pain: bool) -> Phrase:
    """The scores were going before the plan the way that they went since."""
    told = {"points": abs(per_week)}
    if not pain:
        return _already_better_or_worse(per_week)
    if per_week < 0 and days < ENOUGH_DAYS:
        return say(
            "Pain was already falling before the plan. Part of this may have happened anyway."
        )
    if per_week < 0:
        return say(
            "Pain was already falling before the plan (about {points:.1f} a week). "
            "Part of this may have happened anyway.",
            **told,
        )
    if days < ENOUGH_DAYS:
        return say(
            "Pain was already rising before the plan. Part of this may have happened anyway."
        )
    return say(
        "Pain was already rising before the plan (about {points:.1f} a week). "
        "Part of this may have happened anyway.",
        **told,
    )


def _already_better_or_worse(per_week: float) -> Phrase:
    if per_week < 0:
        return say(
            "It was already getting better before the plan. Part of this may have happened anyway."
        )
    return say(
        "It was already getting worse before the plan. Part of this may have happened anyway."
    )


def short_baseline(days: int) -> Phrase:
    """Too short a time before the plan to know what is usual, where the days since are better."""
    return say_many(
        "Only {number} day before the plan is written down. If it was in a bad spell, "
        "that may have eased by itself.",
        "Only {number} days before the plan are written down. If they were a bad spell, "
        "it may have eased by itself.",
        days,
    )


def few_days(days: int, when: When) -> Phrase:
    """Few days in a phase."""
    if when is When.BEFORE:
        return say_many(
            "Only {number} day before the plan is written down, too few to know what was usual.",
            "Only {number} days before the plan are written down, too few to know what was usual.",
            days,
        )
    return say_many(
        "Only {number} day since the plan began is written down. Keep logging.",
        "Only {number} days since the plan began are written down. Keep logging.",
        days,
    )


def few_sessions(number: int) -> Phrase:
    """Few sessions since the start."""
    return say_many(
        "Only {number} session since the plan began is in this diary. It is early to judge.",
        "Only {number} sessions since the plan began are in this diary. It is early to judge.",
        number,
    )


def missing_days(before: tuple[int, int], after: tuple[int, int]) -> Phrase:
    """Days without an entry on each side: how many were written, of how many."""
    return say(
        "Days written down: {before} of {all_before} before, {after} of {all_after} since. "
        "People skip days when they feel well, and when they feel very ill.",
        before=before[0],
        all_before=before[1],
        after=after[0],
        all_after=after[1],
    )


def before_gaps(points: float, *, pain: bool) -> Phrase:
    """The days just before a gap differ from the rest."""
    told = {"points": abs(points)}
    if not pain and points > 0:
        return say(
            "Days just before a gap were {points:.1f} points worse. "
            "The days left out may have been bad ones too.",
            **told,
        )
    if not pain:
        return say(
            "Days just before a gap were {points:.1f} points better. "
            "The days left out may have been good ones too.",
            **told,
        )
    if points > 0:
        return say(
            "Pain was {points:.1f} points higher on days just before a gap. "
            "The days left out may have been bad ones too.",
            **told,
        )
    return say(
        "Pain was {points:.1f} points lower on days just before a gap. "
        "The days left out may have been good ones too.",
        **told,
    )


def too_few(days: int, when: When) -> Phrase:
    """Too few entries to compare at all."""
    if when is When.BEFORE:
        return say(
            "Too few days before the plan are written down ({days}) to compare. Seven are needed.",
            days=days,
        )
    return say(
        "Too few days since the plan began are written down ({days}) to compare. "
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
        "Only {done} of {all} days since the plan began are filled in. Six in ten are needed.",
        **told,
    )
