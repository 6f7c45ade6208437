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
    return _written_anew(content)


def _written_anew(content: bytes) -> bytes:
    try:
        with Image.open(BytesIO(content), formats=("PNG",)) as found:
            if found.width * found.height > MOST_PIXELS:
                raise _refused(TOO_LARGE)
            pixels = found.convert("RGBA")
    except UNREADABLE:
        raise _refused(NO_PICTURE) from None
    pixels.thumbnail((SIDE, SIDE))
    alone = Image.new("RGBA", pixels.size)
    alone.paste(pixels)
    written = BytesIO()
    alone.save(written, "PNG", optimize=True)
    return written.getvalue()


def _refused(what: str) -> IntakeError:
    return IntakeError([Problem(PLACE, what)])
