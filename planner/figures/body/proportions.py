"""Lengths and girths of the figure as shares of its height.

Bone lengths after Drillis and Contini (1966) as printed by Winter; hip and shoulder width, hand and
head are drawn a little otherwise, for the look.
"""

from collections.abc import Mapping

SHANK = 0.246
THIGH = 0.245
HIP_OUT = 0.050
BALL_FORWARD = 0.082
TOE_FORWARD = 0.117
SPINE: Mapping[str, float] = {"pelvis": 0.09, "waist": 0.10, "chest": 0.105}
SHOULDER_OUT = 0.100
SHOULDER_DOWN = 0.020  # below the base of the neck, along the chest
UPPER_ARM = 0.180
FOREARM = 0.146
HAND = 0.100
NECK = 0.062
NECK_LEAN = 14.0  # degrees forward
SKULL_UP = 0.052  # the middle of the skull above the top of the neck
SKULL_FORWARD = 0.012

BONES: Mapping[str, float] = {
    "thigh": THIGH,
    "shank": SHANK,
    "upper_arm": UPPER_ARM,
    "forearm": FOREARM,
    "hand": HAND,
    "neck": NECK,
    **{f"{name}_spine": length for name, length in SPINE.items()},
}

# A station of a limb: share of the bone, radius, and how far it is set back.
Stations = tuple[tuple[float, float, float], ...]
THIGH_GIRTH: Stations = ((0, 0.051, 0), (0.2, 0.050, 0), (0.65, 0.041, 0), (1, 0.0325, 0))
SHANK_GIRTH: Stations = (
    (0, 0.0325, 0),
    (0.12, 0.0315, 0.002),
    (0.32, 0.0325, 0.009),
    (0.7, 0.0245, 0.004),
    (1, 0.0185, 0),
)
UPPER_ARM_GIRTH: Stations = ((0, 0.0275, 0), (0.35, 0.0265, 0), (0.7, 0.0235, 0), (1, 0.0205, 0))
FOREARM_GIRTH: Stations = ((0, 0.0205, 0), (0.25, 0.0225, 0), (0.7, 0.0185, 0), (1, 0.0140, 0))
# Along the trunk from the hips: distance, half depth, half width.
TRUNK_GIRTH: Stations = (
    (-0.030, 0.046, 0.062),
    (0.0, 0.059, 0.079),
    (0.045, 0.056, 0.080),
    (0.10, 0.048, 0.067),
    (0.15, 0.053, 0.073),
    (0.205, 0.059, 0.082),
    (0.255, 0.051, 0.078),
    (0.288, 0.036, 0.056),
)
SHOULDER_CAP = 0.0275
NECK_GIRTH: Stations = ((0, 0.0295, 0), (0.5, 0.0275, 0), (1, 0.0265, 0))
SKULL = (0.059, 0.053, 0.049)  # half axes: forward, up, across
SLEEVE = 0.58  # share of the upper arm that is covered
HEM = 0.90  # share of the shank that is covered
CLOTH = 1.05  # how much wider cloth is than the limb in it

# Shares of the body's weight, after Winter.
WEIGHTS: Mapping[str, float] = {
    "trunk": 0.497,
    "head": 0.081,
    "thigh": 0.100,
    "shank": 0.0465,
    "foot": 0.0145,
    "upper_arm": 0.028,
    "forearm": 0.016,
    "hand": 0.006,
}
