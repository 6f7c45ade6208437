"""The first rows of a file, as they stand beside a question for a person to check."""

from collections.abc import Iterable

from planner.diary.columns.headings import Role, role_of
from planner.diary.columns.layout import Layout
from planner.diary.columns.tables import Table
from planner.model.diary import Question

MOST = 10  # columns that are shown
FIRST_ROWS = 5


def first_rows(
    table: Table, layout: Layout, questions: Iterable[Question]
) -> tuple[tuple[str, ...], ...]:
    """The headings and first rows of the columns that are read or asked about."""
    shown = _shown(table.header, layout, {choice for one in questions for choice in one.choices})
    head = tuple(table.header[place] for place in shown)
    body = table.body.head(FIRST_ROWS).iloc[:, shown]
    return (head, *(tuple(map(str, row)) for row in body.itertuples(index=False)))


def _shown(header: tuple[str, ...], layout: Layout, choices: set[str]) -> list[int]:
    """The columns in question; where there are no dates, all that hold nothing personal."""
    person = None if layout.person_is_named else layout.person
    read = (*layout.date, layout.clock, *layout.pain, layout.site, person)
    asked = (place for place, name in enumerate(header) if name in choices)
    places = dict.fromkeys((*(place for place in read if place is not None), *asked))
    others = range(len(header)) if not layout.date else ()
    every = dict.fromkeys((*places, *others))
    return [at for at in every if at in places or role_of(header[at]) is not Role.PERSONAL][:MOST]
