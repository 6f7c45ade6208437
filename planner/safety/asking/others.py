"""A file may say of its other questions that each was answered no; here that is written out."""

from planner.knowledge import Knowledge
from planner.model.ids import QuestionId
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer
from planner.safety.asking.asked_again import Said
from planner.safety.asking.questions import groups, none_of_these


def spelled_out(intake: Said, knowledge: Knowledge) -> Said:
    """The intake with every no that `others` stands for, and without `others`.

    To be done once, where a file is read: a question that comes up later was not among those it
    spoke of. The follow-up of a yes is not answered by it, and keeps its own line.
    """
    if intake.others is None:
        return intake
    while missing := _missing(intake, knowledge):
        intake = intake.replaced(answers={**intake.answers, **missing})
    return intake.replaced(others=None)


def _missing(intake: Conversation, knowledge: Knowledge) -> dict[QuestionId, Answer]:
    """The rows that apply and have no answer; a no can bring up further ones."""
    asked = groups(intake, knowledge)
    return {row: answer for group in asked for row, answer in none_of_these(group).items()}
