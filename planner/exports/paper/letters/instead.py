"""The paper that goes out instead of a plan: a referral, a request for clearance, a rebooking."""

from planner.exports.given import Given
from planner.exports.notes.note import note_of
from planner.exports.paper.letters.clearance_request import print_request
from planner.exports.paper.letters.frame import About
from planner.exports.paper.letters.referral import print_referral
from planner.exports.paper.letters.slip import print_slip


def note_pdf(of: Given) -> bytes:
    """What is due under this clearance."""
    note = note_of(of)
    if note.kind == "rebooking":
        return print_slip(of.plan, note, of.language, of.practice)
    write = print_referral if note.kind == "referral" else print_request
    about = About(of.plan, note, of.intake, of.knowledge, of.before)
    return write(about, of.language, of.practice)


def slip_pdf(of: Given) -> bytes:
    """The client's own copy of what to do."""
    return print_slip(of.plan, note_of(of), of.language, of.practice)
