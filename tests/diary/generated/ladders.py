"""Kinds of files whose scores are words: ladders of severity, faces, words of one's own."""

from collections.abc import Sequence

from planner.model.diary import Ask
from tests.diary.generated.hand import Hand, Written
from tests.diary.generated.scores import _table
from tests.diary.generated.words import SEVERITIES

TEN = 10
APPLE = ("Not Present", "Mild", "Moderate", "Severe")
HEALTHKIT = tuple(
    f"HKCategoryValueSeverity{w}" for w in ("NotPresent", "Mild", "Moderate", "Severe")
)
SIX = (
    ("None", "Very mild", "Mild", "Moderate", "Severe", "Very severe"),
    ("No pain", "Mild", "Moderate", "Severe", "Very severe", "Worst possible"),
    ("No pain", "Mild", "Discomforting", "Distressing", "Horrible", "Excruciating"),
    ("none", "very low", "low", "medium", "high", "very high"),
)
FOUR = (("none", "low", "medium", "high", "very high"), ("None", "Low", "Medium", "High"),
        ("none", "slight", "moderate", "strong", "extreme"),
        ("None", "Mild", "Moderate", "Severe", "Unbearable"))  # fmt: skip
FACES = (("😀", "🙂", "😐", "🙁", "😢"), ("😄", "😊", "😐", "😟", "😭"))
OWN = (("good", "ok", "bad"), ("fine", "meh", "grim", "hell"), ("green", "amber", "red"),
       ("calm", "niggle", "nasty", "flare"), ("gut", "geht so", "schlimm"),
       ("great", "ok", "sore", "awful"), ("ok", "bad", "really bad"),
       ("a", "b", "c", "d"))  # fmt: skip
MIXED = ("mild-moderate", "moderate to severe", "Mild/Moderate")


def _of_ladder(hand: Hand, ladder: Sequence[str], heading: str) -> Written:
    """Steps of a ladder, each used, on a scale of as many."""
    dates = hand.dates(40)
    top = len(ladder) - 1
    steps = [int(step) for step in hand.scores(len(dates), top)]
    steps[: top + 1] = range(top + 1)
    days = {day: step * TEN / top for day, step in zip(dates, steps, strict=True)}
    rows = _table(hand, heading, [ladder[step] for step in steps], dates)
    return Written(rows, days, {Ask.SCALE: f"0,{top}", Ask.WORD_ORDER: tuple(ladder)})


def four_steps(hand: Hand) -> Written:
    """None, mild, moderate, severe in the language of the diary."""
    ladder = [word.capitalize() for word in SEVERITIES[hand.language]]
    return _of_ladder(hand, ladder, hand.head("pain"))


def apple(hand: Hand) -> Written:
    """The severities of Apple Health, as words or as its own constants."""
    return _of_ladder(hand, hand.rng.choice((APPLE, HEALTHKIT)), "Lower Back Pain")


def six_steps(hand: Hand) -> Written:
    """Six words."""
    return _of_ladder(hand, hand.rng.choice(SIX), "Pain level")


def low_to_high(hand: Hand) -> Written:
    """Low to high, strong to extreme."""
    return _of_ladder(hand, hand.rng.choice(FOUR), "Pain")


def faces(hand: Hand) -> Written:
    """Five faces."""
    return _of_ladder(hand, hand.rng.choice(FACES), hand.head("pain"))


def words_of_ones_own(hand: Hand) -> Written:
    """Words whose order only the client knows."""
    return _of_ladder(hand, hand.rng.choice(OWN), "How was the pain today")


def between_two_words(hand: Hand) -> Written:
    """Mild-moderate between mild and moderate."""
    ladder = ("none", "mild", "mild-moderate", "moderate", "moderate to severe", "severe")
    places = (0, 1, 1.5, 2, 2.5, 3)
    dates = hand.dates(40)
    steps = [hand.rng.randrange(6) for _ in dates]
    steps[:6] = range(6)
    days = {day: places[step] * TEN / 3 for day, step in zip(dates, steps, strict=True)}
    rows = _table(hand, "Pain", [ladder[step] for step in steps], dates)
    return Written(rows, days, {Ask.SCALE: "0,3"})


def words_with_an_answer_missing(hand: Hand) -> Written:
    """A ladder with unspecified days in it, which are no answer."""
    written = _of_ladder(hand, APPLE, "Headache")
    gone = [day for day in written.days if hand.rng.random() < 0.1]
    said = hand.rng.choice(("Unspecified", "n/a", "-", "Not recorded"))
    rows = [[row[0], said if row[0] in gone else row[1], *row[2:]] for row in written.rows]
    days = {day: pain for day, pain in written.days.items() if day not in gone}
    return Written(rows, days, written.answers)


KINDS = (
    four_steps, apple, six_steps, low_to_high, faces, words_of_ones_own, between_two_words,
    words_with_an_answer_missing,
)  # fmt: skip
