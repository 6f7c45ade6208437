"""The note that goes out instead of a plan: a referral, a request for clearance, a rebooking."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from planner.exports.notes.plain_text import Part, as_text
from planner.knowledge import Knowledge
from planner.knowledge.named import (
    CONSENT_TO_SHARE,
    FIRST_EVER_OVER_50,
    SAFEGUARDING,
    SUICIDAL,
)
from planner.model.errors import NotForHandout, Problem
from planner.model.ids import QuestionId
from planner.model.intake import Conversation, PainSource
from planner.model.phrase import Phrase, Text, Texts
from planner.model.plan import Plan, Reason
from planner.model.record import Record
from planner.model.vocabulary import Answer, Clearance, Locale
from planner.safety.questions import answer_to, follow_ups_asked
from planner.safety.screening import OLDER_THAN
from planner.words import SOURCE, Language, dated, formed, joined, say, say_many
from planner.words.typed import printable

AT_RISK_IF_SEEN = (SAFEGUARDING,)

Kind = Literal["referral", "clearance", "rebooking"]
KINDS: dict[Clearance, tuple[Kind, Phrase]] = {
    Clearance.EMERGENCY: ("referral", say("Referral")),
    Clearance.SAME_DAY: ("referral", say("Referral")),
    Clearance.SOON: ("referral", say("Referral")),
    Clearance.HOLD: ("clearance", say("Request for clearance")),
    Clearance.REBOOK: ("rebooking", say("New booking")),
}
URGENCY = {
    Clearance.SAME_DAY: say("Medical help is needed today."),
    Clearance.SOON: say("A doctor should look at this within days."),
    Clearance.HOLD: say("Massage waits for a clinician's written answer."),
    Clearance.REBOOK: say("Not today. Nothing here needs a referral."),
}
IF_WORSE_FAST = (say("If it gets worse fast"), "emergency")
# Whom to call under each clearance, in the order of need; a hold is no emergency and names nobody.
CALLS: dict[Clearance, tuple[tuple[Phrase, str], ...]] = {
    Clearance.EMERGENCY: ((say("Emergency"), "emergency"),),
    Clearance.SAME_DAY: ((say("Help today"), "urgent"), IF_WORSE_FAST),
    Clearance.SOON: ((say("If it cannot wait"), "urgent"), IF_WORSE_FAST),
    Clearance.HOLD: (),
    Clearance.REBOOK: (
        (say("If you feel much worse"), "urgent"),
        (say("In an emergency"), "emergency"),
    ),
}
CRISIS = (say("Crisis line"), "crisis")
HELP_TODAY = say("Help is needed today.")
STAY = say("Stay with the person and do not leave them alone until help is there.")
KEEP_PRIVATE = say("Give this note only to the person, alone. Ask first if they want to keep it.")
NO_DIAGNOSIS = say(
    "This note says what was reported to a massage therapist. It is not a diagnosis."
)
OWN_WORDS = say("In the client's own words")
SHARE = say("I agree that this note is shared with the doctor or service named here.")


class Call(Record):
    """Whom to call, and when."""

    when: Text
    whom: Text


class Note(Record):
    """One note, complete: what was reported, what to do, whom to call, where to sign."""

    kind: Kind
    title: Text
    clearance: Clearance
    urgency: Text
    client: str
    about: Text
    on: date
    locale: Locale
    reported: Texts
    also_reported: Texts
    asked: Texts
    planned: Texts
    calls: tuple[Call, ...]
    may_share: Text
    consent: Text

    @property
    def awaits_an_answer(self) -> bool:
        """Whether the note has room for a clinician's answer."""
        return self.kind == "clearance"


def note_for(plan: Plan, intake: Conversation, knowledge: Knowledge) -> Note:
    """The note for this clearance; raises NotForHandout when a plan, or nothing, is due."""
    if plan.clearance not in KINDS:
        what = say(
            "no note is written while the clearance is '{clearance}'",
            clearance=plan.clearance.value,
        )
        raise NotForHandout([Problem("note", what)])
    kind, title = KINDS[plan.clearance]
    deciding = tuple(one for one in plan.reasons if one.clearance is plan.clearance)
    counted = _counted(deciding, plan, knowledge)
    others = [one for one in plan.reasons if one not in (*deciding, *counted)]
    is_shared = kind != "rebooking"
    told = [one for one in others if one.id not in (*SUICIDAL, *AT_RISK_IF_SEEN)]
    return Note(
        kind=kind,
        title=title,
        clearance=plan.clearance,
        urgency=_urgency(plan.clearance, deciding, knowledge.locales[intake.locale].emergency),
        client=printable(plan.client),
        about=_about(intake, knowledge),
        on=plan.on,
        locale=intake.locale,
        reported=tuple(reported((*deciding, *counted), intake, knowledge)),
        also_reported=tuple(reported(told, intake, knowledge)),
        asked=tuple(_asked(plan, deciding)),
        planned=tuple(one.says for one in deciding) if kind == "clearance" else (),
        calls=_calls(plan, intake, knowledge),
        may_share=knowledge.consent[CONSENT_TO_SHARE].plain if is_shared else "",
        consent=SHARE if is_shared else "",
    )


def _urgency(clearance: Clearance, deciding: tuple[Reason, ...], number: str) -> Phrase:
    """How soon; `number` is that of the emergency service."""
    if _is_no_illness(deciding):
        return HELP_TODAY
    if clearance is Clearance.EMERGENCY:
        return say("Emergency: get help now. Call {number}.", number=number)
    return URGENCY[clearance]


def _is_no_illness(deciding: tuple[Reason, ...]) -> bool:
    """Whether what needs help today is mood or personal safety, not an illness."""
    return all(
        one.id in (*SUICIDAL, *AT_RISK_IF_SEEN) and one.clearance is Clearance.SAME_DAY
        for one in deciding
    )


def _about(intake: Conversation, knowledge: Knowledge) -> Phrase:
    """Who came, and with what: "Age 52. Came for massage with low back pain, for 18 months."."""
    age = intake.client.age
    told = say("Age {age}.", age=age) if age is not None else ""
    return joined(told, came_with(intake, knowledge))


def came_with(intake: Conversation, knowledge: Knowledge) -> Phrase:
    """What brought the client: "Came for massage with low back pain, for 18 months."."""
    pains = [_pain(source, knowledge) for source in intake.pain]
    return say("Came for massage with {pains:semicolons}.", pains=pains)


def _pain(source: PainSource, knowledge: Knowledge) -> Phrase:
    name = knowledge.conditions[source.condition].name
    if not source.months:
        return formed(name, "lower")
    return say_many(
        "{name:lower}, for {number:g} month",
        "{name:lower}, for {number:g} months",
        source.months,
        name=name,
    )


def _counted(deciding: tuple[Reason, ...], plan: Plan, knowledge: Knowledge) -> tuple[Reason, ...]:
    """The weak flags behind a combination that decides."""
    rules = [knowledge.combinations[one.id] for one in deciding if one.id in knowledge.combinations]
    counts = {flag for rule in rules for flag in rule.counts}
    return tuple(one for one in plan.reasons if one.id in counts and one not in deciding)


def reported(
    reasons: tuple[Reason, ...] | list[Reason], intake: Conversation, knowledge: Knowledge
) -> Iterator[str]:
    """What the client said, reason by reason, with the follow-ups that were not a no."""
    for reason in reasons:
        if row := knowledge.rows.get(reason.id):
            yield _said(row.reported, answer_to(row.id, intake, knowledge))
            yield from _followed_up(row.id, intake, knowledge)
        elif reason.id in knowledge.combinations and _is_first_ever(reason, intake, knowledge):
            yield say(
                "Says that this is the first time they have had this pain, at the age of {age}.",
                age=intake.client.age,
            )


def _followed_up(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Iterator[str]:
    for follow_up, answer in follow_ups_asked(row, intake, knowledge):
        if answer is not None and answer.counts_as_yes:
            yield _said(follow_up.reported, answer)


def _said(sentence: str, answer: Answer | None) -> str:
    if answer is Answer.UNSURE:
        return say("Not sure about this: {reported}", reported=sentence)
    return sentence


def _is_first_ever(reason: Reason, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether a first pain at this age may be one of the signs that count together."""
    counts = FIRST_EVER_OVER_50 in knowledge.combinations[reason.id].counts
    old_enough = (intake.client.age or 0) > OLDER_THAN
    return counts and old_enough and any(pain.first_ever for pain in intake.pain)


def _asked(plan: Plan, deciding: tuple[Reason, ...]) -> Iterator[str]:
    """What the person, and whoever is with them, is asked to do."""
    if _has(plan, SUICIDAL):
        yield STAY
    if _has(plan, AT_RISK_IF_SEEN):
        yield KEEP_PRIVATE
    yield from dict.fromkeys(one.plain for one in deciding)


def _has(plan: Plan, rows: tuple[str, ...]) -> bool:
    return any(one.id in rows for one in plan.reasons)


def _calls(plan: Plan, intake: Conversation, knowledge: Knowledge) -> tuple[Call, ...]:
    """The local numbers, the one that is needed first."""
    local = knowledge.locales[intake.locale]
    needed = (*((CRISIS,) if _has(plan, SUICIDAL) else ()), *CALLS[plan.clearance])
    return tuple(Call(when=when, whom=getattr(local, whom)) for when, whom in needed)


TO_FILL = "____________"
SIGNED_ON = say("Signed: {blank}  Date: {blank}", blank=TO_FILL)
ANSWER = (
    say("Massage may go ahead: yes / yes, within limits / no"),
    say("Limits: {blank}", blank=TO_FILL),
    say("Name and role: {blank}", blank=TO_FILL),
    SIGNED_ON,
)
THERAPIST_SIGNS = say("Therapist: {blank}  Signed: {blank}  Date: {blank}", blank=TO_FILL)


def note_text(note: Note, language: Language = SOURCE) -> str:
    """The note as plain text, for a message or a record."""
    return as_text(_parts(note), language)


def _parts(note: Note) -> Iterator[Part]:
    who = joined(note.client, dated(note.on), by=", ")
    yield Part("", (formed(note.title, "upper"), who, note.about))
    yield Part("", (note.urgency,))
    yield Part(say("What to do"), note.asked)
    calls = (say("{when}: {whom}", when=one.when, whom=one.whom) for one in note.calls)
    yield Part(say("Whom to call"), tuple(calls))
    yield Part(say("Reported"), note.reported)
    if note.consent:
        words = say("{title}: {blank}", title=OWN_WORDS, blank=TO_FILL)
        yield Part("", (words,))
    yield Part(say("Also reported"), note.also_reported)
    yield Part(say("What waits for the answer"), note.planned)
    yield Part(say("Clinician's answer"), ANSWER if note.awaits_an_answer else ())
    if note.consent:
        yield Part("", (note.may_share, joined(note.consent, SIGNED_ON)))
    yield Part("", (THERAPIST_SIGNS,))
    yield Part("", (NO_DIAGNOSIS,))
