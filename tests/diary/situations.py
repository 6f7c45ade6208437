"""Situations of a diary, and which sentences the analysis says in each: not their words."""

from datetime import date, timedelta
from typing import NamedTuple

from planner.diary import analyse
from planner.diary.analysis import caveats, figures, wording
from planner.diary.analysis.caveats import When
from planner.diary.analysis.compared import Compared
from planner.model.diary import Analysis, Day, Difference, Phase
from planner.model.phrase import Phrase

STARTED = date(2026, 3, 2)
NONE = None
Scores = list[float | None]


def wave(level: float, number: int) -> Scores:
    """A level with a small steady up and down, without carry-over."""
    return [level + (0, 1, -1, 0)[n % 4] for n in range(number)]


def rough(level: float, number: int) -> Scores:
    """A level about which the days lie far apart and go on for days."""
    return [level + (3, 3, 3, -3, -3, -3)[n % 6] for n in range(number)]


def slope(first: float, last: float, number: int) -> Scores:
    """A steady way from one level to another, with an up and down of its own."""
    step = (last - first) / (number - 1)
    return [first + step * n + (0.3, -0.3)[n % 2] for n in range(number)]


class Diary(NamedTuple):
    """Scores on both sides, sessions as days from the start, and a heading that is not of pain."""

    before: Scores
    after: Scores
    sessions: tuple[int, ...] = ()
    of: str = ""

    @property
    def days(self) -> list[Day]:
        first = STARTED - timedelta(len(self.before))
        return [
            Day(date=first + timedelta(n), pain=score, pain_0_10=score, entries=1)
            for n, score in enumerate([*self.before, *self.after])
            if score is not None
        ]

    def analysed(self) -> Analysis | None:
        sessions = [STARTED + timedelta(days) for days in self.sessions]
        return analyse(self.days, sessions, STARTED, of=self.of)


# what may be said, by the message: the values are of no matter
PHASE = Phase(days=28, logged=28, mean=7.0)


def compared(low: float, high: float, percent: float | None = None, named: str = "") -> Compared:
    points = (low + high) / 2
    after = PHASE.model_copy(update={"mean": PHASE.mean + points})
    change = Difference(points=points, percent=percent, low=low, high=high)
    return Compared(PHASE, after, change, named)


LOWER, HIGHER = compared(-3, -1, -28.0), compared(1, 3, 28.0)
MEANS = wording.means(LOWER)
APART = wording.difference(LOWER)
EXACTLY = wording.difference(compared(-2, -2, -28.0))
OPEN = wording.difference(compared(-0.5, 0.6))
OPEN_BUT_LARGE = wording.difference(compared(-3, 1))
COUNTED = wording.filled_in(LOWER)
MISSING = caveats.missing_days((1, 2), (1, 2))
LAST_BEFORE, LAST_SINCE = (wording.last_days(1, 2, when) for when in When)
FEW_BEFORE, FEW_SINCE = (caveats.few_days(7, when) for when in When)
SHORT = caveats.short_baseline(7)
FALLING, FALLING_ON_FEW = (caveats.already_changing(-1, n, pain=True) for n in (14, 7))
RISING, RISING_ON_FEW = (caveats.already_changing(1, n, pain=True) for n in (14, 7))
BETTER_ALREADY, WORSE_ALREADY = (caveats.already_changing(n, 14, pain=False) for n in (-1, 1))
GAPS_HIGHER, GAPS_LOWER = (caveats.before_gaps(n, pain=True) for n in (1, -1))
GAPS_WORSE, GAPS_BETTER = (caveats.before_gaps(n, pain=False) for n in (1, -1))
EARLY = caveats.few_sessions(2)
NAMED = wording.means(compared(-3, -1, named="Mood"))

HIGH_EDGE = [6, 6, 6, 9, NONE]  # a high day before each gap
LOW_EDGE = [6, 6, 6, 3, NONE]

TABLE: dict[str, tuple[Diary, set[Phrase]]] = {
    "a large fall that holds": (
        Diary(wave(7, 80), wave(3, 80)),
        {MEANS, APART, wording.MOST_NOTICE, COUNTED},
    ),
    "a fall that people often notice": (
        Diary(wave(7, 80), wave(4, 80)),
        {MEANS, APART, wording.OFTEN_NOTICED, COUNTED},
    ),
    "a fall that hardly reaches so far": (
        Diary(wave(6, 80), wave(4, 80)),
        {MEANS, APART, wording.MAY_BE_NOTICED, COUNTED},
    ),
    "a clear fall that is too small to notice": (
        Diary(wave(6, 80), wave(5, 80)),
        {MEANS, APART, COUNTED},
    ),
    "a fall from little": (Diary(wave(2, 80), wave(1, 80)), {MEANS, APART, COUNTED}),
    "a large fall after seven days each": (
        Diary(wave(8, 7), wave(2, 7)),
        {MEANS, APART, wording.MAY_BE_NOTICED, COUNTED, SHORT, FEW_SINCE,
         caveats.LIKE_A_SLOW_CHANGE},
    ),
    "the same score each day, then another": (
        Diary([6.0] * 30, [4.0] * 30),
        {MEANS, EXACTLY, wording.OFTEN_NOTICED, COUNTED},
    ),
    "no pain at all": (Diary([0.0] * 30, [0.0] * 30), {MEANS, figures.SAME_SCORE, COUNTED}),
    "the same ups and downs": (Diary(wave(5, 80), wave(5, 80)), {MEANS, OPEN, COUNTED}),
    "from 5.0 to 5.04": (
        Diary([5.0] * 80, [5.04] * 80),
        {MEANS, figures.LESS_THAN_SHOWN, COUNTED},
    ),
    "far apart, and the days further": (
        Diary(rough(6, 12), rough(4, 12)),
        {MEANS, OPEN_BUT_LARGE, COUNTED, FEW_BEFORE, FEW_SINCE},
    ),
    "far apart, and higher": (
        Diary(rough(4, 12), rough(6, 12)),
        {MEANS, OPEN_BUT_LARGE, COUNTED, FEW_BEFORE, FEW_SINCE},
    ),
    "higher": (Diary(wave(3, 80), wave(5, 80)), {MEANS, APART, wording.RISES, COUNTED}),
    "higher, and high": (
        Diary(wave(3, 80), wave(8, 80)),
        {MEANS, APART, wording.RISES, wording.HIGH_PAIN, COUNTED},
    ),
    "already falling": (
        Diary(slope(8, 6, 40), wave(4, 40)),
        {MEANS, APART, wording.OFTEN_NOTICED, COUNTED, FALLING},
    ),
    "already falling, few days": (
        Diary(slope(9, 6, 12), wave(3, 40)),
        {MEANS, APART, wording.MAY_BE_NOTICED, COUNTED, FALLING_ON_FEW, SHORT},
    ),
    "already falling, but nothing came of it": (
        Diary(slope(6, 5, 40), wave(5.5, 40)),
        {MEANS, OPEN, COUNTED},
    ),
    "already rising": (
        Diary(slope(2, 4, 40), wave(6, 40)),
        {MEANS, APART, wording.RISES, COUNTED, RISING},
    ),
    "already rising, few days": (
        Diary(slope(1, 4, 12), wave(6, 40)),
        {MEANS, APART, wording.RISES, COUNTED, RISING_ON_FEW, FEW_BEFORE},
    ),
    "begun in a bad spell": (
        Diary([*wave(5, 40), *wave(8, 7)], wave(3, 40)),
        {MEANS, APART, wording.OFTEN_NOTICED, COUNTED, caveats.BEGAN_IN_FLARE},
    ),
    "a bad spell that went on": (
        Diary([*wave(5, 40), *wave(8, 7)], wave(5.5, 40)),
        {MEANS, OPEN, COUNTED},
    ),
    "years before and since": (
        Diary(wave(8, 400), wave(4, 130)),
        {MEANS, APART, wording.MOST_NOTICE, COUNTED, LAST_BEFORE, LAST_SINCE,
         caveats.OTHER_SEASON},
    ),
    "one session since": (
        Diary(wave(5, 80), wave(5, 80), sessions=(-9, 3)),
        {MEANS, OPEN, COUNTED, EARLY},
    ),
    "three sessions since": (
        Diary(wave(5, 80), wave(5, 80), sessions=(0, 3, 6)),
        {MEANS, OPEN, COUNTED},
    ),
    "sessions before alone": (
        Diary(wave(5, 80), wave(5, 80), sessions=(-9, -3)),
        {MEANS, OPEN, COUNTED},
    ),
    "a few days missing on both sides": (
        Diary([*wave(5, 39), NONE, 5], [*wave(5, 39), NONE, 5]),
        {MEANS, OPEN, COUNTED},
    ),
    "a few days missing on one side": (
        Diary(wave(5, 42), [*wave(5, 38), NONE, NONE, NONE, 5]),
        {MEANS, OPEN, MISSING},
    ),
    "gaps after high days": (
        Diary(HIGH_EDGE * 8, HIGH_EDGE * 8),
        {MEANS, OPEN, MISSING, GAPS_HIGHER},
    ),
    "gaps after low days": (Diary(LOW_EDGE * 8, LOW_EDGE * 8), {MEANS, OPEN, MISSING, GAPS_LOWER}),
    "mood that rose": (Diary(wave(7, 80), wave(3, 80), of="Mood"), {NAMED, APART, COUNTED}),
    "mood that sank": (Diary(wave(3, 80), wave(8, 80), of="Mood"), {NAMED, APART, COUNTED}),
    "mood as before": (Diary(wave(5, 80), wave(5, 80), of="Mood"), {NAMED, OPEN, COUNTED}),
    "mood that may have risen": (
        Diary(rough(6, 12), rough(4, 12), of="Mood"),
        {NAMED, OPEN_BUT_LARGE, COUNTED, FEW_BEFORE, FEW_SINCE},
    ),
    "mood that may have sunk": (
        Diary(rough(4, 12), rough(6, 12), of="Mood"),
        {NAMED, OPEN_BUT_LARGE, COUNTED, FEW_BEFORE, FEW_SINCE},
    ),
    "mood that was already rising": (
        Diary(slope(8, 6, 40), wave(4, 40), of="Mood"),
        {NAMED, APART, COUNTED, BETTER_ALREADY},
    ),
    "mood that was already sinking": (
        Diary(slope(2, 4, 40), wave(6, 40), of="Mood"),
        {NAMED, APART, COUNTED, WORSE_ALREADY},
    ),
    "mood, gaps after bad days": (
        Diary(HIGH_EDGE * 8, HIGH_EDGE * 8, of="Mood"),
        {NAMED, OPEN, MISSING, GAPS_WORSE},
    ),
    "mood, gaps after good days": (
        Diary(LOW_EDGE * 8, LOW_EDGE * 8, of="Mood"),
        {NAMED, OPEN, MISSING, GAPS_BETTER},
    ),
}  # fmt: skip
NOT_COMPARED = {
    "few days on both sides": (Diary([5] * 3, [5] * 3), [caveats.too_few(3, w) for w in When]),
    "mostly gaps": (
        Diary([5, NONE, NONE] * 9 + [5], [5, NONE, NONE] * 9 + [5]),
        [caveats.too_sparse(1, 2, when) for when in When],
    ),
}
