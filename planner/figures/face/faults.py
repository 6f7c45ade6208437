"""What can be wrong with a face: a jaw opened too far, lips said to be shut that cannot be."""

from planner.figures.face.told import FacePicture, State

WIDEST = 32.0  # degrees: full opening
LIPS_PART = 8.0  # degrees beyond which lips do not stay together


def faults_of(told: FacePicture) -> tuple[str, ...]:
    """Every fault, one sentence each."""
    return (*_of_state("start", told.start), *_of_state("end", told.end))


def _of_state(name: str, state: State) -> list[str]:
    found = []
    if not 0 <= state.jaw <= WIDEST:
        found.append(f"At the {name} the jaw opens {state.jaw:.0f} degrees.")
    if state.lips == "shut" and state.jaw > LIPS_PART:
        found.append(f"At the {name} the lips are shut with the jaw at {state.jaw:.0f} degrees.")
    return found
