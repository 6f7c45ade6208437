"""The pain of each row: the columns that rate it, on one scale, and the rows that have none."""

from typing import NamedTuple

import numpy as np

from planner.diary.columns.layout import Layout, same
from planner.diary.columns.tables import Table
from planner.diary.days.filling import filled
from planner.diary.days.grading import Graded, graded
from planner.diary.days.rows import Mask, RowAccount
from planner.diary.values.cells import Coded, coded
from planner.diary.values.ladders import is_none
from planner.diary.values.lexicon import SAYS_NO, is_nothing, plain
from planner.diary.values.scores import NO_SCORE, number_in
from planner.model.diary import Ask, Blank, Choices, Question
from planner.model.phrase import Phrase
from planner.words import say

FEWEST_BLANK, OFTEN = 3, 0.1  # rows; a share of all
TOO_MANY_CELLS = say("this row has more cells than there are headings")


class Rated(NamedTuple):
    """The pain columns of a file, with what they leave open and what must be said of them."""

    pains: list[Graded]
    questions: list[Question]
    notes: list[str]


def rated(table: Table, layout: Layout, choices: Choices, account: RowAccount) -> Rated:
    """Read the pain of each row that is still in use; rows without one are skipped."""
    _skip_overfull(table, layout, account)
    columns = [_pain_texts(table, place, layout) for place in layout.pain]
    blank = blank_days(table, layout, columns, account.used)
    if blank.any() and choices.blank is Blank.NO_PAIN:
        columns = [_where_nothing(column, "none") for column in columns]
    headings = [table.header[place] for place in layout.pain]
    pains, questions = graded(columns, headings, layout, choices, account.used)
    if blank.any() and choices.blank is None:
        questions.append(_blank_question(int(blank.sum())))
    if not pains:
        return Rated([], questions, [])
    if len(pains) == 1:
        account.skip_texts(pains[0].column, pains[0].reasons)
        return Rated(pains, questions, [])
    account.skip(np.all([np.isnan(pain.of_rows) for pain in pains], axis=0), NO_SCORE)
    pairs = zip(pains, headings, strict=True)
    return Rated(pains, questions, [note for pain, name in pairs for note in _lost(pain, name)])


def said_of_pains(table: Table, layout: Layout, choices: Choices) -> list[Phrase]:
    """What must be said of a file that rates several pains: which of them is followed."""
    pains = layout.together
    if layout.worst and pains:
        return [say("Several pains: each day counts with its worst of {pains:commas}.",
                    pains=pains)]  # fmt: skip
    if choices.pain and len(layout.pain) > 1:
        pains = tuple(table.header[at] for at in layout.pain)
        return [say("Taken together, as the mean of each day: {pains:commas}.", pains=pains)]
    others = tuple(one for one in pains if not same(one, choices.pain or ""))
    if not choices.pain or len(others) == len(pains):
        return []
    return [say("Of several pains {pain} is followed; not counted: {others:commas}.",
                pain=choices.pain, others=others)]  # fmt: skip


def blank_days(table: Table, layout: Layout, columns: list[Coded], used: Mask) -> Mask:
    """The dated rows that say something, but not how bad the pain was; none where 0 is written.

    Rows with nothing but their date are days that nobody filled in.
    """
    none = np.zeros(len(used), dtype=bool)
    if len(columns) != 1 or layout.inside or layout.filters or layout.had_pain is not None:
        return none
    (column,) = columns
    nothing = column.where(is_nothing)
    if not nothing.any() or column.where(_says_zero).any():
        return none
    said = [place for place in range(len(table.header))
            if place not in (*layout.date, *layout.pain, layout.weekday)]  # fmt: skip
    marked = column.where(lambda text: bool(text) and is_nothing(text))
    blank = used & nothing & (marked | filled(table, tuple(said)).to_numpy())
    return blank if blank.sum() >= max(FEWEST_BLANK, OFTEN * used.sum()) else none


def _says_zero(text: str) -> bool:
    return number_in(text) == (0.0, None) or is_none(text)


def _where_nothing(column: Coded, word: str) -> Coded:
    """A column with a word where it says nothing."""
    return Coded(column.codes, tuple(word if is_nothing(one) else one for one in column.values))


def _blank_question(rows: int) -> Question:
    """Ask what rows without a score mean."""
    why = say("{rows} dated rows have no score: days without pain, or not written down?", rows=rows)
    return Question(ask=Ask.BLANK, why=why, choices=tuple(Blank))


def _lost(pain: Graded, heading: str) -> list[str]:
    """What to say of a column of several in which something other than nothing has no score."""
    reasons = zip(pain.column.values, pain.reasons, strict=True)
    lost = [why for text, why in reasons if why and not is_nothing(text)]
    if not lost:
        return []
    return [
        say(
            "In the column {heading}, some cells were not used: {why}.",
            heading=heading,
            why=lost[0],
        )
    ]


def _pain_texts(table: Table, place: int, layout: Layout) -> Coded:
    """The cells of a pain column, or the part of them that belongs to one named scale."""
    column = table.column(place)
    if layout.inside is not None:
        parts = {cell: _part_of(cell, layout.inside) for cell in map(str, column.unique())}
        return coded(column.map(parts))
    if layout.had_pain is None:
        return coded(column)
    said_no = coded(table.column(layout.had_pain)).where(lambda text: plain(text) in SAYS_NO)
    return coded(column.mask(said_no & coded(column).where(is_nothing), "none"))


def _part_of(cell: str, name: str) -> str:
    """What a cell such as "Pain: 5 | Stress: 2" says of one name; empty where it says nothing."""
    parts = (part.partition(":") for part in cell.split("|"))
    return next((said for named, _, said in parts if named.strip() == name), "")


def _skip_overfull(table: Table, layout: Layout, account: RowAccount) -> None:
    """Skip rows with more cells than headings when the pain or the date may be cut in two."""
    width = len(table.header)
    at_the_end = max(*layout.pain, *layout.date, 0) >= width - 1
    if not table.headed or not at_the_end or table.body.shape[1] == width:
        return
    extra = filled(table, tuple(range(width, table.body.shape[1])))
    if extra.any():
        account.skip(extra.to_numpy(), TOO_MANY_CELLS)
