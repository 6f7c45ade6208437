"""What the typing in from paper says beside the questions."""

from functools import cache
from typing import Any

from planner.words import Language, say
from ui.state.language import tell, tell_many

MOST = 60  # lines on a sheet, and more than any has
WORDS = {
    "title": say("From paper"),
    "yes": say("Yes"),
    "no": say("No"),
    "unsure": say("Not sure"),
    "blank": say("left blank"),
    "finish": say("Done typing"),
    "keys": say(
        "Type a number to go there, then Y, N or U; space for a blank; Enter for the rest."
    ),
    "keeping": say("Not kept yet …"),
    "next": say("Next sheet"),
}


@cache
def entry_words(_: Language) -> dict[str, Any]:
    """Every word but the questions; the rest of a sheet by its number."""
    numbers = range(MOST + 1)
    return {
        **{name: tell(words) for name, words in WORDS.items()},
        "signs": tell("Ticked under {number}:", number="{number}"),
        "sheet": tell("Sheet {number}", number="{number}"),
        "others": [
            tell_many("The other one no", "All the others no, {number}", one) for one in numbers
        ],
        "below": [tell_many("{number} more below", "{number} more below", one) for one in numbers],
    }
