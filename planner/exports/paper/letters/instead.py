"""The paper that goes out instead of a plan: a referral, a request for clearance, a rebooking."""

from planner.exports.paper.letters.clearance_request import request_pdf
from planner.exports.paper.letters.frame import About
from planner.exports.paper.letters.referral import referral_pdf
from planner.exports.paper.letters.slip import slip_pdf
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language


def instead_of_a_plan(
    about: About, language: Language = SOURCE, practice: Practice = NOT_SET
) -> bytes:
    """What is due under this clearance, as PDF."""
    if about.note.kind == "rebooking":
        return slip_pdf(about.plan, about.note, language, practice)
    write = referral_pdf if about.note.kind == "referral" else request_pdf
    return write(about, language, practice)
