"""Which mark separates the cells of a text: the one that cuts most lines alike."""

import csv
import io
from collections import Counter
from typing import NamedTuple

from planner.diary.values.date_forms import written_date
from planner.diary.values.scores import number_in

DELIMITERS = ",;\t|"
# A date or a score never holds one of these; a comma may be the decimal sign in a score.
NEVER_IN_A_CELL = "\t;|"
SENSE = 20  # records whose cells are looked at


class _Cut(NamedTuple):
    """How well a delimiter cuts a text, to be compared from the first to the last.

    The share of records with the commonest number of cells (2 or more), sense, and that number.
    Sense is how many cells of the first records are whole dates or scores: it decides where two
    delimiters cut equally well, as in "Mar 7, 2015;4".
    """

    share: float = 0.0
    sense: int = 0
    width: int = 0


def delimiter_of(sample: str) -> str | None:
    """The delimiter that cuts the most lines into the same number of cells, if any cuts them."""
    scores = {mark: _consistency(sample, mark) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: scores[mark])
    return best if scores[best].width else None


def _consistency(sample: str, delimiter: str) -> _Cut:
    """How well a delimiter cuts a text."""
    found = _records_cut(sample, delimiter)
    several = Counter(len(record) for record in found if len(record) > 1)
    if not several:
        return _Cut()
    width, times = max(several.items(), key=lambda item: (item[1], item[0]))
    cells = [cell.strip() for record in found[:SENSE] for cell in record]
    return _Cut(round(times / len(found), 1), sum(map(_makes_sense, cells)), width)


def _records_cut(sample: str, delimiter: str) -> list[list[str]]:
    """The records of a sample that hold anything; none where the delimiter does not cut it."""
    if delimiter not in sample:
        return []
    lines = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        return [record for record in lines if any(record)]
    except csv.Error:
        return []


def _makes_sense(cell: str) -> bool:
    """Whether a cell is a whole date or score."""
    if not cell or any(mark in cell for mark in NEVER_IN_A_CELL):
        return False
    return bool(written_date(cell) or number_in(cell))
