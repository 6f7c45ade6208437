"""The words of the safety group beside the questions: all that its buttons and hints say."""

from functools import cache
from typing import Any

from planner.model.vocabulary import Answer, Medium
from planner.words import Language, say
from planner.words.terms import GO_ON
from ui.state.language import tell, tell_many

MOST = 60  # lines in a group, and more than any has
ANSWERS = {
    Answer.YES: say("Yes"),
    Answer.UNSURE: say("Not sure"),
    Answer.NO: say("No"),
}
AGAIN = {
    Answer.YES: say("Still so"),
    Answer.NO: say("Not any more"),
    Answer.UNSURE: say("Not sure"),
}
SAID = {Answer.YES: say("yes"), Answer.UNSURE: say("not sure"), Answer.NO: say("no")}
LAST_TIME = {
    Answer.YES: say("last time: yes"),
    Answer.UNSURE: say("last time: not sure"),
    Answer.NO: say("last time: no"),
}
CLIENT = {
    Answer.YES: say("client: yes"),
    Answer.UNSURE: say("client: not sure"),
    Answer.NO: say("client: no"),
    None: say("client: left blank"),
}
BY = {Medium.TABLET: say("on the tablet"), Medium.PAPER: say("on paper")}


@cache
def words(_: Language) -> dict[str, Any]:
    """Every word but the facts, the same for each group; lists are by number."""
    return {
        "answers": {one.value: tell(word) for one, word in ANSWERS.items()},
        "again": {one.value: tell(word) for one, word in AGAIN.items()},
        "said": {one.value: tell(word) for one, word in SAID.items()},
        "notSaid": tell("open"),
        "close": tell("Close, not answered"),
        "where": tell("Where is it?"),
        "unmarked": tell("Without a place it holds for the whole body."),
        "addPlace": tell("Add a place"),
        "clear": tell("Record a clinician's clearance"),
        "full": tell("Show full questions"),
        "opened": tell("Asked because of your answers"),
        "continued": tell("{heading}, continued", heading="{heading}"),
        "over": tell("Every question that applies has an answer."),
        "goOn": tell(GO_ON),
        "keeping": tell("Not kept yet …"),
        "nothing": tell("Tick what is true. Nothing ticked?"),
        "since": tell("Since when?"),
        "saidNo": tell("no"),
        **_counted(),
    }


def _counted() -> dict[str, list[str]]:
    numbers = range(MOST + 1)
    return {
        "none": [tell_many("No to this one", "None of these {number}", one) for one in numbers],
        "others": [
            tell_many("No to the one left", "None of the others, {number}", one) for one in numbers
        ],
        "below": [tell_many("{number} more below", "{number} more below", one) for one in numbers],
        "read": [tell_many("{number} to read", "{number} to read", one) for one in numbers],
        "clientNo": [
            tell_many("The client said no to it.", "The client said no to {number} of these.", one)
            for one in numbers
        ],
        "open": [
            tell_many("One question is open", "{number} questions are open", one) for one in numbers
        ],
    }
