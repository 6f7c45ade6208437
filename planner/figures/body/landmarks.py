"""Places on the body by name: its joints, and what is felt or pointed at between them."""

from collections.abc import Mapping

import numpy as np

from planner.figures.body import proportions as of
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.turning import Vector

Place = tuple[str, str, tuple[float, float, float]]  # a joint, the frame, and how far along it

OF_THE_BODY: Mapping[str, Place] = {
    "crown": ("head", "head", (0.01, 0.105, 0)),
    "skull": ("head", "head", (of.SKULL_FORWARD, of.SKULL_UP, 0)),
    "forehead": ("head", "head", (0.068, 0.072, 0)),
    "nose": ("head", "head", (0.083, 0.027, 0)),
    "brow": ("head", "head", (0.068, 0.050, 0)),
    "chin": ("head", "head", (0.058, -0.014, 0)),
    "nape": ("head", "neck", (-0.028, -0.012, 0)),
    "throat": ("head", "neck", (0.028, -0.020, 0)),
    "breastbone": ("chest", "chest", (0.06, 0.03, 0)),
    "between_blades": ("chest", "chest", (-0.06, 0.04, 0)),
    "belly": ("waist", "waist", (0.055, 0.01, 0)),
    "low_back": ("waist", "waist", (-0.052, -0.01, 0)),
    "seat": ("pelvis", "pelvis", (-0.055, -0.02, 0)),
    "lap": ("pelvis", "pelvis", (0.12, 0.05, 0)),
}
OF_A_SIDE: Mapping[str, Place] = {
    "ear": ("head", "head", (0.004, 0.036, 0.049)),
    "temple": ("head", "head", (0.045, 0.06, 0.042)),
    "cheek": ("head", "head", (0.030, 0.010, 0.040)),
    "neck_side": ("neck", "neck", (0.0, 0.03, 0.028)),
    "trapezius": ("neck", "chest", (-0.01, 0.012, 0.05)),
    "blade": ("chest", "chest", (-0.055, 0.04, 0.05)),
    "breast": ("chest", "chest", (0.055, 0.045, 0.06)),
    "ribs": ("chest", "chest", (0.02, -0.01, 0.078)),
    "flank": ("waist", "waist", (0.0, 0.01, 0.066)),
    "buttock": ("pelvis", "pelvis", (-0.052, -0.02, 0.045)),
    "hip_front": ("hip", "pelvis", (0.055, 0.01, 0)),
    "hip_side": ("hip", "pelvis", (0.0, 0.01, 0.032)),
    "under_seat": ("hip", "pelvis", (0.02, -0.054, 0.0)),
    "beside_seat": ("hip", "pelvis", (0.02, -0.054, 0.072)),
    "thigh_front": ("knee", "thigh", (0.042, 0.12, 0)),
    "thigh_back": ("knee", "thigh", (-0.042, 0.12, 0)),
    "thigh_in": ("knee", "thigh", (0.0, 0.13, -0.04)),
    "thigh_out": ("knee", "thigh", (0.0, 0.04, 0.037)),
    "above_knee": ("knee", "thigh", (0.037, 0.04, 0)),
    "kneecap": ("knee", "thigh", (0.034, 0.0, 0)),
    "calf": ("ankle", "shank", (-0.040, 0.16, 0)),
    "shin": ("ankle", "shank", (0.028, 0.14, 0)),
    "heel": ("ankle", "foot", (-0.038, -0.028, 0)),
    "sole": ("ankle", "foot", (0.035, -0.038, 0)),
    "ball": ("ankle", "foot", (of.BALL_FORWARD, -0.037, 0)),
    "shoulder_cap": ("shoulder", "chest", (0.0, 0.01, 0.028)),
    "upper_arm_front": ("elbow", "upper_arm", (0.025, 0.09, 0)),
    "forearm_middle": ("wrist", "forearm", (0.0, 0.075, 0)),
    "palm": ("wrist", "hand", (0.0, -0.045, -0.012)),
    "thumb": ("wrist", "hand", (0.058, -0.044, -0.008)),
}
AFTER_A_SIDE = {"hip", "knee", "ankle", "shoulder", "elbow", "wrist"}
FRAMES_OF_A_SIDE = {"thigh", "shank", "foot", "upper_arm", "forearm", "hand"}


def place(body: Skeleton, name: str) -> Vector:
    """Where a joint or landmark is; KeyError says what is not known or not solved yet."""
    if name in body.joints:
        return body.joints[name]
    if name in OF_THE_BODY:
        joint, frame, shift = OF_THE_BODY[name]
        return body.joints[joint] + body.frames[frame] @ np.array(shift)
    stem, side = name[:-2], name[-1]
    joint, frame, (forward, up, out) = OF_A_SIDE[stem]
    joint = f"{joint}_{side}" if joint in AFTER_A_SIDE else joint
    frame = f"{frame}_{side}" if frame in FRAMES_OF_A_SIDE else frame
    mirrored = out if side == "r" else -out
    return body.joints[joint] + body.frames[frame] @ np.array([forward, up, mirrored])
