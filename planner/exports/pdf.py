"""The plan to take home and the note as PDF."""

from planner.exports.client_page import client_page
from planner.exports.note import NO_DIAGNOSIS, OWN_WORDS, Note
from planner.exports.therapist_pages import therapist_pages
from planner.exports.typesetting import compiled, date_parts, paper_of
from planner.exports.wording import breakable, day_in_words, hand_out_or_refuse
from planner.knowledge import Knowledge
from planner.model.plan import Plan


def plan_pdf(plan: Plan, knowledge: Knowledge) -> bytes:
    """The plan to take home; raises NotForHandout when it may not leave the screen."""
    hand_out_or_refuse(plan, "pdf")
    data = {
        "title": "Your plan",
        "date": date_parts(plan.on),
        "paper": paper_of(plan.locale),
        "small_print": [],
        "client": client_page(plan, knowledge),
        "therapist": therapist_pages(plan, knowledge),
    }
    return compiled("plan.typ", data)


def note_pdf(note: Note) -> bytes:
    """The note on paper, with room to sign."""
    data = {
        "date": date_parts(note.on),
        "day": day_in_words(note.on),
        "paper": paper_of(note.locale),
        "small_print": [],
        "disclaimer": NO_DIAGNOSIS,
        "answer": note.awaits_an_answer,
        "own_words": OWN_WORDS,
        "note": {**note.model_dump(mode="json"), "client": breakable(note.client)},
    }
    return compiled("note.typ", data)
