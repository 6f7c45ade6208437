"""What else the sheet tells while it has room: what was found, what to say, what goes with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.paper.sheet.in_force import Asked, entries
from planner.knowledge import Knowledge
from planner.knowledge.known_again import known_by
from planner.knowledge.named import CONSENT_OF_ALL
from planner.knowledge.names import name_of
from planner.model.order import each_once
from planner.model.plan import Complementary, Massage, Plan, SelfCareTask
from planner.planning.advice import PRESSURE, STOP_SIGNS, TELL_ME
from planner.planning.hands.shares import in_words
from planner.words import joined, say, say_many
from planner.words.plan import days_a_week, minutes
from planner.words.typed import printable


@dataclass(frozen=True)
class Piece:
    """A part that goes whole to the evidence paper where the sheet has no room for it."""

    key: str
    name: str
    lines: tuple[str, ...]


def pieces(asked: Asked, found: tuple[str, ...], told: tuple[str, ...]) -> tuple[Piece, ...]:
    """The parts that may leave, those that leave first before the others.

    `told` stands elsewhere on the sheet.
    """
    plan, knowledge = asked.plan, asked.knowledge
    made = (
        Piece("beside", say("Beside massage, and at home"), tuple(_lines(plan, knowledge))),
        Piece("time", say("Time and dose"), tuple(one for one in _time(plan) if one not in told)),
        Piece("talk", say("To talk through"), _talk(plan, knowledge)),
        Piece("mind", say("To mind"), each_once(_mind(asked))),
        Piece("found", say("Found today"), found),
    )
    return tuple(one for one in made if one.lines)


def _lines(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    for therapy in plan.complementary:
        yield _therapy(therapy, knowledge)
    for task in plan.self_care:
        yield _task(task, knowledge)


def _therapy(one: Complementary, knowledge: Knowledge) -> str:
    return say_many(
        "{name}, from {whom}: {often}; about {number} minute a week",
        "{name}, from {whom}: {often}; about {number} minutes a week",
        one.minutes_per_week,
        name=name_of(one.id, knowledge),
        whom=knowledge.therapies[one.id].given_by,
        often=one.how_often,
    )


def _task(one: SelfCareTask, knowledge: Knowledge) -> str:
    dose = joined(one.dose, minutes(one.minutes), days_a_week(one.days_per_week), by=", ")
    return say("{name}: {dose}", name=name_of(one.id, knowledge), dose=dose)


def _time(plan: Plan) -> Iterator[str]:
    """The time the plan asks for, and what is to be known of its dose."""
    load, massage = plan.load, plan.massage
    yield say(
        "The first weeks ask for {minutes:.0f} minutes a week in all.",
        minutes=load.minutes_per_week,
    )
    notes, reasons = (massage.dose_notes, massage.dose_why) if massage else ((), ())
    told = {one.says for one in reasons}
    every = each_once((*notes, *load.notes, *load.beyond))
    yield from (one for one in every if one not in told)


def _talk(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """The points to talk through, without those that have a place of their own on the sheet."""
    elsewhere = (
        PRESSURE,
        STOP_SIGNS,
        TELL_ME,
        knowledge.consent[CONSENT_OF_ALL].says,
        *(knowledge.conditions[one].refer for one in plan.conditions),
    )
    gone = {known for one in elsewhere for known in known_by(one)}
    return tuple(one for one in plan.talk if known_by(one)[0] not in gone)


def _mind(asked: Asked) -> Iterator[str]:
    """What is to be minded on a technique that no line of the limits says."""
    massage = asked.plan.massage
    if massage is None:
        return
    told = {one.says for one in entries(asked)}
    for line in massage.techniques:
        yield from (one for one in (*line.adjustments, *line.by_hand) if one not in told)
        if line.own:
            yield printable(line.own)
    yield from massage.by_hand
    yield from _turns(massage, asked.knowledge)


def _turns(massage: Massage, knowledge: Knowledge) -> Iterator[str]:
    """Which places wait for the next session; the minutes stand in the list."""
    if any(one.turn > 1 for one in massage.shares):
        _, *later = in_words(massage, knowledge)
        yield from later
