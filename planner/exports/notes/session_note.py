"""The therapist's note of a session in SOAP form, from what was tapped; never a diagnosis."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.exports.notes.soap import HANDS_ON, VisitNote
from planner.exports.notes.tables import Row, Table, Tick
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.assessment import ComparableSign
from planner.model.between.session import ConsentToday, Done, Session
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.vocabulary import Answer
from planner.planning.course.occasions import of_massage, visits_of
from planner.visit.assessing import movement_name
from planner.visit.between.beyond import beyond
from planner.words import dated, formed, say, say_many
from planner.words.plan import places
from planner.words.terms import AFTER_LAST_TIME, PRESSURE
from planner.words.typed import printable

CONSENT = {
    ConsentToday.YES: say("Consent asked again today: given."),
    ConsentToday.CHANGED: say("Consent asked again today: changed."),
    ConsentToday.NO: say("Consent asked again today: not given."),
}
WHERE, TECHNIQUE = say("Where"), say("Technique")
PRESSED, MINUTES = say("Pressure"), say("Min")
NO_MASSAGE = say("No massage was done.")
UNCHANGED = say("Health and medicines: no change (asked).")
NEWS = say("Something new in health or medicines was told.")
ASK_FIRST = say("What is new in health or medicines is asked in full before the next massage.")


class Logged(NamedTuple):
    """A session with what it stands in: its plan, and the session before where there is one."""

    session: Session
    plan: Plan
    before: Session | None = None


def session_note(of: Logged, knowledge: Knowledge) -> VisitNote:
    """The note of a session; what was seen and touched is of this session alone."""
    care, consent = tuple(_care(of.session, knowledge)), tuple(_consent(of.session))
    return VisitNote(
        client=printable(of.plan.client),
        on=dated(of.session.on),
        subjective=tuple(_subjective(of.session)),
        objective=tuple(_objective(of.session, knowledge)),
        assessment=tuple(_assessment(of, knowledge)),
        plan=(
            *(one.line for one in consent),
            *(line for one in care for line in one.lines),
            *_plan(of, knowledge),
        ),
        tables=care,
        ticks=consent,
        is_of_a_session=True,
    )


def _consent(session: Session) -> Iterator[Tick]:
    """What was said when asked again, before hands were laid on."""
    if session.consent:
        yes = session.consent is ConsentToday.YES
        yield Tick(line=CONSENT[session.consent], is_yes=yes)


def _care(session: Session, knowledge: Knowledge) -> Iterator[Table]:
    """What was done where, how firm and how long; no column of minutes that nobody told."""
    rows = tuple(_done(one, knowledge) for one in session.done)
    headings = (WHERE, TECHNIQUE, PRESSED)
    if any(one.minutes for one in session.done):
        yield Table(headings=(*headings, MINUTES), rows=rows)
    elif rows:
        without = tuple(one.replaced(cells=one.cells[: len(headings)]) for one in rows)
        yield Table(headings=headings, rows=without)


def _subjective(session: Session) -> Iterator[Phrase]:
    """What the client says."""
    if session.words:
        yield say("In the client's words: {words:sentence}", words=printable(session.words))
    if session.after_last_time:
        yield _afterwards(session)
    if session.news:
        yield UNCHANGED if session.news is Answer.NO else NEWS
    if session.home_days is not None:
        yield say("Home care: {done} of {planned} days.", done=session.home_days, planned=7)


def _afterwards(session: Session) -> Phrase:
    assert session.after_last_time is not None
    how = AFTER_LAST_TIME[session.after_last_time]
    if session.lasted_days is None:
        return say("After the last session: {how}.", how=how)
    return say_many(
        "After the last session: {how} ({number} day).",
        "After the last session: {how} ({number} days).",
        session.lasted_days,
        how=how,
    )


def _objective(session: Session, knowledge: Knowledge) -> Iterator[str]:
    """What was measured and found today."""
    sign = session.sign
    if sign and sign.before is not None:
        yield _rated(sign, sign.before, say("before the massage"), knowledge)
    if sign and sign.after is not None:
        yield _rated(sign, sign.after, say("after it"), knowledge)
    yield formed(printable(session.found), "sentence") if session.found else HANDS_ON


def _rated(sign: ComparableSign, pain: float, when: Phrase, knowledge: Knowledge) -> Phrase:
    name = printable(movement_name(sign.name, knowledge))
    return say("Comparable sign, {name}: {pain:g} of 10 {when}.", name=name, pain=pain, when=when)


def _done(one: Done, knowledge: Knowledge) -> Row:
    where = places(knowledge.regions[region] for region in one.regions)
    cells = (
        say("{places:semicolons}", places=where),
        name_of(one.technique, knowledge),
        PRESSURE[one.pressure],
        say("{minutes}", minutes=one.minutes) if one.minutes else "",
    )
    return Row(line=_in_a_line(one, where, knowledge), cells=cells)


def _in_a_line(one: Done, where: tuple[Phrase, ...], knowledge: Knowledge) -> Phrase:
    told = {"name": name_of(one.technique, knowledge), "pressure": PRESSURE[one.pressure]}
    if one.minutes is None:
        return say("{name}, {pressure} pressure: {places:semicolons}.", places=where, **told)
    return say(
        "{name}, {pressure} pressure, {minutes} minutes: {places:semicolons}.",
        places=where,
        minutes=one.minutes,
        **told,
    )


def _assessment(of: Logged, knowledge: Knowledge) -> Iterator[Phrase]:
    """How it went on the sign that is compared, and what went beyond the plan."""
    sign = of.session.sign
    if sign and sign.before is not None and sign.after is not None:
        yield _within(sign.after - sign.before)
    before = of.before.sign if of.before else None
    same = sign is not None and before is not None and sign.name == before.name
    if same and sign and before and sign.before is not None and before.before is not None:
        assert of.before is not None
        yield _since(sign.before - before.before, of.before)
    for one in beyond(of.session, of.plan, knowledge):
        yield say("Beyond the plan: {what}", what=one)


def _within(change: float) -> Phrase:
    if not change:
        return say("Comparable sign: the same after the massage as before it.")
    if change < 0:
        return say("Comparable sign: {points:g} lower after the massage.", points=-change)
    return say("Comparable sign: {points:g} higher after the massage.", points=change)


def _since(change: float, last: Session) -> Phrase:
    if not change:
        return say("Before the massage it was as before the session of {day}.", day=last.on)
    told = {"points": abs(change), "day": last.on}
    if change < 0:
        return say("Before the massage {points:g} lower than before that of {day}.", **told)
    return say("Before the massage {points:g} higher than before that of {day}.", **told)


def _plan(of: Logged, knowledge: Knowledge) -> Iterator[Phrase]:
    """How long it was, and what comes next."""
    if not of.session.was_had:
        yield NO_MASSAGE
    elif of.session.minutes:
        yield say("Massage of {minutes} minutes in all.", minutes=of.session.minutes)
    if of.session.news not in (None, Answer.NO):
        yield ASK_FIRST
    after = [one for one in visits_of(of.plan) if one.on > of.session.on]
    coming = of_massage(after)
    if coming:
        yield say("Next massage on {day}.", day=dated(coming[0].on, "weekday"))
    if of.plan.self_care:
        names = [name_of(one.id, knowledge) for one in of.plan.self_care]
        yield say("At home: {names:semicolons}.", names=names)
    review = next((one.on for one in after if one.review), None)
    if review:
        yield say("Review on {day}.", day=review)
