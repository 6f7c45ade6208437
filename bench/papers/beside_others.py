"""A handout beside the same words and tables by WeasyPrint, ReportLab and fpdf2."""

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from io import BytesIO
from itertools import count

from pypdf import PdfReader

from bench.papers import handouts, others
from bench.papers.others import Content, Write
from bench.table.measured import Found, Missing, in_turn
from planner.exports.documents import Given

MISSING = "{names} is not installed; requirements-bench.txt has it"
BESIDE: Mapping[str, tuple[Write, tuple[str, ...]]] = {
    "pdf-weasyprint": (others.by_weasyprint, ("weasyprint",)),
    "pdf-reportlab": (others.by_reportlab, ("reportlab", others.FACE)),
    "pdf-fpdf2": (others.by_fpdf2, ("fpdf", others.FACE)),
}


def measured(turns: int) -> Mapping[str, Found]:
    """Each handout is another client's, so that nothing of the one before is taken over.

    Ours is timed with the choice of its words; the others are given them.
    """
    given = handouts.given_of(handouts.FOUR_PICTURES)
    content, clients = others.content_of(given), _clients(given)
    return {row: _beside(*needs, clients, content, turns) for row, needs in BESIDE.items()}


def _beside(
    write: Write, libraries: tuple[str, ...], clients: Iterator[Given], content: Content, turns: int
) -> Found:
    if absent := [name for name in libraries if find_spec(name) is None]:
        return Missing(MISSING.format(names=", ".join(absent)))
    make, named = handouts.handout().make, count(1)
    pages = _pages(make(next(clients))), _pages(write(content))
    found = in_turn(
        lambda: make(next(clients)),
        lambda: write(content._replace(client=f"Client {next(named)}")),
        turns,
    )
    return found._replace(note="{} pages beside {}".format(*pages))


def _clients(given: Given) -> Iterator[Given]:
    return (handouts.of_client(given, number) for number in count(1))


def _pages(document: bytes) -> int:
    return len(PdfReader(BytesIO(document)).pages)
