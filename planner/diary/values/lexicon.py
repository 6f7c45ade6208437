"""Word lists of the diary reader: closed sets of lower-case words, for reading, never shown."""

import unicodedata
from collections.abc import Iterable


def _listed(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


# cells that say there was no session
NO_SESSION = _listed("no n false 0 none nein non nee nao nie 0.0 not off absent missed cancelled ")
# cells that say there was one
YES = _listed("yes y true ok done ja oui si sim tak had \u2713 \u2714 \u2611 ")
# words of a column that says yes or no and nothing else
SAYS_YES = _listed("yes y true ja oui si sim tak x \u2713 \u2714 \u2611 ")
SAYS_NO = _listed("no n false nein non nee nej nao nie ")
# marks that are a tick where nothing else is written in the column
TICKS = _listed("x xx v * + ")
# parts of the body
BODY = _listed(
    "back neck head shoulder knee hip hand foot feet leg arm jaw elbow wrist ankle spine "
    "chest thigh calf buttock face temple eye joint joints stomach belly abdomen pelvis rib "
    "lumbar sacrum sciatic glute heel toe finger thumb groin left right upper lower "
)
# headings of dates that are not the day of the entry
LATER_DATES = _listed(
    "birth born dob surgery consent enrol enrolled enrolment end ended completion completed "
    "last updated modified stop finish due next created recorded submitted synced exported "
)
# headings of the day that an entry is about, not of the moment it was typed
DAY_WORDS = _listed("date day datum tag fecha dia data giorno jour dag dzien ")
# headings of lengths of time, and of times that are not those of an entry
DURATIONS = _listed(
    "duration lasted length hours hrs minutes mins dauer duree duracion duur "
    "bed bedtime wake woke waking asleep sleep slept "
)
# words of a pain heading that do not say which pain
FILLER = _listed(
    "pain ache level score rating intensity severity scale nrs nprs vas value number grade "
    "strength your my the is are how what bad much strong of in a an on at to from do you "
    "today day daily please rate rated right this overall self "
    "reported report me was would no imaginable possible being were with where and for "
    "it feel feeling have has had schmerz schmerzen schmerzstarke schmerzintensitat "
    "schmerzlevel schmerzskala heute douleur dolor pijn dolore dor intensite niveau de la el "
    "du nivel intensidad numeric out bol bolu "
)
# parts of the day in headings
PARTS = _listed(
    "am pm morning noon midday afternoon evening night bedtime morgen morgens mittag mittags abend "
    "abends nachts matin midi soir nuit manana tarde noche mattina pomeriggio sera notte ochtend "
    "middag avond nacht rano wieczor wieczorem manha noite "
)
# cells that hold no answer
NOTHING = _listed(
    "- -- \u2013 \u2014 . .. ... ? na n/a nan null nil missing skipped unknown x #n/a #value! "
    "k.a. n.a. not-recorded unspecified hkcategoryvalueseverityunspecified "
) | {"not recorded", "no answer", "no data", "not answered", "prefer not to say"}


def plain(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no answer; zero and "none" are answers."""
    return not text or text.lower() in NOTHING


def is_yes_or_no(texts: Iterable[str]) -> bool:
    """Whether a column's texts are yes and no, each at least once or yes alone."""
    words = {plain(text) for text in texts}
    return bool(words & SAYS_YES) and words <= SAYS_YES | SAYS_NO
