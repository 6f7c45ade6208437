"""A handout as other libraries write it: its words and tables, for WeasyPrint with its pictures."""

from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from bench.papers import handouts
from planner.exports.documents import Given
from planner.exports.paper import typeface
from planner.figures import stored
from tests.exports.papers.every_paper import paper

TYPE, LINE = 12, 16  # points
BOX = "<i></i>"
DAYS = 31
FACE = "font_source_sans_pro"  # the same letters with outlines that ReportLab takes
Rows = Sequence[Sequence[str]]


class Content(NamedTuple):
    """What is written for a client: sentences, the week and the diary, the pictures."""

    client: str
    sentences: tuple[str, ...]
    tasks: tuple[str, ...]
    pictures: tuple[str, ...]

    @property
    def week(self) -> Rows:
        """A line for each task, a box for each day."""
        return [[task, *[""] * 7] for task in self.tasks]

    @property
    def diary(self) -> Rows:
        """A line for each day: three scores, and a box for each task."""
        return [[f"Day {day}", *[""] * (len(self.tasks) + 6)] for day in range(DAYS)]


Write = Callable[[Content], bytes]


def content_of(given: Given) -> Content:
    """What our handout says, as it stands in the value that is set."""
    one = handouts.handout()
    said = paper(one.name, one.reader, lambda: one.make(given)).said
    drawn = [picture for task in given.plan.self_care if (picture := stored.still(task.id))]
    names = [str(task.name) for task in given.plan.self_care]
    return Content(given.plan.client, said, tuple(names), tuple(drawn))


def by_weasyprint(content: Content) -> bytes:
    """Tagged, in the same typeface, its pictures in the week, at the diary's head and below."""
    made = import_module("weasyprint").HTML(string=as_html(content))
    return bytes(made.write_pdf(font_config=_weasyprints_faces(), pdf_variant="pdf/ua-1"))


@cache
def _weasyprints_faces() -> object:
    return import_module("weasyprint.text.fonts").FontConfiguration()


def as_html(content: Content) -> str:
    """The words as paragraphs, week and diary as tables, the pictures thrice."""
    words = "".join(f"<p>{escape(sentence)}</p>" for sentence in content.sentences)
    faces = "".join(_face(name, weight) for name, weight in (("Regular", 400), ("Bold", 700)))
    drawn = content.pictures
    figures = "".join(f'<div style="width:66pt">{picture}</div>' for picture in drawn)
    week = _table([[picture, *[BOX] * 7] for picture in drawn])
    diary = _table([[f"Day {day}", "", "", "", *[BOX] * (len(drawn) + 3)] for day in range(DAYS)])
    return (
        f'<html lang="en"><head><title>Your plan</title><style>{faces}'
        f"body{{font-family:ours;font-size:12pt}}"
        f"td{{border-bottom:0.5pt solid grey}}svg{{width:66pt}}"
        f"i{{display:inline-block;width:12pt;height:12pt;border:1pt solid black}}</style></head>"
        f"<body><h1>{escape(content.client)}</h1>"
        f"{week}{words}{_table([drawn])}{diary}{figures}</body></html>"
    )


def _table(rows: Rows) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _face(name: str, weight: int) -> str:
    path = (typeface.OURS / f"SourceSansPro-{name}.otf").as_uri()
    return f"@font-face{{font-family:ours;font-weight:{weight};src:url({path})}}"


def by_reportlab(content: Content) -> bytes:
    """Paragraphs and tables that flow over the pages; no tags, no pictures."""
    platypus = import_module("reportlab.platypus")
    look = import_module("reportlab.lib.styles").ParagraphStyle(
        "plain", fontName=_known_to_reportlab(), fontSize=TYPE, leading=LINE
    )
    words = (content.client, *content.sentences)
    flow: list[Any] = [platypus.Paragraph(escape(one), look) for one in words]
    lines = [("LINEBELOW", (0, 0), (-1, -1), 0.5, "grey")]
    flow += [platypus.Table(rows, style=lines) for rows in (content.week, content.diary)]
    out = BytesIO()
    platypus.SimpleDocTemplate(out, title=content.client).build(flow)
    return out.getvalue()


@cache
def _known_to_reportlab() -> str:
    font = import_module("reportlab.pdfbase.ttfonts").TTFont("ours", str(_outlines()))
    import_module("reportlab.pdfbase.pdfmetrics").registerFont(font)
    return "ours"


def by_fpdf2(content: Content) -> bytes:
    """Cells of several lines and tables; no tags, no pictures."""
    pdf = import_module("fpdf").FPDF(unit="pt")
    pdf.set_title(content.client)
    pdf.add_page()
    pdf.add_font("ours", fname=_outlines())
    pdf.set_font("ours", size=TYPE)
    for sentence in (content.client, *content.sentences):
        pdf.multi_cell(0, LINE, sentence, new_x="LMARGIN", new_y="NEXT")
    for rows in (content.week, content.diary):
        with pdf.table(first_row_as_headings=False, borders_layout="HORIZONTAL_LINES") as table:
            for row in rows:
                table.row(row)
    return bytes(pdf.output())


def _outlines() -> Path:
    spec = find_spec(FACE)
    assert spec and spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0]) / "files" / "SourceSansPro-Regular.ttf"
