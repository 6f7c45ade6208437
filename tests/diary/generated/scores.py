"""Kinds of files that differ in how a score is written."""

from planner.model.diary import Ask, Blank, Direction
from tests.diary.generated.hand import Hand, Rows, Written, paired
from tests.diary.generated.words import HEADACHE, NONE, SEVERITIES, YES_NO

TEN = 10


def _table(hand: Hand, heading: str, cells: list[object], dates: list[object]) -> Rows:
    """Dates, scores and notes under their headings."""
    rows: Rows = [[hand.head("date"), heading, hand.head("note")]]
    return rows + [[day, cell, hand.note()] for day, cell in zip(dates, cells, strict=True)]


def plain(hand: Hand) -> Written:
    """A date, a score from 0 to 10, a note."""
    dates = hand.dates()
    scores = hand.scores(len(dates), half=True)
    rows = _table(hand, hand.pain_head(), scores, dates)
    return Written(rows, paired(dates, scores))


def no_range(hand: Hand) -> Written:
    """The heading does not state the scale; the scores reach ten."""
    dates = hand.dates()
    scores = hand.scores(len(dates))
    rows = _table(hand, hand.head("pain"), scores, dates)
    return Written(rows, paired(dates, scores), {Ask.SCALE: "0,10"})


def none_among_numbers(hand: Hand) -> Written:
    """A word for no pain among numbers."""
    dates = hand.dates()
    scores = hand.scores(len(dates))
    words = hand.rng.choice(NONE[hand.language])
    cells = [score or words for score in scores]
    return Written(_table(hand, hand.pain_head(), cells, dates), paired(dates, scores))


def none_as_a_number_far_up(hand: Hand) -> Written:
    """A few days of pain, most of them with a word for none; capitals and spaces."""
    dates = hand.dates(40)
    scores = [hand.rng.choice((0, 0, 0, 6, 8)) for _ in dates]
    word = hand.rng.choice(NONE[hand.language][:2]).capitalize()
    cells = [str(score) if score else f" {word} " for score in scores]
    return Written(_table(hand, hand.pain_head(), cells, dates), paired(dates, scores))


def yes_no_beside_severity(hand: Hand) -> Written:
    """Yes or no to a headache, how bad only on days of yes."""
    dates = hand.dates(40)
    scores = [hand.rng.choice((0, 0, 3, 5, 7, 9)) for _ in dates]
    yes, no = YES_NO[hand.language]
    had = HEADACHE[hand.language]
    head = {"en": ("Had Headache", "Migraine today?", "Headache (yes/no)")}
    heading = hand.rng.choice(head.get(hand.language, (had, f"{had}?")))
    bad = {"de": "Stärke", "fr": "Intensité", "es": "Intensidad", "it": "Intensità", "nl": "Score",
           "en": "Severity"}.get(hand.language, hand.head("score"))  # fmt: skip
    rows: Rows = [[hand.head("date"), heading, f"{bad} (0-10)", hand.head("note")]]
    rows += [[day, yes if score else no, score or "", hand.note()]
             for day, score in zip(dates, scores, strict=True)]  # fmt: skip
    return Written(rows, paired(dates, scores), {
        Ask.BLANK: Blank.NO_PAIN, Ask.DIRECTION: Direction.WORSE,
        Ask.PAIN_COLUMN: f"{bad} (0-10)"})  # fmt: skip


def blanks(hand: Hand) -> Written:
    """Days without pain left blank, beside something else that was written."""
    dates = hand.dates(40)
    scores = [hand.rng.choice((0, 3, 5, 7, 9)) for _ in dates]
    blank = hand.rng.choice(("", "", "-", "–"))
    rows: Rows = [[hand.head("date"), hand.pain_head(), hand.head("sleep")]]
    rows += [[day, score or blank, hand.rng.randint(4, 9)]
             for day, score in zip(dates, scores, strict=True)]  # fmt: skip
    meant = hand.rng.choice((*Blank,))
    days = {day: score for day, score in zip(dates, scores, strict=True)
            if score or meant is Blank.NO_PAIN}  # fmt: skip
    return Written(rows, days, {Ask.BLANK: meant}, (Ask.BLANK,))


def blanks_forgotten(hand: Hand) -> Written:
    """Days not filled in have their date alone, and zeros are written: nothing to ask."""
    dates = hand.dates(40)
    scores = [hand.rng.choice((0, 3, 5, 7, None)) for _ in dates]
    rows = [[hand.head("date"), hand.pain_head()], *map(list, zip(dates, scores, strict=True))]
    return Written(rows, {d: s for d, s in zip(dates, scores, strict=True) if s is not None})


def no_word_of_pain(hand: Hand) -> Written:
    """A column of scores that is called Score, Rating, Level: which end is bad?"""
    dates = hand.dates()
    scores = hand.scores(len(dates))
    name = hand.rng.choice({"en": ("Score", "Rating", "Level", "Value", "Points", "Number", "Grade",
                                   "Overall", "My rating", "Daily score")}.get(
        hand.language, (hand.head("score"),)))  # fmt: skip
    meant = hand.rng.choice((*Direction,))
    rows = _table(hand, f"{name} (0-10)", scores, dates)
    better = meant is Direction.BETTER
    days = {day: TEN - score if better else score
            for day, score in zip(dates, scores, strict=True)}  # fmt: skip
    return Written(rows, days, {Ask.DIRECTION: meant, Ask.PAIN_COLUMN: f"{name} (0-10)"},
                   (Ask.DIRECTION,))  # fmt: skip


def ranges(hand: Hand) -> Written:
    """6-7, ~6, 7+, about 6, 5 to 6."""
    dates = hand.dates()
    scores = hand.scores(len(dates))
    en = hand.language == "en"
    cells, days = [], {}
    for day, score in zip(dates, scores, strict=True):
        ways = [(f"{score:g}", score), (f"~{score:g}", score), (f"ca. {score:g}", score)]
        ways += [(f"{score:g}+", score), (f"{score:g}?", score), (f">{score:g}", score)]
        if score < TEN:
            dash = hand.rng.choice(("-", "–", " - ", "/" if 0 < score < 9 else "-"))
            ways += [(f"{score:g}{dash}{score + 1:g}", score + 0.5)] * 2
            ways += [(f"{score:g} to {score + 2:g}", score + 1)] if en and score < 9 else []
        ways += [(f"{score:g}-{score + 1:g}/10", score + 0.5)] if score < TEN else []
        ways += [(f"about {score:g}", score)] if en else []
        cell, days[day] = hand.rng.choice(ways)
        cells.append(cell)
    return Written(_table(hand, hand.pain_head(), cells, dates), days)


def words_first(hand: Hand) -> Written:
    """The word before the number."""
    dates = hand.dates()
    scores = hand.scores(len(dates))
    words = SEVERITIES[hand.language]

    def named(score: float) -> str:
        return words[min(3, int(score + 2) // 3)] if score else words[0]

    ways = [lambda s: f"{named(s)} ({s:g})", lambda s: f"{named(s)} - {s:g}",
            lambda s: f"{named(s).capitalize()}: {s:g}", lambda s: f"{hand.head('pain')}: {s:g}",
            lambda s: f"{s:g} ({named(s)})", lambda s: f"{s:g} - {named(s)}",
            lambda s: f"{s:g}/10", lambda s: f"{named(s)} {s:g}/10"]  # fmt: skip
    if hand.language == "en":
        ways += [lambda s: f"Level {s:g}", lambda s: f"pain level {s:g}", lambda s: f"{s:g} pts",
                 lambda s: f"a {s:g} today", lambda s: f"{s:g} out of 10"]  # fmt: skip
    way = hand.rng.choice(ways)
    rows = _table(hand, hand.pain_head(), list(map(way, scores)), dates)
    return Written(rows, paired(dates, scores))


def with_a_note(hand: Hand) -> Written:
    """A note with numbers of its own behind the score, in its cell."""
    dates = hand.dates()
    scores = hand.scores(len(dates))
    notes = ("", "", " (took 2 pills)", " - since 3 pm", ", 2 tablets", "/10 (after 20 min walk)")
    cells = [f"{score:g}{hand.rng.choice(notes)}" for score in scores]
    return Written(_table(hand, hand.pain_head(), cells, dates), paired(dates, scores))


def sentinel(hand: Hand) -> Written:
    """99, 999, -1 and the like for a day without an answer."""
    dates = hand.dates(40)
    scores = hand.scores(len(dates))
    code = hand.rng.choice((99, 999, -1, -9, -99, 88, 9999))
    missing = {day for day in dates if hand.rng.random() < 0.2}
    cells = [code if day in missing else score for day, score in zip(dates, scores, strict=True)]
    days = {d: s for d, s in zip(dates, scores, strict=True) if d not in missing}
    heading = hand.rng.choice((hand.head("pain"), hand.pain_head()))
    return Written(_table(hand, heading, cells, dates), days, {Ask.SCALE: "0,10"})


def hundred(hand: Hand) -> Written:
    """A visual scale from 0 to 100."""
    dates = hand.dates()
    scores = [float(hand.rng.randint(0, 100)) for _ in dates]
    heading = hand.rng.choice((f"{hand.head('pain')} (0-100)", hand.head("pain")))
    days = {day: score / TEN for day, score in zip(dates, scores, strict=True)}
    return Written(_table(hand, heading, scores, dates), days, {Ask.SCALE: "0,100"})


def thousand(hand: Hand) -> Written:
    """A scale from 0 to 1000, as one of the apps keeps it."""
    dates = hand.dates()
    scores = [float(hand.rng.randint(0, 1000)) for _ in dates]
    scores[0] = 990.0
    days = {day: score / 100 for day, score in zip(dates, scores, strict=True)}
    rows = _table(hand, hand.head("pain"), scores, dates)
    return Written(rows, days, {Ask.SCALE: "0,1000"}, (Ask.SCALE,))


def relief(hand: Hand) -> Written:
    """Relief in percent beside no pain: asked which end is bad, or which column."""
    dates = hand.dates()
    scores = [float(hand.rng.randint(0, 10) * 10) for _ in dates]
    heading = "Pain relief (%)"
    days = {day: TEN - score / TEN for day, score in zip(dates, scores, strict=True)}
    rows = _table(hand, heading, scores, dates)
    return Written(rows, days, {Ask.PAIN_COLUMN: heading, Ask.DIRECTION: Direction.BETTER},
                   (Ask.PAIN_COLUMN, Ask.DIRECTION))  # fmt: skip


def ends_turned(hand: Hand) -> Written:
    """10 = no pain, said in the heading."""
    dates = hand.dates()
    scores = hand.scores(len(dates))
    heading = hand.rng.choice(("Pain 0-10 (10 = no pain)", "Pain (0 = worst, 10 = none)",
                               "Pain 0-10, 10 is pain free"))  # fmt: skip
    days = {day: TEN - score for day, score in zip(dates, scores, strict=True)}
    return Written(_table(hand, heading, scores, dates), days)


KINDS = (
    plain, no_range, none_among_numbers, none_as_a_number_far_up, yes_no_beside_severity, blanks,
    blanks_forgotten, no_word_of_pain, ranges, words_first, with_a_note, sentinel, hundred,
    thousand, relief, ends_turned,
)  # fmt: skip
