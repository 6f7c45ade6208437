"""The note that goes out instead of a plan: a referral, a request for clearance, a rebooking."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from planner.exports.given import Given
from planner.exports.kept_back import AT_RISK_IF_SEEN, to_be_seen
from planner.exports.notes.found import findings
from planner.exports.notes.reported import came_with, in_sentences, is_of_a_review, reported
from planner.exports.notes.signs import Sign, not_noted, signs_around, signs_of
from planner.exports.notes.urgency import somebody_decides, urgency
from planner.knowledge import Knowledge
from planner.knowledge.entries.clinical import Line, Place, Service
from planner.knowledge.named import CONSENT_TO_SHARE, SUICIDAL
from planner.model.errors import NotForHandout, Problem
from planner.model.ids import QuestionId
from planner.model.intake import Conversation
from planner.model.order import each_once
from planner.model.phrase import Phrase, Text, Texts
from planner.model.plan import Plan, Reason
from planner.model.record import Record
from planner.model.vocabulary import Clearance, Locale
from planner.words import joined, say
from planner.words.typed import printable

Kind = Literal["referral", "clearance", "rebooking"]
KINDS: dict[Clearance, tuple[Kind, Phrase]] = {
    Clearance.EMERGENCY: ("referral", say("Referral")),
    Clearance.SAME_DAY: ("referral", say("Referral")),
    Clearance.SOON: ("referral", say("Referral")),
    Clearance.HOLD: ("clearance", say("Request for clearance")),
    Clearance.REBOOK: ("rebooking", say("New booking")),
}
EMERGENCY = say("Emergency")
IF_WORSE_FAST = (say("If it gets worse fast"), Service.EMERGENCY)
# Whom to call under each clearance, in the order of need; a hold is no emergency and names nobody.
CALLS: dict[Clearance, tuple[tuple[Phrase, Service], ...]] = {
    Clearance.EMERGENCY: ((EMERGENCY, Service.EMERGENCY),),
    Clearance.SAME_DAY: ((say("Help today"), Service.URGENT), IF_WORSE_FAST),
    Clearance.SOON: ((say("If it cannot wait"), Service.URGENT), IF_WORSE_FAST),
    Clearance.HOLD: (),
    Clearance.REBOOK: (
        (say("If you feel much worse"), Service.URGENT),
        (say("In an emergency"), Service.EMERGENCY),
    ),
}
CRISIS = (say("Crisis line"), Service.CRISIS)
ABUSE = (
    (say("If somebody hurts or scares you"), Service.ADULT_ABUSE),
    (say("If it is about a child"), Service.CHILD_ABUSE),
)
STAY = say("Stay with the person and do not leave them alone until help is there.")
KEEP_PRIVATE = say("Give this note only to the person, alone. Ask first if they want to keep it.")
NO_DIAGNOSIS = say(
    "This note says what was reported to a massage therapist. It is not a diagnosis."
)
OWN_WORDS = say("In the client's own words")
SHARE = say("I agree that this note is shared with the doctor or service named here.")


class Dialled(Record):
    """A number that one tap dials, and for whom it is; empty where the words beside it say so."""

    number: str
    whom: Text = ""

    @property
    def digits(self) -> str:
        """The number as a telephone dials it."""
        return re.sub(r"\D", "", self.number)


class Call(Record):
    """Whom to call, and when, with the numbers of it that can be dialled."""

    when: Text
    whom: Text
    dial: tuple[Dialled, ...] = ()


class Note(Record):
    """One note, complete: what was reported, what to do, whom to call, where to sign.

    `told` is what was reported without what was denied, which `signs` say one by one.
    `around` was asked about too, and is not there; `not_noted` are signs of which nobody wrote down
    which one it is. `somebody_decides`: who answers is no clinician, but may decide for the client.
    """

    kind: Kind
    title: Text
    clearance: Clearance
    urgency: Text
    client: str
    about: Text
    on: date
    locale: Locale
    reported: Texts
    told: Texts = ()
    signs: tuple[Sign, ...] = ()
    around: tuple[Sign, ...] = ()
    not_noted: Texts = ()
    also_reported: Texts
    found: Texts = ()
    asked: Texts
    planned: Texts
    calls: tuple[Call, ...]
    may_share: Text
    consent: Text
    somebody_decides: bool = False

    @property
    def awaits_an_answer(self) -> bool:
        """Whether the note has room for a clinician's answer."""
        return self.kind == "clearance"


def note_for(
    plan: Plan, intake: Conversation, knowledge: Knowledge, *, even_so: bool = False
) -> Note:
    """The note for this clearance; raises NotForHandout when a plan, or nothing, is due.

    Fear of somebody at home stands on it only where that was asked for twice: `even_so`.
    """
    plan = plan if even_so else to_be_seen(plan)
    kind, title = _kind_due(plan)
    deciding = tuple(one for one in plan.reasons if one.clearance in _decide(plan.clearance))
    counted = _counted(deciding, plan, knowledge)
    others = [one for one in plan.reasons if one not in (*deciding, *counted)]
    is_shared = kind != "rebooking"
    told = [one for one in others if one.id not in (*SUICIDAL, *AT_RISK_IF_SEEN)]
    rows = _rows((*deciding, *counted), knowledge)
    return Note(
        kind=kind,
        title=title,
        clearance=plan.clearance,
        urgency=urgency(plan.clearance, deciding, knowledge, intake.locale),
        client=printable(plan.client),
        about=_about(intake, knowledge),
        on=plan.on,
        locale=intake.locale,
        reported=tuple(reported((*deciding, *counted), intake, knowledge)),
        told=tuple(in_sentences((*deciding, *counted), intake, knowledge)),
        signs=tuple(signs_of(rows, intake, knowledge)),
        around=tuple(signs_around(rows, intake, knowledge)),
        not_noted=not_noted(rows, intake, knowledge),
        also_reported=tuple(reported(told, intake, knowledge)),
        found=tuple(findings(intake.assessment, knowledge)) if is_shared else (),
        asked=tuple(_asked(plan, deciding, knowledge.locales[intake.locale])),
        planned=tuple(_waiting(deciding, knowledge)),
        calls=_calls(plan, intake, knowledge),
        may_share=knowledge.consent[CONSENT_TO_SHARE].plain if is_shared else "",
        consent=SHARE if is_shared else "",
        somebody_decides=somebody_decides(deciding, knowledge),
    )


def _kind_due(plan: Plan) -> tuple[Kind, Phrase]:
    """The kind of note that is due, and its title; raises NotForHandout when none is."""
    if plan.clearance not in KINDS:
        what = say(
            "no note is written while the clearance is '{clearance}'",
            clearance=plan.clearance.value,
        )
        raise NotForHandout([Problem("note", what)])
    return KINDS[plan.clearance]


def _waiting(deciding: tuple[Reason, ...], knowledge: Knowledge) -> Iterator[Text]:
    """What waits for a clinician's answer."""
    for one in deciding:
        if one.clearance is Clearance.HOLD and not is_of_a_review(one, knowledge):
            yield one.says


def note_of(of: Given) -> Note:
    """The note that a document of this kind is laid out from."""
    return note_for(of.plan, of.intake, of.knowledge, even_so=of.even_so)


def _rows(reasons: tuple[Reason, ...], knowledge: Knowledge) -> tuple[QuestionId, ...]:
    """The rows of today's base behind these reasons."""
    return each_once(row for one in reasons if (row := knowledge.row_now(one.id)) in knowledge.rows)


def _decide(clearance: Clearance) -> tuple[Clearance, ...]:
    """The clearances whose reasons the note is about: a hold never hides that it is not today."""
    return (clearance, Clearance.REBOOK) if clearance is Clearance.HOLD else (clearance,)


def _about(intake: Conversation, knowledge: Knowledge) -> Phrase:
    """Who came, and with what: "Age 52. Came for massage with low back pain, for 18 months."."""
    age = intake.client.age
    told = say("Age {age}.", age=age) if age is not None else ""
    return joined(told, came_with(intake, knowledge))


def _counted(deciding: tuple[Reason, ...], plan: Plan, knowledge: Knowledge) -> tuple[Reason, ...]:
    """The weak flags behind a combination that decides."""
    rules = [knowledge.combinations[one.id] for one in deciding if one.id in knowledge.combinations]
    counts = {flag for rule in rules for flag in rule.counts}
    return tuple(one for one in plan.reasons if one.id in counts and one not in deciding)


def _asked(plan: Plan, deciding: tuple[Reason, ...], local: Place) -> Iterator[str]:
    """What the person, and whoever is with them, is asked to do."""
    if _has(plan, SUICIDAL):
        yield STAY
    if _has(plan, AT_RISK_IF_SEEN):
        yield KEEP_PRIVATE
        yield local.abuse
    yield from dict.fromkeys(one.plain for one in deciding)


def _has(plan: Plan, rows: tuple[str, ...]) -> bool:
    return any(one.id in rows for one in plan.reasons)


def _calls(plan: Plan, intake: Conversation, knowledge: Knowledge) -> tuple[Call, ...]:
    """The local numbers, the one that is needed first."""
    local = knowledge.locales[intake.locale]
    rebooked = any(one.clearance is Clearance.REBOOK for one in plan.reasons)
    held_and_rebooked = plan.clearance is Clearance.HOLD and rebooked
    needed = (
        *((CRISIS,) if _has(plan, SUICIDAL) else ()),
        *CALLS[Clearance.REBOOK if held_and_rebooked else plan.clearance],
        *(ABUSE if _has(plan, AT_RISK_IF_SEEN) else ()),
    )
    found = ((when, local.lines[service]) for when, service in needed)
    return tuple(_call(when, line) for when, line in found if line.says)


def _call(when: Phrase, line: Line) -> Call:
    dial = tuple(Dialled(number=number, whom=whom) for number, whom in line.dial.items())
    return Call(when=when, whom=line.says, dial=dial)
