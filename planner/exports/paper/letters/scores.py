"""The scores of a client over the visits, as a table has them; what was not asked is no row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from planner.model.intake import Conversation, Scores
from planner.model.phrase import Phrase
from planner.model.plan import Measures, Plan
from planner.planning.course.measures import mean_of_three
from planner.words import dated, say

MOST_VISITS = 4
NOT_ASKED = "–"


@dataclass(frozen=True)
class ScoreRow:
    """One score: what it is, its value at each visit, and how it is read."""

    name: str
    values: tuple[str, ...]
    scale: str


@dataclass(frozen=True)
class ScoreTable:
    """The days of the visits, today last, and the rows."""

    days: tuple[str, ...]
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True)
class _Visit:
    on: date | None
    average: float | None = None
    worst: float | None = None
    now: float | None = None
    in_the_way: float | None = None
    sleep: float | None = None


WORST = say("10 is worst")
ROWS: tuple[tuple[Phrase, Callable[[_Visit], float | None], Phrase], ...] = (
    (say("Pain, average of the week"), lambda one: one.average, WORST),
    (say("Pain, worst of the week"), lambda one: one.worst, WORST),
    (say("Pain at the visit"), lambda one: one.now, WORST),
    (say("Gets in the way"), lambda one: one.in_the_way, say("mean of 3, 10 is worst")),
    (say("Sleep"), lambda one: one.sleep, say("10 is the worst problem")),
)


def score_table(intake: Conversation, last: Plan | None) -> ScoreTable:
    """The scores of today, and of the visits before as the last plan has them."""
    before = tuple(_before(last.measures, last.on)) if last and last.measures else ()
    visits = (*before[-(MOST_VISITS - 1) :], _today(intake.on, intake.severity))
    rows = (_row(name, [read(one) for one in visits], scale) for name, read, scale in ROWS)
    return ScoreTable(
        tuple(dated(one.on, "short") if one.on else say("before") for one in visits),
        tuple(one for one in rows if any(value != NOT_ASKED for value in one.values)),
    )


def _row(name: Phrase, values: list[float | None], scale: Phrase) -> ScoreRow:
    told = (NOT_ASKED if one is None else say("{score:g}", score=one) for one in values)
    return ScoreRow(name, tuple(told), scale)


def _today(on: date, said: Scores) -> _Visit:
    return _Visit(on, said.average, said.worst, said.now, mean_of_three(said), said.sleep)


def _before(measures: Measures, on: date) -> Iterator[_Visit]:
    first, latest = measures.baseline, measures.latest
    began = first.on or (None if latest else on)
    yield _Visit(began, first.average, None, first.now, first.interference, first.sleep)
    if latest:
        yield _Visit(latest.on, latest.average, None, latest.now)
