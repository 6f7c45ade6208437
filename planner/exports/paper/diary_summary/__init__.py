"""A diary on one page for a doctor: chosen days, what they say and what they cannot say."""

from planner.diary.analysis.counting import BAD_FROM
from planner.diary.analysis.summary.made import FOUR_WEEKS
from planner.exports.paper.diary_summary.asked import (
    DIARY,
    DOCUMENT,
    MOST_OF_A_QUESTION,
    QUESTION_PLACE,
    Asked,
    usual_dates,
    why_none,
)
from planner.exports.paper.diary_summary.page import DiaryPage, diary_page

__all__ = [
    "BAD_FROM",
    "DIARY",
    "DOCUMENT",
    "FOUR_WEEKS",
    "MOST_OF_A_QUESTION",
    "QUESTION_PLACE",
    "Asked",
    "DiaryPage",
    "diary_page",
    "usual_dates",
    "why_none",
]
