"""The handout and the note as PDF: tagged, reproducible, and never lost to a missing letter."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from planner.exports.client_page import client_page
from planner.exports.note import NO_DIAGNOSIS, OWN_WORDS, Note
from planner.exports.therapist_pages import therapist_pages
from planner.exports.wording import breakable, day_in_words, hand_out_or_refuse
from planner.knowledge import Knowledge
from planner.model.errors import ExportError, Problem
from planner.model.plan import Plan
from planner.model.vocabulary import Locale

TEMPLATES = Path(__file__).parent / "templates"
LETTER = (Locale.US, Locale.CA)
FONT_PACKAGE = "font_source_sans_pro"
PLAIN = "Some letters may not show in every reader: this file is not a full PDF/UA file."


def plan_pdf(plan: Plan, knowledge: Knowledge) -> bytes:
    """The plan to take home; raises NotForHandout when it may not leave the screen."""
    hand_out_or_refuse(plan, "pdf")
    data = {
        "title": "Your plan",
        "date": date_parts(plan.on),
        "paper": paper_of(plan.locale),
        "small_print": [],
        "client": client_page(plan, knowledge),
        "therapist": therapist_pages(plan, knowledge),
    }
    return compiled("plan.typ", data)


def note_pdf(note: Note) -> bytes:
    """The note on paper, with room to sign."""
    data = {
        "date": date_parts(note.on),
        "day": day_in_words(note.on),
        "paper": paper_of(note.locale),
        "small_print": [],
        "disclaimer": NO_DIAGNOSIS,
        "answer": note.awaits_an_answer,
        "own_words": OWN_WORDS,
        "note": {**note.model_dump(mode="json"), "client": breakable(note.client)},
    }
    return compiled("note.typ", data)


def paper_of(locale: str) -> str:
    """The paper of the place, as typst calls it."""
    return "us-letter" if locale in LETTER else "a4"


def date_parts(day: date) -> list[int]:
    """A date as year, month and day."""
    return [day.year, day.month, day.day]


def compiled(template: str, data: Mapping[str, Any]) -> bytes:
    """PDF/UA-1; a plain tagged PDF with this computer's fonts when a letter has no font of ours."""
    try:
        return _typeset(template, data, accessible=True)
    except typst.TypstError:
        plain = {**data, "small_print": [PLAIN]}
    try:
        return _typeset(template, plain, accessible=False)
    except typst.TypstError as error:
        raise ExportError([Problem("pdf", f"cannot be made: {error.args[0]}")]) from error


def _typeset(template: str, data: Mapping[str, Any], *, accessible: bool) -> bytes:
    """One run of typst; the text goes in as data, never as markup."""
    made: bytes = typst.compile(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=_fonts(with_the_computers=not accessible),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"] if accessible else [],
    )
    return made


@cache
def _fonts(*, with_the_computers: bool) -> typst.Fonts:
    """The handout's typeface; where it is not installed, typst's own serif."""
    found = find_spec(FONT_PACKAGE)
    folders = [str(Path(found.origin).parent / "files")] if found and found.origin else []
    return typst.Fonts(include_system_fonts=with_the_computers, font_paths=list(folders))
