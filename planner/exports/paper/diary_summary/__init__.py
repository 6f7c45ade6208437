"""A diary on one page for a doctor: chosen days, what they say and what they cannot say."""

from planner.exports.paper.diary_summary.asked import MOST_OF_A_QUESTION, Asked
from planner.exports.paper.diary_summary.made import DOCUMENT, diary_summary_pdf
from planner.exports.paper.diary_summary.page import DiaryPage, diary_page

__all__ = [
    "DOCUMENT",
    "MOST_OF_A_QUESTION",
    "Asked",
    "DiaryPage",
    "diary_page",
    "diary_summary_pdf",
]
