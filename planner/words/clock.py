"""The time of a visit as a place writes it: "4:30 pm", "16:30"."""

from datetime import time

from planner.model.phrase import Phrase
from planner.model.vocabulary import Locale
from planner.words.saying import say

NOON = 12
TWELVE_HOURS = (Locale.US, Locale.CA, Locale.AU, Locale.NZ)


def told(at: time, locale: str) -> Phrase:
    """A time of day, local to the practice."""
    if locale not in TWELVE_HOURS:
        return say("{hour}:{minute:02d}", hour=at.hour, minute=at.minute)
    hour = at.hour % NOON or NOON
    if at.hour < NOON:
        return say("{hour}:{minute:02d} am", hour=hour, minute=at.minute)
    return say("{hour}:{minute:02d} pm", hour=hour, minute=at.minute)
