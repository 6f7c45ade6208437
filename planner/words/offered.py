"""Which languages are on offer to a client: those in which nearly everything is said.

What a catalogue leaves open is said in English, in the middle of a sentence too.
"""

import re
from functools import cache

from planner.words.languages import CATALOGUES, LANGUAGES, SOURCE_CODE

NEARLY_ALL = 0.98  # of the messages; a few that changed with the program take no language away
MESSAGE = re.compile(r'^msgid (?!""\n(?!"))', re.MULTILINE)
# Stale, or a form of it without words: nothing in the first line, and no line that goes on.
NOT_SAID = re.compile(r'^#,.*\bfuzzy\b|^msgstr(?:\[\d+\])? ""$(?!\n")', re.MULTILINE)


def for_clients() -> tuple[str, ...]:
    """The languages that a client may be given, English first."""
    return tuple(one for one in LANGUAGES if one == SOURCE_CODE or is_nearly_said(one))


@cache
def is_nearly_said(code: str) -> bool:
    """Whether a catalogue says nearly everything."""
    return said_of((CATALOGUES / f"{code}.po").read_text(encoding="utf-8")) >= NEARLY_ALL


def said_of(catalogue: str) -> float:
    """The part of its messages that a catalogue says, from 0 to 1.

    Read as lines: a page asks for it, and to take a catalogue apart costs half a second.
    """
    messages = [one for one in catalogue.split("\n\n") if MESSAGE.search(one)]
    said = sum(not NOT_SAID.search(one) for one in messages)
    return said / len(messages) if messages else 0.0
