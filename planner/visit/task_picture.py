"""The picture of a task of the therapist's own: what is kept of a file is its pixels."""

from base64 import b64decode
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from planner.model.errors import IntakeError, Problem
from planner.model.phrase import tell

PLACE = "picture"
MOST_BYTES = 4_000_000
MOST_PIXELS = 4_000_000
SIDE = 720  # pixels of the longer side, of what is kept
NO_PICTURE = tell("is no PNG picture that can be read")
TOO_LARGE = tell("is too large a picture: at most 4 MB, and 4 million pixels")
UNREADABLE = (
    UnidentifiedImageError,
    OSError,
    SyntaxError,
    ValueError,
    Image.DecompressionBombError,
)


def checked(letters: str) -> bytes:
    """The pixels of a PNG in base64, written anew; raises IntakeError where it is none."""
    try:
        content = b64decode(letters, validate=True)
    except ValueError:
        raise _refused(NO_PICTURE) from None
    if len(content) > MOST_BYTES:
        raise _refused(TOO_LARGE)
    try:
        return pixels_alone(content, MOST_PIXELS, SIDE)
    except TooManyPixels:
        raise _refused(TOO_LARGE) from None
    except Damaged:
        raise _refused(NO_PICTURE) from None


class Damaged(Exception):
    """Bytes that are no PNG picture that can be read."""


class TooManyPixels(Exception):
    """A picture that would fill the memory."""


def pixels_alone(content: bytes, most: int, side: int) -> bytes:
    """A PNG decoded and written anew, no side longer: its pixels, and nothing else of the file.

    Raises Damaged, or TooManyPixels where it has more than `most`.
    """
    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as found:
            if found.width * found.height > most:
                raise TooManyPixels
            pixels = found.convert("RGBA")
    except UNREADABLE as error:
        raise Damaged from error
    pixels.thumbnail((side, side))
    alone = Image.new("RGBA", pixels.size)
    alone.paste(pixels)
    written = BytesIO()
    alone.save(written, "PNG", optimize=True)
    return written.getvalue()


def _refused(what: str) -> IntakeError:
    return IntakeError([Problem(PLACE, what)])
