"""Whether the ids that one entry names are there."""

from collections.abc import Collection, Iterable, Iterator

from planner.model.errors import Problem


def unknown(place: str, named: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """A fault for each name that is not known."""
    for name in named:
        if name not in known:
            yield Problem(place, f"'{name}' is not known")
