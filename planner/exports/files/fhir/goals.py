"""What the plan aims at: less pain by a day, and the client's own aims with their ratings."""

from collections.abc import Iterator

from planner.exports.files.fhir.conditions import to_conditions
from planner.exports.files.fhir.dossier import Dossier, Part
from planner.exports.files.fhir.narrative import Block
from planner.exports.files.fhir.observations import pain_code, score
from planner.model.phrase import Phrase
from planner.model.plan import Measures, RatedGoal
from planner.words import joined, say
from planner.words.typed import printable

LESS_PAIN = say("Less pain on average")
RATED = say("How well it is done, 0 unable to 10 as before")
TARGET = "target"


def goal_keys(of: Dossier) -> Iterator[str]:
    """By which each goal is pointed to."""
    if of.plan.measures:
        yield TARGET
        yield from (key for key, _ in _aims(of.plan.measures))


def goals(of: Dossier) -> Iterator[Part]:
    """The measured target, then the aims in the client's own words."""
    measures = of.plan.measures
    if measures is None:
        return
    target = {
        "measure": pain_code(),
        "detailQuantity": {"comparator": "<=", **score(measures.target.average)},
        "dueDate": measures.review_on.isoformat(),
    }
    content = {"addresses": to_conditions(of), "target": [target]}
    yield _goal(of, TARGET, LESS_PAIN, (_told_target(measures),), content)
    for key, aim in _aims(measures):
        rated = next((one for one in measures.rated if one.goal == aim), None)
        yield _goal(of, key, printable(aim), _told_rating(rated, measures), _aimed_at(of, rated))


def lines(of: Dossier) -> Iterator[str]:
    """The goals as lines."""
    measures = of.plan.measures
    if measures is None:
        return
    yield _told_target(measures)
    for _, aim in _aims(measures):
        rated = next((one for one in measures.rated if one.goal == aim), None)
        yield joined(printable(aim), *_told_rating(rated, measures), by=" · ")


def _aims(measures: Measures) -> Iterator[tuple[str, str]]:
    for count, aim in enumerate(measures.goals, 1):
        if printable(aim):
            yield f"aim-{count}", aim


def _goal(of: Dossier, key: str, words: str, more: tuple[str, ...], content: Part) -> Part:
    whole = {
        "lifecycleStatus": "active",
        "description": {"text": words},
        "subject": of.client,
        "startDate": of.plan.began.isoformat(),
        **content,
    }
    return of.resource("Goal", key, [Block("", (words, *more))], whole)


def _aimed_at(of: Dossier, rated: RatedGoal | None) -> Part:
    """Whose aim it is, and the rating that it aims at, where it was rated."""
    said: Part = {"expressedBy": of.client}
    if rated is None or rated.target is None or of.plan.measures is None:
        return said
    target = {
        "measure": {"text": RATED},
        "detailQuantity": {"comparator": ">=", **score(rated.target)},
        "dueDate": of.plan.measures.review_on.isoformat(),
    }
    return {**said, "target": [target]}


def _told_target(measures: Measures) -> Phrase:
    return say(
        "Average pain {target:g} of 10 or less by {day}, from {before:g}.",
        target=measures.target.average,
        day=measures.review_on,
        before=measures.baseline.average,
    )


def _told_rating(rated: RatedGoal | None, measures: Measures) -> tuple[str, ...]:
    if rated is None or rated.rating is None:
        return ()
    if rated.target is None:
        return (say("rated {now:g} of 10", now=rated.rating),)
    return (
        say(
            "rated {now:g} of 10, aimed at {target:g} by {day}",
            now=rated.rating,
            target=rated.target,
            day=measures.review_on,
        ),
    )
