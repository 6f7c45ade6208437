"""What fills a message, formatted as a language writes it: numbers, dates, lists, words."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, Protocol

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

from planner.model.phrase import Phrase

Style = Literal["or", "standard"]


class Speaker(Protocol):
    """A language, as far as a fill needs one."""

    @property
    def locale(self) -> Locale:
        """Whose marks its numbers have."""

    def dated(self, day: date, pattern: str) -> str:
        """A day as the language writes one of our patterns."""

    def listed(self, parts: list[str], style: Style) -> str:
        """Some words as the language lists them."""

    def between(self, parts: str) -> str:
        """What the language writes between parts where English writes this."""

    def set_apart(self, words: str) -> str:
        """Words of somebody else, which may run the other way."""


DATES = {
    "": "d MMMM y",
    "weekday": "EEEE d MMMM y",
    "short": "d MMM",
    "day": "EEE d MMM",
    "near": "d MMMM",
    "near-weekday": "EEE d MMMM",
    "month": "MMMM y",
    "short-month": "MMM y",
    "short-year": "d MMM y",
    "weekday-only": "EEEE",
    "short-weekday": "EEE",
    "month-only": "LLLL",
    "short-month-only": "LLL",
    "year-only": "y",
}
SEPARATED = {
    "semicolons": "; ",
    "commas": ", ",
    "spaces": " ",
    "stops": ". ",
    "dots": " · ",
    "lines": "\n",
}
PLAIN = (str, int)
MARKS = tuple(one for one in SEPARATED.values() if one.strip())  # a language may have others
STOPS = (".", "!", "?")
ENDS = (".", "!", "?", "…", ":")


class Filled:
    """One fill of a message in one language; `str.format` asks it for its words."""

    __slots__ = ("speaker", "value")

    def __init__(self, value: Any, speaker: Speaker) -> None:
        self.value, self.speaker = value, speaker

    def __format__(self, how: str) -> str:
        """The words of the fill; `how` is what stands behind the colon."""
        value = self.value
        if isinstance(value, str):
            return self._apart(value, _words(value, how))
        if isinstance(value, date):
            return self.speaker.dated(value, DATES[how])
        if isinstance(value, int | float):
            return number(value, how, self.speaker.locale)
        parts = [
            one if isinstance(one, Phrase) else f"{Filled(one, self.speaker)}" for one in value
        ]
        return _list([part for part in parts if part], how, self.speaker)

    def _apart(self, value: str, words: str) -> str:
        return words if isinstance(value, Phrase) else self.speaker.set_apart(words)


def reads_as_it_is(value: Any) -> bool:
    """Whether every language writes this fill as Python does."""
    return isinstance(value, PLAIN)


def number(value: float, how: str, locale: Locale) -> str:
    """A number as Python's format mini-language has it, with the language's own marks."""
    return format(value, how).translate(_marks(locale))


@cache
def _marks(locale: Locale) -> dict[int, str]:
    """The marks that stand for Python's point and comma."""
    return str.maketrans({".": get_decimal_symbol(locale), ",": get_group_symbol(locale)})


def _words(words: str, how: str) -> str:
    form = FORMS.get(how)
    return form(words) if form else format(words, how)


def _sentence(words: str) -> str:
    words = words.strip()
    return words[:1].upper() + words[1:] + ("" if words.endswith(ENDS) else ".")


def _first(words: str) -> str:
    first, stop, _ = words.partition(". ")
    return first + stop.rstrip()


def _lowered(words: str) -> str:
    """A name as it stands inside a sentence; one that is all capitals, or no first word, stays."""
    first, space, rest = words.partition(" ")
    return (first if first.isupper() and len(first) > 1 else first.lower()) + space + rest


FORMS: Mapping[str, Callable[[str], str]] = {
    "lower": lambda words: words[:1].lower() + words[1:],
    "all-lower": _lowered,
    "flat": str.lower,
    "upper": str.upper,
    "capital": lambda words: words[:1].upper() + words[1:],
    "sentence": _sentence,
    "stopped": lambda words: words if words.endswith(STOPS) else f"{words}.",
    "first-sentence": lambda words: words.split(". ")[0].rstrip("."),
    "first": _first,
    "after-first": lambda words: words.partition(". ")[2],
    "no-remark": lambda words: words.partition(" (")[0],
    "no-stop": lambda words: words.rstrip("."),
}


def _list(parts: list[str], how: str, speaker: Speaker) -> str:
    if how in SEPARATED:
        return speaker.between(SEPARATED[how]).join(parts)
    return speaker.listed(parts, "or" if how == "or" else "standard") if parts else ""
