"""Tables as one XLSX workbook whose bytes repeat."""

import io
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.exports.files.tables.cells import Cell, Table

NARROWEST, WIDEST, LONGEST_NAME = 8, 60, 31
NO_PART_OF_A_SHEET = re.compile(r"[\[\]:*?/\\]")
WHEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a zip file
FORMATS = {date: "yyyy-mm-dd", time: "hh:mm", Decimal: "0.00"}


def workbook(sheets: Mapping[str, Table], on: date) -> bytes:
    """The tables as sheets, in their order; the file is dated by the plan and never by a clock."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in sheets.items():
        _fill(book.create_sheet(NO_PART_OF_A_SHEET.sub(" ", name)[:LONGEST_NAME]), table)
    written = io.BytesIO()
    book.save(written)
    return _always_the_same(written.getvalue(), on)


def _fill(sheet: Worksheet, table: Table) -> None:
    for number, row in enumerate((table.header, *table.rows), 1):
        for column, value in enumerate(row, 1):
            if value not in (None, ""):
                _write(sheet.cell(number, column), value, is_heading=number == 1)
    for column, _ in enumerate(table.header, 1):
        texts = (str(row[column - 1] or "") for row in (table.header, *table.rows))
        width = max(map(len, texts)) + 2
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = min(WIDEST, max(NARROWEST, width))
    sheet.freeze_panes = "B2"


def _write(cell: SheetCell | MergedCell, value: Cell, *, is_heading: bool) -> None:
    """A number stays a number and a day a day; words are words, whatever they begin with."""
    if isinstance(value, str):
        cell.value, cell.data_type = str(value), "s"
    else:
        cell.value = value
        cell.number_format = FORMATS.get(type(value), cell.number_format)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.font = Font(bold=is_heading)


def _always_the_same(written: bytes, on: date) -> bytes:
    """The same file without the moment at which it was written."""
    moment = datetime.combine(on, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    made = io.BytesIO()
    with ZipFile(io.BytesIO(written)) as before, ZipFile(made, "w") as after:
        for one in before.infolist():
            content = before.read(one)
            if one.filename == "docProps/core.xml":
                content = WHEN.sub(rb"\g<1>" + moment, content)
            after.writestr(ZipInfo(one.filename, EARLIEST), content, ZIP_DEFLATED)
    return made.getvalue()
