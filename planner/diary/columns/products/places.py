"""Where the headings of a product stand."""

from collections.abc import Iterable

from planner.diary.columns.tables import Table


def place_of(table: Table, name: str) -> int | None:
    """The place of the first heading of a name."""
    lowered = [heading.lower() for heading in table.header]
    return lowered.index(name) if name in lowered else None


def places_of(table: Table, names: Iterable[str]) -> tuple[int, ...]:
    """The places of the headings that are there, in this order."""
    found = (place_of(table, name) for name in names)
    return tuple(place for place in found if place is not None)


def those(place: int | None) -> tuple[int, ...]:
    """A place as the columns to read; none where there is none."""
    return () if place is None else (place,)
