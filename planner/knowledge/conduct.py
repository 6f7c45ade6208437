"""How a therapist conducts herself: what is agreed before a touch, and what is hers to do."""

from planner.knowledge.entries import Entry, Said, Sources, Text
from planner.model.vocabulary import Verification


class ConsentPoint(Entry):
    """Something to agree before hands touch the client."""

    says: Said
    plain: Said
    sources: Sources
    verification: Verification


class ScopeRule(Entry):
    """What a massage therapist, and so this program, may and may not do."""

    kind: Text
    says: Said
    sources: Sources
    verification: Verification
