"""Numbers as a stepper shows them: every one it may come to, so that a browser needs no grammar."""

from functools import lru_cache

from planner.model.phrase import Phrase
from planner.words import Language, in_language, say, say_many
from planner.words.plan import weeks
from ui.state.language import spoken

Units = dict[str, dict[str, str]]
MOST = {
    "minutes": 180,
    "days": 7,
    "weeks": 104,
    "sets": 20,
    "reps": 50,
    "seconds": 120,
    "times": 12,
}


def units() -> Units:
    """By the name of the unit and the number."""
    return _units(spoken())


@lru_cache(maxsize=2)
def _units(language: Language) -> Units:
    return {
        unit: {str(n): in_language(_said(unit, n), language) for n in range(most + 1)}
        for unit, most in MOST.items()
    }


def _said(unit: str, number: int) -> Phrase:
    match unit:
        case "minutes":
            return say("{number} min", number=number)
        case "days":
            return say_many("{number} day", "{number} days", number)
        case "weeks":
            return weeks(number)
        case "sets":
            return say_many("{number} round", "{number} rounds", number)
        case "seconds":
            return say("{number} s", number=number)
    return say_many("{number} time", "{number} times", number)
