"""Kinds of files that differ in the shape of their table, and what stands beside the pain."""

from datetime import date, timedelta

from planner.model.diary import Ask, Blank, Direction
from tests.diary.generated.hand import Hand, Rows, Written, paired
from tests.diary.generated.words import YES_NO, weekday_name

MORNING_EVENING = {
    "en": ("Morning pain", "Evening pain"), "de": ("Schmerz morgens", "Schmerz abends"),
    "nl": ("Pijn ochtend", "Pijn avond"), "fr": ("Douleur matin", "Douleur soir"),
    "es": ("Dolor mañana", "Dolor noche"), "it": ("Dolore mattina", "Dolore sera"),
    "pl": ("Ból rano", "Ból wieczorem"), "pt": ("Dor manhã", "Dor noite"),
}  # fmt: skip
MEMBERS = (("Anna", "Ben"), ("Mama", "Papa", "Kind"), ("A.B.", "C.D."), ("P01", "P02"))


def morning_and_evening(hand: Hand) -> Written:
    """A column for the morning, one for the evening: two entries a day."""
    dates = hand.dates(30)
    first, second = hand.scores(len(dates)), hand.scores(len(dates))
    heads = [f"{name} (0-10)" for name in MORNING_EVENING[hand.language]]
    rows: Rows = [[hand.head("date"), *heads], *map(list, zip(dates, first, second, strict=True))]
    return Written(rows, {d: (a + b) / 2 for d, a, b in zip(dates, first, second, strict=True)})


def sessions(hand: Hand) -> Written:
    """A column of massage sessions: yes and no, crosses, or the words of the language."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    had = frozenset(day for n, day in enumerate(dates) if n % 9 == 4)
    yes, no = hand.rng.choice((YES_NO[hand.language], ("x", ""), ("1", "0"), ("✓", "")))
    rows: Rows = [[hand.head("date"), hand.pain_head(), hand.head("massage")]]
    rows += [[d, s, yes if d in had else no] for d, s in zip(dates, scores, strict=True)]
    return Written(rows, paired(dates, scores), sessions=had)


def a_tab_for_each_person(hand: Hand) -> Written:
    """A workbook with a tab for each person, over the same days."""
    dates = hand.dates(30)
    people, tabs = {}, {}
    names = hand.rng.choice(MEMBERS)
    for n, name in enumerate(names, 1):
        scores = hand.scores(len(dates))
        label = name if (len(name) <= len("A.B.") and "." in name) or name[-1].isdigit() else None
        people[label or f"person {n}"] = paired(dates, scores)
        head = [hand.head("date"), hand.head("pain") + " (0-10)", hand.head("note")]
        tabs[name] = [head, *([d, s, hand.note()] for d, s in zip(dates, scores, strict=True))]
    return Written([], {}, people=people, tabs=tabs, book=True)


def a_tab_for_each_year(hand: Hand) -> Written:
    """A workbook with a tab for each year, of one person."""
    scores, tabs = {}, {}
    head = [hand.head("date"), hand.pain_head(), hand.head("note")]
    for year in (2023, 2024, 2025):
        dates = [date(year, 11, 3) + timedelta(days=n) for n in range(20)]
        found = paired(dates, hand.scores(20))
        scores |= found
        tabs[str(year)] = [head, *([d, s, hand.note()] for d, s in found.items())]
    return Written([], scores, tabs=tabs, book=True)


def months_side_by_side(hand: Hand) -> Written:
    """Date and pain of one month, beside them those of the next."""
    dates = hand.dates(60, gaps=False)
    scores = hand.scores(60)
    apart = hand.rng.random() < 0.6
    head = [hand.head("date"), hand.pain_head(), hand.head("note"), *([""] if apart else [])]
    columns = hand.rng.choice((2, 3))
    long = -(-60 // columns)
    rows: Rows = [head * columns]
    for n in range(long):
        row: list = []
        for at in range(n, long * columns, long):
            row += [dates[at], scores[at], hand.note()] if at < 60 else ["", "", ""]
            row += [""] if apart else []
        rows.append(row)
    return Written(rows, paired(dates, scores))


def prefilled(hand: Hand) -> Written:
    """A form with the days of a year, filled in for some weeks: the others are not written."""
    first = date(2024, 1, 1)
    dates = [first + timedelta(days=n) for n in range(366)]
    begun = hand.rng.randrange(200)
    scores = dict(zip(dates[begun : begun + 50], hand.scores(50), strict=True))
    rows: Rows = [["Weekday", hand.head("date"), hand.pain_head(), hand.head("note")]]
    rows += [[weekday_name(d, hand.language), d, scores.get(d, ""), ""] for d in dates]
    return Written(rows, scores, {Ask.BLANK: Blank.NOT_WRITTEN})


def units_below(hand: Hand) -> Written:
    """A second line below the headings, with units; an average at the end."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    rows: Rows = [[hand.head("date"), hand.head("pain"), hand.head("sleep")],
                  ["", "0-10", "h"]]  # fmt: skip
    rows += [[d, s, hand.rng.randint(4, 9)] for d, s in zip(dates, scores, strict=True)]
    rows += [["", "", ""], [hand.rng.choice(("Average", "Mittelwert", "Moyenne")), 5.25, 6.5]]
    return Written(rows, paired(dates, scores), {Ask.SCALE: "0,10"})


def marks_for_nothing(hand: Hand) -> Written:
    """Dashes among date and pain alone: no pain, or not written down?"""
    dates = hand.dates(40)
    mark = hand.rng.choice(("-", "–", "n/a", "?", "."))
    scores = {d: hand.rng.choice((0, 3, 5, 8)) for d in dates}
    rows: Rows = [[hand.head("date"), hand.pain_head()]]
    rows += [[d, scores[d] or mark] for d in dates]
    meant = hand.rng.choice((*Blank,))
    days = {d: s for d, s in scores.items() if s or meant is Blank.NO_PAIN}
    return Written(rows, days, {Ask.BLANK: meant}, (Ask.BLANK,))


def blank_beside_words(hand: Hand) -> Written:
    """Words of severity, blank on days without pain, sleep written on all of them."""
    dates = hand.dates(40)
    ladder = ("", "Mild", "Moderate", "Severe")
    steps = {d: hand.rng.randrange(4) for d in dates}
    rows: Rows = [[hand.head("date"), "Headache", hand.head("sleep")]]
    rows += [[d, ladder[steps[d]], hand.rng.randint(4, 9)] for d in dates]
    meant = hand.rng.choice((*Blank,))
    days = {d: s * 10 / 3 for d, s in steps.items() if s or meant is Blank.NO_PAIN}
    return Written(rows, days, {Ask.BLANK: meant, Ask.SCALE: "0,3"}, (Ask.BLANK,))


def symptom_and_words(hand: Hand) -> Written:
    """A long table with the symptom in `name` and words of severity beside it."""
    dates = hand.dates(30)
    ladder = ("None", "Mild", "Moderate", "Severe")
    steps = [int(step) for step in hand.scores(len(dates), 3)]
    steps[:4] = range(4)
    what = hand.rng.choice(("Back pain", "Headache", "Joint pain"))
    rows: Rows = [["id", hand.rng.choice(("name", "Symptom name")), "severity", hand.head("date")]]
    for n, (d, step) in enumerate(zip(dates, steps, strict=True)):
        rows += [[2 * n, what, ladder[step], d], [2 * n + 1, "Fatigue", hand.rng.choice(ladder), d]]
    days = {d: step * 10 / 3 for d, step in zip(dates, steps, strict=True)}
    return Written(rows, days, {Ask.SCALE: "0,3", Ask.PAIN_COLUMN: what})


def mood_of_ones_own(hand: Hand) -> Written:
    """Old Daylio with moods of its own names: nothing is lost, their order is asked."""
    dates = hand.dates(40)[::-1]
    moods = ("amazing", "fine", "so so", "rough", "horrible")
    steps = [int(step) for step in hand.scores(len(dates), 4)]
    steps[:5] = range(5)
    rows: Rows = [["year", "date", "weekday", "time", "mood", "activities", "note"]]
    rows += [[d.year, f"{d.day} {d:%B}", f"{d:%A}", "21:31", moods[step], "walk | cook", ""]
             for d, step in zip(dates, steps, strict=True)]  # fmt: skip
    days = {d: step * 2.5 for d, step in zip(dates, steps, strict=True)}
    return Written(rows, days, {Ask.PAIN_COLUMN: "mood", Ask.WORD_ORDER: moods,
                                Ask.DIRECTION: Direction.WORSE}, (Ask.WORD_ORDER,))  # fmt: skip


def mixed_dates(hand: Hand) -> Written:
    """Dates written otherwise from some row on."""
    hand.form = "{d:02}.{m:02}.{y}"
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    rows: Rows = [[hand.head("date"), hand.pain_head()]]
    rows += [[d if n < 20 else d.isoformat(), s]
             for n, (d, s) in enumerate(zip(dates, scores, strict=True))]  # fmt: skip
    return Written(rows, paired(dates, scores), book=False)


KINDS = (
    morning_and_evening, sessions, a_tab_for_each_person, a_tab_for_each_year, months_side_by_side,
    prefilled, units_below, marks_for_nothing, blank_beside_words, symptom_and_words,
    mood_of_ones_own, mixed_dates,
)  # fmt: skip
