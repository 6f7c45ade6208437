"""What a client answers without the therapist: on the tablet alone, or on paper."""

from planner.model.ids import TickId
from planner.model.record import Record
from planner.model.vocabulary import Answer, Medium


class ClientSaid(Record):
    """A client's own answer to one question; without an answer it was left blank.

    It binds and clears nothing. `settled`: the therapist has answered the question with it in
    sight.
    """

    answer: Answer | None = None
    medium: Medium = Medium.TABLET
    ticked: tuple[TickId, ...] = ()
    settled: bool = False
