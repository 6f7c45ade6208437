"""What the client came with and said, sentence by sentence."""

from collections.abc import Iterable, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.named import FIRST_EVER_OVER_50
from planner.model.intake import Conversation, PainSource
from planner.model.phrase import Phrase
from planner.model.plan import Reason
from planner.safety.asking.reporting import denied, told
from planner.safety.weak_flags import is_first_ever_over_50
from planner.words import formed, say, say_many


def came_with(intake: Conversation, knowledge: Knowledge) -> Phrase:
    """What brought the client: "Came for massage with low back pain, for 18 months."."""
    pains = [_pain(source, knowledge) for source in intake.pain]
    return say("Came for massage with {pains:semicolons}.", pains=pains)


def _pain(source: PainSource, knowledge: Knowledge) -> Phrase:
    name = knowledge.conditions[source.condition].name
    if not source.months:
        return formed(name, "lower")
    return say_many(
        "{name:lower}, for {number:g} month",
        "{name:lower}, for {number:g} months",
        source.months,
        name=name,
    )


def reported(
    reasons: tuple[Reason, ...] | list[Reason], intake: Conversation, knowledge: Knowledge
) -> Iterator[str]:
    """What the client said, reason by reason, and what was denied that a doctor asks first."""
    for reason in reasons:
        yield from in_sentences([reason], intake, knowledge)
        if row := knowledge.rows.get(knowledge.row_now(reason.id)):
            yield from denied(row.id, intake, knowledge)


def in_sentences(
    reasons: Iterable[Reason], intake: Conversation, knowledge: Knowledge
) -> Iterator[str]:
    """What the client said, reason by reason; of a review, what it found."""
    for reason in reasons:
        if row := knowledge.rows.get(knowledge.row_now(reason.id)):
            yield from told(row.id, intake, knowledge)
        elif reason.id in knowledge.combinations and _is_first_ever(reason, intake, knowledge):
            yield say(
                "Says that this is the first time they have had this pain, at the age of {age}.",
                age=intake.client.age,
            )
        elif is_of_a_review(reason, knowledge):
            yield reason.says


def is_of_a_review(reason: Reason, knowledge: Knowledge) -> bool:
    """Whether a review found it, as a rise in pain, and no answer did."""
    return reason.id in knowledge.review_rules


def _is_first_ever(reason: Reason, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether a first pain at this age may be one of the signs that count together."""
    counts = FIRST_EVER_OVER_50 in knowledge.combinations[reason.id].counts
    return counts and is_first_ever_over_50(intake)
