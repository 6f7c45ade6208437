"""The languages of the program: a catalogue of messages, and how each writes dates and numbers."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from planner.model.errors import Problem, WordsError
from planner.model.phrase import Message
from planner.model.vocabulary import Locale as Country
from planner.words.fills import Filled, Style, reads_as_it_is
from planner.words.pseudo import accented, leftward

Direction = Literal["ltr", "rtl"]

CATALOGUES = Path(__file__).parent / "catalogues"
TEMPLATE = CATALOGUES / "planner.pot"
SOURCE_CODE = "en"
PSEUDO = "en-XA"  # every letter accented: what stays plain is in no catalogue
LEFTWARD = "ar-XB"  # in Arabic letters: what was laid out for one direction only stands wrong
MADE_UP = {PSEUDO: accented, LEFTWARD: leftward}  # none is offered to anybody
# Arabic has no short names of days but their first letters: as its translator would write it.
PATTERNS = {LEFTWARD: {"EEE": "EEEEE", "EEE d MMM": "EEEE d MMM"}}
# "a, b and c"; 23 November 2026; 7 Sep. Spanish of the Americas, with the figures of the US
WRITTEN = {SOURCE_CODE: "en_CA", PSEUDO: "en_CA", LEFTWARD: "ar_AE", "es": "es_US"}
VARIANTS = {Country.EU: "ES", Country.UK: "ES", Country.IE: "ES"}  # es-ES, as Europe has it
HEADER = 12  # lines of a catalogue that may name who read it
CLINICIAN = re.compile(r"(?:#.*\n)*?# Clinician: (?P<name>.+)")
NOBODY_YET = "nobody yet"
PATTERN = "how a date is written"
BETWEEN = "between parts"
NUMBER_IN_GROUPS = re.compile(r"\+?\d+(?:[ \u00a0]\d+)+")  # of a telephone: its order is one
FORMED = re.compile(r"\{\w+:")  # a fill whose form the message names
SEVERAL = 2


@dataclass(frozen=True, eq=False)
class Language:
    """One language; `is_source` where messages are said as they are written in the program.

    `clinician`: who read the catalogue as a native, named in its header; empty while nobody did.
    """

    code: str
    locale: Locale
    catalogue: NullTranslations
    clinician: str = ""

    @property
    def is_source(self) -> bool:
        """Whether nothing has to be said again."""
        return self.code == SOURCE_CODE

    @cached_property
    def is_leftward(self) -> bool:
        """Whether its lines run from right to left."""
        return self.locale.text_direction == "rtl"

    @property
    def direction(self) -> Direction:
        """Where its lines run, as HTML and typst call it."""
        return "rtl" if self.is_leftward else "ltr"

    def says(self, message: Message, fill: Mapping[str, Any]) -> str:
        """The words of a message with its fill."""
        words = self.template(message, fill)
        if self.is_leftward:
            words = NUMBER_IN_GROUPS.sub("\u2066\\g<0>\u2069", words)
        elif fill and not FORMED.search(words) and all(map(reads_as_it_is, fill.values())):
            return words.format_map(fill)
        if not fill:
            return words
        filled = {name: Filled(value, self) for name, value in fill.items()}
        return words.format_map(filled)

    def template(self, message: Message, fill: Mapping[str, Any]) -> str:
        """A message before it is filled."""
        context, one, many = message
        if many:
            return self.catalogue.ngettext(one, many, _counted(fill["number"]))
        if self.is_source:
            return one
        return self.catalogue.pgettext(context, one) if context else self.catalogue.gettext(one)

    def between(self, parts: str) -> str:
        """What the language writes between parts where English writes this: a comma, a dot."""
        return self.catalogue.pgettext(BETWEEN, parts) if parts.strip() else parts

    def set_apart(self, words: str) -> str:
        """Words that somebody typed, which keep their direction among words that run leftward."""
        return f"\u2068{words}\u2069" if self.is_leftward and words else words

    def dated(self, day: date, ours: str) -> str:
        """A day as the language writes our pattern; one made up puts its names into its letters."""
        if put := MADE_UP.get(self.code):
            pattern = PATTERNS.get(self.code, {}).get(ours, ours)
            return put(format_date(day, pattern, locale=self.locale))
        pattern = ours if self.is_source else self.catalogue.pgettext(PATTERN, ours)
        return format_date(day, pattern, locale=self.locale)

    def listed(self, parts: list[str], style: Style) -> str:
        """Some words as the language lists them; one made up has its letters in what joins them."""
        put = MADE_UP.get(self.code)
        if not put:
            return format_list(parts, style=style, locale=self.locale)
        places = [f"{{{place}}}" for place in range(len(parts))]
        return put(format_list(places, style=style, locale=self.locale)).format(*parts)


SOURCE = Language(SOURCE_CODE, Locale.parse(WRITTEN[SOURCE_CODE]), NullTranslations())
CATALOGUED = tuple(sorted(path.stem for path in CATALOGUES.glob("*.po")))


def base_of(code: str) -> str:
    """The language that a regional variant is one of, where it has a catalogue; else empty."""
    base, dash, _ = code.partition("-")
    return base if dash and base in CATALOGUED else ""


LANGUAGES = (SOURCE_CODE, *(code for code in CATALOGUED if not base_of(code)))


@cache
def language(code: str) -> Language:
    """A language by its code; raises WordsError with the known ones."""
    if code == SOURCE_CODE:
        return SOURCE
    if code in MADE_UP:
        return Language(code, Locale.parse(WRITTEN[code]), _compiled(_made_up(MADE_UP[code])))
    if code not in CATALOGUED:
        known = ", ".join((SOURCE_CODE, *CATALOGUED))
        raise WordsError([Problem("language", f"'{code}' has no catalogue; known are {known}")])
    locale = Locale.parse(WRITTEN.get(code, code.replace("-", "_")))
    return Language(code, locale, _compiled(_written(code)), _clinician(code))


def spoken_in(code: str, country: Country) -> Language:
    """A language as the client's country has it: its regional variant where there is one."""
    variant = f"{code}-{VARIANTS.get(country, '')}"
    return language(variant if variant in CATALOGUED else code)


def _written(code: str) -> Catalog:
    """A catalogue; what a variant does not say otherwise, its language says."""
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        own = read_po(file)
    if not base_of(code):
        return own
    whole = _written(base_of(code))
    for one in own:
        if one.id and one.string:
            whole.delete(one.id, one.context)  # adding keeps the words that are there
            whole.add(one.id, one.string, context=one.context)
    return whole


def _clinician(code: str) -> str:
    """The clinician whom the header of a catalogue names."""
    with (CATALOGUES / f"{code}.po").open(encoding="utf-8") as file:
        found = CLINICIAN.match("".join(islice(file, HEADER)))
    name = found["name"].strip() if found else ""
    return "" if name == NOBODY_YET else name


def _counted(number: float) -> int:
    """The number that decides a plural form; a fraction takes the form of several."""
    return int(number) if number == int(number) else SEVERAL


def _compiled(catalogue: Catalog) -> GNUTranslations:
    packed = BytesIO()
    write_mo(packed, catalogue)
    packed.seek(0)
    return GNUTranslations(packed)


def _made_up(put: Callable[[str], str]) -> Catalog:
    """The template with every message put into other letters, as its own translation."""
    with TEMPLATE.open("rb") as file:
        catalogue = read_po(file, locale="en")
    for message in catalogue:
        if message.id and message.context != PATTERN:
            one = message.id
            message.string = put(one) if isinstance(one, str) else tuple(map(put, one))
    return catalogue
