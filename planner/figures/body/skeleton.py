"""A solved pose: where every joint is and how every bone lies."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.figures.body.pose import Pose
from planner.figures.body.turning import Matrix, Vector, halfway


@dataclass(frozen=True)
class Skeleton:
    """Joints in shares of height; frames with forward, up (towards the trunk) and right as columns.

    `misses` says how far an end stayed short of its target.
    """

    joints: Mapping[str, Vector]
    frames: Mapping[str, Matrix]
    pose: Pose
    misses: Mapping[str, float] = field(default_factory=dict)

    def moved(self, shift: Vector) -> "Skeleton":
        """The same pose elsewhere."""
        joints = {name: place + shift for name, place in self.joints.items()}
        return Skeleton(joints, self.frames, self.pose, self.misses)


OF_A_LIMB = (
    ("hip", "pelvis", "pelvis"),
    ("knee", "hip_{}", "thigh_{}"),
    ("ankle", "knee_{}", "shank_{}"),
    ("toes", "ankle_{}", "foot_{}"),
    ("shoulder", "neck", "chest"),
    ("elbow", "shoulder_{}", "upper_arm_{}"),
    ("wrist", "elbow_{}", "forearm_{}"),
    ("fingers", "wrist_{}", "hand_{}"),
)
PARENTS: Mapping[str, tuple[str, str]] = {  # joint: the joint before it and the bone between
    "waist": ("pelvis", "pelvis"),
    "chest": ("waist", "waist"),
    "neck": ("chest", "chest"),
    "head": ("neck", "neck"),
    **{
        f"{joint}_{side}": (before.format(side), bone.format(side))
        for side in "rl"
        for joint, before, bone in OF_A_LIMB
    },
}


def between(start: Skeleton, end: Skeleton, share: float) -> Skeleton:
    """The figure a share of the way from one pose to another: bones turn, none stretches."""
    frames = {name: halfway(frame, end.frames[name], share) for name, frame in start.frames.items()}
    joints: dict[str, Vector] = {
        "pelvis": start.joints["pelvis"] * (1 - share) + end.joints["pelvis"] * share
    }
    for name, (before, bone) in PARENTS.items():
        joints[name] = joints[before] + frames[bone] @ _in_bone(start, end, name, share)
    return Skeleton(joints, frames, end.pose)


def _in_bone(start: Skeleton, end: Skeleton, joint: str, share: float) -> Vector:
    """Where a joint stands seen from the bone before it: only the shoulder blade slides."""
    before, bone = PARENTS[joint]
    first, last = (
        one.frames[bone].T @ (one.joints[joint] - one.joints[before]) for one in (start, end)
    )
    return first * (1 - share) + last * share
