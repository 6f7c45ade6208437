"""A column as its distinct texts and the place of each row among them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Codes = NDArray[np.intp]
MANY = 20_000
PIECE = 100_000
LOOK = 1000
Made = TypeVar("Made")


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
        return coded_texts(in_chunks(column))
    codes, values = pd.factorize(column)
    return Coded(codes.astype(np.intp), tuple(" ".join(str(value).split()) for value in values))


def coded_dates(column: "pd.Series[str]") -> Coded:
    """A column coded by its dates alone, where every cell has one of the same width and a time."""
    if len(column) > MANY:
        first = str(column.iloc[0]).encode()
        mark = b"T" if b"T" in first else b" "
        width = first.find(mark)
        if width >= 8:
            starts = in_pieces(in_chunks(column), lambda piece: starts_of(piece, width, mark))
            if all(start is not None for start in starts):
                return coded_texts(pa.chunked_array(starts))
    return coded(column)


def starts_of(texts: pa.Array, width: int, mark: bytes) -> pa.Array | None:
    """The first bytes of each text, where the mark stands behind them in all."""
    as_bytes = texts.cast(pa.large_binary())
    marks = pc.binary_slice(as_bytes, width, width + 1)
    return pc.binary_slice(as_bytes, 0, width) if pc.all(pc.equal(marks, mark)).as_py() else None


def coded_texts(texts: pa.ChunkedArray) -> Coded:
    """A long column, coded by Arrow, which does it without making a million Python texts."""
    if is_small_number(texts[0].as_py()):
        numbers = in_pieces(texts, small_numbers)
        if all(found is not None for found in numbers):
            return coded_numbers(np.concatenate([found for found in numbers if found is not None]))
    if len(pc.run_end_encode(texts[:LOOK].combine_chunks()).values) < LOOK / 2:
        return coded_runs(in_pieces(texts, pc.run_end_encode))
    pieces = in_pieces(texts, lambda piece: piece.dictionary_encode())
    encoded = pa.chunked_array(pieces).unify_dictionaries().combine_chunks()
    return Coded(encoded.indices.to_numpy().astype(np.intp), cleaned(encoded.dictionary))


def coded_runs(pieces: list[pa.RunEndEncodedArray]) -> Coded:
    """A long column in which equal texts stand together, each run of them looked at once."""
    lengths = [np.diff(piece.run_ends.to_numpy(), prepend=0) for piece in pieces]
    encoded = pa.chunked_array([piece.values for piece in pieces]).combine_chunks()
    encoded = encoded.dictionary_encode()
    places = encoded.indices.to_numpy().astype(np.intp)
    return Coded(np.repeat(places, np.concatenate(lengths)), cleaned(encoded.dictionary))


def cleaned(texts: pa.Array) -> tuple[str, ...]:
    """The texts of an Arrow array with single spaces between their words."""
    return tuple(" ".join(text.split()) for text in texts.cast(pa.large_string()).to_pylist())


def is_small_number(text: str | bytes) -> bool:
    """Whether a cell is a whole number of up to three digits."""
    return len(text) <= 3 and text.isdigit()


def small_numbers(texts: pa.Array) -> NDArray[np.uint8] | None:
    """The whole numbers up to 255 in a piece of a column; None where a cell is written otherwise.

    A number written plainly is as long as its digits, any other form of it is longer.
    """
    try:
        numbers: NDArray[np.uint8] = texts.cast(pa.uint8()).to_numpy()
    except pa.ArrowInvalid:
        return None
    digits = len(numbers) + np.count_nonzero(numbers >= 10) + np.count_nonzero(numbers >= 100)
    return numbers if digits == pc.sum(pc.binary_length(texts)).as_py() else None


def coded_numbers(numbers: NDArray[np.uint8]) -> Coded:
    """A column of small whole numbers, coded."""
    present = np.flatnonzero(np.bincount(numbers))
    codes = numbers if len(present) == present[-1] + 1 else np.searchsorted(present, numbers)
    return Coded(codes.astype(np.intp), tuple(map(str, present.tolist())))


def in_chunks(column: "pd.Series[str]") -> pa.ChunkedArray:
    """The texts of a column as Arrow holds them."""
    texts = pa.array(column)
    return texts if isinstance(texts, pa.ChunkedArray) else pa.chunked_array([texts])


def in_pieces(texts: pa.ChunkedArray, change: Callable[[pa.Array], Made]) -> list[Made]:
    """What is made of each piece of a long column; the pieces share the processors."""
    pieces = [part.slice(start, PIECE) for part in texts.chunks
              for start in range(0, len(part), PIECE)]  # fmt: skip
    with ThreadPoolExecutor(pa.cpu_count()) as threads:
        return list(threads.map(change, pieces))


def quoted(text: str) -> str:
    """A cell as a reason may show it: short and without words that could name a person."""
    letters = sum(letter.isalpha() for letter in text)
    if len(text) > 24 or letters > 4 or "@" in text:
        return "this cell"
    return f'"{text}"'
