"""What pydantic says of a file, as messages of the catalogue, so that it is said in any language.

A library gives its sentence in English; here it is found again among the messages known to come.
"""

import re
from collections.abc import Iterable
from functools import cache
from string import Formatter

from planner.model.phrase import Message, Phrase, template

JSON_FAULTS = (
    template("{what} at line {line} column {column}"),
    template("expected value"),
    template("expected ident"),
    template("expected `:`"),
    template("expected `,` or `]`"),
    template("expected `,` or `}}`"),
    template("trailing comma"),
    template("trailing characters"),
    template("key must be a string"),
    template("invalid number"),
    template("number out of range"),
    template("invalid escape"),
    template("invalid unicode code point"),
    template("control character (\\u0000-\\u001F) found while parsing a string"),
    template("EOF while parsing a value"),
    template("EOF while parsing a list"),
    template("EOF while parsing an object"),
    template("EOF while parsing a string"),
    template("recursion limit exceeded"),
)
DATE_FAULTS = (
    template("input is too short"),
    template("input is too long"),
    template("unexpected extra characters at the end of the input"),
    template("invalid character in year"),
    template("invalid character in month"),
    template("invalid character in day"),
    template("invalid date separator, expected `-`"),
    template("month value is outside expected range of 1-12"),
    template("day value is outside expected range"),
)
VALUE_FAULTS = (
    template("Input should be greater than or equal to {bound}"),
    template("Input should be less than or equal to {bound}"),
    template("Input should be greater than {bound}"),
    template("Input should be less than {bound}"),
    template("Input should be a valid string"),
    template("Input should be a valid number"),
    template("Input should be a valid integer, got a number with a fractional part"),
    template("Input should be a valid integer"),
    template("Input should be a valid boolean"),
    template("Input should be a valid array"),
    template("Input should be a valid dictionary"),
    template("Input should be an object"),
    template("Input should be a valid date in the format YYYY-MM-DD, {fault}"),
    template("Input should be a valid date or datetime, {fault}"),
    template("Input should be a valid date"),
    template("Datetimes provided to dates should have zero time - e.g. be exact dates"),
    template("Input should be {expected}"),
    template("String should have at most {number} character"),
    template("String should have at most {number} characters"),
    template("String should have at least {number} character"),
    template("String should have at least {number} characters"),
    template("String should match pattern '{pattern}'"),
    template("{kind} should have at most {most} item after validation, not {found}"),
    template("{kind} should have at most {most} items after validation, not {found}"),
    template("{kind} should have at least {least} item after validation, not {found}"),
    template("{kind} should have at least {least} items after validation, not {found}"),
)
KINDS = (template("Tuple"), template("List"), template("Dictionary"))
CHOICES = (template("{choices} or {last}"),)  # 'a', 'b' or 'c'
EVERY = (*VALUE_FAULTS, *DATE_FAULTS, *JSON_FAULTS, *KINDS, *CHOICES)


def recognised(words: str, known: Iterable[Message] = EVERY) -> str:
    """The message that reads as these words do, its fill too; else the words as they are."""
    known = tuple(known)
    for message in known:
        found = _pattern(message).fullmatch(words)
        if found:
            fill = {name: _filled(part, words, known) for name, part in found.groupdict().items()}
            return Phrase(words, message, fill)
    return words


def _filled(part: str, whole: str, known: tuple[Message, ...]) -> str:
    return part if part == whole else recognised(part, known)


@cache
def _pattern(message: Message) -> re.Pattern[str]:
    """The message as a pattern that its fills match."""
    parts = [
        re.escape(literal) + (f"(?P<{field}>.+?)" if field else "")
        for literal, field, _, _ in Formatter().parse(message.one)
    ]
    return re.compile("".join(parts), re.DOTALL)
