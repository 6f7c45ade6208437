"""The pain sources of a visit and their marks on the body chart."""

from collections.abc import Iterable

from planner.knowledge import Knowledge
from planner.model.ids import ConditionId, RegionId
from planner.model.intake import PainSource
from planner.model.visit import Draft
from planner.model.vocabulary import AboutPain, Answer
from planner.visit.draft import saying
from planner.visit.said import pain_marks
from planner.visit.said.pain_marks import MILD, Levels, Marks

ABOUT_A_PAIN = ("months", *(one.value for one in AboutPain))
KEPT = {Answer.YES: True, Answer.NO: False}


def marks_of(draft: Draft) -> Marks:
    """The marks of each pain source, and those that none has taken."""
    return Marks({one.condition: _levels(one) for one in draft.pain}, draft.marks)


def _levels(source: PainSource) -> dict[RegionId, int]:
    return {region: source.levels.get(region, MILD) for region in source.regions}


def with_marks(draft: Draft, marks: Marks) -> Draft:
    """With these marks; what else was said of the pain sources that stay is kept."""
    before = {one.condition: one for one in draft.pain}
    pain = tuple(
        _at_places(before.get(one, PainSource(condition=one)), levels)
        for one, levels in marks.of.items()
    )
    return saying(draft, pain=pain, marks=dict(marks.loose))


def _at_places(source: PainSource, levels: Levels) -> PainSource:
    """A pain source at these places; at its usual one nothing is said."""
    return source.having(regions=tuple(levels) or None, levels=dict(levels) or None)


def choosing(draft: Draft, conditions: Iterable[ConditionId], knowledge: Knowledge) -> Draft:
    """With these pain sources: what was said of those that stay is kept, the new ones begin."""
    return with_marks(draft, pain_marks.with_sources(marks_of(draft), conditions, knowledge))


def marked(draft: Draft, changes: Levels, knowledge: Knowledge) -> Draft:
    """With what a tap or a choice on the body chart changed; level 0 takes a mark away."""
    return with_marks(draft, pain_marks.changed(marks_of(draft), changes, knowledge))


def with_places(draft: Draft, condition: ConditionId, regions: Iterable[RegionId]) -> Draft:
    """With these places, and only these, said by hand to belong to a pain source."""
    return with_marks(draft, pain_marks.given_to(marks_of(draft), condition, regions))


def same_as(draft: Draft, condition: ConditionId, other: ConditionId) -> Draft:
    """With what was answered of another pain source said of this one too, by hand."""
    said = next(one for one in draft.pain if one.condition == other)
    answers = {field: getattr(said, field) for field in ABOUT_A_PAIN}
    answers["unsure"] = said.unsure or None
    pain = (one.having(**answers) if one.condition == condition else one for one in draft.pain)
    return saying(draft, pain=tuple(pain))


def may_be_the_same(draft: Draft, condition: ConditionId) -> ConditionId | None:
    """The pain source whose answers a later one may take over; None once it has its own."""
    first = draft.pain[0]
    mine = next(one for one in draft.pain if one.condition == condition)
    if first is mine or _answered(mine) or not _answered(first):
        return None
    return first.condition


def _answered(source: PainSource) -> bool:
    known = any(getattr(source, field) is not None for field in ABOUT_A_PAIN)
    return known or bool(source.unsure)


def answer_about(draft: Draft, condition: ConditionId, asked: AboutPain) -> Answer | None:
    """What is said of a pain source; None while nothing is, which is never a no."""
    found = next((one for one in draft.pain if one.condition == condition), None)
    if found is None:
        return None
    if asked in found.unsure:
        return Answer.UNSURE
    kept = getattr(found, asked)
    return next((answer for answer, value in KEPT.items() if value is kept), None)


def answering_about(
    draft: Draft, condition: ConditionId, asked: AboutPain, answer: Answer | None
) -> Draft:
    """With this said of a pain source; not sure leaves it unknown, None unsaid."""
    pain = (
        _saying_about(one, asked, answer) if one.condition == condition else one
        for one in draft.pain
    )
    return saying(draft, pain=tuple(pain))


def _saying_about(source: PainSource, asked: AboutPain, answer: Answer | None) -> PainSource:
    there = {*source.unsure} - {asked} | ({asked} if answer is Answer.UNSURE else set())
    unsure = tuple(one for one in AboutPain if one in there)
    kept = KEPT.get(answer) if answer else None
    return source.having(**{asked.value: kept, "unsure": unsure or None})
