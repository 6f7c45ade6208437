"""Typst: a page as a value becomes a PDF, tagged, reproducible, never lost to a missing letter."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from planner.exports.letterhead import letterhead
from planner.exports.paper.said_in_typst import said_in
from planner.model.errors import ExportError, Problem
from planner.model.phrase import Message
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Locale
from planner.words import Language, in_language, say

TEMPLATES = Path(__file__).parent / "templates"
LETTER = (Locale.US, Locale.CA)
FONT_PACKAGE = "font_source_sans_pro"
PLAIN = say("Some letters may not show in every reader: this file is not a full PDF/UA file.")


def paper_of(locale: str) -> str:
    """The paper of the place, as typst calls it."""
    return "us-letter" if locale in LETTER else "a4"


def date_parts(day: date) -> list[int]:
    """A date as year, month and day."""
    return [day.year, day.month, day.day]


def compiled(
    template: str, data: Mapping[str, Any], language: Language, practice: Practice = NOT_SET
) -> bytes:
    """The data in a language, laid out as PDF/UA-1 under the head of the practice.

    Where a letter has no font of ours: a plain tagged PDF with this computer's fonts.
    """
    ours = {"words": _words(language), "lang": language.locale.language}
    said = {**in_language({**data, "head": letterhead(practice)}, language), **ours}
    try:
        return _typeset(template, said, accessible=True)
    except typst.TypstError:
        plain = {**said, "small_print": [in_language(PLAIN, language)]}
    try:
        return _typeset(template, plain, accessible=False)
    except typst.TypstError as error:
        what = say("cannot be made: {why}", why=error.args[0])
        raise ExportError([Problem("pdf", what)]) from error


@cache
def _words(language: Language) -> dict[str, str]:
    """What the templates say themselves, in a language; they are written in the source language."""
    if language.is_source:
        return {}
    said = {one for path in TEMPLATES.glob("*.typ") for _, one in said_in(path.read_text("utf-8"))}
    return {one: language.says(Message("", one), {}) for one in said}


def painted(template: str, data: Mapping[str, Any]) -> bytes:
    """The data laid out as one picture (PNG), in the source language; a point is a dot."""
    return _set(template, {"words": {}, **data}, {"format": "png", "ppi": 72})


def _typeset(template: str, data: Mapping[str, Any], *, accessible: bool) -> bytes:
    """The data laid out as PDF; where it need not be accessible, with this computer's fonts too."""
    standards = ["ua-1"] if accessible else []
    return _set(template, data, {"pdf_standards": standards}, fonts=not accessible)


def _set(
    template: str, data: Mapping[str, Any], how: Mapping[str, Any], *, fonts: bool = False
) -> bytes:
    """One run of typst; the text goes in as data, never as markup."""
    made: bytes = typst.compile(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=_fonts(with_the_computers=fonts),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, default=_plain)},
        **how,
    )
    return made


def _plain(value: object) -> object:
    """What a page holds, for JSON: a date in its usual form, a value by its fields."""
    return value.isoformat() if isinstance(value, date) else vars(value)


@cache
def _fonts(*, with_the_computers: bool) -> typst.Fonts:
    """The handout's typeface; where it is not installed, typst's own serif."""
    found = find_spec(FONT_PACKAGE)
    folders = [str(Path(found.origin).parent / "files")] if found and found.origin else []
    return typst.Fonts(include_system_fonts=with_the_computers, font_paths=list(folders))
