"""A picture of a task of the therapist's own: its pixels are kept, and nothing else of the file."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from planner.model.errors import IntakeError
from planner.visit.task_picture import MOST_BYTES, checked


def letters(content: bytes) -> str:
    return b64encode(content).decode()


def a_picture(kind: str = "PNG", size: tuple[int, int] = (1000, 500)) -> bytes:
    said, written = PngInfo(), BytesIO()
    said.add_text("Comment", "taken at the client's home")
    more = {"pnginfo": said} if kind == "PNG" else {}
    Image.new("RGB", size, "teal").save(written, kind, **more)
    return written.getvalue()


def test_the_pixels_of_a_picture_are_kept_smaller_and_without_what_was_written_into_the_file():
    kept = checked(letters(a_picture()))
    assert b"client's home" not in kept
    with Image.open(BytesIO(kept)) as found:
        assert (found.format, found.size) == ("PNG", (720, 360))
        assert found.getpixel((5, 5)) == (0, 128, 128, 255)


@pytest.mark.parametrize(
    "content",
    [
        letters(b"GIF89a"),
        letters(a_picture("JPEG")),
        letters(a_picture()[:200]),
        letters(b"<svg onload='x()'/>"),
        "no letters of base64!",
        "",
        letters(bytes(MOST_BYTES + 1)),
        letters(a_picture(size=(3000, 2000))),
    ],
)
def test_what_is_no_such_picture_is_refused_in_words(content: str):
    with pytest.raises(IntakeError) as refused:
        checked(content)
    assert [one.place for one in refused.value.problems] == ["picture"]
