"""Ladders of severity words, such as none, mild, moderate, severe: a step is a score."""

from planner.diary.values.lexicon import is_nothing, plain

LADDERS: tuple[tuple[str, ...], ...] = (
    ("none", "mild", "moderate", "severe"),
    ("none", "low", "medium", "high"),
    ("none", "mild", "moderate", "severe", "unbearable"),
    ("none", "mild", "moderate", "severe", "very severe"),
    ("none", "very mild", "mild", "moderate", "severe", "very severe"),
    ("none", "mild", "discomforting", "distressing", "horrible", "excruciating"),
)
MOODS: tuple[tuple[str, ...], ...] = (
    ("rad", "good", "meh", "bad", "awful"),
    ("super", "gut", "ok", "schlecht", "lausig"),
)
SAME_WORD = {
    "no pain": "none", "pain free": "none", "pain-free": "none", "nothing": "none", "no": "none",
    "slight": "mild", "light": "mild", "a little": "mild", "minor": "mild", "weak": "mild",
    "very slight": "very mild", "very light": "very mild", "some": "moderate", "bad": "severe",
    "strong": "severe", "intense": "severe", "very bad": "very severe", "extreme": "very severe",
    "very strong": "very severe", "worst": "unbearable", "worst possible": "unbearable",
    "worst imaginable": "unbearable", "intolerable": "unbearable",
    "keine": "none", "kein": "none", "leicht": "mild", "schwach": "mild", "mittel": "moderate",
    "massig": "moderate", "stark": "severe", "sehr stark": "very severe", "unertraglich":
    "unbearable", "aucune": "none", "legere": "mild", "faible": "mild", "moderee": "moderate",
    "forte": "severe", "severe pain": "severe", "ninguno": "none", "leve": "mild",
    "moderado": "moderate", "fuerte": "severe", "severo": "severe", "geen": "none",
    "licht": "mild", "matig": "moderate", "ernstig": "severe", "mild pain": "mild",
    "moderate pain": "moderate", "med": "medium",
}  # fmt: skip
HALF = 0.5  # of the words: a diary of moods has names of its own for the others


def ladder_of(texts: tuple[str, ...]) -> tuple[str, ...] | None:
    """The first published ladder of severity words that has every word used (two at least)."""
    filled = [text for text in texts if not is_nothing(text)]
    moods = _moods_of({plain(text) for text in filled})
    if moods:
        return moods
    words = {_ladder_word(text) for text in filled}
    if not words or words == {"none"}:
        return None
    return next((ladder for ladder in LADDERS if words <= set(ladder)), None)


def _moods_of(words: set[str]) -> tuple[str, ...] | None:
    """The moods that half of the words are; "bad" alone may as well be a severity."""
    if not words - {"bad"}:
        return None
    fitting = (moods for moods in MOODS if len(words & set(moods)) >= HALF * len(words))
    return next(fitting, None)


def rung(text: str, ladder: tuple[str, ...] | None) -> float:
    """The place of a word on a ladder; NaN when it is not on it."""
    word = plain(text) if ladder in MOODS else _ladder_word(text)
    return float(ladder.index(word)) if ladder and word in ladder else float("nan")


def _ladder_word(text: str) -> str:
    """A severity word in its standard form."""
    word = " ".join(plain(text).replace("_", " ").split())
    return SAME_WORD.get(word, word)
