"""The therapist's assessment in the browser: taps on movements, signs and behaviour of the pain.

One component in two parts, `movements` and `stirring`, so that a page can place them side by side;
each tap shows at once and is heard once (`ui/tapped`).
"""

from functools import cache
from pathlib import Path
from typing import Literal

from planner.knowledge import Knowledge
from ui import tapped
from ui.assessment import acts, state
from ui.assessment.acts import open_source
from ui.assessment.words import words
from ui.state import autosave, session
from ui.state.language import spoken

__all__ = ["assessment", "open_source"]

BROWSER = Path(__file__).parent / "browser"
SCRIPTS = ("stepper", "moves", "behaviour", "movements", "assessment")
SHEETS = ("assessment",)
Part = Literal["movements", "stirring"]


@cache
def _component() -> tapped.Component:
    return tapped.component("assessment", BROWSER, SCRIPTS, SHEETS)


def assessment(part: Part, knowledge: Knowledge) -> None:
    """Draw one part of it as the open visit has it."""
    draft = session.draft()
    made = state.movements if part == "movements" else state.stirring
    data = {"part": part, "state": made(draft, knowledge), "words": words(spoken())}
    key = f"assessment-{part}"
    tapped.drawn(_component(), data, autosave.token(), key, acts.done, narrowly=True)
