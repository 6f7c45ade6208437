"""Languages made up for tests: what was said through no catalogue stays plain in them."""

import re
from collections.abc import Mapping

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "áƀćđéƒǥĥíĵķĺɱńóƥɋřšŧúṽŵẋýžÁɃĆĐÉƑǤĤÍĴĶĹṀŃÓƤɊŘŠŦÚṼŴẊÝŽ"
LEFTWARD = 2 * "ابصديفغهعجكلمنوحقرستؤطشخئز"
MARKED = str.maketrans(PLAIN, ACCENTED)
TURNED = str.maketrans(PLAIN + ",;?", LEFTWARD + "،؛؟")
KEPT = re.compile(r"(\{[^}]*\}|</?[a-zA-Z][^>]*>|&[a-z]+;|https?://\S+|:[a-z]+\[|%-?[a-zA-Z]\b)")


def accented(words: str) -> str:
    """The words with an accent on every letter."""
    return _in_letters(words, MARKED)


def leftward(words: str) -> str:
    """The words in Arabic letters, so that they run from right to left; no word of Arabic."""
    return _in_letters(words, TURNED)


def _in_letters(words: str, letters: Mapping[int, int]) -> str:
    """In other letters; fills, marks of HTML and addresses as they were."""
    parts = KEPT.split(words)
    return "".join(part if at % 2 else part.translate(letters) for at, part in enumerate(parts))
