"""The one place where words become markdown, as Streamlit's front end reads it.

Every element is handed words; what it draws of them is decided here (`ui/shell/elements.py`):

- what a person typed, a file held or a fact says stands as it is, letter for letter;
- of a message of ours (`Phrase`) `**`, `:small[ ]`, bullets and line breaks are ours; its fills
  are words again;
- what is `Marked` is markdown already: the few layouts below.

An entity (`&#42;`) is a letter that begins no markup. Streamlit reads the finished text once more,
for addresses, icons, emoji and arrows; there a letter is kept apart, in a `:color[ ]` of no colour.
"""

import re
from collections.abc import Iterable
from string import Formatter

from planner.model.phrase import Phrase
from planner.words import in_language
from planner.words.fills import Filled
from ui.state.language import spoken

APART = (
    r":(?=[\w+\-/:]|$)|@"  # :icons:, :emoji:, :red[words], https://, name@example.org
    r"|(?<=[wW]{3})\."  # www.
    r"|(?<=[-<>=~])[-<>=~]"  # ->
)
NUMBERED = r"^\d{1,9}(?=[.)](?:\s|$))"  # 1.
PICTURE = r"^(?:[^\w\x00-\u218f]|[©®‼⁉™ℹ]|\d(?=\ufe0f?\u20e3))"  # else taken for an icon
APART_AT_AN_EDGE = rf"^[-+.)<>=~]|{NUMBERED}|(?<=[wW]{{2}})[wW]$"
NAMED = r"[\\`*_\[\]<#$~|&{}\r\n\t\ufeff]"
SPACE_AT_AN_EDGE = r"^[^\S\v\x1c-\x1f\x85]|[^\S\v\x1c-\x1f\x85]$"  # what an entity can name
WORDS = re.compile(rf"(?P<apart>{APART}|{APART_AT_AN_EDGE})|{NAMED}|{SPACE_AT_AN_EDGE}|{PICTURE}")
OURS = re.compile(rf"(?P<ours>\*\*|:small\[|\]|\n- |\n|^- )|(?P<apart>{APART})|{NAMED}")
EMPTY = "–"  # a cell of a table
FORM = re.compile(r"[a-z-]*|[-+,.a-z\d]{0,5}")
MISFIT = (LookupError, ValueError, TypeError, AttributeError)


class Marked(str):
    """Markdown that may be drawn as it is."""

    __slots__ = ()


def marked(words: str) -> Marked:
    """What an element is handed so that these words stand there."""
    if isinstance(words, Marked):
        return words
    if not isinstance(words, Phrase):
        return as_typed(words)
    try:
        return _said(words)
    except MISFIT:  # it came from a file, whose fill is another's
        return as_typed(words)


def as_typed(words: str) -> Marked:
    """Words letter for letter: nothing in them is markdown."""
    return Marked(WORDS.sub(_letters, words) if words.strip() else " " if words else "")


def bold(words: str) -> Marked:
    """Words that stand out."""
    return Marked(f"**{marked(words)}**" if words else "")


def small(words: str) -> Marked:
    """Words that stand back."""
    return Marked(f":small[{marked(words)}]")


def with_icon(name: str, words: str) -> Marked:
    """Words behind a sign."""
    return Marked(f":material/{name}: {marked(words)}")


def lines(parts: Iterable[str]) -> Marked:
    """One under the other, without the empty ones."""
    return Marked("  \n".join(marked(part) for part in parts if part.strip()))


def paragraphs(parts: Iterable[str]) -> Marked:
    """One under the other with room between, without the empty ones."""
    return Marked("\n\n".join(marked(part) for part in parts if part))


def bullets(parts: Iterable[str]) -> Marked:
    """A list."""
    return Marked("\n".join(f"- {marked(part)}" for part in parts))


def numbered(parts: Iterable[str]) -> Marked:
    """A list in which the order counts."""
    return Marked("\n".join(f"{place}. {marked(part)}" for place, part in enumerate(parts, 1)))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Marked:
    """A table; a cell without words has a dash."""
    first, *rest = (
        [marked(cell or EMPTY).replace("\n", " ") for cell in row] for row in (head, *rows)
    )
    every = (first, [":--"] * len(first), *rest)
    return Marked("\n".join(f"| {' | '.join(row)} |" for row in every))


def _said(phrase: Phrase) -> Marked:
    """A message with its markup, and each of its fills as words."""
    text = spoken().template(phrase.message, phrase.fill)
    if not phrase.fill:
        return as_typed(text) if phrase.message.context else Marked(OURS.sub(_letters, text))
    made = []
    for literal, name, form, _ in Formatter().parse(text):
        made.append(OURS.sub(_letters, literal))
        if name:
            made.append(_fill(phrase.fill[name], form or ""))
    return Marked(re.sub(NUMBERED, lambda found: _apart(found[0]), "".join(made)))


def _fill(value: object, form: str) -> str:
    """One fill as the language writes it; a form is given before anything is marked."""
    if isinstance(value, str) and (not form or isinstance(value, Marked)):
        return marked(value)
    if not FORM.fullmatch(form):
        raise ValueError(form)
    language = spoken()
    if isinstance(value, list | tuple):
        parts = [_fill(one, "") for one in value]
        return format(Filled(parts, language), form)
    words = format(Filled(in_language(value, language), language), form)
    return as_typed(words) if isinstance(value, str) else words


def _letters(found: re.Match[str]) -> str:
    if found.lastgroup == "ours":
        return found[0]
    return _apart(found[0]) if found.lastgroup == "apart" else _named(found[0])


def _named(letters: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in letters)


def _apart(letters: str) -> str:
    return f":color[{_named(letters)}]"
