"""What can be wrong with a picture: a target not reached, a joint bent too far, a foot afloat."""

from planner.figures.whole import Whole


def faults_of(told: Whole) -> tuple[str, ...]:
    """Every fault of a picture, one sentence each."""
    return tuple(
        f"{limb} stays {missed:.3f} short of its target."
        for body in told.bodies
        for limb, missed in body.misses.items()
        if missed > 0.002  # noqa: PLR2004
    )
