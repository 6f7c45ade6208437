"""What the screen says while a client holds it, in plain words."""

from functools import cache
from typing import Any

from planner.words import Language, say
from ui.state.language import tell, tell_many

MOST = 8  # lines on one screen, and more than any has
ALONE = {
    "list": say("Does any of this fit you?"),
    "tickAll": say("Tick each line where you would say yes."),
    "yes": say("Yes"),
    "no": say("No"),
    "unsure": say("Not sure"),
    "blank": say("Please ask me about it"),
    "back": say("Back"),
    "notSureOne": say("I am not sure about one"),
    "tapUnsure": say("Tap the line you are not sure about."),
    "isUnsure": say("Not sure"),
    "done": say("Done, go on"),
    "then": say("Nothing fits? Tap the last button. We go through it with you later."),
    "alone": say("A question for you alone"),
    "private": say("Nobody else should see this screen. You do not have to answer."),
    "locked": say("Only these questions can be opened"),
    "give": say("Give the tablet back"),
    "keeping": say("Not kept yet …"),
    "progress": say("How far you are"),
    "thanks": say("Thank you"),
    "giveBack": say("Please give the tablet back. We go through it with you."),
    "giveBackNow": say("Thank you for telling us"),
    "now": say("Please give the tablet back now. We want to talk with you about it."),
    "goOn": say("Go on with the questions"),
}
HOLD = {
    "hold": say("Therapist: hold for 2 seconds"),
    "holding": say("Keep holding …"),
}


@cache
def alone_words(_: Language) -> dict[str, Any]:
    """Every word beside the questions."""
    return {
        **{name: tell(words) for name, words in {**ALONE, **HOLD}.items()},
        "none": [
            tell_many("Not this one", "None of these {number}", one) for one in range(MOST + 1)
        ],
        "below": [
            tell_many("{number} more below", "{number} more below", one) for one in range(MOST + 1)
        ],
    }


@cache
def hold_words(_: Language) -> dict[str, str]:
    """What the button says that only the therapist presses."""
    return {name: tell(words) for name, words in HOLD.items()}
