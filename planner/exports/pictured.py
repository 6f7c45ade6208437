"""The pages of a PDF as pictures: what is looked at before it is handed out is the file itself."""

import io
from threading import Lock
from typing import NamedTuple

import pypdfium2
from PIL import Image

WIDTH = 1000  # dots: sharp on a tablet's half
COLOURS = 64  # of a printed page: a quarter of the bytes, and small words stay crisp

_ONE_AT_A_TIME = Lock()  # PDFium keeps state of its own


class Pages(NamedTuple):
    """The first pages, each as a PNG of one width, and how many there are in all."""

    pictures: tuple[bytes, ...]
    in_all: int


def pages(pdf: bytes, most: int) -> Pages:
    """The first pages of a document, `most` of them."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            in_all = len(document)
            return Pages(tuple(map(_png, list(document)[:most])), in_all)
        finally:
            document.close()


def _png(page: pypdfium2.PdfPage) -> bytes:
    written = io.BytesIO()
    drawn = page.render(scale=WIDTH / page.get_width()).to_pil()
    drawn.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(written, "PNG", compress_level=3)
    return written.getvalue()
