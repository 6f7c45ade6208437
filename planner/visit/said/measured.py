"""Scores of forms that were filled in elsewhere: typed in with their day, and taken out again."""

from collections.abc import Iterator
from datetime import date

from planner.knowledge import Knowledge
from planner.knowledge.entries.measuring import Questionnaire
from planner.model.ids import InstrumentId, ZoneId
from planner.model.intake import Conversation, QuestionnaireScore
from planner.model.visit import Draft
from planner.visit.draft import saying
from planner.visit.said.numbers import Range


def takes(form: Questionnaire) -> Range:
    """The numbers that a score of a form can be."""
    return Range(form.low, form.high)


def with_score(draft: Draft, form: InstrumentId, on: date, score: float) -> Draft:
    """With a score of a form on a day; it takes the place of another of that day."""
    number = int(score) if float(score).is_integer() else score
    new = QuestionnaireScore(instrument=form, score=number, on=on)
    every = (*without_score(draft, form, on).measured, new)
    return saying(draft, measured=tuple(sorted(every, key=lambda one: one.on)))


def without_score(draft: Draft, form: InstrumentId, on: date) -> Draft:
    """Without the score of a form on a day."""
    left = tuple(one for one in draft.measured if (one.instrument, one.on) != (form, on))
    return saying(draft, measured=left or None)


def offered(draft: Conversation, knowledge: Knowledge) -> tuple[Questionnaire, ...]:
    """Every form; those made for these pain sources, or for everybody, come first."""
    zones = set(_zones(draft, knowledge))
    named = {one.condition for one in draft.pain}

    def is_further(form: Questionnaire) -> bool:
        fits = zones.intersection(form.zones) or named.intersection(form.conditions)
        return not fits and bool(form.zones or form.conditions)

    return tuple(sorted(knowledge.questionnaires.values(), key=is_further))


def _zones(draft: Conversation, knowledge: Knowledge) -> Iterator[ZoneId]:
    for source in draft.pain:
        for region in source.regions or knowledge.usual_regions(source.condition):
            yield knowledge.regions[region].zone
