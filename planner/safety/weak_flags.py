"""Weak flags: none stops a plan alone, some of them together do."""

from collections.abc import Iterator

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import CombinationRule
from planner.knowledge.named import FIRST_EVER_OVER_50
from planner.model.ids import QuestionId
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer
from planner.safety.asking.answers import answer_to, ticks_of
from planner.safety.asking.degrees import all_known, is_known
from planner.safety.rows_in_force import ActiveRow

OLDER_THAN = 50


def combined(
    active: tuple[ActiveRow, ...], intake: Conversation, knowledge: Knowledge
) -> tuple[CombinationRule, ...]:
    """The combination rules that are met."""
    return tuple(
        rule
        for rule in knowledge.combinations.values()
        if _weak_flags(rule, active, intake, knowledge) >= rule.needed
    )


def is_first_ever_over_50(intake: Conversation) -> bool:
    """Whether a first pain at this age counts: one not yet known for what it is."""
    age = intake.client.age
    return (
        age is not None
        and age > OLDER_THAN
        and any(source.first_ever and not is_known(source) for source in intake.pain)
    )


def _weak_flags(
    rule: CombinationRule, active: tuple[ActiveRow, ...], intake: Conversation, knowledge: Knowledge
) -> int:
    """How many of the rule's flags count; one that a clinician has answered does not.

    What stands for years is context: it counts beside a sign, or a pain that is not known.
    """
    present = {one.row.id for one in active if one.cleared is None}
    present |= set(_meant_by_signs(intake, knowledge))
    if is_first_ever_over_50(intake):
        present.add(FIRST_EVER_OVER_50)
    if all_known(intake):
        present -= set(rule.not_when_assessed)
    counted = present.intersection(rule.counts)
    signs = counted.difference(rule.standing)
    return len(counted if signs or not all_known(intake) else signs)


def _meant_by_signs(intake: Conversation, knowledge: Knowledge) -> Iterator[QuestionId]:
    """The rows that ticked signs amount to, where those were not answered no."""
    for question in intake.ticked:
        for sign in knowledge.ticks_under(question):
            ticked = sign.means and sign.id in ticks_of(question, intake)
            if ticked and answer_to(sign.means, intake, knowledge) is not Answer.NO:
                yield sign.means
