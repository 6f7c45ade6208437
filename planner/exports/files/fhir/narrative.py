"""Words of a resource for a person who reads it, as XHTML; and what no text may hold."""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from planner.words import Language, in_language

XHTML = "http://www.w3.org/1999/xhtml"
# What XML 1.0 has no place for, and the blank of no width, which would be a text without words.
NOT_WRITTEN = re.compile("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\u200b")


class Block(NamedTuple):
    """Some lines under a heading, which may be empty."""

    title: str
    lines: tuple[str, ...]


def narrative(blocks: Iterable[Block], language: Language) -> dict[str, str]:
    """The blocks as a narrative; every word of it is escaped."""
    inside = "".join(_block(one, language) for one in blocks if any(one.lines))
    code = escape(language.code)
    div = f'<div xmlns="{XHTML}" lang="{code}" xml:lang="{code}">{inside}</div>'
    return {"status": "generated", "div": div}


def _block(one: Block, language: Language) -> str:
    lines = [_said(line, language) for line in one.lines if line]
    title = f"<p><b>{_said(one.title, language)}</b></p>" if one.title else ""
    if len(lines) == 1:
        return f"{title}<p>{lines[0]}</p>"
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"{title}<ul>{items}</ul>"


def _said(words: str, language: Language) -> str:
    return escape(cleaned(in_language(words, language)))


def cleaned(text: str) -> str:
    """A text without what no document may hold."""
    return NOT_WRITTEN.sub("", text)


def filled(value: object) -> object:
    """A resource without empty texts, lists and objects, and each text cleaned."""
    if isinstance(value, str):
        return cleaned(value).strip()
    if isinstance(value, dict):
        kept = {key: filled(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if not _is_empty(part)}
    if isinstance(value, (list, tuple)):
        return [part for part in map(filled, value) if not _is_empty(part)]
    return value


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})
