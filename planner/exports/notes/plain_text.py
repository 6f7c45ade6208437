"""A note as plain text, to copy into a message or a record: parts under their titles."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.words import Language, in_language


class Part(NamedTuple):
    """A part of a text: its lines are a list where it has a title, and go as they are without."""

    title: str
    lines: tuple[str, ...]


def as_text(parts: Iterable[Part], language: Language) -> str:
    """The parts in a language, a blank line between them; a part without lines is left out."""
    said = in_language(tuple(parts), language)
    return "\n\n".join(_laid_out(one) for one in said if one.lines) + "\n"


def _laid_out(part: Part) -> str:
    if not part.title:
        return "\n".join(part.lines)
    return "\n".join([part.title, *(f"- {line}" for line in part.lines)])
