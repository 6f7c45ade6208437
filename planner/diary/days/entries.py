"""A diary once it is read: every entry, and what its file gave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pydantic_core import CoreSchema, core_schema

from planner.diary.values.clock import minutes_of
from planner.model.diary import Blank, DiaryFacts, Reading


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

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> CoreSchema:
        """A reading takes a diary as it is: arrays have no schema."""
        return core_schema.is_instance_schema(cls)

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


class DiaryReading(DiaryFacts):
    """What a file gave, with every entry and what only the page of this program shows.

    `together` names the pains of a file that rates several; one of them is followed. `blank` is
    what was answered of days without an entry.
    """

    diary: Diary
    first_rows: tuple[tuple[str, ...], ...] = ()
    together: tuple[str, ...] = ()
    blank: Blank | None = None

    def joined_with(self, other: "DiaryReading") -> "DiaryReading":
        """Both readings as one, said of this file; a day that is in both is the other's.

        Of the other only what was used counts: its row numbers would be taken for this file's.
        """
        days = {one.date: one for one in (*self.days, *other.days)}
        mine = self.diary.only(~np.isin(self.diary.day, other.diary.day))
        both = {
            "readings": self.readings + other.used,
            "used": self.used + other.used,
            "days": tuple(days[day] for day in sorted(days)),
            "sessions": tuple(sorted({*self.sessions, *other.sessions})),
            "diary": mine.joined_with(other.diary),
        }
        return DiaryReading(**{**dict(self), **both})
