"""Which rows record a massage session."""

import re
from collections.abc import Callable

import numpy as np

from planner.diary.columns.layout import Layout
from planner.diary.columns.tables import Table
from planner.diary.days.rows import Mask
from planner.diary.values.cells import Coded, coded
from planner.diary.values.lexicon import NO_SESSION, TICKS, YES, is_nothing, plain
from planner.diary.values.scores import number_in

MASSAGE = r"\b(?:massages?|massaged|massaggio|massagem|masaje|masaż)\b"
NAMED_SO = re.compile(r"massag|masaj|masaz|session|sitzung|seance|sesion")


def session_rows(table: Table, layout: Layout) -> Mask:
    """The rows that record a massage session."""
    found = np.zeros(len(table.rows), dtype=bool)
    if layout.session is not None:
        column = coded(table.column(layout.session))
        found |= column.where(_session_test(table.header[layout.session], column))
    for place in layout.activities:
        found |= table.column(place).str.contains(MASSAGE, case=False, regex=True).to_numpy()
    return found


def _session_test(heading: str, column: Coded) -> Callable[[str], bool]:
    """How to tell a session: in a column of treatments of any kind, only massage is one."""
    if {text.lower() for text in column.filled} <= TICKS:
        return bool
    if NAMED_SO.search(plain(heading)):
        return _is_session
    if any(_is_massage(text) for text in column.values):
        return _is_massage
    return lambda text: _is_session(text) and (number_in(text) is not None or plain(text) in YES)


def _is_massage(text: str) -> bool:
    """Whether a cell names a massage."""
    return re.search(MASSAGE, text, re.IGNORECASE) is not None


def _is_session(text: str) -> bool:
    """Whether a cell of a session column says that there was one."""
    number = number_in(text)
    if number:
        return number[0] > 0
    return plain(text) in YES or not (is_nothing(text) or plain(text) in NO_SESSION)
