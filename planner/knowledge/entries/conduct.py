"""How a therapist conducts herself: what is agreed, what is hers to do, what is said of loads."""

from typing import Annotated

from pydantic import Field

from planner.knowledge.entries.entry import WORDS, Entry, Said, Sources, Text
from planner.model.vocabulary import Activity, Verification


class ConsentPoint(Entry):
    """Something to agree before hands touch the client."""

    says: Said
    plain: Said
    sources: Sources
    verification: Verification


class ScopeRule(Entry):
    """What a massage therapist, and so this program, may and may not do.

    For the record alone: `kind`, whether that is a may, a may not, or a fact of one country.
    """

    kind: Text
    says: Said
    sources: Sources
    verification: Verification


class ActivityEntry(Entry):
    """An activity of daily life: the words of a goal that point to it, and what eases into it.

    `load` is said first where it brings the pain on; usual practice, nobody tested it.
    """

    id: Annotated[Activity, Field(strict=False)]
    name: Said
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    load: Said


Signs = Annotated[tuple[Text, ...], WORDS]
ANYBODY = "anybody"


class StopSigns(Entry):
    """At which signs a client stops and calls; each is read after "If".

    `now` is the emergency number, `today` a doctor the same day, `soon` a doctor within days.
    """

    now: Signs = ()
    today: Signs = ()
    soon: Signs = ()
