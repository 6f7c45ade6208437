"""The words of the assessment beside its rows: all that its buttons and hints say."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from planner.model.assessment import Extent
from planner.model.phrase import Phrase
from planner.words import Language, say, say_in
from planner.words.terms import FLARE, SET_OFF_BY, SETTLES_IN
from ui.state.language import tell
from ui.state.session import FOUND, TOLD

FACES = {TOLD: say("Told"), FOUND: say("Found")}
EXTENT = {  # short, as they stand on a button
    Extent.FULL: say_in("how far a movement goes, on a button", "Full"),
    Extent.LIMITED: say_in("how far a movement goes, on a button", "Limited"),
    Extent.VERY_LIMITED: say_in("how far a movement goes, on a button", "Very"),
}
STIRS: tuple[tuple[str, Phrase, Mapping[Any, Phrase]], ...] = (
    ("set_off_by", say("Set off by"), SET_OFF_BY),
    ("then_it_is", say("Then it is"), FLARE),
    ("settles_in", say("Settles in"), SETTLES_IN),
)


@cache
def words(_: Language) -> dict[str, Any]:
    """Every word but the facts, the same for each client."""
    return {
        "title": tell("What you found"),
        "faces": [{"id": one, "name": tell(name)} for one, name in FACES.items()],
        "source": tell("Pain source"),
        "movement": tell("Movement"),
        "extent": tell("How far"),
        "extents": _options(EXTENT),
        "pain": tell("Pain"),
        "painScale": tell("Pain, 0 to 10"),
        "result": tell("What came of it"),
        "less": tell("{what}: less", what="{what}"),
        "more": tell("{what}: more", what="{what}"),
        "notTaken": tell("Not taken: {number}. It goes from 0 to 10.", number="{number}"),
        "sign": tell("Comparable sign"),
        "noSign": tell("Tap the star of the one to look at again."),
        "ratedSign": tell(
            "{name}, {before} of 10. Asked again after every session.",
            name="{name}",
            before="{before}",
        ),
        "unratedSign": tell("{name}. Asked again after every session.", name="{name}"),
        "after": tell("After the session"),
        "add": tell("Movement or test"),
        "choose": tell("Choose from the list"),
        "own": tell("Or in your own words"),
        "put": tell("Put it in"),
        "more_of": tell("All"),
        "provokes": tell("Brings it on"),
        "eases": tell("Eases it"),
        "notes": tell("Notes"),
        "stirring": tell("How easily is it stirred up?"),
        "stirs": [
            {"id": part, "name": tell(name), "options": _options(options)}
            for part, name, options in STIRS
        ],
        "notDecided": tell("Three taps decide how gently the plan begins."),
    }


def _options(of: Mapping[Any, Phrase]) -> list[dict[str, str]]:
    return [{"id": one.value, "name": tell(name)} for one, name in of.items()]
