"""What changed in a diary since a date, with its cautions; nothing when there is too little."""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.diary.analysis import caveats, effects, wording
from planner.diary.analysis.cautioned import (
    Trend,
    bad_spell,
    cautions,
    few_sessions,
    misses_days,
    trend_before,
)
from planner.diary.analysis.caveats import When
from planner.diary.analysis.compared import Compared
from planner.diary.analysis.sides import Sides, sides_of
from planner.model.change import LEAST_COVERAGE, LEAST_ENTRIES
from planner.model.diary import Analysis, Day, Difference, Phase
from planner.model.phrase import Phrase, Texts

LEAST_FOR_PERCENT = 3.0  # mean before; a share of less sounds like more than it is
LEAST_FOR_TREND = 14
WINDOW = 84  # days on each side, so that like is compared with like; never years with weeks
WEEK = 7  # days
TEN = 10.0


def obstacles(days: Sequence[Day], started: date, window: int = WINDOW) -> Texts:
    """Why the days cannot be compared; nothing when they can."""
    sides = sides_of(days, started, window)
    return _too_little(sides.before, sides.after)


def _too_little(a: effects.Series, b: effects.Series) -> Texts:
    """Why two phases cannot be compared; nothing when they can."""
    found = []
    for when, phase in ((When.BEFORE, a), (When.AFTER, b)):
        number = len(effects.logged(phase))
        if number < LEAST_ENTRIES:
            found.append(caveats.too_few(number, when))
        elif number < LEAST_COVERAGE * len(phase):
            found.append(caveats.too_sparse(number, len(phase), when))
    return tuple(found)


def analyse(
    days: Sequence[Day],
    sessions: Sequence[date],
    started: date,
    window: int = WINDOW,
    of: str = "",
) -> Analysis | None:
    """Compare the days before `started` with those from it on; None when there are too few.

    Of each side the last days of the window count. `of` is the heading of scores that are not of
    pain.
    """
    sides = sides_of(days, started, window)
    if _too_little(sides.before, sides.after):
        return None
    found = effects.mean_difference(sides.before, sides.after)
    seen = _compared(sides, found, of)
    trend, spell = trend_before(sides), bad_spell(sides, seen)
    return Analysis(
        before=seen.before,
        after=seen.after,
        difference=seen.difference,
        nap=effects.nap(sides.before, sides.after),
        baseline_trend_per_week=_a_week(trend, seen.before),
        autocorrelation=found.carry_over,
        says=(*_window_said(sides), *_sentences(seen)),
        cautions=(*spell, *cautions(sides, seen, trend, found), *few_sessions(sessions, started)),
        bad_spell=bool(spell),
        of=of,
    )


def _compared(sides: Sides, found: effects.MeanDifference, of: str) -> Compared:
    """Both phases and their difference, with an interval that no score from 0 to 10 could leave."""
    before, after = _phase(sides.before), _phase(sides.after)
    percent = 100 * found.points / before.mean if before.mean >= LEAST_FOR_PERCENT else None
    low, high = max(found.interval.low, -before.mean), min(found.interval.high, TEN - before.mean)
    change = Difference(points=found.points, percent=percent, low=low, high=high)
    return Compared(before, after, change, of)


def _a_week(trend: Trend | None, before: Phase) -> float | None:
    """Points a week before the plan; None on few days."""
    return WEEK * trend.slope if trend and before.logged >= LEAST_FOR_TREND else None


def _window_said(sides: Sides) -> Texts:
    """Which days are compared, where a side has more."""
    pairs = (
        (len(sides.before), len(sides.every), When.BEFORE),
        (len(sides.after), sides.since, When.AFTER),
    )
    return tuple(wording.last_days(days, of, when) for days, of, when in pairs if days < of)


def _phase(values: effects.Series) -> Phase:
    """The size and mean of a phase."""
    written = effects.logged(values)
    return Phase(days=len(values), logged=len(written), mean=float(written.mean()))


def _sentences(seen: Compared) -> Iterator[Phrase | str]:
    """The analysis in words; where days are missing a caution counts them."""
    yield wording.means(seen)
    yield wording.difference(seen)
    yield from wording.noticed(seen)
    yield from wording.worse(seen)
    if not misses_days(seen):
        yield wording.filled_in(seen)
    yield wording.NO_WHY
