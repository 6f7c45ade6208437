"""Kinds of files that are kept like a calendar: months, years and weeks on a sheet."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import groupby

from planner.model.diary import Ask
from tests.diary.generated.hand import Hand, Rows, Written, paired
from tests.diary.generated.words import TITLES, month_name, weekday_name


def _months(hand: Hand, dates: list[date]) -> dict[tuple[int, int], list[date]]:
    """The days of each month."""
    return {key: [*days] for key, days in groupby(dates, lambda d: (d.year, d.month))}


def _title(hand: Hand, day: date) -> str:
    """A month as a title: February 2025, 02/2025, FEBRUARY 2025."""
    name = month_name(day, hand.language, titled=True)
    ways = (f"{name} {day.year}", f"{name.upper()} {day.year}", f"{name.capitalize()} {day.year}",
            f"{day.month:02}/{day.year}", f"{day.year}-{day.month:02}", f"{name} '{day:%y}",
            f"{name if name.startswith('jui') else name[:3]} {day:%y}")  # fmt: skip
    return ways[hand.title % len(ways)]


def month_titles(hand: Hand) -> Written:
    """A month as a title, then day numbers, in one column of text."""
    hand.title = hand.rng.randrange(7)
    dates = hand.dates(70)
    scores = dict(zip(dates, hand.scores(len(dates)), strict=True))
    rows: Rows = []
    again = hand.rng.random() < 0.5
    head = [hand.head("day"), hand.pain_head(), hand.head("note")]
    for days in _months(hand, dates).values():
        blank = [["", "", ""]] if rows else []
        headed = [head] if again or not rows else []
        rows += [*blank, [_title(hand, days[0]), "", ""], *headed]
        dotted = hand.rng.random() < 0.3
        rows += [[f"{d.day}." if dotted else d.day, scores[d], hand.note()] for d in days]
    return Written(rows, scores)


def month_tabs(hand: Hand) -> Written:
    """A tab for each month, with day numbers."""
    hand.title = hand.rng.choice((0, 1, 2, 5, 6))
    dates = hand.dates(70)
    scores = dict(zip(dates, hand.scores(len(dates)), strict=True))
    head = [hand.head("day"), hand.pain_head(), hand.head("note")]
    tabs, titled = {}, hand.rng.random() < 0.5
    for days in _months(hand, dates).values():
        above: Rows = [[_title(hand, days[0]), None, None]] if titled else []
        tabs[_title(hand, days[0])] = [
            *above,
            head,
            *([d.day, scores[d], hand.note()] for d in days),
        ]
    return Written([], scores, tabs=tabs, book=True)


def month_titles_without_a_year(hand: Hand) -> Written:
    """A month alone as a title; the year above all of them, or asked."""
    dates = hand.dates(70)
    scores = dict(zip(dates, hand.scores(len(dates)), strict=True))
    told = dates[0].year == dates[-1].year and hand.rng.random() < 0.5
    rows: Rows = [[str(dates[0].year), "", ""]] if told else []
    head = [hand.head("day"), hand.pain_head(), hand.head("note")]
    for days in _months(hand, dates).values():
        rows += [[month_name(days[0], hand.language, titled=True), "", ""], head]
        rows += [[d.day, scores[d], hand.note()] for d in days]
    asked = {} if told else {Ask.YEAR: str(dates[0].year)}
    return Written(rows, scores, asked, (*asked,))


def month_across(hand: Hand) -> Written:
    """A month to a block: its days side by side, pain and sleep in lines below."""
    hand.title = hand.rng.randrange(7)
    first = hand.dates(40)[0].replace(day=1)
    dates = [first + timedelta(days=n) for n in range(62)]
    corner = hand.rng.random() < 0.5
    rows, scores, heading = [], {}, hand.pain_head()
    for days in [*_months(hand, dates).values()][:2]:
        given = hand.scores(len(days))
        scores |= dict(zip(days, given, strict=True))
        title = _title(hand, days[0])
        above: Rows = [] if corner else [[title, *[""] * 31]]
        rows += [*above, [title if corner else hand.head("day"), *[d.day for d in days]],
                 [heading, *given], [hand.head("sleep"), *[7] * len(days)], [""] * 32]  # fmt: skip
    return Written(rows, scores)


def year_grid(hand: Hand) -> Written:
    """Days down, months across, the year above or in the corner."""
    year = hand.rng.choice((2023, 2024))
    months = range(1, 13)
    grid = {date(year, m, d): hand.rng.choice((None, *range(11)))
            for m in months for d in range(1, monthrange(year, m)[1] + 1)}  # fmt: skip
    short = hand.rng.random() < 0.5
    names = [name[:3] if short and hand.language != "fr" else name
             for name in TITLES[hand.language].split()]  # fmt: skip
    corner = hand.rng.random() < 0.3
    told = corner or hand.rng.random() < 0.7
    title = f"{hand.head('pain')} {year if told else ''} (0-10)"
    rows: Rows = [] if corner else [[title, *[""] * 12]]
    rows.append([str(year) if corner else hand.head("day"), *names])
    for d in range(1, 32):
        rows.append([d, *(grid.get(_day(year, m, d)) for m in months)])
    days = {day: score for day, score in grid.items() if score is not None}
    asked = {} if told else {Ask.YEAR: str(year)}
    return Written(rows, days, {Ask.SCALE: "0,10", **asked}, (*asked,))


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def year_grid_across(hand: Hand) -> Written:
    """Months down, days across."""
    year = hand.rng.choice((2023, 2024))
    names = TITLES[hand.language].split()
    rows: Rows = [[f"{hand.head('pain')} {year} (0-10)", *[""] * 31], ["", *range(1, 32)]]
    days = {}
    for m in range(1, 13):
        row: list = [names[m - 1]]
        for d in range(1, 32):
            score = hand.rng.choice((None, *range(11))) if _day(year, m, d) else None
            row.append(score)
            if score is not None:
                days[date(year, m, d)] = score
        rows.append(row)
    return Written(rows, days, {Ask.SCALE: "0,10"})


def _monday(hand: Hand) -> date:
    return date(2024, 1, 1) + timedelta(weeks=hand.rng.randrange(60))


def week_blocks(hand: Hand) -> Written:
    """Weeks one below the other: dates across, pain, sleep and notes down."""
    first, scores = _monday(hand), {}
    rows: Rows = [[f"{hand.head('pain')} diary", *[""] * 7]] if hand.rng.random() < 0.5 else []
    sleep_first = hand.rng.random() < 0.4
    heading = hand.pain_head()
    for week in range(hand.rng.randint(3, 6)):
        days = [first + timedelta(weeks=week, days=n) for n in range(7)]
        given = hand.scores(7)
        scores |= dict(zip(days, given, strict=True))
        corner = hand.rng.choice((f"{hand.head('week')} {week + 1}", "", hand.head("date")))
        lines = [[heading, *given], [hand.head("sleep"), *[7] * 7]]
        lines = lines[::-1] if sleep_first else lines
        rows += [
            [corner, *days],
            *lines,
            [hand.head("note"), *[hand.note() for _ in days]],
            [""] * 8,
        ]
    return Written(rows, scores)


def days_across(hand: Hand) -> Written:
    """Days side by side, one line for pain, one for sleep."""
    dates = hand.dates(30)
    scores = hand.scores(len(dates))
    rows: Rows = [[hand.head("date"), *dates], [hand.pain_head(), *scores],
                  [hand.head("sleep"), *[7] * len(dates)]]  # fmt: skip
    return Written(rows, paired(dates, scores))


def weeks_as_rows(hand: Hand) -> Written:
    """A row for each week, a column for each weekday."""
    first, days = _monday(hand), {}
    hand.form = hand.rng.choice(("{y}-{m:02}-{d:02}", "{d:02}.{m:02}.{y}", "{d} {name} {y}"))
    names = [weekday_name(first + timedelta(days=n), hand.language) for n in range(7)]
    rows: Rows = [[hand.pain_head(), *[""] * 7], [hand.head("week"), *names]]
    for week in range(6):
        begins = first + timedelta(weeks=week)
        given = hand.scores(7)
        days |= {begins + timedelta(days=n): score for n, score in enumerate(given)}
        rows.append([begins, *given])
    return Written(rows, days)


KINDS = (
    month_titles, month_titles_without_a_year, month_tabs, month_across, year_grid,
    year_grid_across, week_blocks, days_across, weeks_as_rows,
)  # fmt: skip
