"""Writes the same invented diary in every form that the reader has to understand."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from openpyxl import Workbook

Entries = dict[date, list[float]]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
NOTES = ("", "", "stiff", "a, b; c", 'said "ouch"', "two\nlines", "café naïve")


def ordinal(day: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    if day in (11, 12, 13):
        return f"{day}th"
    return f"{day}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th') }"


DATE_FORMS: dict[str, Callable[[date], str]] = {
    "iso": lambda d: d.isoformat(),
    "iso, slashes": lambda d: f"{d.year}/{d.month}/{d.day}",
    "iso stamp": lambda d: f"{d.isoformat()}T08:30:00+02:00",
    "compact": lambda d: f"{d:%Y%m%d}",
    "dmy": lambda d: f"{d:%d/%m/%Y}",
    "dmy dots": lambda d: f"{d.day}.{d.month}.{d.year}",
    "dmy short year": lambda d: f"{d:%d/%m/%y}",
    "mdy": lambda d: f"{d.month}/{d.day}/{d.year}",
    "mdy with time": lambda d: f"{d.month}/{d.day}/{d.year} 11:02",
    "mdy short year": lambda d: f"{d:%m/%d/%y} 18:01",
    "7-Mar-15": lambda d: f"{d.day}-{MONTHS[d.month - 1]}-{d:%y}",
    "22nd Sep 2020": lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "Sep 22, 2020": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "weekday first": lambda d: f"{WEEKDAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    "epoch seconds": lambda d: str(int((d - date(1970, 1, 1)).total_seconds()) + 30_000),
    "epoch milliseconds": lambda d: str(int((d - date(1970, 1, 1)).total_seconds()) * 1000 + 9),
    "spreadsheet serial": lambda d: str((d - date(1899, 12, 30)).days),
}
LAYOUTS = ("plain", "with time", "long", "split", "filled down", "preamble", "noisy", "headless")


@dataclass(frozen=True)
class Form:
    """How a diary is written."""

    layout: str = "plain"
    dates: str = "iso"
    encoding: str = "utf-8"
    delimiter: str = ","
    decimal_comma: bool = False
    line_end: str = "\n"
    newest_first: bool = False
    quote_all: bool = False
    seed: int = field(default=0)


def score_text(score: float, form: Form) -> str:
    """A score with a point or a comma."""
    text = f"{score:g}"
    return text.replace(".", ",") if form.decimal_comma else text


def table_of(entries: Entries, form: Form) -> list[list[str]]:
    """The records of a diary in a layout."""
    days = sorted(entries, reverse=form.newest_first)
    lines = [(d, i, s) for d in days for i, s in enumerate(entries[d])]
    write = DATE_FORMS[form.dates]
    score = [score_text(s, form) for _, _, s in lines]
    clock = [f"{8 + i % 12}:0{i % 10}" for _, i, _ in lines]
    note = [NOTES[(form.seed + k) % len(NOTES)] for k in range(len(lines))]
    if form.layout == "long":
        body = []
        for (d, _, _), text in zip(lines, score, strict=True):
            body += [[write(d), "Pain", text], [write(d), "Mood", "7"]]
        return [["Date", "Measure", "Score (0-10)"], *body]
    if form.layout == "split":
        return [["Year", "Month", "Day", "Pain (0-10)"],
                *([str(d.year), str(d.month), str(d.day), t]
                  for (d, _, _), t in zip(lines, score, strict=True))]  # fmt: skip
    if form.layout == "filled down":
        return [["Date", "Time", "Pain (0-10)"],
                *([write(d) if i == 0 else "", c, t]
                  for (d, i, _), c, t in zip(lines, clock, score, strict=True))]  # fmt: skip
    whole = zip(lines, clock, score, note, strict=True)
    rows = [[write(d), c, t, n] for (d, _, _), c, t, n in whole]
    if form.layout == "headless":
        return [[row[0], row[2]] for row in rows]
    if form.layout == "plain":
        return [["Date", "Pain (0-10)"], *([row[0], row[2]] for row in rows)]
    header = ["Date", "Time", "Pain level (0-10)", "Notes"]
    if form.layout == "preamble":
        return [["My pain diary"], [], ["Printed for the visit"], [], header, *rows]
    if form.layout == "noisy":
        half = len(rows) // 2
        noise = [["# a bad week, away from home"], [], header]
        rows = [*rows[:half], *noise, *rows[half:]]
        return [[*record, ""] if record else record for record in (header, *rows)]
    return [header, *rows]


def written(entries: Entries, form: Form) -> bytes:
    """A diary as the bytes of a text file."""
    out = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if form.quote_all else csv.QUOTE_MINIMAL
    writer = csv.writer(
        out, delimiter=form.delimiter, lineterminator=form.line_end, quoting=quoting
    )
    writer.writerows(table_of(entries, form))
    return out.getvalue().encode(form.encoding, errors="replace")


def workbook(entries: Entries, form: Form, real_dates: bool) -> bytes:
    """A diary as an XLSX workbook, with real dates or with texts."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Pain diary"])
    sheet.append([])
    sheet.append(["Date", "Pain (0-10)", "Notes"])
    for d in sorted(entries):
        for s in entries[d]:
            moment = datetime(d.year, d.month, d.day) + timedelta(hours=9)
            sheet.append([moment if real_dates else DATE_FORMS[form.dates](d), s, ""])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def means(entries: Entries) -> dict[date, tuple[float, int]]:
    """What every reader must find: each day's mean and number of entries."""
    return {d: (sum(scores) / len(scores), len(scores)) for d, scores in entries.items()}
