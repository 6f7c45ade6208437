"""Values in their order, each once."""

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def each_once(values: Iterable[T]) -> tuple[T, ...]:
    """The values in their order, each once."""
    return tuple(dict.fromkeys(values))
