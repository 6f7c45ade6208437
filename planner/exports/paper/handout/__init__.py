"""What the client takes home: page one for the fridge, the diary, and how each task is done."""

from planner.exports.paper.handout.making import (
    Handout,
    handout,
    handout_pdf,
    month_pdf,
    month_sheet_pdf,
)

__all__ = ["Handout", "handout", "handout_pdf", "month_pdf", "month_sheet_pdf"]
