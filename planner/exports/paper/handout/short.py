"""The plan in a few plain lines, small enough for a code to scan: no name, no diagnosis."""

from collections.abc import Iterable

import segno

from planner.exports.paper.handout.page import PageOne
from planner.words import Language, in_language, joined, say

MOST_BYTES = 412  # a version 15 code at level M
LEVEL = "m"
MASK = 0  # any may be read; to look for the best takes longer than the page


def short_text(page: PageOne, language: Language) -> str:
    """The next visit, when to call, and the tasks, line by line for as long as they fit."""
    lines = [str(in_language(one, language)) for one in _lines(page)]
    while len("\n".join(lines).encode()) > MOST_BYTES:
        lines.pop()
    return "\n".join(lines)


def code_of(text: str) -> str:
    """The text as a code to scan: a drawing (SVG) of a dot a module, with its quiet edge."""
    made = segno.make(text, error=LEVEL, boost_error=False, micro=False, mask=MASK)
    drawn: str = made.svg_inline(border=4)
    return drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _lines(page: PageOne) -> Iterable[str]:
    yield page.begun
    if page.visit:
        yield say("Next visit: {when:spaces}", when=(page.visit.day, page.visit.at))
    yield say("Call {number}: chest pain, no breath, sudden weakness.", number=_emergency(page))
    for one in page.tasks:
        yield say("{name}: {dose}", name=one.name, dose=one.dose)
    yield joined(page.bad_day)


def _emergency(page: PageOne) -> str:
    return page.help.emergency.whom
