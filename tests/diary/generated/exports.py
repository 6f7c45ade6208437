"""Kinds of files that apps write, with columns added, and tables below a preamble."""

from datetime import date

from planner.model.diary import Ask, Direction
from tests.diary.generated.hand import Hand, Rows, Written, paired

MORE = ("date formatted", "source", "device", "app version", "created at", "timezone", "uuid")
ENGLISH = "January February March April May June July August September October November December"


def _named(day: date) -> str:
    return f"{day.day} {ENGLISH.split()[day.month - 1]} {day.year}"


def _widened(hand: Hand, rows: Rows, fill: object = "x") -> Rows:
    """A product's table with one to three more columns among its own."""
    out = [[*row] for row in rows]
    for name in hand.rng.sample(MORE, hand.rng.randint(1, 3)):
        place = hand.rng.randrange(1, len(out[0]) + 1)
        for n, row in enumerate(out):
            row.insert(place, name if n == 0 else _beside(name, row[0], fill))
    return out


def _beside(name: str, first: object, fill: object) -> object:
    return first if name in ("date formatted", "created at") else fill


def bearable(hand: Hand) -> Written:
    """Bearable with columns added: severities of 0 to 4, a mood beside."""
    hand.form = "{y}-{m:02}-{d:02}"
    dates = hand.dates(40)
    words = ("None", "Mild", "Moderate", "Severe", "Unbearable")
    scores = [int(score) for score in hand.scores(len(dates), 4)]
    rows: Rows = [
        ["date", "weekday", "time of day", "category", "rating/amount", "detail", "notes"]
    ]
    massages = frozenset(day for day in dates if hand.rng.random() < 0.1)
    for day, score in zip(dates, scores, strict=True):
        name, weekday = _named(day), f"{day:%A}"
        rows.append(
            [name, weekday, "pm", "Symptom", str(score), f"Lower back pain ({words[score]})", ""]
        )
        rows.append([name, weekday, "pm", "Mood", "6", "Calm", ""])
        if day in massages:
            rows.append([name, weekday, "pm", "Factors", "", "Massage | Walk", ""])
    days = {day: score * 2.5 for day, score in zip(dates, scores, strict=True)}
    return Written(_widened(hand, rows), days, {Ask.SCALE: "0,4"}, sessions=massages)


def daylio(hand: Hand) -> Written:
    """Daylio with a scale named pain, and columns added."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    rows: Rows = [["full_date", "date", "weekday", "time", "mood", "activities", "scales",
                   "note_title", "note"]]  # fmt: skip
    rows += [[day.isoformat(), f"{day:%B} {day.day}", f"{day:%A}", "9:00 PM", "good",
              "walk | reading", f"Pain: {score:g} | Stress: 2", "", ""]
             for day, score in zip(dates, scores, strict=True)]  # fmt: skip
    days = paired(dates, scores)
    return Written(_widened(hand, rows), days, {Ask.SCALE: "0,10"})


MOODS = ("rad", "good", "meh", "bad", "awful")


def daylio_old(hand: Hand) -> Written:
    """Old Daylio: the year in one column, the day in another, and only the mood to follow."""
    dates = hand.dates(40)[::-1]
    steps = [int(step) for step in hand.scores(len(dates), 4)]
    rows: Rows = [["year", "date", "weekday", "time", "mood", "activities", "note"]]
    order = hand.rng.random() < 0.5
    rows += [[str(day.year), f"{day.day} {day:%B}" if order else f"{day:%B} {day.day}", f"{day:%A}",
              "9:31 pm", MOODS[step], "walk | cook", ""]
             for day, step in zip(dates, steps, strict=True)]  # fmt: skip
    days = {day: step * 2.5 for day, step in zip(dates, steps, strict=True)}
    return Written(rows, days, {Ask.PAIN_COLUMN: "mood", Ask.SCALE: "0,4", Ask.WORD_ORDER: MOODS,
                                Ask.DIRECTION: Direction.WORSE}, (Ask.PAIN_COLUMN,))  # fmt: skip


def flaredown(hand: Hand) -> Written:
    """Flaredown of two people, with columns added."""
    dates = hand.dates(20)
    people: dict[str, dict[date, float]] = {}
    rows: Rows = [["user_id", "age", "sex", "country", "checkin_date", "trackable_id",
                   "trackable_type", "trackable_name", "trackable_value"]]  # fmt: skip
    for user in ("QEVuA==", "QEVuB=="):
        steps = [int(step) for step in hand.scores(len(dates), 4)]
        people[user] = {day: step * 2.5 for day, step in zip(dates, steps, strict=True)}
        for day, step in zip(dates, steps, strict=True):
            own = [user, "41", "female", "CA", day.isoformat()]
            rows.append([*own, "31", "Symptom", "Joint pain", str(step)])
            rows.append([*own, "77", "Treatment", "Ibuprofen", "8.0 mg"])
    return Written(_widened(hand, rows), {}, people=people)


def visible(hand: Hand) -> Written:
    """Visible with columns added: symptoms of 0 to 3."""
    dates = hand.dates(30)
    steps = [int(step) for step in hand.scores(len(dates), 3)]
    rows: Rows = [["observation_date", "tracker_name", "tracker_category", "observation_value"]]
    for day, step in zip(dates, steps, strict=True):
        rows.append([day.isoformat(), "Joint pain", "Pain", str(step)])
        rows.append([day.isoformat(), "Resting HR", "Measurement", "62"])
    days = {day: step * 10 / 3 for day, step in zip(dates, steps, strict=True)}
    return Written(_widened(hand, rows), days)


def apple_export(hand: Hand) -> Written:
    """Symptoms of Apple Health as an exporter writes them."""
    dates = hand.dates(30)
    words = ("Not Present", "Mild", "Moderate", "Severe")
    steps = [int(step) for step in hand.scores(len(dates), 3)]
    steps[:4] = range(4)
    rows: Rows = [["Start", "End", "Name", "Severity", "User Entered", "Source"]]
    for day, step in zip(dates, steps, strict=True):
        stamp = f"{day.isoformat()} 09:00:00 -0800"
        rows.append([stamp, stamp, "Lower Back Pain", words[step], "true", "Health"])
    days = {day: step * 10 / 3 for day, step in zip(dates, steps, strict=True)}
    return Written(rows, days, {Ask.SCALE: "0,3"})


PREAMBLES = (
    [["My pain diary"]],
    [["Pain diary"], ["Name:", "-"], []],
    [["Please rate your pain every day and note the date"], []],
    [["Date, pain and notes are below"], ["Exported", "2025-11-03"], []],
    [["Blank = as on the row above for:", "", "", "region", "side and", "intensity"]],
    [["Report", "Pain"], ["From", "2024-01-01"], ["To", "2025-12-01"], []],
    [["# exported by an app"], ["# date = day of the entry, pain = 0 to 10"]],
)


def preamble(hand: Hand) -> Written:
    """A title, or sentences that name the columns, above the headings."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    rows: Rows = [[*line] for line in hand.rng.choice(PREAMBLES)]
    rows.append([hand.head("date"), hand.pain_head(), hand.head("sleep"), hand.head("note")])
    rows += [
        [d, s, hand.rng.randint(4, 9), hand.note()] for d, s in zip(dates, scores, strict=True)
    ]
    if hand.rng.random() < 0.4:
        rows += [[], [hand.rng.choice(("Average", "Total", "Mittelwert")), "", "", ""]]
    return Written(rows, paired(dates, scores))


def form_answers(hand: Hand) -> Written:
    """A form of Google: a time stamp, then questions as headings."""
    hand.form = "{m}/{d}/{y}"
    dates = hand.dates(30)
    scores = hand.scores(len(dates))
    asked = hand.rng.choice(("How bad is your pain today? (0-10)", "Rate your pain from 0 to 10",
                             "On a scale of 0-10, how much pain do you have?"))  # fmt: skip
    rows: Rows = [["Timestamp", asked, "Where does it hurt?", "Did you have a massage?"]]
    had = frozenset(day for day in dates if hand.rng.random() < 0.15)
    rows += [[f"{d.month}/{d.day}/{d.year} 21:05:09", s, "Lower back", "Yes" if d in had else "No"]
             for d, s in zip(dates, scores, strict=True)]  # fmt: skip
    return Written(rows, paired(dates, scores), sessions=had)


def many_columns(hand: Hand) -> Written:
    """Pain among steps, mood, stress, energy and hours of sleep."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    beside = {"Steps": 15000, "Mood (1-5)": 5, "Stress": 10, "Energy level": 10,
              hand.head("sleep"): 9, "Weight": 90}  # fmt: skip
    order = hand.rng.sample([hand.head("date"), "pain", *beside], len(beside) + 2)
    heading = hand.pain_head()
    rows: Rows = [[heading if name == "pain" else name for name in order]]
    for d, s in zip(dates, scores, strict=True):
        known = {hand.head("date"): d, "pain": s}
        rows.append(
            [known[name] if name in known else hand.rng.randint(1, beside[name]) for name in order]
        )
    return Written(rows, paired(dates, scores))


KINDS = (
    bearable, daylio, daylio_old, flaredown, visible, apple_export, preamble, form_answers,
    many_columns,
)  # fmt: skip
