"""What to say before the client leaves: consent, when to call, what to tell the therapist."""

from collections.abc import Iterable, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import Asked, Precaution
from planner.knowledge.known_again import known_by
from planner.knowledge.named import (
    CHILD,
    CONSENT_AT_SENSITIVE_PLACES,
    CONSENT_OF_ALL,
    CONSENT_OF_MINORS,
    SENSITIVE_PLACES,
)
from planner.model.order import each_once
from planner.model.phrase import Phrase, message_of
from planner.model.plan import Massage, Plan, Reason
from planner.model.vocabulary import Clearance, Use
from planner.planning.burden import flares, has_changed, is_narrowed, lasts_long
from planner.planning.case import Case
from planner.safety.asking.degrees import CHRONIC_MONTHS
from planner.safety.rows_in_force import FIND_OUT, ActiveRow, not_sure_of, please_find_out
from planner.words import joined, say, say_many

DISCOMFORT, DISCOMFORT_WITH_CARE = 5, 3  # of 10, at most
PRESSURE = say(
    "Agree on pressure: discomfort of at most 5 out of 10, and at most 3 out of 10 when the "
    "answers ask for care."
)
STOP_SIGNS = say(
    "Stop the massage at once on new numbness, weakness, dizziness, headache, breathlessness or "
    "chest pain."
)
TELL_ME = say("Ask at each visit: how were you after last time, and has anything changed?")
NOT_ASSESSED = say("No clinician has looked at this pain yet: suggest a check-up.")
CHANGED = say(
    "This pain feels different lately: look at it with more care at every visit; the review is "
    "earlier."
)
LONG = say(
    "This pain has lasted a year or longer: agree from the start on what goes on at home for good."
)
NARROWED = say(
    "Pain gets in the way of life: what the client does for themselves and something for the mind "
    "come first."
)
FLARES = say(
    "At its worst it is far above the average: agree now on what to do in a flare, and what to "
    "leave out."
)
ADD_NOTHING = say("Do less of it at a time, and add nothing by plan.")
WEIGHING = ((lasts_long, LONG), (is_narrowed, NARROWED), (flares, FLARES))
NEW_PAIN = say(
    "This pain has lasted under 3 months; most findings here are about longer-lasting pain."
)


def talk(case: Case, massage: Massage | None) -> tuple[str, ...]:
    """The points to talk through, each once."""
    return each_once(
        [
            *_consent(case, massage),
            *((PRESSURE, STOP_SIGNS) if massage else ()),
            *_shorter_at_first(case, massage),
            *(pain.condition.note for pain in case.pains if massage),
            *(pain.condition.refer for pain in case.pains),
            *check_ups(case.screening.active),
            *_about_the_pain(case),
            *_loads(case),
            TELL_ME,
        ]
    )


def first_session(minutes: int) -> Phrase:
    """That the first session is shorter, where a limit says so."""
    return say_many(
        "The first session is at most {number} minute.",
        "The first session is at most {number} minutes.",
        minutes,
    )


def _shorter_at_first(case: Case, massage: Massage | None) -> Iterator[str]:
    least = case.allow.limits.first_session_minutes
    if massage and least and least < massage.phases[0].minutes:
        yield first_session(least)


def care(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """What the client reads of the answers; without massage only what still holds then."""
    return tuple(filter(None, (care_of(one, plan, knowledge) for one in plan.reasons)))


def care_of(reason: Reason, plan: Plan, knowledge: Knowledge) -> str:
    """The same of one answer; empty where nothing holds."""
    return reason.plain if plan.massage else _without_massage(reason, knowledge)


def _without_massage(reason: Reason, knowledge: Knowledge) -> str:
    if reason.id in knowledge.region_rules:
        return ""
    row = knowledge.rows.get(reason.id)
    if row is None or reason.clearance is not Clearance.ADJUST:
        return reason.plain
    away = knowledge.wording(reason.id).away or ("" if _is_of_hands(row) else reason.plain)
    if not reason.unsure:
        return away
    wording = knowledge.wording(reason.id)
    if wording.maybe:
        return joined(please_find_out(wording.maybe), wording.away)
    return joined(not_sure_of(row.label), FIND_OUT, wording.away)


def _is_of_hands(row: Asked) -> bool:
    """Whether a row alters how hands are laid on, so that its words are of that."""
    uses = row.techniques.values() if isinstance(row, Precaution) else ()
    return any(use is not Use.OK for use in uses)


def adding_nothing(points: tuple[str, ...]) -> tuple[str, ...]:
    """The points when nothing may be added any more: no load is built up."""
    return tuple(map(_adding_nothing, points))


def _adding_nothing(point: str) -> str:
    if isinstance(point, Phrase) and point.message == BRINGS_ON:
        return _brings_on(point.fill["activity"], ADD_NOTHING)
    return point


def without_hands(points: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """The points that still matter when massage has left a plan."""
    of_massage = (
        PRESSURE,
        STOP_SIGNS,
        first_session(1),
        *(one.says for one in knowledge.consent.values()),
        *(one.note for one in knowledge.conditions.values()),
    )
    gone = {known for one in of_massage for known in known_by(one)}
    return tuple(one for one in points if known_by(one)[0] not in gone)


def _consent(case: Case, massage: Massage | None) -> Iterator[str]:
    consent = case.knowledge.consent
    if massage is None:
        return
    yield consent[CONSENT_OF_ALL].says
    regions = case.knowledge.regions
    touched = {regions[region].place for one in massage.techniques for region in one.regions}
    if not touched.isdisjoint(SENSITIVE_PLACES):
        yield consent[CONSENT_AT_SENSITIVE_PLACES].says
    if CHILD in case.screening.active_ids:
        yield consent[CONSENT_OF_MINORS].says


def check_ups(active: Iterable[ActiveRow]) -> Iterator[str]:
    """The rows in force that ask for an ordinary doctor's visit."""
    for one in active:
        if one.asks_for_a_check_up:
            yield say("Suggest an ordinary doctor's visit: {why}", why=one.says)


def _about_the_pain(case: Case) -> Iterator[str]:
    for source in case.intake.pain:
        if source.assessed is False:
            yield NOT_ASSESSED
        if source.months is not None and source.months < CHRONIC_MONTHS:
            yield NEW_PAIN
    if has_changed(case):
        yield CHANGED
    yield from (told for holds, told in WEIGHING if holds(case))


def _brings_on(activity: str, load: str) -> Phrase:
    return say("Brings the pain on: {activity}. {load}", activity=activity, load=load)


BRINGS_ON = message_of(_brings_on("", ""))


def _loads(case: Case) -> Iterator[str]:
    """For what brings the pain on: how the load is eased and built up, and the goal it serves."""
    for activity in case.provoked_by:
        entry = case.knowledge.activities[activity]
        load = ADD_NOTHING if case.allow.no_ladder else entry.load
        yield _brings_on(entry.name, load)
        for goal in case.intake.preferences.goals:
            if goal.activity is activity:
                yield say("It is also a goal: “{goal}”. It comes first.", goal=goal.goal)
