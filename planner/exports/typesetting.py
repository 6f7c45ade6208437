"""Typst: a page as a value becomes a PDF, tagged, reproducible, never lost to a missing letter."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from planner.model.errors import ExportError, Problem
from planner.model.vocabulary import Locale

TEMPLATES = Path(__file__).parent / "templates"
LETTER = (Locale.US, Locale.CA)
FONT_PACKAGE = "font_source_sans_pro"
PLAIN = "Some letters may not show in every reader: this file is not a full PDF/UA file."


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
        # A page is a tree of dataclasses: `vars` is what each holds.
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, default=vars)},
        pdf_standards=["ua-1"] if accessible else [],
    )
    return made


@cache
def _fonts(*, with_the_computers: bool) -> typst.Fonts:
    """The handout's typeface; where it is not installed, typst's own serif."""
    found = find_spec(FONT_PACKAGE)
    folders = [str(Path(found.origin).parent / "files")] if found and found.origin else []
    return typst.Fonts(include_system_fonts=with_the_computers, font_paths=list(folders))
