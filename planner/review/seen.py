"""The diary's types, to annotate with: reading files needs pandas, the rules of a review do not."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.diary.days import Analysis, DiaryResult
else:
    Analysis = DiaryResult = object

__all__ = ["Analysis", "DiaryResult"]
