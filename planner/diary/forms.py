"""A diary to fill in: one row a day, with headings that are read back without a question."""

import csv
import io
from collections.abc import Iterable
from datetime import date, timedelta

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from planner.model.diary import DayWritten
from planner.words import LANGUAGES, SOURCE, Language, in_language, language, say, say_in
from planner.words.typed import FORMULA_STARTS

HEADINGS = (
    say("Date"),
    say("Pain (0-10, 10 = worst)"),
    say("Sleep (0-10, 10 = best)"),
    say("Got in the way (0-10)"),
    say("Massage session (yes or no)"),
    say("Note"),
)
SESSION = 4  # the column of yes and no
YES, NO = say_in("cell of a diary", "yes"), say_in("cell of a diary", "no")
SHEET, LIMITS = say("Diary"), say("Write a number from 0 to 10.")


def blank_rows(first: date, days: int) -> list[DayWritten]:
    """A row for each day from the first, with nothing in it but the date."""
    return [DayWritten(first + timedelta(days=n)) for n in range(days)]


def csv_template(rows: Iterable[DayWritten], spoken: Language = SOURCE) -> bytes:
    """The diary as CSV in UTF-8 with a byte-order mark, which spreadsheets open rightly."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(in_language(HEADINGS, spoken))
    for row in rows:
        scores = ["" if score is None else f"{score:g}" for score in row.scores]
        session = _session(row.session, spoken) or ""
        writer.writerow([row.day.isoformat(), *scores, session, _harmless(row.note)])
    return out.getvalue().encode("utf-8-sig")


def _session(was: bool | None, spoken: Language) -> str | None:
    """Whether there was a session, as a cell; None where that was not said."""
    return None if was is None else str(in_language(YES if was else NO, spoken))


def _harmless(note: str) -> str:
    """A note that no spreadsheet takes for a formula."""
    return f"'{note}" if note.startswith(FORMULA_STARTS) else note


def xlsx_template(rows: Iterable[DayWritten], spoken: Language = SOURCE) -> bytes:
    """The diary as a workbook: real dates, and cells that take 0 to 10 only."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = str(in_language(SHEET, spoken))
    sheet.append([str(heading) for heading in in_language(HEADINGS, spoken)])
    for row in rows:
        session = _session(row.session, spoken)
        sheet.append([row.day, *row.scores, session, _harmless(row.note) or None])
    last = max(2, sheet.max_row)
    _add_limits(sheet, last, spoken)
    for place, width in enumerate((12, 24, 24, 22, 26, 40)):
        letter = "ABCDEF"[place]
        sheet.column_dimensions[letter].width = width
        sheet[f"{letter}1"].font = Font(bold=True)
    sheet.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _add_limits(sheet: Worksheet, last: int, spoken: Language) -> None:
    """Let the score columns take 0 to 10 only, and the session column yes or no."""
    score = DataValidation(type="decimal", operator="between", formula1="0", formula2="10",
                           allow_blank=True, showErrorMessage=True,
                           error=str(in_language(LIMITS, spoken)))  # fmt: skip
    answers = ",".join(in_language((YES, NO), spoken))
    session = DataValidation(type="list", formula1=f'"{answers}"', allow_blank=True)
    score.add(f"B2:D{last}")
    session.add(f"E2:E{last}")
    sheet.add_data_validation(score)
    sheet.add_data_validation(session)


def understood(grid: pd.DataFrame, languages: Iterable[str] = LANGUAGES) -> pd.DataFrame:
    """A grid whose headings are this form's in another language, in the words that are read."""
    head = tuple(grid.iloc[0]) if grid.shape[1] == len(HEADINGS) else ()
    for spoken in map(language, languages if head else ()):
        if not spoken.is_source and head == in_language(HEADINGS, spoken):
            return _in_source(grid, spoken)
    return grid


def _in_source(grid: pd.DataFrame, spoken: Language) -> pd.DataFrame:
    words = {str(in_language(word, spoken)): str(word) for word in (YES, NO)}
    read = grid.copy()
    read[SESSION] = read[SESSION].replace(words)
    read.iloc[0] = [str(heading) for heading in HEADINGS]
    return read
