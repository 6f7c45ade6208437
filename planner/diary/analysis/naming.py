"""What the sentences call the scores: pain, or what the heading of their column says."""

from planner.diary.columns.formats import TITLES
from planner.diary.columns.headings import Role, is_pain, role_of, words_of
from planner.diary.values.lexicon import BODY
from planner.model.diary import DiaryFacts, Direction

MOOD = "mood"  # the one score of a product that is never of pain; its others have any name


def not_pain(reading: DiaryFacts) -> str:
    """The heading that names the scores where they are not of pain; "" where they are.

    Scores whose high end is good are never called pain, such as relief or mood.
    """
    headings = reading.columns.pain
    if reading.direction is Direction.BETTER and headings:
        return headings[0]
    if len(headings) != 1 or _is_of_pain(headings[0], reading.format):
        return ""
    return headings[0]


def _is_of_pain(heading: str, form: str) -> bool:
    words = words_of(heading)
    if form in TITLES:
        return words != MOOD
    said = is_pain(heading) or role_of(heading) in {Role.PAIN, Role.VALUE}
    return said or not heading or set(words.split()) <= BODY
