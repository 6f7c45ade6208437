"""Two lists of lines side by side: what is new, what is gone, what reads otherwise, and why."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.model.phrase import Phrase
from planner.model.review.comparison import Difference, Row
from planner.words import joined, say


class PlanLine(NamedTuple):
    """One line of a plan: its id, its part, its name, what it says, and the notes beside it."""

    id: str
    part: str
    name: str
    says: str
    notes: tuple[str, ...] = ()

    @property
    def whole(self) -> Phrase:
        """What it says, with its notes."""
        return joined(self.says, joined(*self.notes), by="; ")


def side_by_side(
    before: Iterable[PlanLine], now: Iterable[PlanLine], why: Mapping[str, str]
) -> tuple[Row, ...]:
    """Every line of both, those of the later one first within a part; `why` by the line's id."""
    old, new = ({(one.part, one.id): one for one in lines} for lines in (before, now))
    every = {**new, **{key: line for key, line in old.items() if key not in new}}
    parts = list(dict.fromkeys(part for part, _ in (*old, *new)))
    ordered = sorted(every, key=lambda key: parts.index(key[0]))
    return tuple(_row(every[key], old.get(key), new.get(key), why) for key in ordered)


def _row(line: PlanLine, old: PlanLine | None, new: PlanLine | None, why: Mapping[str, str]) -> Row:
    row = Row(
        id=line.id,
        part=line.part,
        name=line.name,
        before=old.whole if old else "",
        now=new.whole if new else "",
        added=_added(old, new) if old and new else "",
    )
    told = "" if row.difference is Difference.SAME else why.get(line.id, "")
    return row.replaced(why=told)


def _added(old: PlanLine, new: PlanLine) -> str:
    """The new notes, where nothing else differs."""
    if old.says != new.says or not set(old.notes) <= set(new.notes):
        return ""
    fresh = [one for one in new.notes if one not in old.notes]
    return joined(*fresh) if fresh else ""


def sentences(rows: Iterable[Row]) -> tuple[Phrase, ...]:
    """The lines that differ, each as one sentence."""
    return tuple(_sentence(row) for row in rows if row.difference is not Difference.SAME)


def _sentence(row: Row) -> Phrase:
    if row.difference is Difference.NEW:
        return say("New: {name}: {now:no-stop}.", name=row.name, now=row.now)
    if row.difference is Difference.GONE:
        return say("Ended: {name} ({before:no-stop}).", name=row.name, before=row.before)
    if row.added:
        return say("{name}: added: {added:no-stop}.", name=row.name, added=row.added)
    return say(
        "{name}: {now:no-stop}, not {before:no-stop}.",
        name=row.name,
        now=row.now,
        before=row.before,
    )
