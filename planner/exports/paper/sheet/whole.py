"""The sheet as one value: everything that stands on the one page."""

from dataclasses import dataclass

from planner.exports.paper.sheet.beside import Piece, pieces
from planner.exports.paper.sheet.body import Chart, chart, in_words
from planner.exports.paper.sheet.boxes import Agreement, Box, agreement, every_visit
from planner.exports.paper.sheet.course import Course, course, number_today
from planner.exports.paper.sheet.in_force import Asked
from planner.exports.paper.sheet.limits import Binding, LimitRow, binding, limit_rows
from planner.exports.paper.sheet.numbered import Numbered
from planner.exports.paper.sheet.places import PlaceRow, place_rows, worked
from planner.exports.paper.sheet.sentences import answers_in, sentences
from planner.exports.paper.sheet.standing import Standing, standing
from planner.model.between.consent import Consent
from planner.model.intake import Conversation
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.practice import Practice
from planner.words import dated, formed, joined, say, say_many
from planner.words.limits import POSITION
from planner.words.plan import places
from planner.words.typed import clipped, printable

MOST_OF_A_NAME = 40  # in the foot; it stands whole on top
TITLE = say("Therapist's sheet")
NO_MASSAGE = say("No massage is in this plan.")


@dataclass(frozen=True)
class Sheet:
    """The one page; `leaves` are the keys of what goes to the evidence paper, first one first."""

    client: str
    about: str
    head: str
    binding: Binding
    places: tuple[PlaceRow, ...]
    of_minutes: str
    chart: Chart | None
    no_massage: str
    position: str
    limits: tuple[LimitRow, ...]
    standing: Standing | None
    every_visit: tuple[Box, ...]
    consent: Agreement
    course: Course
    pieces: tuple[Piece, ...]
    leaves: tuple[str, ...]
    licence: str
    foot: str


def sheet(
    asked: Asked, marks: Numbered, practice: Practice, consent: Consent | None = None
) -> Sheet:
    """The sheet, ready to be laid out."""
    plan, knowledge = asked.plan, asked.knowledge
    now, limits = standing(asked), limit_rows(asked, marks)
    beside = pieces(asked, now.found if now else (), why_none(plan))
    return Sheet(
        client=printable(plan.client),
        about=joined(*_about(asked.intake, asked), by=" · "),
        head=joined(TITLE, dated(plan.on, "weekday"), number_today(plan), by=" · "),
        binding=binding(plan, knowledge),
        places=place_rows(plan, knowledge),
        of_minutes=_of_minutes(asked),
        chart=_chart(asked, practice.accent),
        no_massage=joined(*why_none(plan)),
        position=_positions(asked),
        limits=limits,
        standing=now,
        every_visit=every_visit(asked),
        consent=agreement(plan, consent, knowledge),
        course=course(plan, knowledge),
        pieces=beside,
        leaves=(*(one.key for one in beside), *_words_last_first(limits)),
        licence=practice.licence,
        foot=say(
            "{client} · {day} · for the therapist, not for the client",
            client=clipped(plan.client, MOST_OF_A_NAME),
            day=plan.on,
        ),
    )


def _words_last_first(limits: tuple[LimitRow, ...]) -> list[str]:
    """What the answers ask for in words; that of the tightest limit is the last to leave."""
    return [why.key for row in reversed(limits) for why in reversed(row.whys) if why.says]


def _about(intake: Conversation, asked: Asked) -> list[Phrase | str]:
    """The age, and what hurts for how long."""
    age = intake.client.age
    years = "" if age is None else say_many("{number} year", "{number} years", age)
    pains = [
        say_many("{name} {number:g} month", "{name} {number:g} months", one.months, name=name)
        if one.months
        else name
        for one in intake.pain
        for name in [formed(asked.knowledge.conditions[one.condition].name, "lower")]
    ]
    return [years, joined(*pains, by=", ")]


def why_none(plan: Plan) -> tuple[str, ...]:
    """Why there is no massage, and what would change that, each sentence once.

    Which answers forbid which technique stands in the limits, and in the evidence.
    """
    if plan.massage:
        return ()
    told = sentences(plan.no_massage.says) if plan.no_massage else ()
    notes = {note for one in plan.load.notes for note in sentences(one)}
    return each_once(one for one in told if one in notes or not answers_in(one)) or (NO_MASSAGE,)


def _of_minutes(asked: Asked) -> Phrase | str:
    massage = asked.plan.massage
    return say("of {minutes}", minutes=massage.phases[0].minutes) if massage else ""


def _positions(asked: Asked) -> Phrase | str:
    """How the client lies or sits, as the answers ask for it; empty where they do not."""
    told = [POSITION[one] for one in asked.plan.limits.positions]
    return formed(joined(*told, by="; "), "capital") if told else ""


def _chart(asked: Asked, accent: str) -> Chart | None:
    massage, knowledge = asked.plan.massage, asked.knowledge
    if massage is None:
        return None
    found = worked(massage, knowledge)
    solid = {one: number for number, place in enumerate(found, 1) for one in place.regions}
    crossed = (*massage.avoid_regions, *asked.intake.preferences.regions_to_avoid)
    return chart(
        solid,
        crossed,
        accent,
        in_words(
            places(knowledge.regions[one] for one in solid),
            places(knowledge.regions[one] for one in dict.fromkeys(crossed)),
        ),
    )
