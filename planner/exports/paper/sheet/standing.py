"""Where the client stands: each score at first, today and aimed at; what was found by hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.notes.found import behaviour, findings
from planner.exports.paper.sheet.in_force import Asked
from planner.model.change import aim
from planner.model.plan import Measures
from planner.model.vocabulary import Gauge
from planner.visit.measured import scale, standings
from planner.words import dated, figure, formed, joined, say
from planner.words.typed import printable


@dataclass(frozen=True)
class ScoreRow:
    """A score; what nobody said is empty, never 0."""

    name: str
    first: str
    today: str
    target: str


@dataclass(frozen=True)
class Standing:
    """The scores under their days (`first` is empty at a first visit), and what was found."""

    first: str
    review: str
    rows: tuple[ScoreRow, ...]
    found: tuple[str, ...]


def standing(asked: Asked) -> Standing | None:
    """The findings of today; None where nothing was measured."""
    measures = asked.plan.measures
    if measures is None:
        return None
    later = measures.latest is not None
    return Standing(
        first=dated(measures.baseline.on or asked.plan.began, "short") if later else "",
        review=dated(measures.review_on, "short"),
        rows=tuple(one for one in _rows(measures, asked) if one.first or one.today),
        found=(
            *behaviour(asked.intake.assessment, asked.knowledge),
            *findings(asked.intake.assessment, asked.knowledge),
        ),
    )


def _rows(measures: Measures, asked: Asked) -> Iterator[ScoreRow]:
    first, latest, said = measures.baseline, measures.latest, asked.intake.severity
    now = latest or first
    average = _compared(first.average, latest.average if latest else None, measures.target.average)
    yield ScoreRow(say("Pain, average of the week"), *average)
    yield ScoreRow(say("Pain, worst and now"), "", _pair(said.worst, now.now), "")
    yield ScoreRow(
        say("Pain and interference, mean of three"),
        *_compared(first.interference, None, None, at_first=latest is not None),
    )
    judged = any(one.measure is Gauge.PAIN_OR_SLEEP for one in measures.judging)
    aimed = aim(first.sleep) if judged and first.sleep is not None else None
    yield ScoreRow(say("Sleep problem"), _pair(first.sleep) if latest else "",
                   _pair(said.sleep), _pair(aimed))  # fmt: skip
    yield ScoreRow(say("Stress problem"), "", _pair(said.stress), "")
    yield from _goals(measures, asked)
    for one in standings(asked.intake.measured, asked.knowledge):
        name = say("{form} ({scale})", form=one.form.name, scale=scale(one.form))
        before = one.first.score if one.first else None
        yield ScoreRow(name, _pair(before), _pair(one.latest.score), "")


def _goals(measures: Measures, asked: Asked) -> Iterator[ScoreRow]:
    """What the client wants to do again; a goal that nobody rated keeps its line to rate it."""
    later = measures.latest is not None
    rated = {one.goal: one for one in measures.rated}
    said = {one.goal: one.rating for one in asked.intake.preferences.goals}
    for goal in measures.goals:
        known = rated.get(goal)
        first = known.rating if known else None
        today = said.get(goal) if later else first
        name = formed(printable(goal), "sentence")
        yield ScoreRow(
            say("Goal: {goal}", goal=name),
            _pair(first) if later else "",
            _pair(today),
            _pair(known.target if known else None),
        )


def _compared(
    first: float | None, latest: float | None, target: float | None, *, at_first: bool = False
) -> tuple[str, str, str]:
    """A score at first (where there is a later one), today, and aimed at."""
    if latest is None and not at_first:
        return "", _pair(first), _pair(target)
    return _pair(first), _pair(latest), _pair(target)


def _pair(*scores: float | None) -> str:
    """Scores side by side, those that were asked: "8, 5"."""
    return joined(*(figure(one) for one in scores if one is not None), by=", ")
