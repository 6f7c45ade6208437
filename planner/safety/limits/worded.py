"""What bounds a clinician's words name, in English and in Spanish; what is unsure is not read.

A reading is the least that is named, of a range its upper end, or nothing. What stands right
behind a no, an "at least" or the like is not read, nor is a form that is not in the tables below.
A bound holds 10 to 180 minutes and 7 sessions a week: what is named beyond binds as the nearest.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planner.model.vocabulary import Pressure

LEAST_MINUTES, MOST_MINUTES, MOST_A_WEEK = 10, 180, 7.0

COUNTS: Mapping[str, float] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
}  # fmt: skip
ONCE: Mapping[str, float] = {"once": 1, "twice": 2}
EVERY: Mapping[str, float] = {"other": 2, "second": 2, "third": 3, "fourth": 4}
NUMBERS: Mapping[str, float] = {**COUNTS, **ONCE, **EVERY}
MINUTES: Mapping[str, int] = {
    "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45,
    "sixty": 60, "ninety": 90,
    "diez": 10, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40,
    "cuarenta y cinco": 45, "sesenta": 60, "noventa": 90,
}  # fmt: skip
HOURS: Mapping[str, int] = {
    "half an hour": 30, "half a hour": 30, "half hour": 30, "half-hour": 30, "1/2 hour": 30,
    "½ hour": 30, "quarter of an hour": 15, "quarter hour": 15, "quarter-hour": 15,
    "an hour": 60, "one hour": 60, "one-hour": 60, "1 hour": 60, "1-hour": 60,
    "media hora": 30, "cuarto de hora": 15, "una hora": 60, "1 hora": 60,
}  # fmt: skip
WEEKS: Mapping[str, int] = {
    "week": 1, "weeks": 1, "fortnight": 2, "month": 4, "months": 4,
    "semana": 1, "semanas": 1, "quince días": 2, "quince dias": 2, "15 días": 2, "15 dias": 2,
    "quincena": 2, "mes": 4, "meses": 4,
}  # fmt: skip
WEEKLY: Mapping[str, int] = {
    "weekly": 1, "fortnightly": 2, "monthly": 4,
    "semanal": 1, "semanales": 1, "semanalmente": 1, "quincenal": 2, "quincenales": 2,
    "quincenalmente": 2, "mensual": 4, "mensuales": 4, "mensualmente": 4,
}  # fmt: skip
PRESSURES: Mapping[str, Pressure] = {
    **dict.fromkeys(
        ("light", "lightly", "gentle", "gently", "soft", "softly", "suave", "suaves", "suavemente",
         "ligera", "ligero", "ligeras", "ligeros", "ligeramente", "leve"),
        Pressure.LIGHT,
    ),
    **dict.fromkeys(
        ("moderate", "medium", "moderada", "moderado", "moderadas", "presión media"),
        Pressure.MODERATE,
    ),
}  # fmt: skip


def _any_of(words: Mapping[str, object]) -> str:
    """A pattern for these words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_ALONE = r"(?<![\w-])(?<!\d[.,/:])"
_NUMBER = rf"\d{{1,3}}(?:[.,]\d)?|{_any_of(COUNTS)}"
_TO = r"\s*(?:-|–|\b(?:to|or|a|o)\b)\s*"
_MINUTES = re.compile(
    rf"{_ALONE}(?<!hour )(?<!hours )(?<!hour and )(?<!hours and )(?<!hora )(?<!horas )(?<!hora y )"
    rf"(?:\d{{1,3}}{_TO})?(\d{{1,3}}|{_any_of(MINUTES)})[\s-]*"
    r"(?:min(?:s|utes?|utos?)?\b|['’](?!\w))",
)
_HOURS = re.compile(
    rf"{_ALONE}({_any_of(HOURS)})\b(?!\s*(?:and|y)\s+(?:a |un |una )?(?:half|quarter|media|cuarto))"
    r"(?!\s*(?:and\s*)?\d)",
)
_OFTEN = re.compile(
    rf"{_ALONE}(?:(?:(?:{_NUMBER}|{_any_of(ONCE)}){_TO})?(?P<count>{_NUMBER}|{_any_of(ONCE)})"
    r"[\s-]*(?:x\b|×|times?\b|sessions?\b|visits?\b|vez\b|veces\b|sesi[oó]n(?:es)?\b|visitas?\b)?[\s-]*)?"
    rf"(?:(?:(?P<every>every|each|cada)|(?<!\w)(?:an?|per|in a|por|a la|al|a)(?!\w)|/)\s*"
    rf"(?:(?P<of>{_NUMBER}|{_any_of(EVERY)})\s+)?(?P<span>{_any_of(WEEKS)})"
    rf"|(?P<weekly>{_any_of(WEEKLY)}))\b",
)
_PRESSURE = re.compile(
    rf"{_ALONE}({_any_of(PRESSURES)})\b"
    r"(?!-?\s*headed|\s+of\b)(?!\s+(?:tissue|exercis|activit|dut(?:y|ies)|pain|dolor|ejercicio|actividad))"
    r"(?!(?:\s+(?:pressure|presi[oó]n))?\s+(?:is|are|was)(?:\s+not|n['’]t))",
)
_NOTHING_FIRM = re.compile(
    r"\b(?:no|not|nothing|without|nada|sin)\b(?:(?!\bbut\b|\bpero\b)[^.;,]){0,20}"
    r"\b(?:deep|firm|hard|fuerte|firme|profund[oa])\b",
)
_TAKEN_AWAY = re.compile(
    r"(?:\b(?:not|no|nor|nothing|never|without|avoid|isn['’]t|don['’]t|nunca|sin|nada|evitar|ni)"
    r"(?:\s+(?:too|very|so|just|only|any|the|an?|be|to|with|in|of|use|muy|tan|solo|de|la|con|es"
    r"|presi[oó]n))*"
    r"|\bat least|\bminimum(?: of)?|\bno[t]? (?:less|shorter|fewer|lighter) than"
    r"|\b(?:al|por lo) menos|\bm[ií]nimo(?: de)?|\bno menos de"
    r"|\b(?:more|más|mas|bi|semi|three|hundred|hundred and|quarters of)"
    r"|\bejercicios?|\bactividad(?:es)?)[\s-]*$",
)


class Reading(NamedTuple):
    """One bound that words name, and the least that they name of it."""

    bound: str
    read: int | float | Pressure


def readings(words: str) -> Iterator[Reading]:
    """Each bound that a clinician's words name, for sure."""
    words = " ".join(words.lower().split())
    if minutes := [*_minutes(words)]:
        yield Reading("minutes", max(LEAST_MINUTES, min(*minutes, MOST_MINUTES)))
    if often := [*_often(words)]:
        yield Reading("sessions_per_week", min(*often, MOST_A_WEEK))
    if firmest := [*_pressures(words)]:
        yield Reading("pressure", Pressure.lightest(firmest))


def _named(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    """Where a form stands that nothing before it takes away."""
    for found in pattern.finditer(words):
        if not _TAKEN_AWAY.search(words[: found.start()]):
            yield found


def _minutes(words: str) -> Iterator[int]:
    for found in _named(_MINUTES, words):
        named = found[1]
        yield MINUTES[named] if named in MINUTES else int(named)
    yield from (HOURS[found[1]] for found in _named(_HOURS, words))


def _often(words: str) -> Iterator[float]:
    """How often a week: a count stands before it, or it is "every" or "weekly" by itself."""
    for found in _named(_OFTEN, words):
        weekly = found["weekly"]
        weeks = WEEKLY[weekly] if weekly else WEEKS[found["span"]]
        count = _number(found["count"] or ("one" if weekly or found["every"] else "0"))
        every = _number(found["of"] or "one")
        if count and every:
            yield count / (every * weeks)


def _pressures(words: str) -> Iterator[Pressure]:
    yield from (PRESSURES[found[1]] for found in _named(_PRESSURE, words))
    if _NOTHING_FIRM.search(words):
        yield Pressure.MODERATE


def _number(form: str) -> float:
    return NUMBERS[form] if form in NUMBERS else float(form.replace(",", "."))
