"""Two lists of lines side by side: what is new, what is gone, what reads otherwise, and why."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from planner.model.phrase import Text
from planner.model.record import Record


class Line(NamedTuple):
    """One line of a plan: its id, the part it stands in, its name and what it says."""

    id: str
    part: str
    name: str
    says: str


class Difference(StrEnum):
    """How a line differs from the one before."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"
    OTHER = "other"


class Row(Record):
    """One line of two plans: what it said, what it says now, and why it differs."""

    id: str
    part: str
    name: Text
    before: Text
    now: Text
    why: Text = ""

    @property
    def difference(self) -> Difference:
        """Empty words mean that the line was not there."""
        if self.before == self.now:
            return Difference.SAME
        if not self.before:
            return Difference.NEW
        return Difference.OTHER if self.now else Difference.GONE


def side_by_side(
    before: Iterable[Line], now: Iterable[Line], why: Mapping[str, str]
) -> tuple[Row, ...]:
    """Every line of both, those of the later one first within a part; `why` by the line's id."""
    old, new = ({(one.part, one.id): one for one in lines} for lines in (before, now))
    every = {**new, **{key: line for key, line in old.items() if key not in new}}
    parts = list(dict.fromkeys(part for part, _ in (*old, *new)))
    ordered = sorted(every, key=lambda key: parts.index(key[0]))
    return tuple(_row(every[key], old.get(key), new.get(key), why) for key in ordered)


def _row(line: Line, old: Line | None, new: Line | None, why: Mapping[str, str]) -> Row:
    row = Row(
        id=line.id,
        part=line.part,
        name=line.name,
        before=old.says if old else "",
        now=new.says if new else "",
    )
    told = "" if row.difference is Difference.SAME else why.get(line.id, "")
    return row.replaced(why=told)


def sentences(rows: Iterable[Row]) -> tuple[str, ...]:
    """The lines that differ, each as one sentence."""
    return tuple(_sentence(row) for row in rows if row.difference is not Difference.SAME)


def _sentence(row: Row) -> str:
    before, now = row.before.rstrip("."), row.now.rstrip(".")
    if row.difference is Difference.NEW:
        return f"New: {row.name}: {now}."
    if row.difference is Difference.GONE:
        return f"Gone: {row.name} ({before})."
    added = now.removeprefix(before).lstrip("; ")
    return f"{row.name}: added: {added}." if added != now else f"{row.name}: {now}, not {before}."
