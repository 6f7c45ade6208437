"""The posture of a hand as data: where its forearm comes from, wrist and fingers."""

from typing import Literal

from planner.figures.body.pose import STRAIGHT, Side, Triple
from planner.model.record import Record

Way = Literal["front", "back", "up", "down", "left", "right"] | Triple


class Touch(Record):
    """A place of the hand's own that lies on a place elsewhere, or a shift from it (or from zero).

    `axes` names the frame the shift goes along: along, back, thumb side of that part.
    """

    own: str
    at: str | None = None
    shift: Triple = STRAIGHT
    axes: str | None = None


class Thumb(Record):
    """A thumb: degrees out to its side and fore of the palm, the bends of its joints, its roll."""

    out: float = 32.0
    fore: float = 22.0
    bend: tuple[float, float] = (8.0, 8.0)
    roll: float = 0.0


class Hand(Record):
    """A hand with its forearm: the wrist's place or what it touches, and where the forearm goes.

    `points` is from elbow to wrist, `back` where the back of the forearm faces. `wrist` bends to
    the palm, then to the little finger. A finger is bent at knuckle, middle and end joint.
    """

    side: Side = "r"
    at: Triple = STRAIGHT
    touch: Touch | None = None
    points: Way = "front"
    back: Way = "up"
    wrist: tuple[float, float] = (0.0, 0.0)
    fingers: Triple = (8.0, 10.0, 6.0)
    index: Triple | None = None
    long: Triple | None = None
    ring: Triple | None = None
    little: Triple | None = None
    spread: float = 2.0
    thumb: Thumb = Thumb()
    arm: float = 0.75  # how much of the forearm is drawn
    sleeve: float = 0.0  # how much of what is drawn of it is covered
    far: bool = False  # in the tone of what is further away
    loaded: bool = False  # pulled by the other hand, or leant on

    def bends(self, finger: str) -> Triple:
        """The bends of one finger."""
        own: Triple | None = getattr(self, finger)
        return self.fingers if own is None else own
