"""The hand that keeps a diary: its language, forms of dates, decimal sign, separator, encoding."""

import csv
import io
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from openpyxl import Workbook

from planner.model.diary import Ask, DateOrder, Direction
from tests.diary.generated.case import Case, Days
from tests.diary.generated.words import HEADINGS, LANGUAGES, NOTES, month_name

Cell = str | int | float | date | None
Rows = list[list[Cell]]
SEPARATORS = ",;\t|"
ENDS = ("\n", "\r\n", "\r\n", "\r")
LATIN = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1")
ANY = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le")
NUMERIC = {
    "{d:02}/{m:02}/{y}": DateOrder.DMY, "{d}.{m}.{y}": DateOrder.DMY,
    "{d:02}-{m:02}-{y}": DateOrder.DMY, "{d:02}.{m:02}.{y2:02}": DateOrder.DMY,
    "{m}/{d}/{y}": DateOrder.MDY,
}  # fmt: skip
CLEAR = ("{y}-{m:02}-{d:02}", "{y}/{m:02}/{d:02}", "{d}. {name} {y}", "{d} {name} {y}")
AMERICAN = ("{m}/{d}/{y}", "{name} {d}, {y}")


@dataclass(frozen=True)
class Written:
    """What is in a file, before it is one: rows or several tabs, and what is right."""

    rows: Rows
    days: Days
    answers: Mapping[Ask, object] = field(default_factory=dict)
    must: tuple[Ask, ...] = ()
    people: Mapping[str, Days] = field(default_factory=dict)
    sessions: frozenset[date] | None = None
    tabs: Mapping[str, Rows] | None = None
    book: bool | None = None  # a workbook, a text, or either


class Hand:
    """One person's way of writing, drawn once for a whole file."""

    def __init__(self, seed: int | str, language: str | None = None) -> None:
        """Draw every habit from the seed."""
        self.rng = random.Random(seed)
        self.language = language or self.rng.choice(LANGUAGES)
        english = self.language == "en"
        forms = (*NUMERIC, *CLEAR) if english else [one for one in (*NUMERIC, *CLEAR)
                                                    if one not in AMERICAN]  # fmt: skip
        self.form = self.rng.choice([*forms])
        self.comma = not english and self.rng.random() < 0.5

    def head(self, what: str) -> str:
        """A heading in the language of the diary."""
        return HEADINGS[self.language][what]

    def pain_head(self) -> str:
        """A heading of pain that states its scale."""
        mark = self.rng.choice(("(0-10)", "0-10", "/10", "(NRS 0-10)", "[0-10]"))
        return f"{self.head('pain')} {mark}"

    def dates(self, number: int | None = None, gaps: bool = True) -> list[date]:
        """Days one after the other, some left out; the thirteenth of a month among them."""
        first = date(2024, 1, 1) + timedelta(days=self.rng.randrange(500))
        every = [first + timedelta(days=n) for n in range(number or self.rng.randint(26, 60))]
        return [day for day in every if not gaps or day.day == 13 or self.rng.random() > 0.15]

    def scores(self, number: int, top: int = 10, half: bool = False) -> list[float]:
        """A walk between 0 and the top, which both are reached."""
        found, now = [], self.rng.randint(0, top)
        for _ in range(number):
            now = min(top, max(0, now + self.rng.choice((-2, -1, -1, 0, 0, 1, 1, 2))))
            found.append(now + 0.5 if half and now < top and self.rng.random() < 0.3 else now)
        found[self.rng.randrange(number)] = top
        return found

    def date_text(self, day: date) -> str:
        """A date in this hand."""
        name = month_name(day, self.language)
        return self.form.format(d=day.day, m=day.month, y=day.year, y2=day.year % 100, name=name)

    def number_text(self, number: float) -> str:
        """A number with this hand's decimal sign."""
        return f"{number:g}".replace(".", "," if self.comma else ".")

    def note(self) -> str:
        """Something beside the score, or nothing."""
        return self.rng.choice(NOTES)

    def text(self, cell: Cell) -> str:
        """A cell as it stands in a text."""
        if isinstance(cell, date):
            return self.date_text(cell)
        return "" if cell is None else cell if isinstance(cell, str) else self.number_text(cell)


def paired(dates: list[date], scores: list[float]) -> dict[date, float]:
    """The score of each day."""
    return dict(zip(dates, scores, strict=True))


def case_of(kind: str, written: Written, hand: Hand) -> Case:
    """The file of what was written, with its right answers."""
    book = hand.rng.random() < 0.25 if written.book is None else written.book
    tabs = written.tabs or {"Diary": written.rows}
    data = workbook(tabs, hand) if book else text(written.rows, hand)
    usual = {Ask.DIRECTION: Direction.WORSE} if Ask.DIRECTION in written.must else {}
    days = [day for one in (written.days, *written.people.values()) for day in one]
    if hand.form in NUMERIC and all(day.day <= 12 for day in days):
        usual |= {Ask.DATE_ORDER: NUMERIC[hand.form]}
    return Case(kind, data, f"diary.{'xlsx' if book else 'csv'}", written.days,
                {**usual, **written.answers}, frozenset(written.must), written.people,
                written.sessions)  # fmt: skip


def text(rows: Rows, hand: Hand) -> bytes:
    """The rows as delimited text in one of the usual encodings."""
    rng = hand.rng
    out = io.StringIO(newline="")
    separator = rng.choice(SEPARATORS)
    quoting = rng.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    writer = csv.writer(out, delimiter=separator, lineterminator=rng.choice(ENDS), quoting=quoting)
    writer.writerows([hand.text(cell) for cell in row] for row in rows)
    written = out.getvalue()
    encoding = rng.choice(LATIN if _is_latin(written) else ANY)
    return written.encode(encoding)


def _is_latin(written: str) -> bool:
    return written == written.encode("latin-1", "replace").decode("latin-1")


def workbook(tabs: Mapping[str, Rows], hand: Hand) -> bytes:
    """The rows as a workbook: real dates in most, dates as text in some."""
    book = Workbook()
    book.remove(book.active)
    as_text = hand.rng.random() < 0.3
    for name, rows in tabs.items():
        sheet = book.create_sheet(name[:31].replace("/", "-"))
        for row in rows:
            sheet.append([hand.text(cell) or None if as_text and isinstance(cell, date) else
                          cell if cell != "" else None for cell in row])  # fmt: skip
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
