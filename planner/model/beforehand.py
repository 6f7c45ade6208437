"""What a client answers without the therapist: on the tablet alone, or on paper."""

from typing import Annotated

from planner.model.record import Record
from planner.model.record.checked import NAMED, Tick
from planner.model.vocabulary import Answer, Medium


class ClientSaid(Record):
    """A client's own answer to one question; without an answer it was left blank.

    It binds and clears nothing. `settled`: the therapist has answered the question with it in
    sight.
    """

    answer: Answer | None = None
    medium: Medium = Medium.TABLET
    ticked: Annotated[tuple[Tick, ...], NAMED] = ()
    settled: bool = False
