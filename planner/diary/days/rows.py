"""The account of a file's rows: each is used, or skipped for the first reason found."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from planner.diary.values.cells import Coded
from planner.model.diary import SkippedRow
from planner.words import joined

Mask = NDArray[np.bool_]
SKIPPED = TypeAdapter(tuple[SkippedRow, ...])


class RowAccount:
    """Which rows are still in use, and why the others are not; the first reason stays."""

    def __init__(self, rows: NDArray[np.int32]) -> None:
        """Begin with every row in use; `rows` are the record numbers of the file."""
        self.rows = rows
        self._status = np.zeros(len(rows), dtype=np.int32)
        self._reasons: list[str] = [""]  # of the rows in use
        self.same_person: Mask = np.ones(len(rows), dtype=bool)

    @property
    def used(self) -> Mask:
        """The rows no reason has taken out."""
        still: Mask = self._status == 0
        return still

    def skip(self, out: Mask, why: str) -> None:
        """Take rows out for one reason."""
        if not out.any():
            return
        self._reasons.append(why)
        self._status[out & (self._status == 0)] = len(self._reasons) - 1

    def take_back(self, rows: Mask) -> None:
        """Put rows in use again, which say enough without what was looked for."""
        self._status[rows] = 0

    def skip_all(self, why: str) -> None:
        """Take every row out for one reason."""
        self.skip(np.ones(len(self.rows), dtype=bool), why)

    def leave_out(self, out: Mask, why: str) -> None:
        """Take out the rows of another person, of whom nothing is kept."""
        self.same_person &= ~out
        self.skip(out, why)

    def skip_texts(self, column: Coded, reasons: Sequence[str | None]) -> None:
        """Take out the rows whose text has a reason against it."""
        if not any(reasons):
            return
        numbers = np.zeros(len(reasons), dtype=np.int32)
        for place, why in enumerate(reasons):
            if why:
                self._reasons.append(why)
                numbers[place] = len(self._reasons) - 1
        found = numbers[column.codes]
        out = (self._status == 0) & (found > 0)
        self._status[out] = found[out]

    def add_to_reasons(self, rows: Mask, also: str) -> None:
        """Say what was kept of rows that were skipped."""
        for status in np.unique(self._status[rows & (self._status != 0)]).tolist():
            self._reasons.append(joined(self._reasons[status], also, by="; "))
            self._status[rows & (self._status == status)] = len(self._reasons) - 1

    def skipped(self) -> tuple[SkippedRow, ...]:
        """Every row not used, with its record number."""
        places = np.flatnonzero(self._status)
        pairs = zip(self.rows[places].tolist(), self._status[places].tolist(), strict=True)
        return SKIPPED.validate_python(
            tuple({"row": row, "why": self._reasons[status]} for row, status in pairs)
        )
