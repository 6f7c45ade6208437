"""A diary is of one person: in a file of several, which one is asked."""

import numpy as np

from planner.diary.columns.layout import MOST_CHOICES, Layout
from planner.diary.columns.tables import Table
from planner.diary.days.rows import RowAccount
from planner.diary.values.cells import coded
from planner.model.diary import Ask, Choices, Question
from planner.model.errors import DiaryError
from planner.words import joined, say

NO_PEOPLE = say(
    "A person was chosen, but no column of this file tells people apart. Leave the person out."
)
OF_ANOTHER = say("this row belongs to another person")


def of_one_person(
    table: Table, layout: Layout, choices: Choices, account: RowAccount
) -> list[Question]:
    """Skip the rows of all but one person; the question when it is not known which."""
    wanted = (choices.person or "").strip()
    if layout.person is None:
        if wanted:
            raise DiaryError(NO_PEOPLE)
        return []
    column = coded(table.column(layout.person))
    people = [value for value in column.filled if value]
    labels = {_label_of(place, value, layout): value for place, value in enumerate(people)}
    if len(people) <= 1:
        return []
    chosen = labels.get(wanted, wanted if wanted in people else None)
    if chosen is None:
        return [_question(labels, wanted)]
    other = np.array([value != chosen for value in column.values])[column.codes]
    account.leave_out(other, OF_ANOTHER)
    return []


def people_in(table: Table, layout: Layout) -> int:
    """How many people a file tells apart; 1 where it does not."""
    return 1 if layout.person is None else len(coded(table.column(layout.person)).filled) or 1


def _label_of(place: int, value: str, layout: Layout) -> str:
    """How a person is called in the question: a code as it is, a name never."""
    return f"person {place + 1}" if layout.person_is_named or "@" in value else value


def _question(labels: dict[str, str], wanted: str) -> Question:
    """Ask whose rows are meant."""
    why = say("This file holds rows of {people} people; a diary is of one.", people=len(labels))
    if wanted:
        why = joined(say("The person chosen is not in this file."), why)
    return Question(ask=Ask.PERSON, why=why, choices=tuple(labels)[:MOST_CHOICES])
