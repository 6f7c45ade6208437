"""The sources behind what is said, each with how far it was checked."""

from collections.abc import Iterable

from planner.model.ids import SourceId
from planner.model.plan import CitedSource
from planner.words.terms import VERIFICATION
from ui.parts.wording import plain
from ui.state.language import tell


def cited(ids: Iterable[SourceId], sources: Iterable[CitedSource]) -> str:
    """The citations behind these ids, as a list."""
    known = {source.id: source for source in sources}
    lines = (f"- {source_line(known[one])}" for one in ids if one in known)
    return "\n".join(dict.fromkeys(lines))


def source_line(one: CitedSource) -> str:
    """A citation, and how far it was checked."""
    checked = VERIFICATION[one.verification]
    return tell("{citation} ({checked})", citation=plain(one.citation), checked=checked)
