"""What a column is for, as its heading says it in the languages diaries come in."""

import re
from enum import StrEnum

from planner.diary.values.lexicon import FILLER, plain


class Role(StrEnum):
    """What a column of a diary can hold."""

    DATE = "date"
    CLOCK = "clock"
    WEEKDAY = "weekday"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    PAIN = "pain"
    VALUE = "value"
    MEASURE = "measure"
    SITE = "site"
    SESSION = "session"
    SLEEP = "sleep"
    WAY = "got in the way"
    NOTE = "note"
    MEDICINE = "medicine"
    PERSON = "person"
    PERSONAL = "personal"


EXACT: dict[Role, str] = {
    Role.DATE: "date day datum fecha data dato jour tag dag datetime timestamp when wann giorno "
    "dia dzien zeitstempel horodateur created started recorded logged",
    Role.CLOCK: "time hour uhrzeit zeit heure hora ora tijd clock tid godzina",
    Role.WEEKDAY: "weekday wochentag dow",
    Role.YEAR: "year jahr annee ano jaar anno rok",
    Role.MONTH: "month monat mois mes maand mese miesiac",
    Role.VALUE: "intensity severity score level rating value amount grade strength points number "
    "intensitat starke wert stufe niveau intensite intensidad nivel valor valeur waarde intensita "
    "valore punteggio wartosc wynik ocena nasilenie puntuacion pontuacao intensidade",
    Role.MEASURE: "measure measurement metric item symptom symptoms tracker variable question "
    "parameter category type name_of_measure what indicator symptome sintoma sintomo symptoom "
    "objaw",
    Role.SITE: "site sites region regions where zone zones bodypart ort lokalisation body area",
    Role.SESSION: "session sessions massage treatment behandlung sitzung seance sesion therapy "
    "masaje massaggio massagem masaz",
    Role.SLEEP: "sleep schlaf sommeil sueno slaap sonno sono sen",
    Role.WAY: "interference",
    Role.NOTE: "note notes comment comments remark remarks notiz notizen bemerkung commentaire "
    "nota notas opmerking opmerkingen kommentar diary journal text uwagi notatki",
    Role.MEDICINE: "med meds medication medications medicine medicines tablet tablets painkiller "
    "painkillers drug drugs triptan triptans medikament medikamente schmerzmittel medicament "
    "medicamento medicamentos pijnstiller pijnstillers medicijn medicijnen pills pill farmaco "
    "farmaci lek leki",
    Role.PERSON: "user userid participant participantid subject subjectid patient patientid person "
    "personid client clientid respondent pid healthcode alias connectionid recordid",
    Role.PERSONAL: "name email mail phone address geohash latitude longitude lat lon lng gps city "
    "country postcode zip ip dob birthday age sex gender id uuid guid surname firstname lastname",
}
BY_WORD = {word: role for role, words in EXACT.items() for word in words.split()}
PAIN_WORD = re.compile(
    r"\b(?:pains?|painful|painfulness|(?:head|back|tooth|stomach|ear|neck|tummy|belly|muscle|joint)?"
    r"ach(?:e|es|ing|y)|sore|soreness|migraines?|cramps?|cramping|neuralgia|sciatica|hurts?|"
    r"hurting|nrs|nprs|vas|\w*schmerz\w*|douleurs?|dolor|dolores|\w*pijn\w*|dolore|dor|smerte[rn]?|smarta|"
    r"bol|bolu|боль|боли|болит|痛み|痛|いたみ|疼痛|통증|agri|ból|kipu|fajdalom|bolest|"
    r"bpi ?[3-6]|tenderness|arthralgia|myalgia|cefalea|kopfweh|"
    r"migranas?|emicranie?|migrena|enxaquecas?|"
    r"mal (?:di testa|di schiena|de tete|de dos))\b"
)
NOT_A_SCORE = re.compile(
    r"\b(?:locations?|sites?|where|area|areas|regions?|types?|kinds?|quality|descri\w+|med|meds|"
    r"medic\w+|tablets?|drugs?|relief|reliever|killers?|painkillers?|notes?|comments?|duration|"
    r"minutes?|mins?|hours?|hrs?|lasted|triggers?|causes?|positions?|interfer\w+|free|affected|"
    r"start(?:ed)?|end(?:ed)?|date|time|onset|got in|gets in|get in|in the way|treatment|"
    r"management|plan|coping|days|count|complete|changes?|remedies|remedy|helped|activit\w+)\b"
)


NAMED_END = re.compile(r"\b\d{1,3}\s?(?:=|:|is|means)\s?[^\d,;()]+", re.IGNORECASE)


def words_of(heading: str) -> str:
    """A heading in plain lower-case words; camelCase and under_scores are taken apart."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(re.findall(r"[^\W_]+|#", plain(apart)))


def is_pain(text: str) -> bool:
    """Whether a heading or the name of a symptom is about how bad a pain is."""
    text = re.sub(r"\([^)]*\)", " ", text)
    words, without_ends = words_of(text), words_of(NAMED_END.sub(" ", text))
    of_a_quiz = words.startswith(("points ", "feedback "))
    return bool(PAIN_WORD.search(words)) and not (NOT_A_SCORE.search(without_ends) or of_a_quiz)


def role_of(heading: str) -> Role | None:
    """The role a heading announces, or None when it says nothing known."""
    words = words_of(re.sub(r"\([^)]*\)", " ", heading))
    if not words:
        return Role.PAIN if _is_pain_scale(heading) else None
    joined = words.replace(" ", "")
    for text in (words, joined):
        if text in BY_WORD:
            return BY_WORD[text]
    return _role_of_phrase(words)


def _is_pain_scale(heading: str) -> bool:
    """Whether a heading is nothing but a pain scale in brackets."""
    return bool(PAIN_WORD.search(words_of(heading)))


PHRASES: tuple[tuple[Role, str], ...] = (
    (Role.PERSONAL, r"\b(e ?mail|birth|born|dob|geohash|latitude|longitude|address|phone|postcode|"
                    r"first name|last name|full name|surname|user ?name|ip address|signature)\b"),
    (Role.PERSON, r"\b(user|participant|subject|patient|respondent|client|person|record) "
                  r"?(id|code|number|no|nr|name)\b"),
    (Role.WEEKDAY, r"\b(day of (the )?week|week ?day)\b"),
    (Role.CLOCK, r"^(time of (the )?(day|entry)|(start|entry|log) time|clock time|local time|"
                 r"time ?slot)$"),
    (Role.MEDICINE, r"\b(extra tablets?|pain ?killers?|pain ?relie(f|vers?) (taken|used)|"
                    r"(medications?|medicines?|meds|tablets?|drugs?) (taken|used|today))\b"),
    (Role.NOTE, r"\b(notes?|comments?|remarks?|anything else)\b"),
    (Role.SITE, r"\b((pain|body|symptom) (locations?|sites?|areas?|regions?|parts?)|"
                r"where (does|did|is|was|do) .*|body ?parts?|locations?|pain where)\b"),
    (Role.WAY, r"\b(interfer\w*|(got|gets|get|getting) in (the|your|my) way|in the way)\b"),
    (Role.SESSION, r"\b(massage|(therapy|treatment) (session|today|day)|session)\b"),
    (Role.SLEEP, r"\b(sleep|slept)\b"),
    (Role.DATE, r"\b(date|datum|fecha|timestamp|datetime|start time|time ?stamp|started|"
                r"created|recorded|logged|created at|(which|what) day)\b"),
)  # fmt: skip
COMPILED = tuple((role, re.compile(pattern)) for role, pattern in PHRASES)


def _role_of_phrase(words: str) -> Role | None:
    """The role of a longer heading, such as a question."""
    if is_pain(words):
        return Role.PAIN
    for role, pattern in COMPILED:
        if pattern.search(words):
            return role
    tokens = set(words.split())
    value = {word for word in tokens if BY_WORD.get(word) is Role.VALUE}
    return Role.VALUE if value and tokens <= FILLER | value else None


def qualifiers(heading: str) -> frozenset[str]:
    """The words of a pain heading that say which pain: "worst", "morning", "knee"."""
    words = words_of(re.sub(r"\([^)]*\)", " ", heading)).split()
    return frozenset(word for word in words if word not in FILLER and not word.isdigit())
