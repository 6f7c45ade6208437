"""A column as its distinct texts and the place of each row among them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Codes = NDArray[np.intp]
MANY = 20_000


@dataclass(frozen=True, eq=False)
class Coded:
    """A column of texts: `values[codes[i]]` is the stripped text of row i."""

    codes: Codes
    values: tuple[str, ...]

    def spread(self, numbers: "NDArray[np.generic]") -> "NDArray[np.generic]":
        """One number per distinct text as one number per row."""
        return numbers[self.codes]

    def where(self, test: Callable[[str], bool]) -> NDArray[np.bool_]:
        """The rows whose text passes a test."""
        return np.fromiter(map(test, self.values), bool, len(self.values))[self.codes]

    @property
    def counts(self) -> NDArray[np.intp]:
        """How many rows have each distinct text."""
        return np.bincount(self.codes, minlength=len(self.values))

    @property
    def filled(self) -> tuple[str, ...]:
        """The distinct texts that are not empty and occur."""
        return tuple(value for value in self.values if value)


def coded(column: "pd.Series[str]") -> Coded:
    """A column of a grid, coded."""
    codes, values = pd.factorize(column)
    texts = tuple(" ".join(str(value).split()) for value in values)
    return Coded(codes.astype(np.intp), texts)


def coded_dates(column: "pd.Series[str]") -> Coded:
    """A column coded by its dates alone, where every cell has one of the same width and a time."""
    if len(column) > MANY:
        first = str(column.iloc[0])
        mark = "T" if "T" in first else " "
        width = first.find(mark)
        if width >= 8 and (column.str.slice(width, width + 1) == mark).all():
            return coded(column.str.slice(0, width))
    return coded(column)


def quoted(text: str) -> str:
    """A cell as a reason may show it: short and without words that could name a person."""
    letters = sum(letter.isalpha() for letter in text)
    if len(text) > 24 or letters > 4 or "@" in text:
        return "this cell"
    return f'"{text}"'
