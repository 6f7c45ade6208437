"""What the degrees and the signs of a row that is a yes decide; the worst always holds."""

from collections.abc import Iterable, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import Asked, FollowUp, Outcome
from planner.knowledge.entries.ticks import BARE, NONE, UNSURE, TickOutcome
from planner.model.ids import QuestionId, ReasonId, TickId
from planner.model.intake import Conversation, PainSource
from planner.model.vocabulary import AboutPain, Answer
from planner.safety.asking.answers import answer_to, follow_ups_asked, is_yes, ticks_of

CHRONIC_MONTHS = 3


def decided(row: Asked, intake: Conversation, knowledge: Knowledge) -> Outcome | None:
    """What follow-ups or signs decide of a row that is a yes; None leaves the row's own word."""
    if row.id in knowledge.tick_outcomes:
        return _worst(_by_signs(row, intake, knowledge))
    return _worst(_by_degrees(row.id, intake, knowledge))


def is_known(source: PainSource) -> bool:
    """Whether a pain is of three months or more, assessed, and unchanged in character.

    Where somebody asked whether it changed and nobody is sure, it is not known.
    """
    long_lasting = source.months is not None and source.months >= CHRONIC_MONTHS
    may_have_changed = source.changed is True or AboutPain.CHANGED in source.unsure
    return long_lasting and source.assessed is True and not may_have_changed


def all_known(intake: Conversation) -> bool:
    """Whether every pain is known for what it is."""
    return all(is_known(source) for source in intake.pain)


def _worst(found: Iterable[Outcome]) -> Outcome | None:
    return min(found, key=lambda one: one.clearance.rank, default=None)


def _by_signs(row: Asked, intake: Conversation, knowledge: Knowledge) -> Iterator[Outcome]:
    """The outcomes of a row's signs, or of the old answers it took over."""
    outcomes = knowledge.tick_outcomes[row.id]
    ticked = ticks_of(row.id, intake)
    old = () if ticked else tuple(_by_old_answers(row.id, intake, knowledge))
    yield from old
    yield from _met(row.id, ticked, intake, knowledge)
    answer = answer_to(row.id, intake, knowledge)
    if answer is Answer.UNSURE:
        yield outcomes[UNSURE]
    elif not ticked and not old:
        yield outcomes[BARE]
    yield outcomes[NONE]


def _by_old_answers(
    row: QuestionId, intake: Conversation, knowledge: Knowledge
) -> Iterator[TickOutcome]:
    """What the answers to retired questions lead to."""
    for gone in knowledge.retired_from.get(row, ()):
        given = intake.answers.get(gone.id)
        name = gone.yes if given and given.counts_as_yes else gone.no
        if given and name:
            yield knowledge.tick_outcomes[row][name]


def _by_degrees(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Iterator[Outcome]:
    """The first degree that is not a no, or the last one's no; each that stands beside too."""
    asked = follow_ups_asked(row, intake, knowledge)
    chain = [one for one in asked if not one[0].beside]
    deciding = next((one for one in chain if one[1] is not Answer.NO), chain[-1] if chain else None)
    for follow_up, answer in asked:
        if follow_up.beside or (deciding and follow_up is deciding[0]):
            yield from _of_degree(follow_up, answer, intake, knowledge)


def _of_degree(
    one: FollowUp, answer: Answer | None, intake: Conversation, knowledge: Knowledge
) -> Iterator[Outcome]:
    """What one degree leads to: one not answered counts as the more urgent."""
    ticked = ticks_of(one.id, intake)
    met = tuple(_met(one.id, ticked, intake, knowledge))
    yield from met
    signs = knowledge.tick_outcomes.get(one.id)
    if signs and answer is Answer.UNSURE:
        yield signs[UNSURE]
    elif answer is None and one.beside:
        yield from (one.if_yes, one.if_no)
    elif ticked and met:
        return
    else:
        yield one.if_no if answer is Answer.NO or ticked else one.if_yes


def _met(
    question: QuestionId,
    ticked: tuple[TickId, ...],
    intake: Conversation,
    knowledge: Knowledge,
) -> Iterator[TickOutcome]:
    """The outcomes whose signs were ticked, with what they ask for beside them."""
    for one in knowledge.tick_outcomes.get(question, {}).values():
        if one.is_spoken or not one.is_met_by(ticked):
            continue
        beside = not one.beside_any or any(
            _is_there(ReasonId(other), intake, knowledge) for other in one.beside_any
        )
        if beside and not (one.pain_is_new and all_known(intake)):
            yield one


def _is_there(other: ReasonId, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether a question is a yes, or a sign of it ("question#sign") is ticked."""
    row, _, sign = other.partition("#")
    question = QuestionId(ReasonId(row))
    if sign:
        return TickId(sign) in ticks_of(question, intake)
    return is_yes(question, intake, knowledge)
