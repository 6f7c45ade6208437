"""Lengths and radii of a hand as shares of its length, wrist to tip of the middle finger.

Lengths and girths are conventions, chosen so that a drawn hand looks like one.
A hand's own axes: along (to the finger tips), back (out of its back), thumb (to the thumb's side).
"""

from collections.abc import Mapping

Triple = tuple[float, float, float]

FINGERS = ("index", "long", "ring", "little")
FOREARM = 1.36

# Where each knuckle is, the three bones from there, and the radii at knuckle, two joints and tip.
KNUCKLES: Mapping[str, Triple] = {
    "index": (0.475, 0.000, 0.152),
    "long": (0.500, 0.012, 0.050),
    "ring": (0.475, 0.004, -0.052),
    "little": (0.430, -0.016, -0.148),
}
BONES: Mapping[str, Triple] = {
    "index": (0.225, 0.125, 0.090),
    "long": (0.245, 0.145, 0.100),
    "ring": (0.228, 0.137, 0.096),
    "little": (0.180, 0.100, 0.086),
}
GIRTHS: Mapping[str, tuple[float, float, float, float]] = {
    "index": (0.058, 0.051, 0.045, 0.036),
    "long": (0.058, 0.052, 0.046, 0.037),
    "ring": (0.056, 0.049, 0.044, 0.035),
    "little": (0.051, 0.043, 0.038, 0.031),
}
SPREAD: Mapping[str, float] = {"index": 1.0, "long": 0.0, "ring": -0.9, "little": -2.0}

THUMB_BASE: Triple = (0.085, -0.045, 0.105)
THUMB_BONES: Triple = (0.240, 0.165, 0.110)
THUMB_GIRTH = (0.085, 0.062, 0.052, 0.039)

# The palm: middles and half axes of its wide ellipsoids from the wrist on, and of its two cushions.
PALM: tuple[tuple[Triple, Triple], ...] = (
    ((0.000, 0.000, 0.000), (0.080, 0.098, 0.148)),
    ((0.120, -0.002, 0.000), (0.100, 0.100, 0.172)),
    ((0.290, 0.004, 0.004), (0.100, 0.084, 0.196)),
    ((0.420, 0.004, 0.004), (0.070, 0.064, 0.200)),
)
HEEL: tuple[Triple, Triple] = ((0.200, -0.045, -0.125), (0.150, 0.072, 0.072))

# The forearm from the wrist on: share of its length, half thickness, half width.
ARM: tuple[Triple, ...] = (
    (0.00, 0.098, 0.145),
    (0.12, 0.105, 0.150),
    (0.40, 0.140, 0.172),
    (0.75, 0.182, 0.200),
    (1.00, 0.186, 0.200),
)
CLOTH = 1.13  # how much wider a sleeve is than the arm in it
