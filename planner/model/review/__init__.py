"""What a review gives: a decision with its reasons, the next plan, and the figures behind it."""

from planner.model.review.whole import (
    Because,
    Lately,
    OpenQuestion,
    Pain,
    PainDays,
    Progress,
    Review,
    Share,
    Verdict,
)

__all__ = [
    "Because",
    "Lately",
    "OpenQuestion",
    "Pain",
    "PainDays",
    "Progress",
    "Review",
    "Share",
    "Verdict",
]
