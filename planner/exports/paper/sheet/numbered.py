"""The sources of a paper, numbered in the order in which it points to them."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.exports.references import in_runs
from planner.knowledge import Knowledge
from planner.model.ids import SourceId
from planner.model.plan import Plan
from planner.model.vocabulary import Verification
from planner.words import say
from planner.words.terms import VERIFICATION

NOT_CHECKED = say("not checked")
LOOKED_INTO = (Verification.READ, Verification.PARTLY_READ)


@dataclass(frozen=True)
class Source:
    """A source with its number, and how far it was checked."""

    number: int
    citation: str
    checked: str


class Numbered:
    """Numbers sources as they are pointed to; two ids of the same citation share a number."""

    def __init__(self, plan: Plan, knowledge: Knowledge) -> None:
        self._known = {one.id: (one.citation, one.verification) for one in plan.sources}
        self._knowledge = knowledge
        self._found: dict[str, list[Verification]] = {}

    def mark(self, sources: Iterable[SourceId]) -> str:
        """The numbers of these sources: "1, 4 to 6" with a dash; empty where there are none."""
        return ", ".join(in_runs(sorted({self._number(one) for one in sources})))

    @property
    def listed(self) -> tuple[Source, ...]:
        """Every source that was pointed to, in the order of its number."""
        return tuple(
            Source(number, citation, _checked(found))
            for number, (citation, found) in enumerate(self._found.items(), 1)
        )

    def _number(self, source: SourceId) -> int:
        citation, verification = self._known.get(source) or self._knowledge.citation(source)
        self._found.setdefault(citation, []).append(verification)
        return 1 + list(self._found).index(citation)


def _checked(found: Iterable[Verification]) -> str:
    """How far a source was read; the least of what is said of it."""
    weakest = Verification.weakest(found)
    return VERIFICATION[weakest] if weakest in LOOKED_INTO else NOT_CHECKED
