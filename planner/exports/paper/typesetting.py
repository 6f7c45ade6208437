"""Typst: a page as a value becomes a PDF, tagged, reproducible, never lost to a missing letter."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import typst

from planner.exports.letterhead import letterhead
from planner.exports.paper import typeface
from planner.exports.paper.said_in_typst import said_in
from planner.model.errors import ExportError, Problem
from planner.model.phrase import Message, Phrase
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Locale
from planner.words import Language, in_language, not_yet_read, say

TEMPLATES = Path(__file__).parent / "templates"
LETTER = (Locale.US, Locale.CA)


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

    Raises ExportError, with the letters, where neither the bundled typefaces nor this computer's
    can show one: an empty box is never printed.
    """
    ours = {
        "words": _words(language),
        "lang": language.locale.language,
        "dir": language.direction,
        "comma": language.between(", "),
    }
    small = [*data.get("small_print", ()), *not_yet_read(language)]
    told = {**data, "head": letterhead(practice), "small_print": small}
    said = {**in_language(told, language), **ours}
    try:
        return _as_pdf(template, said)
    except typst.TypstError as error:
        if not typeface.unshown(error.diagnostic):
            raise _refused(error) from error
    try:
        return _as_pdf(template, said, with_the_computers=True)
    except typst.TypstError as error:
        raise _refused(error) from error


def _refused(error: typst.TypstError) -> ExportError:
    """Why a paper cannot be made."""
    letters = typeface.unshown(error.diagnostic)
    if not letters:
        return ExportError([Problem("pdf", say("cannot be made: {why}", why=error.message))])
    return ExportError([Problem("pdf", _without_typeface(letters))])


def _without_typeface(letters: tuple[str, ...]) -> Phrase:
    """Which letters no typeface has, and what helps."""
    shown = " ".join(letters)
    if typeface.needs_han(letters):
        return say(
            "has letters that no typeface here can show: {letters}. For Chinese, Japanese and"
            " Korean: pip install -r requirements-cjk.txt",
            letters=shown,
        )
    return say(
        "has letters that no typeface here can show: {letters}."
        " Please write them in other letters.",
        letters=shown,
    )


@cache
def _words(language: Language) -> dict[str, str]:
    """What the templates say themselves, in a language; they are written in the source language."""
    if language.is_source:
        return {}
    said = {one for path in TEMPLATES.glob("*.typ") for _, one in said_in(path.read_text("utf-8"))}
    return {one: language.says(Message("", one), {}) for one in said}


def painted(template: str, data: Mapping[str, Any]) -> bytes:
    """The data laid out as one picture (PNG), in the source language; a point is a dot."""
    how = {"format": "png", "ppi": 72}
    return _set(template, {"words": {}, "lang": "en", **data}, how, typeface.bundled())


def _as_pdf(template: str, data: Mapping[str, Any], *, with_the_computers: bool = False) -> bytes:
    """The data laid out as PDF/UA-1."""
    fonts = typeface.bundled(with_the_computers=with_the_computers)
    return _set(template, data, {"pdf_standards": ["ua-1"]}, fonts)


def _set(
    template: str, data: Mapping[str, Any], how: Mapping[str, Any], fonts: typst.Fonts
) -> bytes:
    """One run of typst; the text goes in as data, never as markup."""
    said = {"fonts": typeface.families(data["lang"]), **data}
    made, told = typst.compile_with_warnings(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=fonts,
        sys_inputs={"data": json.dumps(said, ensure_ascii=False, default=_plain)},
        **how,
    )
    unknown = [one.message for one in told if "font family" in one.message]
    if unknown:
        raise ExportError([Problem(template, say("cannot be made: {why}", why=unknown[0]))])
    return bytes(made)


def _plain(value: object) -> object:
    """What a page holds, for JSON: a date in its usual form, a value by its fields."""
    return value.isoformat() if isinstance(value, date) else vars(value)
