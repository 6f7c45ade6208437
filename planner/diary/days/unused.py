"""Why no row of a file was used: the one reason that most of its rows have."""

from collections import Counter

from planner.diary.days.entries import DiaryReading
from planner.model.phrase import Message, Phrase
from planner.words import say, say_many

NO_ROWS = say("The file has no row that could be a day.")


def why_nothing(reading: DiaryReading) -> Phrase:
    """The reason of most rows that were not used."""
    if not reading.skipped:
        return NO_ROWS
    reasons = Counter(_message(one.why) for one in reading.skipped)
    most, rows = reasons.most_common(1)[0]
    why = next(one.why for one in reading.skipped if _message(one.why) == most)
    if rows == len(reading.skipped):
        return say_many(
            "The {number} row could not be used: {why}.",
            "None of the {number} rows could be used: {why}.",
            rows,
            why=why,
        )
    return say(
        "None of the {number} rows could be used. For {rows} of them: {why}.",
        number=len(reading.skipped),
        rows=rows,
        why=why,
    )


def _message(why: str) -> Message | str:
    """What tells reasons apart: their message, whatever fills it."""
    return why.message if isinstance(why, Phrase) else why
