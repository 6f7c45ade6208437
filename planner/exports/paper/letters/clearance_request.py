"""The request for clearance: one question, the massage it is about, boxes for the answer."""

from dataclasses import dataclass, replace

from planner.exports.notes.note import Note
from planner.exports.notes.signs import Sign
from planner.exports.paper.letters.blank_figure import blank_figures
from planner.exports.paper.letters.frame import About, Letter, typeset
from planner.exports.paper.letters.planned import firmest, in_one_sentence, once_cleared, zones_of
from planner.exports.paper.letters.referral import background
from planner.exports.paper.letters.slip import Slip, slip
from planner.knowledge import Knowledge
from planner.model.phrase import Phrase
from planner.model.plan import Massage
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Locale, Pressure
from planner.words import SOURCE, Language, say
from planner.words.answer import IN_ORDER
from planner.words.terms import PRESSURE

TITLE = say("Request for clearance")
FEELS = {
    Pressure.LIGHT: say("light: skin moves"),
    Pressure.MODERATE: say("moderate: muscle moves"),
    Pressure.FIRM: say("firm: deep in the muscle"),
}
CLINICIANS = say("The clinician’s answer")
REPRESENTATIVES = say("The answer of who may decide for this person")
MONTH_FIRST, DAY_FIRST = say("month, day, year"), say("day, month, year")
TWO_DIGITS = 99
MOST_IN_FULL = 2
SEVERAL = say("We wait for your doctors to agree in writing before we begin.")
STEPS = (
    say("Give the top part to your doctor."),
    say("Until then: no massage, and none at home."),
    say("When the answer is here, we call you."),
)
STEPS_TO_DECIDE = (
    say("Give the top part to the person who may decide for you."),
    *STEPS[1:],
)


@dataclass(frozen=True)
class ClearanceRequest:
    """The letter, part by part; `planned` is empty where nothing can be planned yet.

    `digits` is how many boxes a number of minutes needs; `pressures` and `places` are to tick.
    """

    question: str
    signs: tuple[Sign, ...]
    reported: tuple[str, ...]
    background: str
    planned: str
    answer_of: str
    names: tuple[str, ...]
    digits: int
    pressures: tuple[str, ...]
    places: tuple[str, ...]
    date_order: str
    pictures: str
    slip: Slip
    steps: tuple[str, ...]


def print_request(about: About, language: Language = SOURCE, practice: Practice = NOT_SET) -> bytes:
    """The letter as PDF, with the client's slip below a line to cut along."""
    letter = Letter("clearance", TITLE, clearance_request(about, practice))
    return typeset(letter, about.plan, language, practice)


def clearance_request(about: About, practice: Practice = NOT_SET) -> ClearanceRequest:
    """The letter for a hold; the massage in it is what would be planned with a yes."""
    note, knowledge = about.note, about.knowledge
    planned = once_cleared(about.intake, knowledge, about.last)
    massage = planned.massage if planned else None
    return ClearanceRequest(
        question=_question(note, massage),
        signs=note.signs,
        reported=note.reported if _has_room(note) else (),
        background=background(about),
        planned=in_one_sentence(planned, knowledge) if planned else "",
        answer_of=REPRESENTATIVES if note.somebody_decides else CLINICIANS,
        names=IN_ORDER,
        digits=2 if massage is None or _longest(massage) <= TWO_DIGITS else 3,
        pressures=_pressures(massage),
        places=_places(massage, knowledge),
        date_order=MONTH_FIRST if about.plan.locale is Locale.US else DAY_FIRST,
        pictures=blank_figures(),
        slip=_slip(note, practice),
        steps=STEPS_TO_DECIDE if note.somebody_decides else STEPS,
    )


def _question(note: Note, massage: Massage | None) -> Phrase:
    """The question in plain words, which the title asks."""
    what = (
        say("{pressure} massage", pressure=PRESSURE[firmest(massage)])
        if massage
        else say("massage")
    )
    if note.somebody_decides:
        return say("Do you agree to {massage} for this person?", massage=what)
    told = tuple(one.words for one in note.signs if one.answer.counts_as_yes)
    if told and not _has_room(note):
        return say("May this patient have {massage}?", massage=what)
    if not told:
        return say("The pain has risen: may this patient have {massage}?", massage=what)
    return say("{signs:semicolons}: may this patient have {massage}?", signs=told, massage=what)


def _has_room(note: Note) -> bool:
    """Whether each thing that waits can be told in full; else as a list to look over."""
    return len(note.asked) <= MOST_IN_FULL


def _slip(note: Note, practice: Practice) -> Slip:
    """The client's own part; of many things that wait, that they do."""
    whole = slip(note, practice)
    return whole if _has_room(note) else replace(whole, asked=(SEVERAL,))


def _longest(massage: Massage) -> int:
    return max(one.minutes for one in massage.phases)


def _pressures(massage: Massage | None) -> tuple[Phrase, ...]:
    """The pressures to tick: light and moderate, and firm where that is planned."""
    order = list(Pressure)
    most = max(order.index(firmest(massage)) if massage else 0, order.index(Pressure.MODERATE))
    return tuple(FEELS[one] for one in order[: most + 1])


def _places(massage: Massage | None, knowledge: Knowledge) -> tuple[str, ...]:
    """The places to tick that may be left out: those that would be worked."""
    if massage is None:
        return ()
    return tuple(knowledge.zones[one].name for one in zones_of(massage, knowledge))
