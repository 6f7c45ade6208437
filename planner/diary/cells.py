"""A column as its distinct texts and the place of each row among them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
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
    if len(column) > MANY:
        return coded_texts(pa.array(column))
    codes, values = pd.factorize(column)
    return Coded(codes.astype(np.intp), tuple(" ".join(str(value).split()) for value in values))


def coded_dates(column: "pd.Series[str]") -> Coded:
    """A column coded by its dates alone, where every cell has one of the same width and a time."""
    if len(column) > MANY:
        first = str(column.iloc[0]).encode()
        mark = b"T" if b"T" in first else b" "
        width = first.find(mark)
        texts = pa.array(column).cast(pa.large_binary())
        marks = pc.binary_slice(texts, width, width + 1) if width >= 8 else None
        if marks is not None and pc.all(pc.equal(marks, mark)).as_py():
            return coded_texts(pc.binary_slice(texts, 0, width).cast(pa.large_string()))
    return coded(column)


def coded_texts(texts: pa.Array | pa.ChunkedArray) -> Coded:
    """A long column, coded by Arrow, which does it without making a million Python texts."""
    encoded = texts.dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    values = tuple(" ".join(value.split()) for value in encoded.dictionary.to_pylist())
    return Coded(encoded.indices.to_numpy(zero_copy_only=False).astype(np.intp), values)


def quoted(text: str) -> str:
    """A cell as a reason may show it: short and without words that could name a person."""
    letters = sum(letter.isalpha() for letter in text)
    if len(text) > 24 or letters > 4 or "@" in text:
        return "this cell"
    return f'"{text}"'
