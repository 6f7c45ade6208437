"""Days with pain counted before and since a start: what headache and attacks are judged by."""

from planner.model.phrase import Texts
from planner.model.record import Strict

NEARLY_EVERY = 0.9  # of the days: more of them leave no room to count a change by


class DayCount(Strict):
    """The days before or since the start: how many, of how many it is known, and of these how many.

    `bad` is None where pain was written down without a score, `medicine` where no column says it.
    """

    days: int
    logged: int
    with_pain: int
    bad: int | None = None
    medicine: int | None = None


class DayRate(Strict):
    """Days in 28 before and since; after minus before lies between `low` and `high` (95 %).

    `percent` is that difference of the days before; None where there were none.
    """

    before: float
    after: float
    low: float
    high: float
    percent: float | None

    @property
    def is_clear(self) -> bool:
        """Whether the whole interval lies on one side of zero."""
        return self.low > 0 or self.high < 0


class DayDifference(Strict):
    """Days with pain, and bad days (`bad_from` of 10 or more), before and since the start.

    `mostly_free` is whether most days have no pain: then days tell more than means.
    `unwritten_are_free` is whether days without an entry were taken as days without pain, because
    only days with pain are written down.
    """

    before: DayCount
    after: DayCount
    bad_from: float
    with_pain: DayRate
    bad: DayRate | None
    mostly_free: bool
    unwritten_are_free: bool
    says: Texts = ()
    cautions: Texts = ()

    @property
    def can_tell(self) -> bool:
        """Whether there is room for a change: not nearly every day hurts before and since."""
        return any(one.with_pain < NEARLY_EVERY * one.logged for one in (self.before, self.after))

    @property
    def comes_first(self) -> bool:
        """Whether days tell more than scores, whatever the pain is, with nothing assumed."""
        return self.mostly_free and not self.unwritten_are_free


def where_they_tell_more(
    counted: DayDifference | None, scores: object | None
) -> DayDifference | None:
    """The days, where they tell more than the scores compared, or these were not (None)."""
    return counted if counted and (counted.comes_first or scores is None) else None
