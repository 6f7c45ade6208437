"""The time of day of the visits: of all, and of a single one; an hour and a quarter, two taps."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import time

from planner.model.phrase import Phrase
from planner.model.plan import Plan, PlannedVisit
from planner.model.visit import Draft
from planner.visit.said import edits
from planner.words import say
from planner.words.plan import clock, minutes, when
from planner.words.terms import PHASE
from ui.parts.wording import linked
from ui.plan_sheet.blocks import Data, act, heading, opens, text
from ui.state.language import shown, tell

VISITS = "visits"  # stands among the ids of lines for the dates
ONE = "visit:"  # before the day of a single one
HOURS = range(7, 21)
QUARTERS = range(0, 60, 15)
HOUR_FIRST = say("Choose the hour first.")


def all_dates(plan: Plan, draft: Draft) -> list[Data]:
    """The time of every visit, then each visit, which opens its own."""
    now = draft.preferences.time
    return [
        heading(tell("Time of every visit")),
        *_picked(VISITS, now, say("every visit")),
        *([act("no-time", tell("No time"), VISITS)] if now else []),
        heading(tell("Each visit")),
        *(opens(f"{ONE}{one.on}", _line(one)) for one in plan.visits),
    ]


def one_date(visit: PlannedVisit, draft: Draft) -> list[Data]:
    """The time of a single visit; without its own it has that of all."""
    line = f"{ONE}{visit.on}"
    has_own = visit.on in draft.preferences.times
    return [
        text(_more(visit)),
        *_picked(line, visit.at, say("{day:day}", day=visit.on)),
        *([act("no-time", tell("As the others"), line)] if has_own else []),
        opens(VISITS, tell("All dates")),
    ]


def opened(line: str, plan: Plan) -> PlannedVisit | None:
    """The single visit that stands open."""
    return next((one for one in plan.visits if line == f"{ONE}{one.on}"), None)


def _line(one: PlannedVisit) -> str:
    return linked(shown(when(one)), _more(one))


def _more(one: PlannedVisit) -> str:
    return linked(
        shown(minutes(one.minutes)) if one.minutes else "",
        tell(PHASE[one.phase]) if one.phase else "",
        tell("review") if one.review else "",
    )


def _picked(line: str, now: time | None, of: Phrase) -> Iterator[Data]:
    """An hour, then a quarter of it; another one that a file brought is there too."""
    at = now or time()
    hours = sorted({*HOURS, *([at.hour] if now else ())})
    full = [(one, clock(time(one)), now is not None and one == at.hour) for one in hours]
    yield _chips(line, "hour", tell("{visit}: hour", visit=of), full)
    quarters = sorted({*QUARTERS, at.minute})
    within = [(one, clock(at.replace(minute=one)), now is not None and one == at.minute)
              for one in quarters]  # fmt: skip
    why = "" if now else tell(HOUR_FIRST)
    yield _chips(line, "minute", tell("{visit}: minutes", visit=of), within, why)


def _chips(
    line: str, sets: str, label: str, options: Iterable[tuple[int, str, bool]], why: str = ""
) -> Data:
    return {
        "kind": "hours",
        "line": line,
        "sets": sets,
        "label": label,
        "short": "",
        "options": [
            {"id": str(value), "name": name, "now": is_now, "why": why}
            for value, name, is_now in options
        ],
    }


def is_of_times(line: str) -> bool:
    """Whether a line of the browser stands for the time of visits."""
    return line == VISITS or line.startswith(ONE)


def with_time(draft: Draft, line: str, plan: Plan, **said: int) -> Draft:
    """The visit with an hour or a minute said; an hour alone is the full one, nothing none."""
    visit = opened(line, plan)
    now = visit.at if visit else draft.preferences.time
    return edits.timed(draft, _time(now, said), visit.on if visit else None)


def _time(now: time | None, said: Mapping[str, int]) -> time | None:
    hour = said.get("hour", now.hour if now else None)
    if not said or hour is None:
        return None
    return time(hour, said.get("minute", now.minute if now else 0))
