"""The rules of the review: the first that applies decides.

A rule is a function from a standing to a proposal, or None where it does not apply; it names
itself once, where it is registered. What each leans on, and the order in which they are asked, is
in knowledge/data/review_rules.toml.
"""

from planner.review.rules import careful, judging
from planner.review.rules.proposal import RULES, Proposal
from planner.review.standing import Standing

__all__ = ["RULES", "careful", "decided", "judging"]


def decided(standing: Standing) -> Proposal:
    """The first rule that applies; the last one always does."""
    names = (name for name in standing.knowledge.review_rules if name in RULES)
    return next(found for name in names if (found := RULES[name](standing)))
