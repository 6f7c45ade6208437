"""Three ways to go, side by side: what each asks for and gives up; one tap picks one."""

from planner.knowledge import Knowledge, load
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.intake import Intake
from planner.model.vocabulary import Intensity
from planner.visit.by_hand.intensity import AtIntensity, at_each_intensity
from planner.words import say, say_in, say_many
from planner.words.plan import load_in_words
from ui.parts.wording import capital
from ui.plan_sheet.blocks import Data
from ui.state.language import shown, tell

NO_MASSAGE = say("No massage")
WORDS = {
    Intensity.LIGHT: say_in("intensity of a plan", "light"),
    Intensity.BALANCED: say_in("intensity of a plan", "balanced"),
    Intensity.FULL: say_in("intensity of a plan", "full"),
}


def side_by_side(intake: Intake, knowledge: Knowledge) -> list[Data]:
    """The three plans, made when they are asked for."""
    now = intake.preferences.way
    found = at_each_intensity(intake, load())
    most = found[-1].same_as or found[-1].way
    return [{"kind": "ways", "ways": [_way(one, one.way is now, most, knowledge) for one in found]}]


def _way(one: AtIntensity, chosen: bool, most: Intensity, knowledge: Knowledge) -> Data:
    """One way; `most` is the least one that comes to all that fits."""
    sessions = say_many("{number} session", "{number} sessions", one.sessions)
    return {
        "id": one.way.value,
        "name": capital(WORDS[one.way]),
        "says": [tell(sessions if one.sessions else NO_MASSAGE)],
        "asks": shown(load_in_words(one.plan.load)),
        "gives_up": _gives_up(one, most, knowledge),
        "chosen": chosen,
        "label": tell("Chosen") if chosen else tell("Choose"),
        "help": tell("Make the plan the {intensity} way", intensity=WORDS[one.way]),
    }


def _gives_up(one: AtIntensity, most: Intensity, knowledge: Knowledge) -> str:
    if one.same_as:
        return tell(
            "The same as the {way} way: the limits, money, time or what you set leave no more.",
            way=WORDS[one.same_as],
        )
    if one.way is most:
        return tell("Everything that fits the limits.")
    names = tuple(name_of(LineId(line), knowledge) for line in one.gives_up)
    if not names:
        return tell("Gives up no line; less of some.")
    return tell("Gives up: {names:semicolons}", names=names)
