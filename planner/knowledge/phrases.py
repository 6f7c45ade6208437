"""The words of an entry as phrases of the catalogue, so that they can be said in any language."""

from collections.abc import Iterator
from typing import Any, TypeVar

from planner.knowledge.entries.clinical import Region
from planner.knowledge.entries.entry import WORDS, Entry
from planner.model.phrase import Phrase
from planner.words import fact, say
from planner.words.terms import SIDE

E = TypeVar("E", bound=Entry)


def in_phrases(entry: E, file: str, name: str) -> E:
    """The entry with a phrase in every field that people read; `name` is its id in the file."""
    said = dict(_said(entry, file, name))
    if isinstance(entry, Region):
        said |= _named(entry, file, name)
    return entry.model_copy(update=said)


def _said(entry: Entry, file: str, name: str, within: str = "") -> Iterator[tuple[str, Any]]:
    for field, known in type(entry).model_fields.items():
        value, place = getattr(entry, field), f"{within}{field}"
        if isinstance(value, Entry):
            said = dict(_said(value, file, name, f"{place}."))
            yield field, value.model_copy(update=said)
        elif value and WORDS in known.metadata:
            yield field, _phrased(value, file, name, place)


def _phrased(value: Any, file: str, name: str, place: str) -> Any:
    if isinstance(value, dict):
        return {
            key: words and fact(file, name, f"{place}.{key}", words) for key, words in value.items()
        }
    if isinstance(value, tuple):
        return tuple(fact(file, name, f"{place}.{at}", one) for at, one in enumerate(value, 1))
    return fact(file, name, place, value)


def _named(region: Region, file: str, name: str) -> dict[str, Phrase]:
    """A region's name without its side, and its label with it: "Calf, left"."""
    if region.side not in SIDE:
        return {"name": fact(file, name, "label", region.label)}
    place = fact(file, name, "label", region.label.removesuffix(f", {region.side}"))
    return {"name": place, "label": say("{place}, {side}", place=place, side=SIDE[region.side])}
