"""The rules of the review, in the order they are asked; the first that applies decides.

A rule is a function from a standing to a proposal, or None where it does not apply. What each
leans on is in knowledge/data/review_rules.toml, under its name.
"""

from collections.abc import Callable

from planner.review.careful_rules import (
    clear_worsening,
    flag,
    long_flares,
    not_today,
    open_questions,
    too_few_days,
)
from planner.review.judging_rules import (
    block_without_gain,
    course_ended,
    improved,
    low_adherence,
    no_gain_by_six,
    on_course,
    short_of_dose,
    stops_on_worsening,
)
from planner.review.proposal import Proposal
from planner.review.standing import Standing

Rule = Callable[[Standing], Proposal | None]

RULES: tuple[Rule, ...] = (
    flag,
    not_today,
    clear_worsening,
    long_flares,
    open_questions,
    too_few_days,
    improved,
    stops_on_worsening,
    course_ended,
    block_without_gain,
    low_adherence,
    short_of_dose,
    no_gain_by_six,
    on_course,
)


def decided(standing: Standing) -> Proposal:
    """The first rule that applies; the last one always does."""
    return next(found for rule in RULES if (found := rule(standing)))
