"""Every document that a first visit can leave behind: its kind, its file, and who may have it."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from planner.exports.kept_back import is_kept_back, is_nothing_else, to_be_seen
from planner.knowledge import Knowledge
from planner.model.between.consent import Consent
from planner.model.between.note import About, Note
from planner.model.intake import UNNAMED, Conversation
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Clearance
from planner.planning.course.succession import following
from planner.words import Language, say

NO_PART_OF_A_NAME = re.compile(r"[\W_]+")
MOST_OF_A_CODE = 40
Answer = bool | int | None
NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})

# The exporters are imported when a document is made: typst and FHIR take longer to load than a
# plan takes to make.


class Given(NamedTuple):
    """What a document is made from, under the head of the practice, where one is set.

    `own`: pictures (PNG) that the therapist brought, by the line. `before`: the plan that this one
    follows, so that a calendar updates. `even_so`: a paper that could put the client at risk was
    asked for twice. `alarm`: how many minutes before a visit its calendar rings. `consent`: as it
    was recorded, where it was. `diary`: the handout has the sheet to fill in as page two.
    """

    plan: Plan
    intake: Conversation
    knowledge: Knowledge
    language: Language
    practice: Practice = NOT_SET
    own: Mapping[str, bytes] = NO_PICTURES
    before: Plan | None = None
    even_so: bool = False
    alarm: int | None = None
    consent: Consent | None = None
    diary: bool = True

    def having(self, chosen: Mapping[str, Answer]) -> "Given":
        """The same with what was chosen of a document."""
        return Given(**{**self._asdict(), **chosen})


class Reader(StrEnum):
    """Who a document is written for; a colleague's is carried there by the client."""

    CLIENT = "client"
    COLLEAGUE = "colleague"
    THERAPIST = "therapist"


class Choice(NamedTuple):
    """What can be chosen of a document before it is made: a field of what it is made from.

    `answers`: each value in words, the usual one first.
    """

    field: str
    title: Phrase
    answers: tuple[tuple[Answer, Phrase], ...]


class Document(NamedTuple):
    """A document of one kind; `is_due` says for which plan it is handed out.

    `write` gives its bytes, or raises PlannerError. `title` is what a person calls it.
    `is_private`: for which plan it is not even offered until somebody asks for it twice. One that
    `says_nothing` has not a word of the client.
    """

    kind: str
    name: str
    suffix: str
    media_type: str
    write: Callable[[Given], bytes]
    is_due: Callable[[Plan], bool]
    title: Phrase
    reader: Reader
    is_private: Callable[[Plan], bool] = lambda _: False
    says_nothing: bool = False
    choices: tuple[Choice, ...] = ()

    def make(self, of: Given) -> bytes:
        """Its bytes; what no paper says is not in them, unless it was asked for twice."""
        as_it_is = of.even_so or self.says_nothing
        return self.write(of if as_it_is else of._replace(plan=to_be_seen(of.plan)))

    def file_name(self, plan: Plan) -> str:
        """What the file is called where nobody names it: "pain-plan-J-S-2026-11-23.pdf"."""
        return file_name(self.name, plan.client, f"{plan.on}.{self.suffix}")


def file_name(kind: str, label: str, rest: str) -> str:
    """The name of a file of one client: their code in it, so that no two of a day are alike.

    A client without a label has none. (It is a name on the therapist's own disk, and never part of
    an address.)
    """
    code = NO_PART_OF_A_NAME.sub("-", "" if label == UNNAMED else label)[:MOST_OF_A_CODE]
    return "-".join(filter(None, (kind, code.strip("-"), rest)))


def document(kind: str, plan: Plan, ending: str = "") -> Document:
    """The document of a kind that this plan's clearance allows; a text as PDF if it ends so.

    Where it allows none, the plan's own document, which refuses to be made and says why.
    """
    of_kind = [one for one in DOCUMENTS if one.kind == kind]
    found = next((one for one in of_kind if one.is_due(plan)), of_kind[0])
    if found.media_type != TEXT or ending != PLAN_PDF.suffix:
        return found
    alike = (one for one in due(plan) if one.name == found.name and one.suffix == ending)
    return next(alike, found)


def due(plan: Plan) -> tuple[Document, ...]:
    """Every document of this plan, the one that matters most first."""
    return tuple(one for one in DOCUMENTS if one.is_due(plan))


def _plan_pdf(of: Given) -> bytes:
    from planner.exports.paper.pdf import Brought, plan_pdf

    brought = Brought(of.own, of.consent)
    return plan_pdf(of.plan, of.knowledge, of.language, of.intake, of.practice, brought)


def _therapist_pdf(of: Given) -> bytes:
    from planner.exports.paper.sheet.papers import therapist_pdf

    return therapist_pdf(of.plan, of.intake, of.knowledge, of.language, of.practice, of.consent)


def _evidence_pdf(of: Given) -> bytes:
    from planner.exports.paper.sheet.papers import evidence_pdf

    return evidence_pdf(of.plan, of.intake, of.knowledge, of.language, of.practice)


def _client_pdf(of: Given) -> bytes:
    from planner.exports.paper.handout import handout_pdf

    return handout_pdf(of, diary=of.diary)


def _large_pdf(of: Given) -> bytes:
    from planner.exports.paper.handout import handout_pdf

    return handout_pdf(of, large=True, diary=of.diary)


def _month_pdf(of: Given) -> bytes:
    from planner.exports.paper.handout import month_pdf

    return month_pdf(of)


def _plan_csv(of: Given) -> bytes:
    from planner.exports.files.table import plan_csv

    return plan_csv(of.plan, of.knowledge, of.language, of.intake.measured).encode()


def _plan_ics(of: Given) -> bytes:
    from planner.exports.files.calendar import plan_ics

    return plan_ics(_after(of), of.knowledge, of.language, of.practice, of.alarm)


def _after(of: Given) -> Plan:
    """The plan as the one after the one before it, where it does not count on from it yet."""
    if of.before is None or of.plan.version > of.before.version:
        return of.plan
    return following(of.plan, of.before)


def _plan_fhir(of: Given) -> bytes:
    from planner.exports.files.fhir.bundle import plan_fhir
    from planner.exports.files.fhir.dossier import Beside
    from planner.exports.notes.found import findings

    found = tuple(findings(of.intake.assessment, of.knowledge))
    beside = Beside(of.practice, of.intake.pain, of.intake.measured, found, of.before)
    return plan_fhir(of.plan, of.knowledge, of.language, beside).encode()


def _note_pdf(of: Given) -> bytes:
    from planner.exports.notes.note import note_for
    from planner.exports.paper.letters.frame import About
    from planner.exports.paper.letters.instead import instead_of_a_plan

    note = note_for(of.plan, of.intake, of.knowledge, even_so=of.even_so)
    about = About(of.plan, note, of.intake, of.knowledge, of.before)
    return instead_of_a_plan(about, of.language, of.practice)


def _note_text(of: Given) -> bytes:
    from planner.exports.notes.note import note_for
    from planner.exports.notes.note_text import note_text

    note = note_for(of.plan, of.intake, of.knowledge, even_so=of.even_so)
    return note_text(note, of.language, of.practice).encode()


def _slip(of: Given) -> bytes:
    from planner.exports.notes.note import note_for
    from planner.exports.paper.letters.slip import slip_pdf

    note = note_for(of.plan, of.intake, of.knowledge, even_so=of.even_so)
    return slip_pdf(of.plan, note, of.language, of.practice)


def _card(of: Given) -> bytes:
    from planner.exports.paper.letters.card import card_pdf

    return card_pdf(of.plan, of.knowledge, of.language)


def _visit_note(of: Given) -> bytes:
    from planner.exports.notes.first_note import first_note
    from planner.exports.notes.soap import visit_note_text

    return visit_note_text(
        first_note(of.plan, of.intake, of.knowledge), of.language, of.practice
    ).encode()


def _visit_note_pdf(of: Given) -> bytes:
    from planner.exports.notes.chart import Times, head_of
    from planner.exports.notes.first_note import first_note
    from planner.exports.notes.soap import TITLE
    from planner.exports.paper.chart_pdf import chart_pdf

    made = first_note(of.plan, of.intake, of.knowledge)
    note = Note(about=About.FIRST_VISIT, of="", on=of.plan.on)
    head = head_of(TITLE, made.client, Times(of.plan.on), of.language)
    return chart_pdf(note, made, head, of.plan.locale, of.language, of.practice)


def _plan_is_due(plan: Plan) -> bool:
    return plan.clearance.may_be_handed_out


def _note_is_due(plan: Plan) -> bool:
    """A note goes out where no plan does; while questions are open neither goes."""
    return not _plan_is_due(plan) and plan.clearance is not Clearance.ASK


def _slip_is_due(plan: Plan) -> bool:
    """Where help is needed; a hold and a rebooking have the client's words on the note itself."""
    return plan.clearance.rank <= Clearance.SOON.rank


PDF, TEXT = "application/pdf", "text/plain"
CSV, ICS, FHIR = "text/csv", "text/calendar", "application/fhir+json"
PLAN, NOTE = "pain-plan", "note"
CLIENT, COLLEAGUE, THERAPIST = Reader.CLIENT, Reader.COLLEAGUE, Reader.THERAPIST
PLAN_PDF = Document(
    "pdf", PLAN, "pdf", PDF, _plan_pdf, _plan_is_due, say("Everything in one file"), THERAPIST
)
DIARY = Choice(
    "diary", say("Diary to fill in"), ((True, say("as page two")), (False, say("without")))
)
CLIENT_PDF = Document(
    "client-pdf", "plan", "pdf", PDF, _client_pdf, _plan_is_due, say("Handout"), CLIENT,
    choices=(DIARY,),
)  # fmt: skip
LARGE_PDF = Document(
    "large-pdf", "plan-large-print", "pdf", PDF, _large_pdf, _plan_is_due,
    say("Handout in large print"), CLIENT, choices=(DIARY,),
)  # fmt: skip
MONTH_PDF = Document(
    "month-pdf", "diary", "pdf", PDF, _month_pdf, _plan_is_due, say("Diary to fill in"), CLIENT
)
THERAPIST_PDF = Document(
    "therapist-pdf", "therapist", "pdf", PDF, _therapist_pdf, _plan_is_due,
    say("Therapist's sheet"), THERAPIST,
)  # fmt: skip
EVIDENCE_PDF = Document(
    "evidence-pdf", "evidence", "pdf", PDF, _evidence_pdf, _plan_is_due,
    say("Why this plan, and how sure we are"), THERAPIST,
)  # fmt: skip
PLAN_CSV = Document("csv", PLAN, "csv", CSV, _plan_csv, _plan_is_due, say("Table"), THERAPIST)
ALARM = Choice(
    "alarm",
    say("Rings before a visit"),
    ((None, say("never")), (60, say("an hour before")), (24 * 60, say("a day before"))),
)
PLAN_ICS = Document(
    "ics", PLAN, "ics", ICS, _plan_ics, _plan_is_due, say("Calendar"), CLIENT, choices=(ALARM,)
)
PLAN_FHIR = Document(
    "fhir", PLAN, "fhir.json", FHIR, _plan_fhir, _plan_is_due,
    say("For another records system"), THERAPIST,
)  # fmt: skip
VISIT_NOTE = Document(
    "note", "visit-note", "txt", TEXT, _visit_note, _plan_is_due, say("Note of the visit"),
    THERAPIST,
)  # fmt: skip
VISIT_NOTE_PDF = Document(
    "note", "visit-note", "pdf", PDF, _visit_note_pdf, _plan_is_due, say("Note of the visit"),
    THERAPIST,
)  # fmt: skip
NOTE_PDF = Document(
    "pdf", NOTE, "pdf", PDF, _note_pdf, _note_is_due, say("Note"), COLLEAGUE, is_nothing_else
)
NOTE_TEXT = Document(
    "note", NOTE, "txt", TEXT, _note_text, _note_is_due, say("Note"), COLLEAGUE, is_nothing_else
)
SLIP = Document(
    "slip", "for-you", "pdf", PDF, _slip, _slip_is_due, say("Slip for the client"), CLIENT,
    is_nothing_else,
)  # fmt: skip
CARD = Document(
    "card", "card", "pdf", PDF, _card, is_kept_back, say("Card with numbers"), CLIENT,
    says_nothing=True,
)  # fmt: skip
DOCUMENTS = (
    CLIENT_PDF, LARGE_PDF, MONTH_PDF, THERAPIST_PDF, EVIDENCE_PDF, PLAN_PDF, PLAN_ICS, PLAN_CSV,
    PLAN_FHIR, VISIT_NOTE, VISIT_NOTE_PDF, NOTE_PDF, SLIP, CARD, NOTE_TEXT,
)  # fmt: skip
KINDS = tuple(dict.fromkeys(one.kind for one in DOCUMENTS))
