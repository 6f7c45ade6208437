"""Tables kept by hand, by a clinic or by a study."""

from collections.abc import Iterator
from datetime import date

from tests.diary.real_shapes.shape import Shape, days, dice, mean, table


def shapes() -> Iterator[Shape]:
    """Each look-alike of a table."""
    yield _filled_down()
    yield _semicolons()
    yield _no_word_of_pain()
    yield _items_of_an_inventory()
    yield _many_people()
    yield _headings_without_pain()
    yield _places_in_columns()
    yield _three_years()


def _filled_down() -> Shape:
    """03: a sentence above that names the columns, each date once, six scores of 0 to 7 a day."""
    throw = dice("filled down")
    rows: list[list[object]] = []
    found: dict[date, float | None] = {}
    for day in days(120):
        scores = [throw.randint(0, 7) for _ in range(6)]
        for number, score in enumerate(scores):
            rows.append([f"{day:%Y-%m-%d}" if number == 0 else "", f"{6 + 3 * number}:00", score])
        found[day] = mean(scores)
    above = [["Each row has date, time and pain score from the patient"], []]
    return Shape(
        "03 preamble, dates once", "log.csv", table(["Date", "Time", "Pain"], rows, above), 720,
        720, found, frozenset({"scale"}), {"scale": (0, 7)}, (0, 7),
        {"scale": ("0,7", "0,10", "0,100")},
    )  # fmt: skip


def _semicolons() -> Shape:
    """05: semicolons, 24 days before the plan and 8 since."""
    throw = dice("semicolons")
    scores = {day: float(throw.randint(2, 8)) for day in days(32)}
    rows: list[list[object]] = [
        [f"{day:%d.%m.%Y}", f"{score:g}", "6,5"] for day, score in scores.items()
    ]
    header = ["Datum", "Schmerz (0-10)", "Schlaf"]
    return Shape("05 semicolons", "tagebuch.csv", table(header, rows, by=";"), 32, 32, dict(scores))


def _no_word_of_pain() -> Shape:
    """07: d-m-yyyy, several things rated, none of them called pain."""
    throw = dice("several")
    rows: list[list[object]] = []
    found: dict[date, float | None] = {}
    for day in days(1196):
        stiffness, energy, mood = (throw.randint(0, 10) for _ in range(3))
        rows.append([f"{day.day}-{day.month}-{day.year}", stiffness, energy, mood])
        found[day] = float(stiffness)
    header = ["Date", "Stiffness", "Energy", "Mood"]
    return Shape(
        "07 d-m-yyyy, no pain named", "ratings.csv", table(header, rows), 1196, 1196, found,
        frozenset({"pain-column"}), {"pain": "Stiffness", "direction": "higher-is-worse"},
        choices={"pain-column": ("Stiffness", "Energy", "Mood", "count-days")},
    )  # fmt: skip


def _items_of_an_inventory() -> Shape:
    """09: the codes of a questionnaire; items 3 to 6 are the pain."""
    throw = dice("bpi")
    items = ["bpi3", "bpi4", "bpi5", "bpi6"]
    others = ["bpi8", *(f"bpi9{letter}" for letter in "abcdefg")]
    rows: list[list[object]] = []
    found: dict[date, float | None] = {}
    for day in days(28):
        scores = [throw.randint(0, 10) for _ in (*items, *others)]
        rows.append([f"{day:%d/%m/%Y}", *scores])
        found[day] = float(scores[2])
    return Shape(
        "09 codes of the BPI", "bpi.csv", table(["visitdate", *items, *others], rows), 28, 28,
        found, frozenset({"pain-column"}), {"pain": "bpi5"}, choices={"pain-column": tuple(items)},
    )  # fmt: skip


def _many_people() -> Shape:
    """10: 48 people in one file, told apart by a code."""
    throw = dice("people")
    rows: list[list[object]] = []
    found: dict[date, float | None] = {}
    for person in range(1, 49):
        for day in days(14):
            score = throw.randint(0, 10)
            rows.append([f"SAT{person:03d}", day.isoformat(), score])
            if person == 7:
                found[day] = float(score)
    return Shape(
        "10 48 people", "study.csv", table(["ID", "Date", "Pain (0-10)"], rows), 48 * 14, 14,
        found, frozenset({"person"}), {"person": "SAT007"},
    )  # fmt: skip


def _headings_without_pain() -> Shape:
    """r02: scores under names of their own; what is asked must be seen."""
    throw = dice("r02")
    rows: list[list[object]] = []
    found: dict[date, float | None] = {}
    for day in days(30):
        left, right = throw.randint(0, 10), throw.randint(0, 10)
        rows.append([day.isoformat(), "felt it on the stairs", left, right])
        found[day] = float(right)
    return Shape(
        "r02 names of their own", "mine.csv", table(["Date", "What", "Grumble", "Zing"], rows), 30,
        30, found, frozenset({"pain-column"}), {"pain": "Zing", "direction": "higher-is-worse"},
        choices={"pain-column": ("Grumble", "Zing", "count-days")},
    )  # fmt: skip


def _places_in_columns() -> Shape:
    """r04: a column for each place of the body; a day counts with its worst where so chosen."""
    throw = dice("r04")
    places = ("Neck", "Lower back", "Left knee")
    rows: list[list[object]] = []
    found: dict[date, float | None] = {}
    for day in days(30):
        scores = [throw.randint(0, 10) for _ in places]
        rows.append([day.isoformat(), *scores])
        found[day] = float(max(scores))
    return Shape(
        "r04 places in columns", "places.csv", table(["Date", *places], rows), 30, 30, found,
        frozenset({"pain-column"}), {"pain": "worst-of-day"},
        choices={"pain-column": (*places, "worst-of-day")}, told="worst",
    )  # fmt: skip


def _three_years() -> Shape:
    """r10: three years, two entries on some days, months without any."""
    throw = dice("r10")
    rows: list[list[object]] = []
    found: dict[date, float | None] = {}
    for day in days(1095):
        if day.month in (7, 8):
            continue
        scores = [throw.randint(0, 10) for _ in range(throw.choice((1, 2)))]
        rows += [[day.isoformat(), f"{8 + 12 * n}:00", score] for n, score in enumerate(scores)]
        found[day] = mean(scores)
    header = ["Date", "Time", "Pain (0-10)"]
    return Shape("r10 three years", "years.csv", table(header, rows), len(rows), len(rows), found)
