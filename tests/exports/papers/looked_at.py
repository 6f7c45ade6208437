"""What stands where on a page of a PDF, and what a reader would mind about it.

Each check gives what it found in words, and nothing where a page is as it should be.
"""

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

NEAREST = 18  # pt to an edge: printers cut what is nearer
FOOT = 44  # pt: a line that stands lower is the foot of the page
FEWEST_LINES = 4
LARGE_TYPE, CLIENT_TYPE, OTHER_TYPE = 18.0, 12.0, 8.6
TOUCH = 0.8  # pt by which two words may meet: side bearings, a comma under a line
LOW_HALF = ("\udc00", "\udfff")  # pdfium tells of an emoji in two halves, with one box
AT_A_LINES_END = re.compile("[\\s\ufffe-]")
UNSEEN = "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


class Letter(NamedTuple):
    """A letter with the box of its ink and the size of its type, in pt."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


class Word(NamedTuple):
    """Letters that follow each other on one line."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


class Page(NamedTuple):
    """A page: its size and its words in reading order."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    text: str


def pages(document: bytes) -> tuple[Page, ...]:
    """Every page of a PDF."""
    read = pypdfium2.PdfDocument(document)
    try:
        return tuple(_page(number, page) for number, page in enumerate(read, 1))
    finally:
        read.close()


def as_seen(document: bytes) -> list[list[str]]:
    """The letters of each line of each page from left to right, without blanks, topmost first.

    The eye meets them so, whichever way they are read.
    """
    read = pypdfium2.PdfDocument(document)
    try:
        every = [[one for one in _letters(page.get_textpage()) if one] for page in read]
    finally:
        read.close()
    return [[_from_left(line) for line in _levels(letters)] for letters in every]


def _from_left(line: list[Letter]) -> str:
    return "".join(one.sign for one in sorted(line, key=lambda one: one.left))


def _levels(letters: list[Letter]) -> list[list[Letter]]:
    """Letters by the line they stand on: a line ends where the next letter lies below it."""
    lines: list[list[Letter]] = []
    for one in sorted(letters, key=lambda one: -one.top):
        if lines and one.top > min(other.bottom for other in lines[-1][:1]):
            lines[-1].append(one)
        else:
            lines.append([one])
    return lines


def _page(number: int, page: pypdfium2.PdfPage) -> Page:
    text = page.get_textpage()
    words = tuple(_words(_letters(text)))
    return Page(number, *page.get_size(), words, text.get_text_range())


def _letters(text: pypdfium2.PdfTextPage) -> Iterator[Letter | None]:
    """The letters of a page; None where a word ends."""
    turned = pdfium.FS_MATRIX()
    for at in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, at))
        if LOW_HALF[0] <= sign <= LOW_HALF[1]:
            continue
        if sign.isspace() or sign == "\0":
            yield None
            continue
        pdfium.FPDFText_GetMatrix(text, at, turned)
        size = pdfium.FPDFText_GetFontSize(text, at) * math.hypot(turned.b, turned.d)
        yield Letter(sign, *text.get_charbox(at), size)


def _words(letters: Iterator[Letter | None]) -> Iterator[Word]:
    """Letters put together while they stand on one line, near each other."""
    held: list[Letter] = []
    for one in letters:
        if held and (one is None or _begins_anew(held[-1], one)):
            yield _word(held)
            held = []
        if one is not None and one.right > one.left:
            held.append(one)
    if held:
        yield _word(held)


def _begins_anew(last: Letter, one: Letter) -> bool:
    far = max(last.size, one.size)
    beside = -far < one.left - last.right < 0.3 * far or -far < last.left - one.right < 0.3 * far
    level = min(last.top, one.top) > max(last.bottom, one.bottom) - 0.4 * far
    return not (beside and level)


def _word(letters: list[Letter]) -> Word:
    return Word(
        "".join(one.sign for one in letters),
        min(one.left for one in letters),
        min(one.bottom for one in letters),
        max(one.right for one in letters),
        max(one.top for one in letters),
        min(one.size for one in letters),
    )


def off_the_page(page: Page) -> list[str]:
    """Words that a printer would cut."""
    right, top = page.width - NEAREST, page.height - NEAREST
    return [
        f"page {page.number}: {one.text!r} stands at {one.left:.0f} to {one.right:.0f}, "
        f"{one.bottom:.0f} to {one.top:.0f}"
        for one in page.words
        if one.left < NEAREST or one.bottom < NEAREST or one.right > right or one.top > top
    ]


def over_each_other(page: Page) -> list[str]:
    """Pairs of words whose ink meets."""
    return [f"page {page.number}: {one.text!r} over {other.text!r}" for one, other in meeting(page)]


def meeting(page: Page) -> Iterator[tuple[Word, Word]]:
    """Each pair of words whose ink meets."""
    in_order = sorted(page.words, key=lambda one: one.left)
    for at, one in enumerate(in_order):
        for other in _starting_before(one.right, in_order[at + 1 :]):
            if _meet(one, other):
                yield one, other


def _starting_before(right: float, words: list[Word]) -> Iterator[Word]:
    for one in words:
        if one.left > right:
            return
        yield one


def _meet(one: Word, other: Word) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    allowed = max(TOUCH, 0.16 * min(one.size, other.size))
    return wide > TOUCH and high > allowed


def too_small(page: Page, floor: float) -> list[str]:
    """Words in type smaller than the paper allows, those of one size together."""
    sizes: dict[float, list[str]] = {}
    for one in page.words:
        if one.size < floor - 0.05:
            sizes.setdefault(round(one.size, 1), []).append(one.text)
    return [
        f"page {page.number}: {size} pt: {' '.join(words)[:60]!r}" for size, words in sizes.items()
    ]


def lines(page: Page) -> int:
    """How many lines of text a page has above its foot."""
    middles = sorted(
        (one.bottom + one.top) / 2 for one in page.words if (one.bottom + one.top) / 2 > FOOT
    )
    return sum(after - before > 4 for before, after in pairwise([0.0, *middles]))


def alone(page: Page) -> list[str]:
    """A page with hardly anything on it."""
    number = lines(page)
    return [f"page {page.number}: {number} lines"] if number < FEWEST_LINES else []


def with_marks(page: Page) -> list[str]:
    """Marks in the text that nobody sees, and letters that are none."""
    found = {one for one in page.text if one in UNSEEN or one == "\ufffd"}
    return [f"page {page.number}: U+{ord(one):04X} in the text" for one in sorted(found)]


def missing(found: tuple[Page, ...], said: Iterable[str]) -> list[str]:
    """What the value says and no page shows, word for word; where a line ends is all one."""
    shown = _run_together(" ".join(page.text for page in found))
    return [
        f"nowhere: {one!r}"
        for one in said
        if not all(_run_together(word) in shown for word in one.split())
    ]


def _run_together(text: str) -> str:
    """The letters alone: a line may end at a hyphen, and pdfium marks it with a sign of its own."""
    return AT_A_LINES_END.sub("", text)


def minded(page: Page, floor: float) -> list[str]:
    """All that a reader would mind about one page."""
    return [*misplaced(page), *too_small(page, floor)]


def misplaced(page: Page) -> list[str]:
    """What a reader would mind, whatever the size of the type."""
    return [*off_the_page(page), *over_each_other(page), *alone(page), *with_marks(page)]
