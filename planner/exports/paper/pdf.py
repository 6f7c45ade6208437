"""The plan to take home and the note as PDF."""

from collections.abc import Mapping
from types import MappingProxyType

from planner.exports.handout import hand_out_or_refuse
from planner.exports.letterhead import signed_by
from planner.exports.letterhead.logo import drawing_of
from planner.exports.notes.note import NO_DIAGNOSIS, OWN_WORDS, Note
from planner.exports.paper.client_page import client_page
from planner.exports.paper.therapist_pages import therapist_pages
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.figures.stored import still
from planner.knowledge import Knowledge
from planner.model.intake import QuestionnaireScore
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, dated, in_language, say
from planner.words.typed import breakable

NONE: Mapping[str, bytes] = MappingProxyType({})


def plan_pdf(
    plan: Plan,
    knowledge: Knowledge,
    language: Language = SOURCE,
    measured: tuple[QuestionnaireScore, ...] = (),
    practice: Practice = NOT_SET,
    own: Mapping[str, bytes] = NONE,
) -> bytes:
    """The plan to take home; raises NotForHandout when it may not leave the screen.

    `measured`: the scores of forms that the visit holds. `own`: pictures (PNG) that the therapist
    brought, by the line.
    """
    hand_out_or_refuse(plan, "pdf")
    said = in_language(plan, language)
    therapist = therapist_pages(said, knowledge)
    data = {
        "title": say("Your plan"),
        "date": date_parts(plan.on),
        "paper": paper_of(plan.locale),
        "small_print": [],
        "client": client_page(said, knowledge, measured),
        "pictures": _pictures(plan, own),
        "therapist": therapist,
        "footer": say(
            "For the therapist · {client} · {day} · facts {knowledge}",
            client=breakable(plan.client),
            day=plan.on,
            knowledge=plan.knowledge,
        ),
    }
    return compiled("plan.typ", data, language, practice)


def _pictures(plan: Plan, own: Mapping[str, bytes]) -> dict[str, str]:
    """The drawing of each home task that has one."""
    lines = [str(one.id) for one in plan.self_care]
    drawn = {line: drawing for line in lines if (drawing := still(line))}
    return drawn | {line: drawing_of(own[line]) for line in lines if line in own}


def note_pdf(note: Note, language: Language = SOURCE, practice: Practice = NOT_SET) -> bytes:
    """The note on paper, with room to sign."""
    data = {
        "date": date_parts(note.on),
        "day": dated(note.on),
        "paper": paper_of(note.locale),
        "small_print": [],
        "disclaimer": NO_DIAGNOSIS,
        "answer": note.awaits_an_answer,
        "own_words": OWN_WORDS,
        "client": breakable(note.client),
        "note": note,
        "therapist": signed_by(practice),
    }
    return compiled("note.typ", data, language, practice)
