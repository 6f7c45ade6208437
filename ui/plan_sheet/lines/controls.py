"""What changes a line: its numbers, its words and its places, as far as they may be set."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.edits import MASSAGE
from planner.model.ids import LineId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.visit.line_bounds import Bounds, Option, Range
from planner.words import say
from planner.words.plan import how_often
from ui.plan_sheet.blocks import Data, text
from ui.state.language import shown, tell


class Value(NamedTuple):
    """A value by which a line is changed: what it is called, and the unit of its numbers."""

    called: Phrase
    unit: str = ""


A_SESSION, A_WEEK, A_DAY = say("Minutes a session"), say("Minutes a week"), say("Minutes a day")
VALUES: Mapping[str, Value] = {
    "minutes": Value(A_DAY, "minutes"),
    "days_per_week": Value(say("Days a week"), "days"),
    "sessions_per_week": Value(say("Sessions a week")),
    "weeks": Value(say("For how long"), "weeks"),
    "sets": Value(say("Rounds"), "sets"),
    "reps": Value(say("How many times"), "reps"),
    "hold_seconds": Value(say("Held for"), "seconds"),
    "times_per_day": Value(say("Times a day"), "times"),
    "pressure": Value(say("Pressure")),
    "regions": Value(say("Places")),
    "level": Value(say("How hard")),
}
OFTEN = "sessions_per_week"
KIND = {"regions": "places", "level": "level"}
ON_THE_ROW = ("pressure", "minutes", OFTEN, "days_per_week")
NEAR = 8  # places in sight before more are asked for
AT_LEAST_ONE = say("At least one place has to stay. To leave all of them, take the line out.")


def on_the_row(bounds: Bounds, by_hand: Iterable[str], knowledge: Knowledge) -> Data:
    """The steppers and choices of a row; below them what binds, and what is unusual by hand."""
    names = (*ON_THE_ROW, "weeks" if bounds.line == MASSAGE else "level")
    return {
        "controls": list(controls(bounds, names, knowledge)),
        "below": [
            *(text(shown(why), "binds-it") for why in _binds(bounds, names)),
            *(text(one, "warned") for one in by_hand),
        ],
    }


def in_the_panel(bounds: Bounds, knowledge: Knowledge) -> Iterator[Data]:
    """What else may be set of a line."""
    rest = [name for name in VALUES if name not in (*ON_THE_ROW, "level")]
    yield from controls(bounds, ("level", *rest), knowledge)


def _binds(bounds: Bounds, names: Iterable[str]) -> Iterator[Phrase | str]:
    """Why a number is as high as it may be, and why the softest pressure that is closed is so."""
    found = [bounds.numbers[name] for name in names if name in bounds.numbers]
    ends = [one.why_no_more for one in found if one.now is not None and one.now >= one.highest]
    closed = [one.why_not for one in bounds.words.get("pressure", ())]
    yield from each_once([why for why in ends if why] + [why for why in closed if why][:1])


def controls(bounds: Bounds, names: Iterable[str], knowledge: Knowledge) -> Iterator[Data]:
    """The values of these names that a line has."""
    for name in names:
        if name in bounds.numbers:
            yield _number(bounds, name, bounds.numbers[name], knowledge)
        elif bounds.words.get(name):
            yield _choice(bounds, name, bounds.words[name], knowledge)


def _named(bounds: Bounds, name: str, knowledge: Knowledge) -> Data:
    """What a value is called: by itself where its line is in sight, and with it to be read out."""
    called = _called(bounds.line, name, knowledge)
    line = tell("Massage") if bounds.line == MASSAGE else name_of(bounds.line, knowledge)
    return {
        "line": bounds.line,
        "sets": name,
        "short": tell(called),
        "label": tell("{line}: {value:lower}", line=line, value=called),
    }


def _called(line: LineId, name: str, knowledge: Knowledge) -> Phrase:
    if name == "minutes" and line == MASSAGE:
        return A_SESSION
    if name == "minutes" and line in knowledge.therapies:
        return A_WEEK
    return VALUES[name].called


def _number(bounds: Bounds, name: str, one: Range, knowledge: Knowledge) -> Data:
    options = one.options or (_whole(one) if name == OFTEN else ())
    return {
        **_named(bounds, name, knowledge),
        "kind": "stepper",
        "unit": VALUES[name].unit,
        "now": one.now,
        "lowest": one.lowest,
        "highest": one.highest,
        "step": one.step,
        "start": max(one.lowest, min(one.highest, one.tested_from or one.lowest)),
        "options": list(options),
        "named": [shown(how_often(option)) for option in options] if name == OFTEN else [],
        "why": shown(one.why_no_more) if one.why_no_more else "",
    }


def _whole(one: Range) -> tuple[float, ...]:
    return tuple(map(float, range(int(one.lowest), int(one.highest) + 1)))


def _choice(bounds: Bounds, name: str, found: tuple[Option, ...], knowledge: Knowledge) -> Data:
    return {
        **_named(bounds, name, knowledge),
        "kind": KIND.get(name, "chips"),
        "least": tell(AT_LEAST_ONE),
        "near": max(NEAR, sum(one.is_now for one in found) + 2),
        "options": [
            {
                "id": one.value,
                "name": shown(one.name),
                "now": one.is_now,
                "why": shown(one.why_not) if one.why_not else "",
            }
            for one in found
        ],
    }
