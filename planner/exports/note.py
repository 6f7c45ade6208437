"""The note that goes out instead of a plan: a referral, a request for clearance, a rebooking."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from planner.exports.wording import day_in_words, printable
from planner.knowledge import Knowledge
from planner.model.errors import NotForHandout, Problem
from planner.model.ids import QuestionId
from planner.model.intake import Conversation, PainSource
from planner.model.plan import Plan, Reason
from planner.model.record import Record
from planner.model.vocabulary import Answer, Clearance, Locale
from planner.safety.questions import answer_to, follow_ups_asked
from planner.safety.screening import FIRST_EVER_OVER_50, OLDER_THAN

SUICIDAL = ("rf-suicidal-active", "rf-suicidal-passive")
AT_RISK_IF_SEEN = ("rf-safeguarding",)
NOT_SURE = "Not sure about this: "
FIRST_EVER = "Says that this is the first time they have had this pain, at the age of {}."

Kind = Literal["referral", "clearance", "rebooking"]
KINDS: dict[Clearance, tuple[Kind, str, str]] = {
    Clearance.EMERGENCY: ("referral", "Referral", "Emergency: get help now. Call {}."),
    Clearance.SAME_DAY: ("referral", "Referral", "Medical help is needed today."),
    Clearance.SOON: ("referral", "Referral", "A doctor should look at this within days."),
    Clearance.HOLD: (
        "clearance",
        "Request for clearance",
        "Massage waits for a clinician's written answer.",
    ),
    Clearance.REBOOK: ("rebooking", "New booking", "Not today. Nothing here needs a referral."),
}
# Whom to call under each clearance, in the order of need; a hold is no emergency and names nobody.
CALLS: dict[Clearance, tuple[tuple[str, str], ...]] = {
    Clearance.EMERGENCY: (("Emergency", "emergency"),),
    Clearance.SAME_DAY: (("Help today", "urgent"), ("If it gets worse fast", "emergency")),
    Clearance.SOON: (("If it cannot wait", "urgent"), ("If it gets worse fast", "emergency")),
    Clearance.HOLD: (),
    Clearance.REBOOK: (("If you feel much worse", "urgent"), ("In an emergency", "emergency")),
}
CRISIS = ("Crisis line", "crisis")
HELP_TODAY = "Help is needed today."
STAY = "Stay with the person and do not leave them alone until help is there."
KEEP_PRIVATE = "Give this note only to the person, alone. Ask first if they want to keep it."
NO_DIAGNOSIS = "This note says what was reported to a massage therapist. It is not a diagnosis."
OWN_WORDS = "In the client's own words"
SHARE = "I agree that this note is shared with the doctor or service named here."


class Call(Record):
    """Whom to call, and when."""

    when: str
    whom: str


class Note(Record):
    """One note, complete: what was reported, what to do, whom to call, where to sign."""

    kind: Kind
    title: str
    clearance: Clearance
    urgency: str
    client: str
    about: str
    on: date
    locale: Locale
    reported: tuple[str, ...]
    also_reported: tuple[str, ...]
    asked: tuple[str, ...]
    planned: tuple[str, ...]
    calls: tuple[Call, ...]
    may_share: str
    consent: str

    @property
    def awaits_an_answer(self) -> bool:
        """Whether the note has room for a clinician's answer."""
        return self.kind == "clearance"


def note_for(plan: Plan, intake: Conversation, knowledge: Knowledge) -> Note:
    """The note for this clearance; raises NotForHandout when a plan, or nothing, is due."""
    if plan.clearance not in KINDS:
        what = f"no note is written while the clearance is '{plan.clearance}'"
        raise NotForHandout([Problem("note", what)])
    kind, title, urgency = KINDS[plan.clearance]
    deciding = tuple(one for one in plan.reasons if one.clearance is plan.clearance)
    counted = _counted(deciding, plan, knowledge)
    others = [one for one in plan.reasons if one not in (*deciding, *counted)]
    is_shared = kind != "rebooking"
    told = [one for one in others if one.id not in (*SUICIDAL, *AT_RISK_IF_SEEN)]
    return Note(
        kind=kind,
        title=title,
        clearance=plan.clearance,
        urgency=HELP_TODAY
        if _is_no_illness(deciding)
        else urgency.format(knowledge.locales[intake.locale].emergency),
        client=printable(plan.client),
        about=_about(intake, knowledge),
        on=plan.on,
        locale=intake.locale,
        reported=tuple(_reported((*deciding, *counted), intake, knowledge)),
        also_reported=tuple(_reported(told, intake, knowledge)),
        asked=tuple(_asked(plan, deciding)),
        planned=tuple(one.says for one in deciding) if kind == "clearance" else (),
        calls=_calls(plan, intake, knowledge),
        may_share=knowledge.consent["c-sharing"].plain if is_shared else "",
        consent=SHARE if is_shared else "",
    )


def _is_no_illness(deciding: tuple[Reason, ...]) -> bool:
    """Whether what needs help today is mood or personal safety, not an illness."""
    return all(
        one.id in (*SUICIDAL, *AT_RISK_IF_SEEN) and one.clearance is Clearance.SAME_DAY
        for one in deciding
    )


def _about(intake: Conversation, knowledge: Knowledge) -> str:
    """Who came, and with what: "Age 52. Came for massage with low back pain, for 18 months."."""
    age = f"Age {intake.client.age}. " if intake.client.age is not None else ""
    pains = "; ".join(_pain(source, knowledge) for source in intake.pain)
    return f"{age}Came for massage with {pains}."


def _pain(source: PainSource, knowledge: Knowledge) -> str:
    name = knowledge.conditions[source.condition].name
    lasting = f", for {source.months:g} months" if source.months else ""
    return f"{name[0].lower()}{name[1:]}{lasting}"


def _counted(deciding: tuple[Reason, ...], plan: Plan, knowledge: Knowledge) -> tuple[Reason, ...]:
    """The weak flags behind a combination that decides."""
    rules = [knowledge.combinations[one.id] for one in deciding if one.id in knowledge.combinations]
    counts = {flag for rule in rules for flag in rule.counts}
    return tuple(one for one in plan.reasons if one.id in counts and one not in deciding)


def _reported(
    reasons: tuple[Reason, ...] | list[Reason], intake: Conversation, knowledge: Knowledge
) -> Iterator[str]:
    """What the client said, reason by reason, with the follow-ups that were not a no."""
    for reason in reasons:
        if row := knowledge.rows.get(reason.id):
            yield _said(row.reported, answer_to(row.id, intake, knowledge))
            yield from _followed_up(row.id, intake, knowledge)
        elif reason.id in knowledge.combinations and _is_first_ever(reason, intake, knowledge):
            yield FIRST_EVER.format(intake.client.age)


def _followed_up(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Iterator[str]:
    for follow_up, answer in follow_ups_asked(row, intake, knowledge):
        if answer is not None and answer.counts_as_yes:
            yield _said(follow_up.reported, answer)


def _said(sentence: str, answer: Answer | None) -> str:
    return f"{NOT_SURE}{sentence}" if answer is Answer.UNSURE else sentence


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


def note_text(note: Note) -> str:
    """The note as plain text, for a message or a record."""
    parts = [
        f"{note.title.upper()}\n{note.client}, {day_in_words(note.on)}\n{note.about}",
        note.urgency,
        *_section("What to do", note.asked),
        *_section("Whom to call", [f"{one.when}: {one.whom}" for one in note.calls]),
        *_section("Reported", note.reported),
        *([f"{OWN_WORDS}: ____________"] if note.consent else []),
        *_section("Also reported", note.also_reported),
        *_section("What waits for the answer", note.planned),
        *_section("Clinician's answer", ANSWER if note.awaits_an_answer else ()),
        *_consent(note),
        "Therapist: ____________  Signed: ____________  Date: ____________",
        NO_DIAGNOSIS,
    ]
    return "\n\n".join(parts) + "\n"


def _consent(note: Note) -> list[str]:
    signed = "Signed: ____________  Date: ____________"
    return [f"{note.may_share}\n{note.consent} {signed}"] if note.consent else []


ANSWER = (
    "Massage may go ahead: yes / yes, within limits / no",
    "Limits: ____________",
    "Name and role: ____________",
    "Signed: ____________  Date: ____________",
)


def _section(title: str, lines: tuple[str, ...] | list[str]) -> list[str]:
    """A titled list; nothing when there is nothing to list."""
    return ["\n".join([title, *(f"- {line}" for line in lines)])] if lines else []
