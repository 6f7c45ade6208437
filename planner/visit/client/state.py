"""What a client's facts mean on a day: the state, and the next thing to do."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from zlib import crc32

from planner.knowledge import Knowledge
from planner.model.glance import Glance, Standing
from planner.model.intake import UNNAMED
from planner.model.phrase import Phrase
from planner.model.vocabulary import Clearance
from planner.words import joined, say, say_many
from planner.words.plan import places
from planner.words.terms import CLEARANCE, GO_ON

LATE = 7  # days after the planned one a review is overdue; convention
CODES = 10_000


class State(StrEnum):
    """What stands before the therapist; UNKNOWN where nobody told the facts yet."""

    DRAFT = "draft"
    PLAN = "plan"
    DUE = "due"
    OVERDUE = "overdue"
    HELD = "held"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


class Step(StrEnum):
    """The next thing to do for a client."""

    GO_ON = "go-on"  # with the open visit
    SESSION = "session"
    REVIEW = "review"
    OPEN = "open"


NAME: Mapping[State, Phrase] = {
    State.DRAFT: say("Draft"),
    State.PLAN: say("Plan"),
    State.DUE: say("Review due"),
    State.OVERDUE: say("Review overdue"),
    State.HELD: say("On hold"),
    State.STOPPED: say("Stopped"),
    State.UNKNOWN: say("Visit"),
}
NEXT: Mapping[State, Step] = {
    State.DRAFT: Step.GO_ON,
    State.PLAN: Step.SESSION,
    State.DUE: Step.REVIEW,
    State.OVERDUE: Step.REVIEW,
    State.HELD: Step.OPEN,
    State.STOPPED: Step.OPEN,
    State.UNKNOWN: Step.OPEN,
}
STEP: Mapping[Step, Phrase] = {
    Step.GO_ON: GO_ON,
    Step.SESSION: say("Session"),
    Step.REVIEW: say("Review"),
    Step.OPEN: say("Open"),
}


class Known(NamedTuple):
    """A client as the list has them: the facts, and the days that the records keep beside them."""

    id: str
    label: str
    glance: Glance
    last_on: date
    review_on: date | None
    begun_at: datetime | None = None

    @property
    def seen_on(self) -> date:
        """The day of the last visit or session."""
        return max(self.last_on, self.glance.last_session or self.last_on)


def state_of(one: Known, today: date) -> State:
    """How a client stands on a day."""
    standing = one.glance.standing
    if standing is Standing.PLAN or (standing is None and one.review_on):
        return _of_a_plan(one.review_on, today)
    return State(standing.value) if standing else State.UNKNOWN


def _of_a_plan(review_on: date | None, today: date) -> State:
    if review_on is None or review_on > today:
        return State.PLAN
    return State.OVERDUE if (today - review_on).days >= LATE else State.DUE


def next_step(one: Known, today: date) -> Step:
    """What the client's button does."""
    return NEXT[state_of(one, today)]


def more_of(one: Known, today: date) -> Phrase | str:
    """The line below the state."""
    state = state_of(one, today)
    if state is State.DRAFT:
        return _missing(one.glance)
    if state in (State.HELD, State.STOPPED):
        return _waits_for(one.glance)
    if one.review_on is None:
        return ""
    if state is State.PLAN:
        return say("review {day:day}", day=one.review_on)
    if state is State.DUE:
        return say("since {day:day}", day=one.review_on)
    late = (today - one.review_on).days
    return say_many("{number} day late", "{number} days late", late)


def _missing(of: Glance) -> Phrase | str:
    """What a draft still waits for."""
    if not of.pain:
        return say("what hurts is open")
    if of.unscored:
        return say("how bad is open")
    if of.open_groups:
        return say_many("{number} group open", "{number} groups open", of.open_groups)
    return say("not decided yet") if of.review else ""


def _waits_for(of: Glance) -> Phrase | str:
    if of.clearance is Clearance.HOLD:
        return say("waits for a clinician")
    return CLEARANCE[of.clearance] if of.clearance else ""


def called(one: Known) -> Phrase | str:
    """The label, or where there is none the day and hour of the visit: no two rows read alike."""
    if one.label != UNNAMED:
        return one.label
    if one.begun_at is None:
        return say("{day:day}", day=one.last_on)
    return say("{day:day}, {time}", day=one.last_on, time=_hour(one.begun_at))


def _hour(at: datetime) -> str:
    return f"{at:%H:%M}"


def told_apart(one: Known) -> Phrase:
    """Age and a code: what tells two clients of the same name apart."""
    number = f"{crc32(one.id.encode()) % CODES:04}"
    code = say("code {code}", code=number)
    age = one.glance.age
    return code if age is None else say("{age} · {code}", age=age, code=code)


def hurts(one: Known, knowledge: Knowledge) -> Phrase | str:
    """The pain sources by name, else the places that are marked."""
    names = [knowledge.conditions[pain].name for pain in one.glance.pain
             if pain in knowledge.conditions]  # fmt: skip
    if names:
        return joined(*names, by=", ")
    marked = [knowledge.regions[place] for place in one.glance.places if place in knowledge.regions]
    return say("{places:semicolons}", places=places(marked)) if marked else ""


def seen_in_words(one: Known, today: date) -> Phrase:
    """The day of the last visit or session; of today the hour too, as far as it is known."""
    day = one.seen_on
    if day != today:
        this_year = day.year == today.year
        return say("{day:short}", day=day) if this_year else say("{day:short-year}", day=day)
    if one.begun_at and one.begun_at.date() == today:
        return say("today {time}", time=_hour(one.begun_at))
    return say("today")
