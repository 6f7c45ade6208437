"""Answers to the screening questions, and what is recorded for a row: given, and taken back."""

from collections.abc import Mapping

from planner.knowledge import Knowledge
from planner.model.ids import QuestionId, ReasonId, row_of
from planner.model.intake import ClinicianClearance, Override
from planner.model.visit import Draft
from planner.model.vocabulary import Answer, Visit
from planner.safety.questions import made_stale
from planner.visit.draft import saying


def answered(
    draft: Draft, given: Mapping[QuestionId, Answer | None], knowledge: Knowledge
) -> Draft:
    """The visit with these answers; None takes an answer back, and the degrees asked after it.

    At a later visit a fresh yes takes back the earlier no to the signs it opens.
    """
    later = draft.visit is Visit.FOLLOW_UP
    stale = made_stale(given, draft.answers, knowledge) if later else frozenset()
    taken_back = {*stale, *(row for row, answer in given.items() if answer is None)}
    kept = {
        row: answer
        for row, answer in draft.answers.items()
        if taken_back.isdisjoint((row, row_of(row)))
    }
    fresh = {row: answer for row, answer in given.items() if answer is not None}
    return saying(draft, answers={**kept, **fresh})


def cleared(draft: Draft, clearance: ClinicianClearance) -> Draft:
    """With a clinician's answer, in the place of an earlier one for the same row."""
    return saying(draft, clearances=(*uncleared(draft, clearance.of).clearances, clearance))


def uncleared(draft: Draft, row: ReasonId) -> Draft:
    """Without the clinician's answer to a row."""
    return saying(
        draft,
        clearances=tuple(one for one in draft.clearances if row not in (one.of, row_of(one.of))),
    )


def set_aside(draft: Draft, override: Override) -> Draft:
    """With an adjustment set aside, in the place of an earlier reason for the same row."""
    return saying(draft, overrides=(*restored(draft, override.of).overrides, override))


def restored(draft: Draft, row: ReasonId) -> Draft:
    """With the adjustment of a row in force again."""
    return saying(draft, overrides=tuple(one for one in draft.overrides if one.of != row))
