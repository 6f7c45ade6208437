"""The page of progress as PDF."""

from planner.charts.paper import svg_of
from planner.charts.progress import HEIGHT, LOW
from planner.charts.progress import progress as drawn
from planner.diary import DiaryReading
from planner.exports.kept_back import to_be_seen
from planner.exports.paper.progress.page import progress_page
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.knowledge import Knowledge
from planner.model.errors import NotForHandout, Problem
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.model.review import Review
from planner.model.vocabulary import Clearance
from planner.words import SOURCE, Language, in_language, say

CHART_WIDTH = {"us-letter": 524, "a4": 507}  # points: its letters are as large as those around it


def progress_pdf(
    review: Review,
    reading: DiaryReading,
    knowledge: Knowledge,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> bytes:
    """The page (PDF/UA-1); raises NotForHandout while a sign or an open question stands."""
    _hand_out_or_refuse(review.next_plan)
    plan = to_be_seen(review.next_plan)
    review = review.replaced(next_plan=plan)
    paper, found = paper_of(plan.locale), review.progress
    page = progress_page(review, knowledge, practice)
    height = LOW if page.is_full else HEIGHT
    figure = drawn(reading, found.began, found.pain, practice.accent, height)
    figure = in_language(figure, language)
    data = {
        "date": date_parts(review.on),
        "paper": paper,
        "small_print": [],
        "chart": svg_of(figure, CHART_WIDTH[paper]) if figure else "",
        "chart_says": figure.alt if figure else "",
        "sessions": bool(reading.sessions),
        "page": page,
    }
    return compiled("progress.typ", data, language, practice)


def _hand_out_or_refuse(plan: Plan) -> None:
    if plan.clearance is Clearance.ASK or plan.stops_everything:
        what = say(
            "no page of progress is handed out while the clearance is '{clearance}'",
            clearance=plan.clearance.value,
        )
        raise NotForHandout([Problem("pdf", what)])
