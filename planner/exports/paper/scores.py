"""Where pain stands, in words: today, the week on average, and where it began."""

from math import floor

from planner.model.phrase import Phrase
from planner.model.plan import Baseline, Latest, Measures
from planner.words import joined, say, say_many


def where_pain_stands(measures: Measures) -> Phrase:
    """For the client: today's scores, the first ones beside them, and the drop people notice."""
    latest, first = measures.latest, measures.baseline
    return joined(
        scores_of_a_visit(latest or first), _began(first) if latest else "", _drop(measures)
    )


def scores_of_a_visit(scores: Baseline | Latest) -> Phrase:
    """For the client: the scores of a visit, that of the moment and that of the week."""
    if isinstance(scores, Latest) and scores.in_diary:
        return _in_the_diary(scores)
    week = say("On average this week it was {average:g} out of 10.", average=scores.average)
    if scores.now is None:
        return say(
            "On average this week your pain was {average:g} out of 10.", average=scores.average
        )
    return joined(say("Your pain is {now:g} out of 10 today.", now=scores.now), week)


def _in_the_diary(latest: Latest) -> Phrase:
    if latest.days is None:
        return say(
            "In your diary, pain is now {average:g} out of 10 on average.", average=latest.average
        )
    return say_many(
        "In your diary, pain was {average:g} out of 10 on the last {number} day.",
        "In your diary, pain was {average:g} out of 10 on average, on the last {number} days.",
        latest.days,
        average=latest.average,
    )


def _began(first: Baseline) -> Phrase:
    if first.on is None:
        return say("It was {average:g} when you began.", average=first.average)
    return say("It was {average:g} when you began, on {day}.", average=first.average, day=first.on)


def _drop(measures: Measures) -> Phrase | str:
    """The average that is a drop people notice; nothing where it began too low for one."""
    first, then = measures.baseline.average, measures.target.average
    if then >= first:
        return ""
    if measures.latest and measures.latest.average <= then:
        return say("Many people notice a drop like that.")
    return drop_people_notice(then)


def drop_people_notice(most: float) -> Phrase:
    """The level that is a drop people notice: a half or a whole number, never above it."""
    return say("Many people notice a drop to {near:g} or less.", near=floor(most * 2) / 2)
