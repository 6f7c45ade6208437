"""From the postures of hands to where every joint is: names are `hand.finger.joint`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from planner.figures.body.turning import (
    WORDS,
    Matrix,
    Vector,
    about_x,
    about_y,
    about_z,
    along,
    unit,
)
from planner.figures.hand import proportions as of
from planner.figures.hand.pose import Hand, Way

JOINTS = ("knuckle", "middle", "end", "tip")
PAD = 0.6  # of the last bone: where a pulp and a nail are


@dataclass(frozen=True)
class Hands:
    """Joints and places by name; frames with along, back and thumb side as columns."""

    poses: Mapping[str, Hand]
    joints: Mapping[str, Vector] = field(default_factory=dict)
    frames: Mapping[str, Matrix] = field(default_factory=dict)

    def place(self, name: str) -> Vector:
        """Where something is."""
        try:
            return self.joints[name]
        except KeyError:
            raise KeyError(f"There is no place {name}; there are: {sorted(self.joints)}.") from None


def way(said: Way) -> Vector:
    """A direction, said by a word or by numbers."""
    return WORDS[said] if isinstance(said, str) else unit(np.array(said))


def solve(poses: Mapping[str, Hand]) -> Hands:
    """All hands of a picture; one that touches another comes after it."""
    solved = Hands(poses)
    for name, hand in poses.items():
        joints, frames = _one(hand)
        wrist = np.array(hand.at)
        if hand.touch is not None:
            frame = solved.frames[hand.touch.axes] if hand.touch.axes else np.eye(3)
            place = solved.place(hand.touch.at) if hand.touch.at else np.zeros(3)
            aim = place + frame @ np.array(hand.touch.shift)
            wrist = aim - joints[hand.touch.own]
        solved = replace(
            solved,
            joints={**solved.joints, **{f"{name}.{key}": at + wrist for key, at in joints.items()}},
            frames={**solved.frames, **{f"{name}.{key}": one for key, one in frames.items()}},
        )
    return solved


def _one(hand: Hand) -> tuple[dict[str, Vector], dict[str, Matrix]]:
    """A hand with its wrist at the origin."""
    sign = 1.0 if hand.side == "l" else -1.0
    arm = _forearm(hand)
    palm = arm @ about_z(hand.wrist[0]) @ about_y(-hand.wrist[1] * sign)
    frames = {"arm": _own(arm, sign), "hand": _own(palm, sign)}
    joints = {"wrist": np.zeros(3), "elbow": -arm[:, 0] * of.FOREARM}
    for finger in of.FINGERS:
        _finger(hand, finger, palm, (joints, frames))
    _thumb(hand, palm, (joints, frames))
    _surfaces(joints, frames)
    return joints, frames


def _own(frame: Matrix, sign: float) -> Matrix:
    """A frame whose third column goes to the thumb's side."""
    return frame @ np.diag([1.0, 1.0, sign])


def _forearm(hand: Hand) -> Matrix:
    upright = along(way(hand.points), way(hand.back))  # faces the back, goes up along the arm
    ahead, back = upright[:, 1], upright[:, 0]
    return np.stack([ahead, back, np.cross(ahead, back)], axis=1)


Places = tuple[dict[str, Vector], dict[str, Matrix]]


def _finger(hand: Hand, finger: str, palm: Matrix, into: Places) -> None:
    joints, frames = into
    sign = 1.0 if hand.side == "l" else -1.0
    frame = palm @ about_y(hand.spread * of.SPREAD[finger] * sign)
    at = _own(palm, sign) @ np.array(of.KNUCKLES[finger])
    joints[f"{finger}.knuckle"] = at
    rows = zip(hand.bends(finger), of.BONES[finger], JOINTS[1:], strict=True)
    for number, (bend, bone, joint) in enumerate(rows, start=1):
        frame = frame @ about_z(bend)
        at = at + frame[:, 0] * bone
        joints[f"{finger}.{joint}"] = at
        frames[f"{finger}{number}"] = _own(frame, sign)
    _pulp(finger, of.GIRTHS[finger], into)


def _thumb(hand: Hand, palm: Matrix, into: Places) -> None:
    joints, frames = into
    sign = 1.0 if hand.side == "l" else -1.0
    told, at = hand.thumb, _own(palm, sign) @ np.array(of.THUMB_BASE)
    # Its nail looks to the thumb's side and a little to the back: it bends across the palm.
    frame = palm @ about_y(told.out * sign) @ about_z(told.fore) @ about_x((62 + told.roll) * sign)
    joints["thumb.knuckle"] = at
    rows = zip((0.0, *told.bend), of.THUMB_BONES, JOINTS[1:], strict=True)
    for number, (bend, bone, joint) in enumerate(rows, start=1):
        frame = frame @ about_z(bend)
        at = at + frame[:, 0] * bone
        joints[f"thumb.{joint}"] = at
        frames[f"thumb{number}"] = _own(frame, sign)
    _pulp("thumb", of.THUMB_GIRTH, into)


def _pulp(finger: str, girth: tuple[float, ...], into: Places) -> None:
    """The pad and the nail of a finger, on its surface."""
    joints, frames = into
    end, tip = joints[f"{finger}.end"], joints[f"{finger}.tip"]
    radius = girth[2] * (1 - PAD) + girth[3] * PAD
    at = end + (tip - end) * PAD
    back = frames[f"{finger}3"][:, 1]
    joints[f"{finger}.pad"] = at - back * radius
    joints[f"{finger}.nail"] = at + back * radius


def _surfaces(joints: dict[str, Vector], frames: dict[str, Matrix]) -> None:
    """Places on the skin of palm and forearm."""
    hand, arm = frames["hand"], frames["arm"]
    middle = np.array([0.30, 0.0, 0.0])
    joints["palm"] = hand @ (middle - np.array([0, 0.075, 0]))
    joints["back"] = hand @ (middle + np.array([0, 0.088, 0]))
    joints["middle"] = hand @ middle
    share = of.FOREARM * 0.45
    joints["arm"] = -arm[:, 0] * share
    joints["arm_back"] = arm @ np.array([-share, 0.148, 0.0])
    joints["arm_front"] = arm @ np.array([-share, -0.148, 0.0])
    joints["crease"] = hand @ np.array([0.0, -0.098, 0.0])
