"""The page as PDF."""

from collections.abc import Iterator

from planner.charts.on_one_page import (
    DAY,
    EACH,
    FULL_WIDTH,
    SLEEP,
    WAY,
    Mean,
    Shown,
    Span,
    channels,
)
from planner.charts.paper import svg_of
from planner.diary import DiaryReading
from planner.diary.forms import HEADINGS
from planner.exports.letterhead import beside_the_line
from planner.exports.paper.diary_summary.asked import Asked
from planner.exports.paper.diary_summary.page import Looked, looked_at, page_of
from planner.exports.paper.diary_summary.told import milestones_of
from planner.exports.paper.letters.frame import MOST_OF_A_RECORD, foot_of
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.knowledge import Knowledge
from planner.model.diary import Part
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, in_language, say
from planner.words.typed import clipped

CHART_WIDTH = {"us-letter": 430, "a4": 413}  # points, beside the names of the channels
WRITTEN_BY = say(
    "Numbers and notes are the client’s own. Nothing was examined. It is no diagnosis."
)
OURS = {Part.SLEEP: (SLEEP, HEADINGS[2]), Part.FUNCTION: (WAY, HEADINGS[3])}


def diary_summary_pdf(
    asked: Asked, knowledge: Knowledge, language: Language = SOURCE, practice: Practice = NOT_SET
) -> bytes:
    """The page (PDF/UA-1), always one; raises NotForHandout where there is none of this diary."""
    looked = looked_at(asked)
    page, paper = page_of(looked, asked, knowledge), paper_of(asked.locale)
    shown = _shown(looked, asked, CHART_WIDTH[paper] - FULL_WIDTH, practice.accent)
    shown, unit = shown._replace(is_flat=page.is_full), shown.span.unit
    drawn = in_language(channels(shown), language)
    data = {
        "kind": "diary",
        "title": page.title,
        "date": date_parts(asked.on),
        "paper": paper,
        "record": clipped(asked.label, MOST_OF_A_RECORD),
        "signs": beside_the_line(practice),
        "foot": foot_of(page.title, practice),
        "disclaimer": WRITTEN_BY,
        "small_print": [],
        "letter": page,
        "each": "" if unit == DAY else EACH[unit],
        "channels": [
            {"name": one.name, "scale": one.scale, "chart": svg_of(one.figure, shown.span.width),
             "chart_says": one.figure.alt}
            for one in drawn
        ],
    }  # fmt: skip
    return compiled("diary.typ", data, language, practice)


def _shown(looked: Looked, asked: Asked, width: int, accent: str) -> Shown:
    """What is drawn of the chosen days, with the means that are compared."""
    of, sides = looked.of, looked.sides
    means = sides.means if sides else ()
    return Shown(
        days=of.days,
        span=Span(of.first, of.last, asked.started, width),
        accent=accent,
        sessions=tuple(day for day in asked.reading.sessions if of.first <= day <= of.last),
        milestones=tuple(one.day for one in milestones_of(asked, of)),
        means=tuple(Mean(one.first, one.last, one.average) for one in means),
        ours=tuple(_on_our_scales(asked.reading)),
    )


def _on_our_scales(reading: DiaryReading) -> Iterator[str]:
    """The channels whose ends are known: they stand under the headings of our own sheet."""
    for part, (channel, heading) in OURS.items():
        if reading.columns.beside.get(part) == heading:
            yield channel
