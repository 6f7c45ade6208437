"""Whether the ids that one entry names are there."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from planner.model.errors import Problem

LISTED_WHOLE = 30  # a longer list is told by those spelt most alike
ALIKE = 5


def unknown(place: str, named: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """A fault for each name that is not known, with those that are."""
    for name in named:
        if name not in known:
            yield Problem(place, f"'{name}' is not known; {known_ones(name, known)}")


def known_ones(name: str, known: Collection[str]) -> str:
    """The known names, as a fault lists them: all of a short list, the likeliest of a long one."""
    if len(known) <= LISTED_WHOLE:
        return f"known: {', '.join(sorted(known))}"
    alike = get_close_matches(name, known, ALIKE, cutoff=0)
    return f"most alike of {len(known)}: {', '.join(alike)}"
