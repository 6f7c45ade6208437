"""What can be wrong with a foot: a joint bent too far, a hand that does not touch."""

from collections.abc import Sequence

from planner.figures.body.pose import SIDES
from planner.figures.foot.form import Foot
from planner.figures.foot.told import FootPicture, FootState
from planner.figures.paint.svg import Element
from planner.figures.rounds import shape_of

ANKLE_UP, ANKLE_UP_LOADED, ANKLE_DOWN = 22.0, 40.0, 52.0  # degrees
TOES_UP, TOES_DOWN, CURLED = 80.0, 40.0, 90.0
APART = 0.02  # lengths of a foot that a touch may be off


def faults_of(told: FootPicture, end: Sequence[Element]) -> tuple[str, ...]:
    """Every fault, one sentence each."""
    return (*_of_state("start", told.start), *_of_state("end", told.end), *_of_touch(told, end))


def _of_state(name: str, state: FootState) -> list[str]:
    found = []
    for side in SIDES:
        pose = state.foot(side)
        if pose is None:
            continue
        up = Foot(side, pose).bent_up()
        if not -ANKLE_DOWN <= up <= (ANKLE_UP_LOADED if pose.loaded else ANKLE_UP):
            found.append(f"At the {name} ankle {side} is drawn up {up:.0f} degrees.")
        if not -TOES_DOWN <= pose.toes <= TOES_UP or not 0 <= pose.curl <= CURLED:
            found.append(
                f"At the {name} toes {side} bend {pose.toes:.0f}, {pose.curl:.0f} degrees."
            )
    return found


def _of_touch(told: FootPicture, end: Sequence[Element]) -> list[str]:
    found = []
    for one, other in told.touches:
        first, second = shape_of(end, one), shape_of(end, other)
        if first.is_empty or second.is_empty or first.distance(second) > APART:
            found.append(f"{one} does not touch {other}.")
    return found
