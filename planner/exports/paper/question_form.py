"""The questions on paper, for a client to answer beforehand: a sheet a page, boxes at the right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planner.exports.paper.typesetting import compiled, paper_of
from planner.knowledge import Knowledge
from planner.model.ids import ConditionId
from planner.model.practice import NOT_SET, Practice
from planner.safety.asking.questions import Question
from planner.visit.beforehand.paper_form import Line, Sheet, paper_form
from planner.words import SOURCE, Language, in_language, say

TITLE = say("Before your massage")
HOW = say(
    "Tick one box for each number. “Not sure” is a good answer. Under a yes, tick each line that "
    "is true. Leave blank what you would rather tell us."
)
URGENT = say("A yes beside “!” cannot wait: please tell us now.")
THANKS = say("Thank you. We go through it with you.")
PRACTICE = say(
    "For the practice: same order and numbers as on the screen. Type Y, N or U (not sure), space "
    "for a blank; count here to check."
)


@dataclass(frozen=True)
class Row:
    """A question as it stands on the paper; `heading` where a group begins."""

    number: int
    heading: str
    text: str
    signs: tuple[str, ...]
    urgent: bool


@dataclass(frozen=True)
class Page:
    """One sheet."""

    place: str
    rows: tuple[Row, ...]


def question_form_pdf(
    conditions: Iterable[ConditionId],
    locale: str,
    knowledge: Knowledge,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> bytes:
    """The form for these pain sources, on the paper of the place (PDF/UA-1)."""
    sheets = paper_form(conditions, in_language(knowledge, language))
    data = {
        "title": TITLE,
        "paper": paper_of(locale),
        "how": HOW,
        "urgent": URGENT,
        "thanks": THANKS,
        "practice": PRACTICE,
        "boxes": (say("Yes"), say("No"), say("Not sure")),
        "small_print": [],
        "sheets": [_page(one, len(sheets), knowledge) for one in sheets],
    }
    return compiled("question_form.typ", data, language, practice)


def _page(sheet: Sheet, of: int, knowledge: Knowledge) -> Page:
    place = say(
        "Sheet {number} of {of} · questions {first} to {last}",
        number=sheet.number,
        of=of,
        first=sheet.lines[0].number,
        last=sheet.lines[-1].number,
    )
    return Page(place, tuple(_rows(sheet.lines, knowledge)))


def _rows(lines: Iterable[Line], knowledge: Knowledge) -> Iterator[Row]:
    before = ""
    for number, asked, urgent in lines:
        heading = _heading(asked, knowledge) if asked.group != before else ""
        before = asked.group
        yield Row(number, heading, asked.question, tuple(one.label for one in asked.ticks), urgent)


def _heading(asked: Question, knowledge: Knowledge) -> str:
    """The name of a group; one with private questions is not named, only its part is."""
    group = knowledge.groups[asked.group]
    if any(row.private for row in knowledge.rows.values() if row.group == group.id):
        return group.sections[asked.section]
    return group.name
