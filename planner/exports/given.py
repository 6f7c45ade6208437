"""What documents are made from."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.between.consent import Consent
from planner.model.intake import Conversation
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import Language

Answer = bool | int | None
NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


class Given(NamedTuple):
    """What a document is made from, under the head of the practice, where one is set.

    `own`: pictures (PNG) that the therapist brought, by the line. `before`: the plan that this one
    follows, so that a calendar updates. `even_so`: a paper that could put the client at risk was
    asked for twice. `alarm`: how many minutes before a visit its calendar rings. `consent`: as it
    was recorded, where it was. `diary`: the handout has the sheet to fill in as page two.
    """

    plan: Plan
    intake: Conversation
    knowledge: Knowledge
    language: Language
    practice: Practice = NOT_SET
    own: Mapping[str, bytes] = NO_PICTURES
    before: Plan | None = None
    even_so: bool = False
    alarm: int | None = None
    consent: Consent | None = None
    diary: bool = True

    def having(self, chosen: Mapping[str, Answer]) -> "Given":
        """The same with what was chosen of a document."""
        return Given(**{**self._asdict(), **chosen})
