"""A logo, checked and cleaned: what is kept of a PNG is its pixels, of an SVG its drawing."""

import base64
import re
from io import BytesIO

from PIL import Image

from planner.exports.letterhead.drawing import NO_PICTURE, cleaned_svg
from planner.model import sizes
from planner.model.errors import PracticeError, Problem
from planner.visit.task_picture import Damaged, TooManyPixels, pixels_alone
from planner.words import say

MOST_BYTES = 2_000_000  # of a file that is brought
MOST_PIXELS = 25_000_000  # of a picture before it is made smaller
SIDES = (480, 240, 120)  # pixels, the first that is small enough is kept
PNG, SVG = "image/png", "image/svg+xml"
PNG_BEGINS = b"\x89PNG\r\n\x1a\n"
KEPT = re.compile(r"data:(image/png|image/svg\+xml);base64,([A-Za-z0-9+/]+={0,2})")
PLACE = "logo"


def cleaned(content: bytes) -> str:
    """The picture in a file as a practice keeps it; raises PracticeError where it is none."""
    if len(content) > MOST_BYTES:
        raise _refused(say("is larger than 2 MB"))
    if content.startswith(PNG_BEGINS):
        return _small_enough(content)
    made = kept_as(SVG, cleaned_svg(content))
    if len(made) > sizes.LOGO:
        raise _refused(say("is too large a drawing: simplify it, or save it as PNG"))
    return made


def cleaned_again(logo: str) -> str:
    """A logo that came in a practice's file, cleaned like one from a picture's file."""
    if not logo:
        return ""
    return cleaned(picture_in(logo)[1])


def picture_in(logo: str) -> tuple[str, bytes]:
    """The kind and the bytes of a kept logo; raises PracticeError where it holds none."""
    found = KEPT.fullmatch(logo)
    if found is None:
        raise _refused(NO_PICTURE)
    try:
        return found[1], base64.b64decode(found[2], validate=True)
    except ValueError:
        raise _refused(NO_PICTURE) from None


def kept_as(kind: str, content: bytes) -> str:
    """A picture as the text that a practice keeps."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def drawing_of(pixels: bytes) -> str:
    """A PNG as SVG: held in a drawing of its own size."""
    width, height = Image.open(BytesIO(pixels)).size
    held = f'width="{width}" height="{height}"'
    image = f'<image {held} href="{kept_as(PNG, pixels)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {held}>{image}</svg>'


def _small_enough(content: bytes) -> str:
    """A PNG decoded and written anew: its pixels, and nothing else that was in the file."""
    for side in SIDES:
        made = kept_as(PNG, _written_anew(content, side))
        if len(made) <= sizes.LOGO:
            return made
    raise _refused(say("is too large a picture"))


def _written_anew(content: bytes, side: int) -> bytes:
    try:
        return pixels_alone(content, MOST_PIXELS, side)
    except TooManyPixels:
        raise _refused(say("has too many pixels")) from None
    except Damaged:
        raise _refused(say("is a damaged PNG picture")) from None


def _refused(what: str) -> PracticeError:
    return PracticeError([Problem(PLACE, what)])
