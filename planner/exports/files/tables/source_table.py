"""The sources of a plan by a short id, so that no cell holds a page of citations."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.exports.files.tables.cells import Table, table
from planner.exports.references import References
from planner.model.plan import Plan

HEADER = ("id", "citation", "checked")


class Listed(NamedTuple):
    """A source: its id in these tables, what it is, and how far it was checked."""

    id: str
    citation: str
    checked: str


class SourceIds:
    """Each source by the number it has on paper: S1, S2, …"""

    def __init__(self, plan: Plan) -> None:
        self._references = References(plan.sources)
        self.listed = tuple(
            Listed(f"S{one.number}", one.citation, one.verification.value)
            for one in self._references.listed
        )
        self._by_citation = {one.citation: one.id for one in self.listed}

    def of(self, sources: Iterable[str]) -> str:
        """The ids of these sources, each once."""
        cited = self._references.citations(sources)
        return " ".join(self._by_citation[one] for one in cited)


def source_table(plan: Plan) -> Table:
    """Every source of the plan."""
    return table(HEADER, (one._asdict() for one in SourceIds(plan).listed))
