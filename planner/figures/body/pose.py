"""A pose as data: a root, a bent spine, and limbs by their angles or by what they touch."""

from typing import Any, Literal

from pydantic import Field

from planner.model.record import Record

Triple = tuple[float, float, float]
Direction = Literal["front", "back", "up", "down", "left", "right", "in", "out"] | Triple
Side = Literal["r", "l"]
SIDES: tuple[Side, Side] = ("r", "l")
STRAIGHT: Triple = (0.0, 0.0, 0.0)


class Root(Record):
    """Where the middle of the hips is and how the pelvis lies, in degrees.

    `pitch` leans forward (-90 lies on the back, 90 on the front), `roll` leans to the right, `turn`
    is about the body's own length, `yaw` about the upright, to the right.
    """

    x: float = 0.0
    y: float = 0.53
    z: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    turn: float = 0.0
    yaw: float = 0.0


class Target(Record):
    """A place: absolute, or from a joint along the axes of a part; `snap` lays it on a surface."""

    from_: str | None = Field(default=None, alias="from")
    shift: Triple = STRAIGHT
    axes: str | None = None
    snap: str | None = None


class Leg(Record):
    """A leg: by `hip` (flexion, out, turned out), `knee`; or by where the ankle is (`foot_at`).

    The foot: `ankle` degrees up from square to the shank; or `heel` degrees up from level, on
    the ball, pointing to `foot_to`. `toes` bend up at the ball.
    """

    hip: Triple = STRAIGHT
    knee: float = 0.0
    foot_at: Target | None = None
    knee_to: Direction = "front"
    ankle: float = 0.0
    heel: float | None = None
    foot_to: Direction | None = None
    toes: float = 0.0
    loaded: bool = False


class Arm(Record):
    """An arm: by `lift` (flexion, out, turned in), `elbow`; or by where the wrist is (`hand_at`).

    The hand: `forearm` degrees palm down and `wrist` (flexion, to the little finger) go from the
    forearm; `palm` and `fingers` say where they point instead. `grip` 0 is flat, 1 a fist.
    """

    lift: Triple = STRAIGHT
    elbow: float = 0.0
    hand_at: Target | None = None
    elbow_to: Direction = "back"
    forearm: float = 0.0
    wrist: tuple[float, float] = (0.0, 0.0)
    palm: Direction | None = None
    fingers: Direction | None = None
    grip: float = 0.15
    thumb: bool = False  # stands away from a fist
    loaded: bool = False


class Pose(Record):
    """One posture of the whole figure. Spine parts are bent forward, to the right, turned right."""

    root: Root = Root()
    trunk: Triple = STRAIGHT
    low: Triple = STRAIGHT
    high: Triple = STRAIGHT
    neck: Triple = STRAIGHT
    head: Triple = STRAIGHT
    shoulder_r: tuple[float, float] = (0.0, 0.0)  # raised, drawn forward, in shares of height
    shoulder_l: tuple[float, float] = (0.0, 0.0)
    leg_r: Leg = Leg()
    leg_l: Leg = Leg()
    arm_r: Arm = Arm()
    arm_l: Arm = Arm()
    settle: tuple[str, ...] = ()
    settle_on: str = "floor"
    belly: float = 0.0  # how much further out the belly stands, in shares of height
    ribs: float = 0.0  # how much wider the chest is, in shares of height
    jaw: float = 0.0  # degrees open

    def leg(self, side: Side) -> Leg:
        """The leg of a side."""
        return self.leg_r if side == "r" else self.leg_l

    def arm(self, side: Side) -> Arm:
        """The arm of a side."""
        return self.arm_r if side == "r" else self.arm_l


WHOLE = {"foot_at", "hand_at"}  # told anew, nothing of the old place stays
TARGETS = {
    "foot_at": {"hip", "knee"},
    "hand_at": {"lift", "elbow"},
    "heel": {"ankle"},
    "palm": {"forearm"},
    "fingers": {"forearm"},
}
OF_TARGETS = ("palm", "fingers", "knee_to", "elbow_to")  # meant for the target they came with


def merged(base: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """A pose's data with these differences; a limb told its angles forgets its target.

    So does a foot told by its ankle, and a hand by its forearm.
    """
    told = dict(base)
    for name, value in change.items():
        if name not in WHOLE and isinstance(value, dict) and isinstance(told.get(name), dict):
            told[name] = merged(_forgetting(told[name], value), value)
        else:
            told[name] = value
    return told


def _forgetting(limb: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    lost: set[str] = set()
    for target, angles in TARGETS.items():
        if target in change:
            lost |= angles
        if target in limb and angles & set(change):
            lost |= {target, *(OF_TARGETS if target in WHOLE else ())}
    return {name: value for name, value in limb.items() if name not in lost}
