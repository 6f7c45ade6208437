"""Kinds of files that differ in how the day is written."""

from datetime import date, datetime, timedelta

from planner.model.diary import Ask, DateOrder
from tests.diary.generated.hand import NUMERIC, Hand, Rows, Written, paired
from tests.diary.generated.scores import _table
from tests.diary.generated.words import month_name, weekday_name


def _written(hand: Hand, dates: list[date], cells: list[str], answers: dict | None = None,
             must: tuple[Ask, ...] = (), heading: str | None = None) -> Written:  # fmt: skip
    """A table with its dates already written."""
    scores = hand.scores(len(dates))
    rows = _table(hand, heading or hand.pain_head(), scores, cells)
    days = paired(dates, scores)
    return Written(rows, days, answers or {}, must)


def no_year(hand: Hand) -> Written:
    """Day and month alone, with or without the weekday."""
    dates = hand.dates(45)
    lang = hand.language
    ways = [lambda d: f"{d.day}/{d.month}", lambda d: f"{d.day}.{d.month}.",
            lambda d: f"{weekday_name(d, lang)} {d.day}/{d.month}",
            lambda d: f"{d.day} {month_name(d, lang)}", lambda d: f"{d.day}. {month_name(d, lang)}",
            lambda d: f"{weekday_name(d, lang)}, {d.day} {month_name(d, lang)[:3]}"]  # fmt: skip
    if lang == "en":
        ways += [lambda d: f"{month_name(d, lang)[:3]} {d.day}",
                 lambda d: f"{month_name(d, lang)} {d.day}{_nth(d.day)}"]  # fmt: skip
    way = hand.rng.choice(ways)
    order = {Ask.DATE_ORDER: DateOrder.DMY} if all(d.day <= 12 for d in dates) else {}
    return _written(hand, dates, [way(d) for d in dates],
                    {Ask.YEAR: str(dates[0].year), **order}, (Ask.YEAR,))  # fmt: skip


def _nth(day: int) -> str:
    return {1: "st", 21: "st", 31: "st", 2: "nd", 22: "nd", 3: "rd", 23: "rd"}.get(day, "th")


def no_year_over_new_year(hand: Hand) -> Written:
    """December, then January, without a year."""
    first = date(hand.rng.choice((2023, 2024)), 12, hand.rng.randint(3, 14))
    dates = [first + timedelta(days=n) for n in range(45)]
    cells = [f"{d.day}.{d.month}." for d in dates]
    return _written(hand, dates, cells, {Ask.YEAR: str(first.year)}, (Ask.YEAR,))


def typo_in_the_year(hand: Hand) -> Written:
    """One January date of the year before: left out, the others as they are."""
    first = date(hand.rng.choice((2024, 2025)), 1, hand.rng.randint(2, 6))
    dates = [first + timedelta(days=n) for n in range(40)]
    wrong = hand.rng.randrange(2, 15)
    cells = [hand.date_text(d.replace(year=d.year - (n == wrong))) for n, d in enumerate(dates)]
    scores = hand.scores(40)
    days = {d: s for n, (d, s) in enumerate(zip(dates, scores, strict=True)) if n != wrong}
    return Written(_table(hand, hand.pain_head(), scores, cells), days)


def year_in_its_own_column(hand: Hand) -> Written:
    """The year beside day and month."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    rows: Rows = [[hand.head("year"), hand.head("date"), hand.pain_head()]]
    rows += [[d.year, f"{d.day} {month_name(d, hand.language)}", s]
             for d, s in zip(dates, scores, strict=True)]  # fmt: skip
    return Written(rows, paired(dates, scores))


def three_columns(hand: Hand) -> Written:
    """Year, month and day each in a column, in any order, the month as number or name."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    named = hand.rng.random() < 0.5

    def month(d: date) -> str | int:
        return month_name(d, hand.language, titled=True) if named else d.month

    parts = {"year": lambda d: d.year, "day": lambda d: d.day, "month": month}
    order = hand.rng.sample([*parts], 3)
    rows: Rows = [[*map(hand.head, order), hand.pain_head()]]
    rows += [[*(parts[one](d) for one in order), s] for d, s in zip(dates, scores, strict=True)]
    return Written(rows, paired(dates, scores))


def three_columns_written_once(hand: Hand) -> Written:
    """Year and month stand once, in the first row of each, below a line that names columns."""
    dates = hand.dates(40, gaps=False)
    scores = hand.scores(len(dates))
    said = f"Blank = as above for {hand.head('year')} and {hand.head('month')}"
    rows: Rows = [[said, "", hand.head("day"), "intensity"]] if hand.rng.random() < 0.7 else []
    rows.append([hand.head("year"), hand.head("month"), hand.head("day"), hand.pain_head()])
    last: tuple[int, int] = (0, 0)
    for d, s in zip(dates, scores, strict=True):
        rows.append([d.year if d.year != last[0] else "", d.month if d.month != last[1] else "",
                     d.day, s])  # fmt: skip
        last = (d.year, d.month)
    return Written(rows, paired(dates, scores))


def month_after_day(hand: Hand) -> Written:
    """2025-13-03: the day stands before the month."""
    dates = hand.dates(40, gaps=False)
    mark = hand.rng.choice("-/.")
    return _written(hand, dates, [f"{d.year}{mark}{d.day:02}{mark}{d.month:02}" for d in dates])


def protected(hand: Hand) -> Written:
    """Texts that Excel may not read as numbers: =\"2025-03-01\" and '2025-03-01."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    guard = hand.rng.choice(('="{}"', "'{}"))
    both = hand.rng.random() < 0.5
    cells = [guard.format(hand.text(s)) if both else s for s in scores]
    rows = _table(hand, hand.pain_head(), cells, [guard.format(hand.date_text(d)) for d in dates])
    return Written(rows, paired(dates, scores), book=False)


def dots_up_to_the_twelfth(hand: Hand) -> Written:
    """No day beyond the twelfth: the order is asked, or the language tells."""
    hand.form = hand.rng.choice(("{d:02}.{m:02}.{y}", "{d:02}/{m:02}/{y}", "{d}-{m}-{y}"))
    dates = [date(2025, month, day) for month in (1, 2, 3) for day in range(1, 11)]
    asked = {Ask.DATE_ORDER: DateOrder.DMY}
    return _written(hand, dates, [hand.date_text(d) for d in dates], asked)


def with_a_time(hand: Hand) -> Written:
    """Date and time in one cell, two entries a day."""
    dates = hand.dates(30)
    scores = hand.scores(2 * len(dates))
    ways = ("{} {}", "{}, {}", "{}T{}:00") if hand.form.startswith("{y}-") else ("{} {}",)
    way = hand.rng.choice(ways)
    cells = [way.format(hand.date_text(d), clock) for d in dates for clock in ("08:15", "20:40")]
    rows = _table(hand, hand.pain_head(), scores, cells)
    days = {d: (scores[2 * n] + scores[2 * n + 1]) / 2 for n, d in enumerate(dates)}
    return Written(rows, days)


def filled_down(hand: Hand) -> Written:
    """The date stands once for the entries of its day."""
    dates = hand.dates(30)
    scores = hand.scores(2 * len(dates))
    rows: Rows = [[hand.head("date"), hand.head("time"), hand.pain_head()]]
    for n, d in enumerate(dates):
        rows += [[d, "08:15", scores[2 * n]], ["", "20:40", scores[2 * n + 1]]]
    days = {d: (scores[2 * n] + scores[2 * n + 1]) / 2 for n, d in enumerate(dates)}
    return Written(rows, days)


def named_with_weekday(hand: Hand) -> Written:
    """Thu 20 Feb 2025, jeudi 20 février 2025."""
    dates = hand.dates(40)
    cells = [f"{weekday_name(d, hand.language)}{hand.rng.choice((',', '', '.'))} {d.day} "
             f"{month_name(d, hand.language)} {d.year}" for d in dates]  # fmt: skip
    return _written(hand, dates, cells)


def weekday_beside(hand: Hand) -> Written:
    """The weekday in its own column settles the order of day and month."""
    hand.form = hand.rng.choice([*NUMERIC])
    dates = [date(2025, month, day) for month in (4, 5, 6) for day in range(1, 12)]
    scores = hand.scores(len(dates))
    rows: Rows = [[hand.head("date"), "Weekday", hand.pain_head()]]
    rows += [[hand.date_text(d), weekday_name(d, hand.language), s]
             for d, s in zip(dates, scores, strict=True)]  # fmt: skip
    return Written(rows, paired(dates, scores))


def serial(hand: Hand) -> Written:
    """The number of the day, as a spreadsheet keeps it."""
    dates = hand.dates(40)
    return _written(hand, dates, [str((d - date(1899, 12, 30)).days) for d in dates])


def stamps(hand: Hand) -> Written:
    """Stamps with their offset: the day is the local one."""
    dates = hand.dates(40)
    zone = hand.rng.choice(("+01:00", "-0800", "+0200"))
    form = "%Y-%m-%dT%H:%M:%S" if hand.rng.random() < 0.5 else "%Y-%m-%d %H:%M:%S "
    cells = [f"{datetime(d.year, d.month, d.day, 23, 10):{form}}{zone}" for d in dates]
    return _written(hand, dates, cells)


KINDS = (
    no_year, no_year_over_new_year, typo_in_the_year, year_in_its_own_column, three_columns,
    three_columns_written_once, month_after_day, protected, dots_up_to_the_twelfth, with_a_time,
    filled_down, named_with_weekday, weekday_beside, serial, stamps,
)  # fmt: skip
