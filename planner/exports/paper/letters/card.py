"""A card for the wallet: numbers to call, without a title or a word of what they are for."""

from planner.exports.paper.letters.frame import Letter, letter_pdf
from planner.knowledge import Knowledge
from planner.model.plan import Plan
from planner.words import SOURCE, Language, say

DOCUMENT = say("Numbers")


def card_pdf(plan: Plan, knowledge: Knowledge, language: Language = SOURCE) -> bytes:
    """The card with the numbers of the place, from nobody."""
    return letter_pdf(Letter("card", DOCUMENT, knowledge.locales[plan.locale].card), plan, language)
