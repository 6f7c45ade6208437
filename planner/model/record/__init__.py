"""A record: frozen, strict, and read whole from JSON, every problem in it told at once."""

from planner.model.record.whole import (
    NOT_KNOWN,
    KnownIds,
    Legible,
    R,
    Record,
    Strict,
    filled,
    known_as,
    read_record,
)

__all__ = [
    "NOT_KNOWN",
    "KnownIds",
    "Legible",
    "R",
    "Record",
    "Strict",
    "filled",
    "known_as",
    "read_record",
]
