"""The scores of a visit, side by side with the first ones: only what was asked."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from planner.exports.notes.tables import Row, Table
from planner.model.intake import Scores
from planner.model.phrase import Phrase
from planner.model.plan import Baseline
from planner.planning.course.measures import mean_of_three
from planner.words import dated, say

OF_0_TO_10 = say("0 to 10")
WEEK, WORST, NOW = say("pain, week"), say("worst"), say("now")
IN_THE_WAY, SLEEP, STRESS = say("pain and interference"), say("sleep problem"), say("stress")
COLUMNS = (WEEK, WORST, NOW, IN_THE_WAY, SLEEP, STRESS)


class Given(NamedTuple):
    """The scores of one day, by their column; what nobody told is absent."""

    on: date
    values: dict[Phrase, float]


def given(on: date, scores: Scores) -> Given:
    """What was asked at a visit."""
    pain = (scores.average, scores.worst, scores.now, mean_of_three(scores))
    every = (*pain, scores.sleep, scores.stress)
    return Given(on, _told(every))


def first(baseline: Baseline, began: date) -> Given:
    """The scores that a course began with, as its plan keeps them."""
    every = (
        baseline.average, None, baseline.now, baseline.interference, baseline.sleep, None,
    )  # fmt: skip
    return Given(baseline.on or began, _told(every))


def _told(values: Iterable[float | None]) -> dict[Phrase, float]:
    pairs = zip(COLUMNS, values, strict=True)
    return {name: value for name, value in pairs if value is not None}


def table(days: Iterable[Given]) -> Iterator[Table]:
    """The scores of some days; none where nothing was told."""
    told = [one for one in days if one.values]
    columns = [one for one in COLUMNS if any(one in day.values for day in told)]
    if columns:
        rows = tuple(_row(one, columns) for one in told)
        yield Table(headings=(OF_0_TO_10, *columns), rows=rows)


def _row(day: Given, columns: Iterable[Phrase]) -> Row:
    told = day.values
    scores = [say("{name} {value:g}", name=name, value=value) for name, value in told.items()]
    cells = [say("{value:g}", value=told[one]) if one in told else "" for one in columns]
    return Row(
        line=say("Scores of {day}, 0 to 10: {scores:commas}.", day=day.on, scores=scores),
        cells=(dated(day.on, "short-year"), *cells),
    )
