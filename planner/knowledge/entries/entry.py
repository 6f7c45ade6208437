"""What every entry of the knowledge base is made of: its id, its words, what it names.

Some fields are for the record alone: what the evidence says, for whoever reviews the base. Each
entry names its own; no rule and no page reads them, so none is translated.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from planner.model.ids import FindingId, PlaceId, SourceId

Ids = tuple[str, ...]
Places = tuple[PlaceId, ...]
SomePlaces = Annotated[Places, Field(min_length=1)]
Findings = Annotated[tuple[FindingId, ...], Field(min_length=1)]
Sources = Annotated[tuple[SourceId, ...], Field(min_length=1)]
Text = Annotated[str, Field(min_length=1)]
WORDS = "words"  # marks a field that people read: it becomes a phrase of the catalogue
Said = Annotated[str, Field(min_length=1), WORDS]
MaySay = Annotated[str, WORDS]


class Entry(BaseModel):
    """One table of a TOML file; its id is the table's name."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    id: str
