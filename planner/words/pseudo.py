"""A language made up for tests: every letter accented, so that what was missed stays plain."""

import re

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED = "áƀćđéƒǥĥíĵķĺɱńóƥɋřšŧúṽŵẋýžÁɃĆĐÉƑǤĤÍĴĶĹṀŃÓƤɊŘŠŦÚṼŴẊÝŽ"
LETTERS = str.maketrans(PLAIN, ACCENTED)
KEPT = re.compile(r"(\{[^}]*\}|</?[a-zA-Z][^>]*>|&[a-z]+;|https?://\S+|:[a-z]+\[|%-?[a-zA-Z]\b)")


def accented(words: str) -> str:
    """The words with every letter accented; fills, marks of HTML and addresses as they were."""
    parts = KEPT.split(words)
    return "".join(part if at % 2 else part.translate(LETTERS) for at, part in enumerate(parts))
