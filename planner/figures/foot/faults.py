"""What can be wrong with a foot: an ankle or toes bent too far."""

from planner.figures.body.pose import SIDES
from planner.figures.foot.form import Foot
from planner.figures.foot.told import FootPicture, FootState

ANKLE_UP, ANKLE_UP_LOADED, ANKLE_DOWN = 22.0, 40.0, 52.0  # degrees
TOES_UP, TOES_DOWN, CURLED = 80.0, 40.0, 90.0


def faults_of(told: FootPicture) -> tuple[str, ...]:
    """Every fault, one sentence each."""
    return (*_of_state("start", told.start), *_of_state("end", told.end))


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
