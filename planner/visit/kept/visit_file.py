"""A visit file: what the page saves and the command line works on, complete or not."""

from planner.knowledge import Knowledge
from planner.model.errors import IntakeError, Problem
from planner.model.visit import WHOLE, Draft, read_draft
from planner.safety.asking.others import spelled_out
from planner.visit.draft import saying
from planner.words import say


def read_visit_file(content: bytes, knowledge: Knowledge) -> Draft:
    """The visit in a file, every no in it spelled out; raises IntakeError with all that is wrong.

    Without a pain source `others` speaks of no question yet, and is let go.
    """
    try:
        found = read_draft(content, knowledge.known_ids)
    except IntakeError as error:
        raise IntakeError(_as_a_file(one) for one in error.problems) from None
    if found.others is None:
        return found
    whole = spelled_out(found, knowledge) if found.pain else found
    return saying(whole, others=None)


def _as_a_file(problem: Problem) -> Problem:
    """A problem of the whole is one of the file."""
    if problem.place != WHOLE:
        return problem
    return Problem("file", say("is not a visit file: {fault}", fault=problem.what))
