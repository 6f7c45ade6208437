"""A column as its distinct texts and the place of each row among them."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from planner.words import say

SHEET = "sheet"  # what the name of a grid's sheet is kept under
OF_AN_APP = "of an app"  # what a grid is marked by that an app gave in a file of its own
Codes = NDArray[np.intp]
MANY = 20_000  # rows; fewer are coded sooner than Arrow is set up
PIECE = 100_000  # rows that one processor takes at a time
LOOK = 1000  # rows that tell whether equal texts stand together
SHORTEST_DATE = 8  # letters, as in 20240307
MOST_DIGITS = 3
LONGEST_SHOWN, MOST_LETTERS = 24, 4  # what is longer, or has more words in it, may name a person
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
        passed = np.fromiter(map(test, self.values), bool, len(self.values))
        return passed[self.codes] if passed.any() else np.zeros(len(self.codes), bool)

    @cached_property
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
        return _coded_texts(_in_chunks(column))
    codes, values = pd.factorize(column)
    return Coded(codes.astype(np.intp), _cleaned(values))


def coded_dates(column: "pd.Series[str]") -> Coded:
    """A column coded by its dates alone, where every cell has one of the same width and a time."""
    if len(column) > MANY:
        first = str(column.iloc[0]).encode()
        mark = b"T" if b"T" in first else b" "
        width = first.find(mark)
        if width >= SHORTEST_DATE:
            codes, starts = _encoded(_in_chunks(column), lambda texts: _starts_of(texts, width + 1))
            if all(start.find(mark) == width for start in starts):
                return Coded(codes, _cleaned([start[:width].decode() for start in starts]))
    return coded(column)


def _coded_texts(texts: pa.ChunkedArray) -> Coded:
    """A long column, coded by Arrow, which does it without making a million Python texts."""
    if _is_small_number(texts[0].as_py()):
        pieces = _in_pieces(texts, _small_numbers)
        numbers = [piece for piece in pieces if piece is not None]
        if len(numbers) == len(pieces):
            return _coded_numbers(pa.chunked_array(numbers).combine_chunks().to_numpy())
    codes, values = _encoded(texts, lambda piece: piece)
    return Coded(codes, _cleaned(values))


def _starts_of(texts: pa.Array, width: int) -> pa.Array:
    """The first bytes of each text."""
    return pc.binary_slice(texts.cast(pa.large_binary()), 0, width)


def _encoded(
    texts: pa.ChunkedArray, part: Callable[[pa.Array], pa.Array]
) -> tuple[Codes, list[Any]]:
    """The place of a part of each row's text among the distinct ones, and these."""
    if len(pc.run_end_encode(part(texts[:LOOK].combine_chunks())).values) < LOOK / 2:
        return _encoded_runs(_in_pieces(texts, lambda piece: pc.run_end_encode(part(piece))))
    pieces = _in_pieces(texts, lambda piece: part(piece).dictionary_encode())
    found = pa.chunked_array(pieces).unify_dictionaries().combine_chunks()
    return found.indices.cast(pa.int64()).to_numpy(), found.dictionary.to_pylist()


def _encoded_runs(pieces: list[pa.RunEndEncodedArray]) -> tuple[Codes, list[Any]]:
    """The same of a column in which equal texts stand together, each run looked at once."""
    before = np.cumsum([0, *map(len, pieces)])
    ends = [piece.run_ends.to_numpy() + rows for piece, rows in zip(pieces, before, strict=False)]
    found = pa.chunked_array([piece.values for piece in pieces]).combine_chunks()
    found = found.dictionary_encode()
    places = found.indices.cast(pa.int64())
    runs = pa.RunEndEncodedArray.from_arrays(np.concatenate(ends), places)
    return pc.run_end_decode(runs).to_numpy(), found.dictionary.to_pylist()


def _cleaned(texts: Iterable[object]) -> tuple[str, ...]:
    """Texts with single spaces between their words."""
    return tuple(" ".join(str(text).split()) for text in texts)


def _is_small_number(text: str) -> bool:
    """Whether a cell is a whole number of up to three digits."""
    return len(text) <= MOST_DIGITS and text.isdigit()


def _small_numbers(texts: pa.Array) -> pa.Array | None:
    """The whole numbers up to 255 in a piece of a column; None where a cell is written otherwise.

    A number written plainly is as long as its digits, any other form of it is longer.
    """
    try:
        found = texts.cast(pa.uint8())
    except pa.ArrowInvalid:
        return None
    numbers = found.to_numpy()
    digits = len(numbers) + sum(np.count_nonzero(numbers >= power) for power in (10, 100))
    plain = digits == pc.sum(pc.binary_length(texts)).as_py()
    return found.cast(pa.int64()) if plain else None


def _coded_numbers(numbers: NDArray[np.intp]) -> Coded:
    """A column of small whole numbers, coded."""
    present = np.flatnonzero(np.bincount(numbers))
    codes = numbers if len(present) == present[-1] + 1 else np.searchsorted(present, numbers)
    return Coded(codes, tuple(map(str, present.tolist())))


def _in_chunks(column: "pd.Series[str]") -> pa.ChunkedArray:
    """The texts of a column as Arrow holds them."""
    texts = pa.array(column)
    return texts if isinstance(texts, pa.ChunkedArray) else pa.chunked_array([texts])


def _in_pieces(texts: pa.ChunkedArray, change: Callable[[pa.Array], Made]) -> list[Made]:
    """What is made of each piece of a long column; the pieces share the processors."""
    pieces = [part.slice(start, PIECE) for part in texts.chunks
              for start in range(0, len(part), PIECE)]  # fmt: skip
    with ThreadPoolExecutor(pa.cpu_count()) as threads:
        return list(threads.map(change, pieces))


def quoted(text: str) -> str:
    """A cell as a reason may show it: short and without words that could name a person."""
    letters = sum(letter.isalpha() for letter in text)
    if len(text) > LONGEST_SHOWN or letters > MOST_LETTERS or "@" in text:
        return say("this cell")
    return f'"{text}"'
