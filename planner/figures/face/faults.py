"""What can be wrong with a face: a jaw opened too far, a finger that does not touch."""

from collections.abc import Sequence

from planner.figures.face.told import FacePicture, State
from planner.figures.paint.svg import Element
from planner.figures.rounds import shape_of

WIDEST = 32.0  # degrees: full opening
LIPS_PART = 8.0  # degrees beyond which lips do not stay together
APART = 0.012  # head heights: how far off a touch may be


def faults_of(told: FacePicture, end: Sequence[Element]) -> tuple[str, ...]:
    """Every fault, one sentence each."""
    return (*_of_state("start", told.start), *_of_state("end", told.end), *_of_touch(told, end))


def _of_state(name: str, state: State) -> list[str]:
    found = []
    if not 0 <= state.jaw <= WIDEST:
        found.append(f"At the {name} the jaw opens {state.jaw:.0f} degrees.")
    if state.lips == "shut" and state.jaw > LIPS_PART:
        found.append(f"At the {name} the lips are shut with the jaw at {state.jaw:.0f} degrees.")
    return found


def _of_touch(told: FacePicture, end: Sequence[Element]) -> list[str]:
    found = []
    for one, other in told.touches:
        first, second = shape_of(end, one), shape_of(end, other)
        if first.is_empty or second.is_empty or first.distance(second) > APART:
            found.append(f"{one} does not touch {other}.")
        elif first.difference(second).is_empty:
            found.append(f"{one} lies within {other}.")
    return found
