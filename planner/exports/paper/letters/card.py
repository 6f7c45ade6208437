"""A card for the wallet: numbers to call, without a title or a word of what they are for."""

from planner.exports.paper.letters.frame import Letter, typeset
from planner.knowledge import Knowledge
from planner.model.plan import Plan
from planner.words import SOURCE, Language, say

DOCUMENT = say("Numbers")


def card_pdf(plan: Plan, knowledge: Knowledge, language: Language = SOURCE) -> bytes:
    """The card with the numbers of the place, from nobody."""
    return typeset(
        Letter("card", DOCUMENT, knowledge.locales[plan.locale].card, is_to_be_answered=False),
        plan,
        language,
    )
