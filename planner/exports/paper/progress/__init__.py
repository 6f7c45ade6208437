"""The client's page of progress: what the days say, what was done, what comes next."""

from planner.exports.paper.progress.made import progress_pdf
from planner.exports.paper.progress.page import progress_page

__all__ = ["progress_page", "progress_pdf"]
