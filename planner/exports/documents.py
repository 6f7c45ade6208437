"""Every document that a first visit can leave behind: its kind, its file, and who may have it."""

from functools import partial

from planner.exports.given import Answer, Given
from planner.exports.kept_back import is_kept_back, is_nothing_else
from planner.exports.kind import Choice, Document, Reader, file_name
from planner.knowledge import load
from planner.knowledge.names import name_of
from planner.model.between.note import About, Note
from planner.model.ids import TherapyId
from planner.model.plan import Plan
from planner.model.vocabulary import Clearance
from planner.planning.course.succession import following
from planner.words import say

__all__ = ["Answer", "Choice", "Document", "Given", "Reader", "file_name"]  # those of elsewhere

# The exporters are imported when a document is made: typst and FHIR take longer to load than a
# plan takes to make.


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
    return tuple(one for one in (*DOCUMENTS, *letters(plan)) if one.is_due(plan))


def letters(plan: Plan) -> tuple[Document, ...]:
    """A letter for whoever gives each therapy of the plan."""
    return tuple(letter(one.id) for one in plan.complementary)


def letter(therapy: TherapyId) -> Document:
    """The letter about one therapy."""
    title = say("Letter: {therapy}", therapy=name_of(therapy, load()))
    name, write = f"letter-{therapy}", partial(_letter, therapy)
    return Document("letter", name, "pdf", PDF, write, _plan_is_due, title, COLLEAGUE)


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
    from planner.exports.files.tables.cells import MARK
    from planner.exports.files.tables.files import plan_csv

    return f"{MARK}{plan_csv(of.plan, of.knowledge, of.language, of.intake.measured)}".encode()


def _handout_csv(of: Given) -> bytes:
    from planner.exports.files.tables.cells import MARK
    from planner.exports.files.tables.files import handout_csv

    return f"{MARK}{handout_csv(of.plan, of.knowledge, of.language)}".encode()


def _plan_xlsx(of: Given) -> bytes:
    from planner.exports.files.tables.files import plan_xlsx

    return plan_xlsx(of.plan, of.knowledge, of.language, of.intake.measured)


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
    from planner.exports.paper.letters.instead import note_pdf

    return note_pdf(of)


def _note_text(of: Given) -> bytes:
    from planner.exports.notes.note import note_of
    from planner.exports.notes.note_text import note_text

    return note_text(note_of(of), of.language, of.practice).encode()


def _slip(of: Given) -> bytes:
    from planner.exports.paper.letters.instead import slip_pdf

    return slip_pdf(of)


def _card(of: Given) -> bytes:
    from planner.exports.paper.letters.card import card_pdf

    return card_pdf(of.plan, of.knowledge, of.language)


def _letter(therapy: TherapyId, of: Given) -> bytes:
    from planner.exports.paper.letters.provider import print_provider

    return print_provider(therapy, of.plan, of.intake, of.knowledge, of.language, of.practice)


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


def is_note_due(plan: Plan) -> bool:
    """A note goes out where no plan does; while questions are open neither goes."""
    return not _plan_is_due(plan) and plan.clearance is not Clearance.ASK


def _slip_is_due(plan: Plan) -> bool:
    """Where help is needed; a hold and a rebooking have the client's words on the note itself."""
    return plan.clearance.rank <= Clearance.SOON.rank


PDF, TEXT = "application/pdf", "text/plain"
CSV, ICS, FHIR = "text/csv", "text/calendar", "application/fhir+json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAN, NOTE = "pain-plan", "note"
TO_TAKE, NUMBERS = say("Slip for the client"), say("Card with numbers")
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
HANDOUT_CSV = Document(
    "client-csv", "week", "csv", CSV, _handout_csv, _plan_is_due, say("Your week as a table"),
    CLIENT,
)  # fmt: skip
PLAN_XLSX = Document(
    "xlsx", PLAN, "xlsx", XLSX, _plan_xlsx, _plan_is_due, say("Workbook of all tables"), THERAPIST
)
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
    "pdf", NOTE, "pdf", PDF, _note_pdf, is_note_due, say("Note"), COLLEAGUE, is_nothing_else
)
NOTE_TEXT = Document(
    "note", NOTE, "txt", TEXT, _note_text, is_note_due, say("Note"), COLLEAGUE, is_nothing_else
)
SLIP = Document(
    "slip", "for-you", "pdf", PDF, _slip, _slip_is_due, TO_TAKE, CLIENT, is_nothing_else
)
CARD = Document("card", "card", "pdf", PDF, _card, is_kept_back, NUMBERS, CLIENT, says_nothing=True)
DOCUMENTS = (
    CLIENT_PDF, LARGE_PDF, MONTH_PDF, THERAPIST_PDF, EVIDENCE_PDF, PLAN_PDF, PLAN_ICS, HANDOUT_CSV,
    PLAN_CSV, PLAN_XLSX, PLAN_FHIR, VISIT_NOTE, VISIT_NOTE_PDF, NOTE_PDF, SLIP, CARD, NOTE_TEXT,
)  # fmt: skip
KINDS = tuple(dict.fromkeys(one.kind for one in DOCUMENTS))
