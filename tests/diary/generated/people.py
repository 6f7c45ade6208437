"""Kinds of files of several people, and of several things rated."""

from datetime import date

from planner.model.diary import Ask, Direction, Follow
from tests.diary.generated.hand import Hand, Rows, Written, paired

HEADINGS = ("id", "ID", "Code", "Initials", "MRN", "Study ID", "Kunde", "Case", "Patient", "Client",
            "Participant ID", "user_id", "Klient", "Subject", "Ref", "Who", "Paciente", "Cliente",
            "Klant", "Pacjent", "Utente", "Dossier", "Family member", "Person")  # fmt: skip
CODES = (
    ("SAT001", "SAT002", "SAT003"), ("AB", "CD", "EF"), ("P-01", "P-02"), ("1001", "1002", "1003"),
    ("A.B.", "C.D."), ("K17", "K18", "K22", "K31"), ("1", "2"),
)  # fmt: skip
BESIDE = (
    ("Weather", ("Sun", "Rain", "Fog")), ("Work", ("Office", "Home")),
    ("Mood", ("Calm", "Low", "Tense")), ("Cycle", ("L", "F", "M")),
)  # fmt: skip
IN_NAME = ("name", "Name", "Symptom", "Tracker", "Item", "what", "Type", "Label", "Titel", "event")
NAMES = ("Anna Berg", "Luc Petit", "Mia Rossi")


def _of_several(hand: Hand, heading: str, people: dict[str, str], mixed: bool) -> Written:
    """Rows of several people over the same days; `people`: what stands there, and its label."""
    dates = hand.dates(20, gaps=False)
    days: dict[str, dict[date, float]] = {}
    lines = []
    for who, label in people.items():
        scores = hand.scores(len(dates))
        days[label] = paired(dates, scores)
        lines += [[who, d, s, hand.note()] for d, s in zip(dates, scores, strict=True)]
    if mixed:
        lines.sort(key=lambda line: (line[1], [*people].index(line[0])))
    place = hand.rng.choice((0, 1, 3))
    rows: Rows = [[heading, hand.head("date"), hand.pain_head(), hand.head("note")], *lines]
    return Written(
        [[*row[1 : place + 1], row[0], *row[place + 1 :]] for row in rows], {}, people=days
    )


def several_by_code(hand: Hand) -> Written:
    """People told apart by a code."""
    codes = hand.rng.choice(CODES)
    heading = hand.rng.choice(HEADINGS)
    return _of_several(hand, heading, {code: code for code in codes}, hand.rng.random() < 0.5)


def several_by_name(hand: Hand) -> Written:
    """People told apart by their name, which is never shown."""
    names = {who: f"person {n}" for n, who in enumerate(NAMES[: hand.rng.randint(2, 3)], 1)}
    heading = hand.rng.choice(("Name", "Patient", "Who", "Client", "Nom", "Kunde"))
    return _of_several(hand, heading, names, mixed=False)


def a_number_for_each_row(hand: Hand) -> Written:
    """A number for each row tells nobody apart."""
    dates = hand.dates(30)
    scores = hand.scores(len(dates))
    rows: Rows = [[hand.rng.choice(("id", "ID", "Nr.", "#", "Record", "Entry")), hand.head("date"),
                   hand.pain_head()]]  # fmt: skip
    rows += [[n, d, s] for n, (d, s) in enumerate(zip(dates, scores, strict=True), 1)]
    return Written(rows, paired(dates, scores))


def one_person(hand: Hand) -> Written:
    """The same code in every row."""
    dates = hand.dates(30)
    scores = hand.scores(len(dates))
    rows: Rows = [[hand.rng.choice(HEADINGS), hand.head("date"), hand.pain_head()]]
    rows += [["SAT001", d, s] for d, s in zip(dates, scores, strict=True)]
    return Written(rows, paired(dates, scores))


def words_beside(hand: Hand) -> Written:
    """A column of a few words, such as the weather, tells nobody apart."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    heading, words = hand.rng.choice(BESIDE)
    rows: Rows = [[hand.head("date"), heading, hand.pain_head()]]
    rows += [[d, hand.rng.choice(words), s] for d, s in zip(dates, scores, strict=True)]
    return Written(rows, paired(dates, scores))


def symptom_in_name(hand: Hand) -> Written:
    """A long table whose column `name` (or another) holds the symptom."""
    dates = hand.dates(30)
    pain, other = hand.scores(len(dates)), hand.scores(len(dates))
    heading = hand.rng.choice(IN_NAME)
    what = hand.rng.choice(("Knee Pain", "Headache", "Rückenschmerzen", "Back pain", "Migraine"))
    mood = hand.rng.choice(("happiness", "Energy", "Mood", "Sleep quality"))
    value = hand.rng.choice(("intensity", "value", "Score", "rating"))
    lines = []
    for d, p, o in zip(dates, pain, other, strict=True):
        lines += [[what, p, d], [mood, o, d]]
    order = hand.rng.sample(range(3), 3)
    rows: Rows = [[heading, f"{value} (0-10)", hand.head("date")], *lines]
    return Written([[row[n] for n in order] for row in rows], paired(dates, pain),
                   {Ask.PAIN_COLUMN: what, Ask.DIRECTION: Direction.WORSE})  # fmt: skip


def two_pains_in_name(hand: Hand) -> Written:
    """A long table of two pains and a mood: which pain is followed is asked."""
    dates = hand.dates(30)
    pains = {"Back pain": hand.scores(len(dates)), "Neck pain": hand.scores(len(dates))}
    rated = pains | {"Mood": hand.scores(len(dates))}
    rows: Rows = [[hand.head("date"), hand.rng.choice(("name", "Symptom", "Tracker")), "intensity"]]
    for n, day in enumerate(dates):
        rows += [[day, name, scores[n]] for name, scores in rated.items()]
    chosen, days = _one_followed(hand, dates, pains)
    return Written(rows, days, {Ask.PAIN_COLUMN: chosen, Ask.SCALE: "0,10"}, (Ask.PAIN_COLUMN,))


def _one_followed(
    hand: Hand, dates: list[date], pains: dict[str, list[float]]
) -> tuple[str, dict[date, float]]:
    """What is chosen of several pains, one of them or the worst of each day, and its days."""
    chosen = hand.rng.choice((*pains, Follow.WORST_OF_DAY.value))
    worst = [max(scores) for scores in zip(*pains.values(), strict=True)]
    return chosen, paired(dates, pains.get(chosen, worst))


def two_columns(hand: Hand) -> Written:
    """Two columns of pain: asked which, or the worst of each day."""
    dates = hand.dates(30)
    pains = {f"{name} (0-10)": hand.scores(len(dates)) for name in ("Back pain", "Neck pain")}
    rows: Rows = [[hand.head("date"), *pains]]
    rows += [[*line] for line in zip(dates, *pains.values(), strict=True)]
    chosen, days = _one_followed(hand, dates, pains)
    return Written(rows, days, {Ask.PAIN_COLUMN: chosen}, (Ask.PAIN_COLUMN,))


def repeated(hand: Hand) -> Written:
    """The same entry once for each medicine."""
    dates = hand.dates(30)
    scores = hand.scores(len(dates) * 2)
    rows: Rows = [[hand.head("date"), hand.head("time"), hand.pain_head(), hand.head("medicine")]]
    days = {}
    for n, d in enumerate(dates):
        morning, evening = scores[2 * n], scores[2 * n + 1]
        days[d] = (morning + evening) / 2
        times = hand.rng.randint(1, 3)
        rows += [[d, "08:00", morning, f"Med{k}"] for k in range(times)]
        rows += [[d, "20:30", evening, ""]]
    return Written(rows, days)


def pasted_twice(hand: Hand) -> Written:
    """The whole export once more below itself."""
    dates = hand.dates(30)
    scores = hand.scores(len(dates))
    head = [hand.head("date"), hand.pain_head(), hand.head("note")]
    body: Rows = [[d, s, hand.note()] for d, s in zip(dates, scores, strict=True)]
    again = [head, *body] if hand.rng.random() < 0.5 else body
    return Written([head, *body, *again], paired(dates, scores))


KINDS = (
    several_by_code, several_by_name, a_number_for_each_row, one_person, words_beside,
    symptom_in_name, two_pains_in_name, two_columns, repeated, pasted_twice,
)  # fmt: skip
