"""The practice, set once: what stands on its papers, and what each new visit begins with."""

from planner.model.practice.whole import (
    DARK_ENOUGH,
    NOT_SET,
    Practice,
    Therapist,
    Usual,
    Zone,
    contrast_on_white,
    read_practice,
    read_therapist,
)

__all__ = [
    "DARK_ENOUGH",
    "NOT_SET",
    "Practice",
    "Therapist",
    "Usual",
    "Zone",
    "contrast_on_white",
    "read_practice",
    "read_therapist",
]
