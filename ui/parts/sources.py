"""The sources behind what is said, each with how far it was checked."""

from collections.abc import Iterable

from planner.model.ids import SourceId
from planner.model.plan import CitedSource
from planner.words.terms import VERIFICATION
from ui.parts.markdown import Marked, bullets
from ui.state.language import tell


def cited(ids: Iterable[SourceId], sources: Iterable[CitedSource]) -> Marked:
    """The citations behind these ids, as a list."""
    known = {source.id: source for source in sources}
    return bullets(dict.fromkeys(source_line(known[one]) for one in ids if one in known))


def source_line(one: CitedSource) -> str:
    """A citation, and how far it was checked."""
    checked = VERIFICATION[one.verification]
    return tell("{citation} ({checked})", citation=one.citation, checked=checked)
