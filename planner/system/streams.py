"""Standard output and error: what cannot be written is a sentence, a reader that left is none."""

import codecs
import os
import sys
from collections.abc import Iterable
from typing import TextIO

from planner.model.errors import FileError, Problem
from planner.model.phrase import tell

OUTPUT = tell("standard output")
CLOSED = tell("it is closed")
AS_JSON, AS_TEXT = "escaped-as-json", "backslashreplace"


def _as_json(error: UnicodeError) -> tuple[str, int]:
    r"""What a stream has no letter for, as JSON writes it: \u00eb."""
    assert isinstance(error, UnicodeEncodeError)
    wide = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    units = (wide[place : place + 2].hex() for place in range(0, len(wide), 2))
    return "".join(f"\\u{unit}" for unit in units), error.end


codecs.register_error(AS_JSON, _as_json)


def answer(text: str, letters: str = AS_TEXT) -> None:
    """Print on standard output; raises FileError. A reader that has seen enough is no fault.

    `letters` says how a letter is written that the stream has not: as JSON, or as a text.
    """
    if sys.stdout is None:
        raise FileError([Problem(OUTPUT, tell("cannot be written: {reason}", reason=CLOSED))])
    try:
        print(_legible(text, sys.stdout, letters), flush=True)
    except BrokenPipeError:
        _give_up(sys.stdout)
    except OSError as error:
        _give_up(sys.stdout)
        what = tell("cannot be written: {reason}", reason=error.strerror or CLOSED)
        raise FileError([Problem(OUTPUT, what)]) from None


def complain(lines: Iterable[object]) -> None:
    """Print on standard error; where nothing can be written there, the exit code says it alone."""
    if sys.stderr is None:
        return
    try:
        for line in lines:
            print(_legible(str(line), sys.stderr, AS_TEXT), file=sys.stderr)
        sys.stderr.flush()
    except OSError:
        _give_up(sys.stderr)


def _legible(text: str, stream: TextIO, letters: str) -> str:
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, letters).decode(encoding)


def _give_up(stream: TextIO) -> None:
    """Python writes what is left once more when it ends, and would complain then."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
