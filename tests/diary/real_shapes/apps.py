"""Exports of apps: Bearable, a headache app with time stamps, Daylio, Flaredown, a symptom log."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from tests.diary.real_shapes.shape import Shape, days, dice, mean, table

PAINS = ("Back pain", "Toothache", "Chest pain", "Migraine", "Knee pain", "Neck pain",
         "Stomach ache", "Hip pain", "Jaw pain", "Sore throat")  # fmt: skip
SEVERITY = ("None", "Mild", "Moderate", "Severe", "Unbearable")
MOODS = ("rad", "good", "tired but fine", "meh", "bad", "numb", "awful")  # two are their own


def shapes() -> Iterator[Shape]:
    """Each look-alike of an app's export."""
    yield _bearable()
    yield _symptoms_by_name()
    yield _epoch_of_100()
    yield _daylio()
    yield _flaredown()


def _bearable() -> Shape:
    """01: eight rows a day, ten pains with their severity in brackets, graded 0 to 4."""
    throw = dice("bearable")
    rows: list[list[object]] = []
    followed = {}
    for day in days(130):
        when = [f"{day.day}th {day:%b} {day.year}", day.isoformat(), f"{day:%A}"]
        others = throw.sample(PAINS[1:], 4)
        for pain in ("Back pain", *others):
            score = throw.randint(1, 4)
            detail = f"{pain} ({SEVERITY[score]})"
            rows.append([*when, throw.choice(("am", "pm")), "Symptom", score, detail, ""])
            if pain == "Back pain":
                followed[day] = float(score)
        rows.append([*when, "all day", "Mood", throw.randint(1, 10), "", "long note, with commas"])
        rows.append([*when, "", "Sleep", "7:40", "Asleep", ""])
        rows.append([*when, "pm", "Factors", "", "Walk | Coffee", ""])
    header = ["date", "date formatted", "weekday", "time of day", "category", "rating/amount",
              "detail", "notes"]  # fmt: skip
    names = (*sorted(PAINS), "worst-of-day")
    return Shape(
        "01 Bearable, ten pains", "bearable-export.csv", table(header, rows), len(rows), 130,
        followed, frozenset({"pain-column"}), {"pain": "Back pain"}, (0, 4),
        {"pain-column": names}, "Back pain",
    )  # fmt: skip


def _symptoms_by_name() -> Shape:
    """04: a row for each of ten symptoms; the column called name holds the symptom."""
    throw = dice("names")
    names = ("Knee Pain", "Back Pain", "happiness", "energy", "Headache", "sleep quality",
             "stress", "appetite", "focus", "Wrist pain")  # fmt: skip
    rows: list[list[object]] = []
    followed = {}
    for day in days(40):
        for name in names:
            score = throw.randint(0, 10)
            rows.append([name, score, f"{day} 18:07:{throw.randint(10, 59)}"])
            if name == "Knee Pain":
                followed[day] = float(score)
    asked = ("Back Pain", "Headache", "Knee Pain", "Wrist pain", "worst-of-day")
    return Shape(
        "04 name holds the symptom", "symptoms.csv", table(["name", "intensity", "date"], rows),
        len(rows), 40, followed, frozenset({"pain-column"}), {"pain": "Knee Pain"},
        choices={"pain-column": asked}, told="Knee Pain",
    )  # fmt: skip


def _epoch_of_100() -> Shape:
    """06: a headache app: milliseconds since 1970 and a rating up to 100, no word of its ends."""
    throw = dice("epoch")
    rows: list[list[object]] = []
    found = {}
    for day in days(60):
        moment = datetime.combine(day, time(throw.randint(1, 22), 15), UTC)
        score = throw.randint(0, 10) * 10
        rows.append([int(moment.timestamp() * 1000), score])
        found[day] = float(score)
    return Shape(
        "06 epoch stamps, 0 to 100", "headache.csv", table(["timestamp", "rating"], rows), 60, 60,
        found, frozenset({"scale", "direction"}),
        {"scale": (0, 100), "direction": "higher-is-worse"}, (0, 100), told="UTC",
    )  # fmt: skip


def _daylio() -> Shape:
    """11: moods as words, two of them the person's own, and no pain: their order is asked."""
    throw = dice("daylio")
    rows: list[list[object]] = []
    found = {}
    for day in days(80):
        word = throw.choice(MOODS)
        when = [day.isoformat(), f"{day:%B} {day.day}", f"{day:%A}", "9:00 PM"]
        rows.append([*when, word, "walk | reading", "", ""])
        found[day] = float(MOODS.index(word))
    header = ["full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note"]
    return Shape(
        "11 Daylio, words of moods", "daylio_export.csv", table(header, rows), 80, 80,
        found, frozenset({"pain-column"}), {"pain": "mood", "words": MOODS}, (0, 6),
        {"pain-column": ("mood",)},
    )  # fmt: skip


def _flaredown() -> Shape:
    """12: several people, each with symptoms from 0 to 4 beside treatments and the weather."""
    throw = dice("flaredown")
    rows: list[list[object]] = []
    scores: dict[object, list[int]] = {}
    for day in days(30):
        for user in ("QEVuA==", "QEVuB==", "QEVuC=="):
            about = [user, 40, "female", "CA", day.isoformat()]
            score = throw.randint(0, 4)
            rows.append([*about, 3168, "Condition", "Pain in left arm", score])
            rows.append([*about, 12, "Weather", "icon", "rain"])
            rows.append([*about, 77, "Treatment", "Ibuprofen", "8.0 mg"])
            if user == "QEVuA==":
                scores.setdefault(day, []).append(score)
                if throw.random() < 0.3:
                    rows.append([*about, 3168, "Condition", "Pain in left arm", 4 - score])
                    scores[day].append(4 - score)
    header = ["user_id", "age", "sex", "country", "checkin_date", "trackable_id", "trackable_type",
              "trackable_name", "trackable_value"]  # fmt: skip
    used = sum(map(len, scores.values()))
    return Shape(
        "12 Flaredown, several people", "fd-export.csv", table(header, rows), len(rows), used,
        {day: mean(found) for day, found in scores.items()}, frozenset({"person"}),
        {"person": "QEVuA=="}, (0, 4),
    )  # fmt: skip
