"""What a diary says once it is read, what it leaves open, and the answers given; no pandas."""

from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import Field, StringConstraints

from planner.model import sizes
from planner.model.diary.pain_days import DayDifference
from planner.model.phrase import Text, Texts
from planner.model.record import Strict

Scale = tuple[int | float, int | float]
Heading = Annotated[str, StringConstraints(max_length=sizes.WHOLE_TEXT)]  # as a file has it


class Ask(StrEnum):
    """What the program asks when nothing in the file decides."""

    DATE_ORDER = "date-order"
    SCALE = "scale"
    DIRECTION = "direction"
    PAIN_COLUMN = "pain-column"
    PERSON = "person"
    YEAR = "year"
    WORD_ORDER = "word-order"
    BLANK = "blank"


class Blank(StrEnum):
    """What a dated row without a score means."""

    NO_PAIN = "no-pain"
    NOT_WRITTEN = "not-written"


class Follow(StrEnum):
    """What may be followed in the place of one column of pain."""

    WORST_OF_DAY = "worst-of-day"
    COUNT_DAYS = "count-days"


class Direction(StrEnum):
    """Which end of the scale is the bad end."""

    WORSE = "higher-is-worse"
    BETTER = "higher-is-better"


class DateOrder(StrEnum):
    """The order of day, month and year in a column of dates."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Part(StrEnum):
    """What a column of a diary may hold beside the pain."""

    DATE = "date"
    TIME = "time"
    PERSON = "person"
    PLACE = "place"
    SESSION = "session"
    SLEEP = "sleep"
    FUNCTION = "function"
    MEDICINE = "medicine"
    NOTE = "note"


class Question(Strict):
    """Something only the client can answer, with the answers that fit the file."""

    ask: Ask
    why: Text
    choices: tuple[str, ...] = ()


class Choices(Strict):
    """The answers given to the questions; what is None has not been answered.

    `pain` is a heading, a name in the rows, or what is followed in its place (`Follow`). `year` is
    that of the first row's date. `words` are the words of pain, the least pain first.
    `columns` names the heading that holds a part, "" where none does; `heading_row` is the record
    that the headings stand in.
    """

    date_order: DateOrder | None = None
    pain: Heading | None = None
    scale: Scale | None = None
    direction: Direction | None = None
    person: Heading | None = None
    year: Annotated[int, Field(ge=1990, le=2100)] | None = None
    words: Annotated[tuple[Heading, ...], Field(min_length=2, max_length=20)] | None = None
    blank: Blank | None = None
    columns: Annotated[dict[Part, Heading], Field(max_length=sizes.NAMED)] = {}
    heading_row: Annotated[int, Field(ge=1, le=200)] | None = None


class SkippedRow(Strict):
    """A record of the file that was not used; row 1 is the first record, header included."""

    row: int
    why: Text


class Day(Strict):
    """One day: the mean of its pain entries in the file's own scale and on 0 to 10.

    `had_pain` is set in a diary that says on which days there was pain and not how bad it was.
    """

    date: date
    pain: float | None
    pain_0_10: float | None
    entries: int
    sleep: float | None = None
    got_in_the_way: float | None = None
    had_pain: bool | None = None

    @property
    def with_pain(self) -> bool | None:
        """Whether there was pain, as its score or the day itself says; None where nothing does."""
        return self.had_pain if self.pain_0_10 is None else self.pain_0_10 > 0


class DayWritten(NamedTuple):
    """One day as it is written down: three scores from 0 to 10, a session, a note."""

    day: date
    pain: float | None = None
    sleep: float | None = None
    way: float | None = None
    session: bool | None = None
    note: Annotated[str, Field(max_length=sizes.PAGE)] = ""

    @property
    def scores(self) -> tuple[float | None, float | None, float | None]:
        """Pain, sleep, and how far it got in the way."""
        return self.pain, self.sleep, self.way


class MilestoneKind(StrEnum):
    """What happened on a day that may matter to the pain."""

    MEDICINE = "new-medicine"
    FLARE = "flare"
    HOLIDAY = "holiday"
    ILLNESS = "illness"
    OTHER = "other"


class Milestone(Strict):
    """A day on the time axis, and what happened on it, in the client's or therapist's words."""

    day: date
    kind: MilestoneKind
    note: Annotated[str, Field(max_length=sizes.SHORT)] = ""


class Reading(Strict):
    """One entry as it was written: minute counts from midnight of its day."""

    date: date
    minute: int | None
    site: str | None
    pain: float
    pain_0_10: float
    note: str | None = None


class Phase(Strict):
    """The days before or after the start: how many, how many filled in, their mean on 0 to 10."""

    days: int
    logged: int
    mean: float


class Difference(Strict):
    """After minus before on 0 to 10: below zero is less pain.

    `percent` is of the mean before (None when that mean is below 3); `low` and `high` are the
    ends of the 95 % interval of `points`.
    """

    points: float
    percent: float | None
    low: float
    high: float


class Analysis(Strict):
    """What changed since a date, said without a reason why it changed.

    `nap` is the share of pairs in which the day after was lower than the day before (ties half).
    `bad_spell` is whether a caution says that the days before may have been worse than usual.
    `of` is the heading of scores that are not of pain, such as mood; else empty.
    """

    before: Phase
    after: Phase
    difference: Difference
    nap: float | None
    baseline_trend_per_week: float | None
    autocorrelation: float
    says: Texts
    cautions: Texts
    bad_spell: bool = Field(default=False, exclude=True)  # for the review; files have the caution
    of: str = Field(default="", exclude=True)  # the sentences have it


class Columns(Strict):
    """Which headings were taken for what; a part that no column holds is absent.

    `date` may be several (year, month and day), `pain` too. `heading_row` is None where the file
    has no headings.
    """

    heading_row: int | None = None
    date: tuple[str, ...] = ()
    pain: tuple[str, ...] = ()
    beside: dict[Part, str] = {}
    others: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading of the file, in no order that means anything."""
        return tuple(sorted({*self.date, *self.pain, *self.beside.values(), *self.others}))


class Counted(Strict):
    """What a week or a month counts: its days, those written down, and of these how many.

    `bad` is None where a day with pain has no score, `medicine` where no column says when medicine
    was taken.
    """

    begins: date
    days: int
    logged: int
    with_pain: int
    bad: int | None
    sessions: int
    medicine: int | None = None


class Counts(Strict):
    """Days counted by week (from Monday) and by month; a bad day has `bad_from` of 10 or more."""

    bad_from: float
    weeks: tuple[Counted, ...]
    months: tuple[Counted, ...]


class DiaryFacts(Strict):
    """What one diary file gave: readings == used + len(skipped), every row accounted for."""

    readings: int
    used: int
    skipped: tuple[SkippedRow, ...]
    format: str
    date_order: DateOrder | None
    scale: Scale | None
    direction: Direction | None
    questions: tuple[Question, ...]
    days: tuple[Day, ...]
    sessions: tuple[date, ...]
    notes: Texts
    medicine: tuple[date, ...] | None = None
    columns: Columns = Columns()
    people: int = 1


class DiaryResult(DiaryFacts):
    """A diary as other programs get it: design section 3, "Diary result"."""

    analysis: Analysis | None
    cautions: Texts
    counts: Counts | None = None
    pain_days: DayDifference | None = None
