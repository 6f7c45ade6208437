"""What may be measured at a visit: movements and tests, and forms that were filled in elsewhere."""

from typing import Literal, Self

from pydantic import model_validator

from planner.knowledge.entries.entry import Entry, Said
from planner.model.ids import ConditionId, InstrumentId, SourceId, ZoneId


class Movement(Entry):
    """One movement of a part of the body, or a test whose result is written down.

    `usual`: shown at once, the others on demand. `side`: the limb it is done with.
    """

    name: Said
    usual: bool = False
    side: Literal["left", "right", ""] = ""
    by: Literal["movement", "test"] = "movement"


class Questionnaire(Entry):
    """A form whose score may be typed in: its range, its direction, and how far is a change.

    `change` is None where no source gives one; `talk_from`: from this score on the client is asked
    to talk with a doctor. `zones` and `conditions`: for whom it is offered first; none is all.
    `loinc` is the code of its score, `loinc_name` what LOINC calls it; empty where none was found.
    """

    id: InstrumentId
    name: Said
    title: Said
    low: int
    high: int
    better: Literal["lower", "higher"]
    zones: tuple[ZoneId, ...] = ()
    conditions: tuple[ConditionId, ...] = ()
    change: float | None = None
    change_means: Literal["noticed", "beyond-scatter", ""] = ""
    talk_from: int | None = None
    loinc: str = ""
    loinc_name: str = ""
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.low >= self.high:
            raise ValueError("low is not below high")
        if (self.change is None) != (not self.change_means):
            raise ValueError("change and change_means go together")
        if (self.change is not None or self.talk_from is not None) and not self.sources:
            raise ValueError("a figure needs a source")
        if self.talk_from is not None and not self.low < self.talk_from <= self.high:
            raise ValueError("talk_from is outside the range")
        return self

    def is_better(self, before: float, now: float) -> bool | None:
        """Which way a score went; None where it is the same."""
        if now == before:
            return None
        return (now > before) == (self.better == "higher")

    def calls_for_a_talk(self, score: float) -> bool:
        """Whether this score asks for a talk with a doctor."""
        return self.talk_from is not None and score >= self.talk_from
