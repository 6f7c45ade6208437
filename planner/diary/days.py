"""What a diary is made of once it is read: days, readings, skipped rows, open questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.diary.clock import minutes_of
from planner.diary.questions import DateOrder, Direction, Question, Scale, Strict


class SkippedRow(Strict):
    """A record of the file that was not used; row 1 is the first record, header included."""

    row: int
    why: str


class Day(Strict):
    """One day: the mean of its pain entries in the file's own scale and on 0 to 10."""

    date: date
    pain: float | None
    pain_0_10: float | None
    entries: int
    sleep: float | None = None
    got_in_the_way: float | None = None


class Reading(Strict):
    """One entry as it was written: minute counts from midnight of its day."""

    date: date
    minute: int | None
    site: str | None
    pain: float
    pain_0_10: float
    note: str | None = None


@dataclass(frozen=True, eq=False)
class Diary:
    """Every pain entry of one person, in arrays of one length.

    `day` counts from 1970; `beside` has clock, site and note as written, where the file has them.
    """

    day: NDArray[np.int64]
    pain: NDArray[np.float64]
    pain_0_10: NDArray[np.float64]
    beside: Mapping[str, "pd.Series[str]"]

    @cached_property
    def entries(self) -> pd.DataFrame:
        """One line for each entry: day (datetime64), pain, pain_0_10, clock, site, note."""
        none = pd.Series("", index=range(len(self)), dtype=str)
        texts = {name: self.beside.get(name, none).array for name in ("clock", "site", "note")}
        day = self.day.astype("datetime64[D]").astype("datetime64[s]")
        return pd.DataFrame({"day": day, "pain": self.pain, "pain_0_10": self.pain_0_10, **texts})

    @cached_property
    def minutes(self) -> "pd.Series[float]":
        """Minutes from midnight of each entry; NaN where no time was written."""
        return minutes_of(self.entries["clock"])

    def __len__(self) -> int:
        """The number of pain entries."""
        return len(self.pain)

    def __iter__(self) -> Iterator[Reading]:
        """Each entry in the order of the file."""
        for line in self.entries.assign(minute=self.minutes).to_dict("records"):
            yield Reading(
                date=line["day"].date(),
                minute=None if pd.isna(line["minute"]) else int(line["minute"]),
                site=line["site"] or None,
                pain=float(line["pain"]),
                pain_0_10=float(line["pain_0_10"]),
                note=line["note"] or None,
            )

    def only(self, rows: NDArray[np.bool_]) -> "Diary":
        """Some of the entries."""
        beside = {name: texts[rows].reset_index(drop=True) for name, texts in self.beside.items()}
        return Diary(self.day[rows], self.pain[rows], self.pain_0_10[rows], beside)

    def joined_with(self, other: "Diary") -> "Diary":
        """Both diaries together; an entry that is in both (day, time, site, value) counts once."""
        key = ["day", "clock", "site", "pain"]
        both = [diary.entries.copy() for diary in (self, other)]
        for table in both:
            table["time"] = table.groupby(key).cumcount()
        joined = pd.concat(both, ignore_index=True).drop_duplicates([*key, "time"])
        joined = joined.reset_index(drop=True)
        return Diary(
            joined["day"].to_numpy().astype("datetime64[D]").astype(np.int64),
            joined["pain"].to_numpy(),
            joined["pain_0_10"].to_numpy(),
            {name: joined[name] for name in ("clock", "site", "note")},
        )


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
    """

    before: Phase
    after: Phase
    difference: Difference
    nap: float | None
    baseline_trend_per_week: float | None
    autocorrelation: float
    says: tuple[str, ...]
    cautions: tuple[str, ...]


class DiaryResult(Strict):
    """A diary as other programs get it: design section 3, "Diary result"."""

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
    analysis: Analysis | None
    cautions: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class DiaryReading:
    """Everything one file gave: readings == used + len(skipped).

    `together` names the pains of a file that rates several; one of them can be chosen.
    """

    format: str
    readings: int
    used: int
    skipped: tuple[SkippedRow, ...]
    date_order: DateOrder | None
    scale: Scale | None
    direction: Direction | None
    questions: tuple[Question, ...]
    days: tuple[Day, ...]
    sessions: tuple[date, ...]
    notes: tuple[str, ...]
    diary: Diary
    first_rows: tuple[tuple[str, ...], ...] = ()
    together: tuple[str, ...] = ()
