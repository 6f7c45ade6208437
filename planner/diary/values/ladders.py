"""Ladders of severity words, such as none, mild, moderate, severe: a step is a score."""

import re

from planner.diary.values.lexicon import is_nothing, plain

Ladder = tuple[str, ...]

LADDERS: tuple[Ladder, ...] = (
    ("none", "mild", "moderate", "severe"),
    ("none", "low", "medium", "high"),
    ("none", "mild", "moderate", "severe", "unbearable"),
    ("none", "mild", "moderate", "severe", "very severe"),
    ("none", "low", "medium", "high", "very high"),
    ("none", "very low", "low", "medium", "high", "very high"),
    ("none", "very mild", "mild", "moderate", "severe", "very severe"),
    ("none", "mild", "moderate", "severe", "very severe", "unbearable"),
    ("none", "mild", "discomforting", "distressing", "horrible", "excruciating"),
    ("\U0001f600", "\U0001f642", "\U0001f610", "\U0001f641", "\U0001f622"),
)
MOODS: tuple[Ladder, ...] = (
    ("rad", "good", "meh", "bad", "awful"),
    ("super", "gut", "ok", "schlecht", "lausig"),
    ("good", "ok", "bad"),
)
SAME_WORD = {
    "no pain": "none", "pain free": "none", "pain-free": "none", "nothing": "none", "no": "none",
    "not present": "none", "notpresent": "none", "absent": "none", "nil": "none", "zero": "none",
    "slight": "mild", "light": "mild", "a little": "mild", "minor": "mild", "weak": "mild",
    "very slight": "very mild", "very light": "very mild", "some": "moderate", "bad": "severe",
    "strong": "severe", "intense": "severe", "very bad": "very severe", "extreme": "very severe",
    "very strong": "very severe", "worst": "unbearable", "worst possible": "unbearable",
    "worst imaginable": "unbearable", "intolerable": "unbearable",
    "keine": "none", "kein": "none", "keine schmerzen": "none", "leicht": "mild",
    "schwach": "mild", "mittel": "moderate", "massig": "moderate", "stark": "severe",
    "sehr stark": "very severe", "unertraglich": "unbearable", "aucune": "none",
    "aucun": "none", "legere": "mild", "faible": "mild", "moderee": "moderate",
    "forte": "severe", "severe pain": "severe", "ninguno": "none", "sin dolor": "none",
    "leve": "mild", "moderado": "moderate", "fuerte": "severe", "severo": "severe",
    "geen": "none", "geen pijn": "none", "licht": "mild", "matig": "moderate",
    "ernstig": "severe", "mild pain": "mild", "moderate pain": "moderate", "med": "medium",
    "nein": "none", "nee": "none", "non": "none", "nao": "none", "nie": "none", "rien": "none",
    "pas de douleur": "none", "leger": "mild", "modere": "moderate", "fort": "severe",
    "tres forte": "very severe", "tres fort": "very severe", "nada": "none", "ninguna": "none",
    "moderada": "moderate", "severa": "severe", "intenso": "severe", "intensa": "severe",
    "muy fuerte": "very severe", "hevig": "severe", "nessuno": "none", "nessuna": "none",
    "nessun dolore": "none", "niente": "none", "lieve": "mild", "moderato": "moderate",
    "moderata": "moderate", "grave": "severe", "molto forte": "very severe", "brak": "none",
    "bez bolu": "none", "brak bolu": "none", "lekki": "mild", "lekka": "mild", "lekkie": "mild",
    "umiarkowany": "moderate", "umiarkowana": "moderate", "umiarkowane": "moderate",
    "sredni": "moderate", "silny": "severe", "silna": "severe", "silne": "severe",
    "bardzo silny": "very severe", "nenhuma": "none", "nenhum": "none", "sem dor": "none",
    "ligeira": "mild", "muito forte": "very severe",
}  # fmt: skip
SAME_DAY = {"okay": "ok", "fine": "ok", "so so": "ok", "average": "ok", "great": "good"}
SAME_FACE = {
    face: step
    for step, faces in zip(
        LADDERS[-1],
        (
            "\U0001f600\U0001f603\U0001f604\U0001f601\U0001f606\U0001f929",
            "\U0001f642\U0001f60a\U0001f60c\U0001f643",
            "\U0001f610\U0001f611\U0001f636\U0001f615",
            "\U0001f641\u2639\U0001f61f\U0001f61e\U0001f614\U0001f616",
            "\U0001f622\U0001f62d\U0001f62b\U0001f629\U0001f623\U0001f630",
        ),
        strict=True,
    )
    for face in faces
}
APPLE = "hkcategoryvalueseverity"
FEWEST_WORDS, MOST_WORDS = 2, 9  # of a column of its own, whose order may be asked
HALF = 0.5  # of the words: a diary of moods has names of its own for the others
BETWEEN = re.compile(r"\s*(?:-|\u2013|/|\bto\b|\bbis\b)\s*")


def ladder_of(texts: tuple[str, ...]) -> Ladder | None:
    """The first published ladder of severity words that has every word used (two at least)."""
    filled = {text for text in texts if not is_nothing(text)}
    words = {part for text in filled for part in _parts(text)}
    if not words or words == {"none"}:
        return None
    moods = {_mood(text) for text in filled}
    known = [ladder for ladder in LADDERS if words <= set(ladder)]
    known += [ladder for ladder in MOODS if moods <= set(ladder) and moods != {"bad"}]
    return next(iter(known), None) or _moods_of(moods)


def _moods_of(words: set[str]) -> Ladder | None:
    """The moods that half of many words are; of few words the order is asked, so none is lost."""
    if len(words) <= MOST_WORDS:
        return None
    fitting = (moods for moods in MOODS[:2] if len(words & set(moods)) >= HALF * len(words))
    return next(fitting, None)


def rung(text: str, ladder: Ladder | None) -> float:
    """The place of a word on a ladder, between two words the middle; NaN when it is not on it."""
    if not ladder:
        return float("nan")
    words = [_mood(text)] if ladder in MOODS else _parts(text)
    places = [ladder.index(word) for word in words if word in ladder]
    return sum(places) / len(places) if places and len(places) == len(words) else float("nan")


def is_none(text: str) -> bool:
    """Whether a text says in words that there was no pain."""
    return _ladder_word(text) == "none"


def names_a_level(text: str) -> bool:
    """Whether a text is a word of severity."""
    word = _ladder_word(text)
    return any(word in ladder for ladder in LADDERS)


def _parts(text: str) -> list[str]:
    """The severity words of a text: one, or two where it says "mild to moderate"."""
    whole = _ladder_word(text)
    halves = [_ladder_word(part) for part in BETWEEN.split(text) if part.strip()]
    known = all(names_a_level(part) for part in halves)
    return halves if len(halves) > 1 and known and not names_a_level(text) else [whole]


def _ladder_word(text: str) -> str:
    """A severity word in its standard form."""
    face = text.strip()[:1]
    if face in SAME_FACE:
        return SAME_FACE[face]
    word = " ".join(plain(text).replace("_", " ").removeprefix(APPLE).split())
    return SAME_WORD.get(word, word)


def _mood(text: str) -> str:
    """A word of moods and of days in its standard form."""
    word = " ".join(plain(text).split()).removesuffix(" day")
    return SAME_DAY.get(word, word)
