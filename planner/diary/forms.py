"""A diary to fill in: one row a day, with headings that are read back without a question."""

import csv
import io
from collections.abc import Iterable
from datetime import date, timedelta

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from planner.model.diary import DayWritten

HEADINGS = (
    "Date",
    "Pain (0-10, 10 = worst)",
    "Sleep (0-10, 10 = best)",
    "Got in the way (0-10)",
    "Massage session (yes or no)",
    "Note",
)
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def blank_rows(first: date, days: int) -> list[DayWritten]:
    """A row for each day from the first, with nothing in it but the date."""
    return [DayWritten(first + timedelta(days=n)) for n in range(days)]


def csv_template(rows: Iterable[DayWritten]) -> bytes:
    """The diary as CSV in UTF-8 with a byte-order mark, which spreadsheets open rightly."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    for row in rows:
        answers = map(_plain, (*row.scores, row.session))
        writer.writerow([row.day.isoformat(), *answers, _harmless(row.note)])
    return out.getvalue().encode("utf-8-sig")


def _plain(value: float | bool | None) -> str:
    """An answer as a cell; nothing where there is none."""
    if value is None:
        return ""
    return ("no", "yes")[value] if isinstance(value, bool) else f"{value:g}"


def _harmless(note: str) -> str:
    """A note that no spreadsheet takes for a formula."""
    return f"'{note}" if note.startswith(FORMULA_MARKS) else note


def xlsx_template(rows: Iterable[DayWritten]) -> bytes:
    """The diary as a workbook: real dates, and cells that take 0 to 10 only."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Diary"
    sheet.append(HEADINGS)
    for row in rows:
        session = None if row.session is None else _plain(row.session)
        sheet.append([row.day, *row.scores, session, _harmless(row.note) or None])
    last = max(2, sheet.max_row)
    _add_limits(sheet, last)
    for place, width in enumerate((12, 24, 24, 22, 26, 40)):
        letter = "ABCDEF"[place]
        sheet.column_dimensions[letter].width = width
        sheet[f"{letter}1"].font = Font(bold=True)
    sheet.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _add_limits(sheet: Worksheet, last: int) -> None:
    """Let the score columns take 0 to 10 only, and the session column yes or no."""
    score = DataValidation(type="decimal", operator="between", formula1="0", formula2="10",
                           allow_blank=True, showErrorMessage=True,
                           error="Write a number from 0 to 10.")  # fmt: skip
    session = DataValidation(type="list", formula1='"yes,no"', allow_blank=True)
    score.add(f"B2:D{last}")
    session.add(f"E2:E{last}")
    sheet.add_data_validation(score)
    sheet.add_data_validation(session)
