"""A practice that was set once, and logos to give it."""

from io import BytesIO
from typing import Any

from PIL import Image

from planner.exports.letterhead.logo import cleaned
from planner.model.practice import Practice, Usual
from planner.model.vocabulary import Day, Locale

DRAWN = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24"
 r="24" fill="#19615a"/></svg>"""


def painted(size=(40, 30), **how):
    """A PNG picture."""
    written = BytesIO()
    Image.new("RGB", size, "#19615a").save(written, "PNG", **how)
    return written.getvalue()


def oak_street(**changes: Any) -> Practice:
    """A practice with everything set."""
    return Practice(
        **{
            "format": 1,
            "name": "Oak Street Massage",
            "therapist": "Ana Ruiz, LMT",
            "licence": "OR 23117",
            "phone": "555 0198",
            "email": "ana@oakstreet.example",
            "address": "12 Oak Street, Portland OR",
            "logo": cleaned(DRAWN),
            "locale": Locale.UK,
            "currency": "GBP",
            "prices": {30: 50, 60: 80, 90: 115},
            "first_session_minutes": 75,
            "days": (Day.MON, Day.THU),
            "usual": Usual(therapies_declined=("cupping",)),
            **changes,
        }
    )
