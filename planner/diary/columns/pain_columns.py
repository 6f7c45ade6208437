"""Which column of a wide table is the pain: chosen, the only one there can be, or asked."""

from planner.diary.columns.columns import Column
from planner.diary.columns.headings import Role, qualifiers, words_of
from planner.diary.columns.layout import ask_pain, same
from planner.diary.columns.tables import Table
from planner.diary.values.lexicon import BODY, PARTS
from planner.model.diary import Choices, Question

PLUS = " + "


def pain_columns(
    table: Table, columns: list[Column], choices: Choices
) -> tuple[tuple[int, ...], tuple[Question, ...]]:
    """The pain column, chosen or the only one there can be; otherwise the question."""
    if choices.pain:
        return chosen_pain(columns, choices.pain)
    rated = [
        c
        for c in columns
        if c.scores >= 0.5 or (c.role is Role.PAIN and not (c.filled and not c.scores))
    ]
    named = [c for c in rated if c.role is Role.PAIN]
    whole = [c for c in named if not qualifiers(c.heading)]
    for group in (whole, named):
        if len(group) == 1:
            return (group[0].place,), ()
    if whole or named:
        return several(whole or named)
    values = [c for c in rated if c.role is Role.VALUE]
    unnamed = [c for c in rated if c.role is None]
    places = [c for c in unnamed if set(words_of(c.heading).split()) <= BODY]
    if len(places) > 1 and not values:
        return several(places)
    if len(values) == 1:
        return (values[0].place,), ()
    if not table.headed and len(unnamed) == 1:
        return (unnamed[0].place,), ()
    why = "No column is named as pain." if rated else "No column holds scores of pain."
    open_columns = values or unnamed or [c for c in rated if c.role is not Role.PERSONAL]
    return (), (ask_pain([c.heading for c in open_columns], why),)


def chosen_pain(columns: list[Column], chosen: str) -> tuple[tuple[int, ...], tuple[Question, ...]]:
    """The column or columns ("back + neck") that the client chose."""
    names = [chosen, *chosen.split(PLUS)]
    exact = [c.place for c in columns if same(c.heading, chosen)]
    found = exact[:1] or [c.place for c in columns if any(same(c.heading, n) for n in names)]
    if found:
        return tuple(found), ()
    rated = [c.heading for c in columns if c.scores >= 0.5]
    return (), (ask_pain(rated, "The column chosen as pain is not in this file."),)


def several(columns: list[Column]) -> tuple[tuple[int, ...], tuple[Question, ...]]:
    """Several pain columns: parts of the day are entries of that day; others are asked about."""
    if all(qualifiers(c.heading) and qualifiers(c.heading) <= PARTS for c in columns):
        return tuple(c.place for c in columns), ()
    names = [c.heading for c in columns]
    why = "Several columns are about pain; only one of them, or their mean, can be followed."
    return (), (ask_pain([*names, PLUS.join(names)], why),)
