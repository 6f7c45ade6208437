"""The plan as the client sees it: the own precaution first, the week, whom to call, what to do."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from planner.exports.paper.client_lines import HomeTask
from planner.exports.paper.client_page import ClientPage, WeekRow, client_page
from planner.model.edits import is_own
from planner.model.plan import Plan
from planner.planning.course.occasions import visits_of
from planner.words import joined, not_yet_read
from ui import tapped
from ui.handed_over import mode
from ui.handed_over.words import hold_words
from ui.pictures import PICTURE
from ui.pictures.named import own_picture, picture
from ui.state import autosave, session
from ui.state.language import shown, spoken, tell

BROWSER = Path(__file__).parent / "browser"
Data = dict[str, Any]


@cache
def _component() -> tapped.Component:
    scripts = ("hold", "inside", PICTURE, "moving", "shown", "shown_main")
    return tapped.component("plan-shown", BROWSER, scripts, (PICTURE, "handed", "shown"))


def draw(plan: Plan) -> None:
    """The whole page in large type; the therapist's gesture leads back."""
    told = shown(client_page(plan, session.knowledge()))
    data = {**_page(told, plan), "words": {**_words(), **hold_words(spoken())}}
    tapped.drawn(_component(), data, autosave.token(), "plan-shown", _heard)


def _heard(act: tapped.Act) -> None:
    if act["kind"] == "home":
        mode.end()


def _words() -> dict[str, str]:
    return {
        "title": tell("Your plan"),
        "week": tell("Your week"),
        "minutes": tell("Numbers are minutes"),
        "withUs": tell("with us"),
        "atHome": tell("at home"),
        "care": tell("What we mind for you"),
        "yes": tell("on this day"),
        "pause": tell("Stop the pictures"),
        "play": tell("Let the pictures move"),
        "moves": tell("The pictures move now."),
        "stands": tell("The pictures stand still now."),
    }


def _page(told: ClientPage, plan: Plan) -> Data:
    return {
        "aims": [*told.aims, *_one(told.notice)],
        "care": [*told.agreed, *told.care],
        "days": list(told.days),
        "week": [_row(one) for one in told.week],
        "when": [*_first(plan), *_one(told.review)],
        "help": _help(told),
        "parts": [one for one in _parts(told, plan) if one["lines"]],
    }


def _row(one: WeekRow) -> Data:
    return {
        "what": one.what,
        "minutes": one.minutes,
        "marks": list(one.marks),
        "withUs": one.with_us,
    }


def _first(plan: Plan) -> list[str]:
    given = [one for one in visits_of(plan) if not one.review]
    return [tell("First visit: {day:weekday}", day=given[0].on)] if given else []


def _help(told: ClientPage) -> list[Data]:
    """Whom to call, the emergency number first: each as when, and what to do then."""
    numbers = [{"when": one.when, "call": one.call} for one in told.numbers]
    own = [{"when": one, "call": ""} for one in (*told.calls, *told.more_calls)]
    return [*numbers[:1], *own, *numbers[1:], {"when": told.stop, "call": ""}]


def _one(words: str) -> Iterable[str]:
    return [words] if words else []


def _parts(told: ClientPage, plan: Plan) -> Iterable[Data]:
    """What is done, in full: name by name, with the words under each."""
    home = [_at_home(one, plan) for one in told.home]
    beside = [_named(one.name, one.plain, one.often, one.care) for one in told.beside]
    massage = [_named("", one) for one in (*told.massage, *told.more_wishes)]
    yield {"title": tell("Massage"), "lines": massage}
    yield {
        "title": tell("What massage is likely to do"),
        "lines": [_named("", one) for one in told.likely],
    }
    yield {
        "title": tell("At home"),
        "lines": [*home, *(_named("", one) for one in _one(told.diary))],
    }
    yield {
        "title": tell("Beside massage"),
        "lines": [*beside, *(_named("", one) for one in _one(told.tell))],
    }
    more = (*told.change, *told.more_change, *told.small_print, *map(tell, not_yet_read(spoken())))
    yield {"title": tell("What comes next"), "lines": [_named("", one) for one in more]}


def _at_home(one: HomeTask, plan: Plan) -> Data:
    """A home task with its picture, where there is one."""
    own = next((task for task in plan.self_care if task.id == one.id and is_own(task.id)), None)
    found = own_picture(own) if own else picture(one.id, one.pictured)
    return {**_named(one.name, one.dose, one.steps, one.care), "picture": found}


def _named(name: str, *words: str) -> Data:
    return {"name": name, "words": shown(joined(*words))}
