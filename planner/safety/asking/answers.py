"""How a screening question is answered: in words, by a tick, by age or pain, or by another one."""

from collections.abc import Iterator, Set

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import FollowUp
from planner.knowledge.named import CHILD, CHILD_AGE, CHILD_AGES
from planner.model.ids import QuestionId, TickId, row_of
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer, Visit
from planner.safety.asking.zones import client_zones

ADULT_FROM = 18


def said(question: QuestionId, intake: Conversation) -> Answer | None:
    """The answer given in words or by a tick: a tick is a yes, also beside a no."""
    given = intake.answers.get(question)
    ticked = intake.ticked.get(question) and given is not Answer.UNSURE
    return Answer.YES if ticked else given


def ticks_of(question: QuestionId, intake: Conversation) -> tuple[TickId, ...]:
    """The signs ticked under a question; the age tells that of a child."""
    if question == CHILD_AGE and intake.client.age is not None:
        return (_age_tick(intake.client.age),)
    return intake.ticked.get(question, ())


def _age_tick(age: int) -> TickId:
    return next((tick for below, tick in CHILD_AGES if age < below), CHILD_AGES[-1][1])


def answer_to(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Answer | None:
    """The answer to a row: given, told by age, pain, a degree or old answers, or taken over."""
    given, otherwise = said(row, intake), row in knowledge.told_otherwise
    if given is not None and (given.counts_as_yes or not otherwise):
        return given
    told = _told_by_age(row, intake) or told_by_pain(row, intake, knowledge)
    taken = _taken_over(row, intake, knowledge) if otherwise else None
    if given is None:
        told = told or _told_by_follow_up(row, intake, knowledge)
        told = told or _told_by_retired(row, intake, knowledge)
    for found in (told, taken):
        if found and found.counts_as_yes:
            return found
    return given or told or taken


def plainly_denied(intake: Conversation, knowledge: Knowledge) -> Set[QuestionId]:
    """The rows that are a no in words which nothing else can tell otherwise."""
    said_no = {
        row
        for row, answer in intake.answers.items()
        if answer is Answer.NO and not intake.ticked.get(row)
    }
    return said_no - knowledge.told_otherwise


def told_by_pain(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Answer | None:
    """A pain source can say as much as an answer: fibromyalgia is one of both."""
    told_by = knowledge.rows[row].told_by
    told = told_by and any(source.condition in told_by for source in intake.pain)
    return Answer.YES if told else None


def _told_by_follow_up(
    row: QuestionId, intake: Conversation, knowledge: Knowledge
) -> Answer | None:
    """A yes to a follow-up says yes to its row, even where the row was not asked."""
    asked = knowledge.follow_ups_of.get(row, ())
    return Answer.YES if any(is_yes_said(one.id, intake) for one in asked) else None


def _told_by_retired(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Answer | None:
    """What old answers say of the row that took their questions over.

    Any yes is one; a no takes a no to each of the rows, for a degree says nothing of its row.
    """
    gone = knowledge.retired_from.get(row)
    if not gone:
        return None
    given = [intake.answers.get(one.id) for one in gone]
    rows = [intake.answers.get(one.id) for one in gone if ":" not in one.id]
    for answer in (Answer.YES, Answer.UNSURE):
        if answer in given:
            return answer
    return Answer.NO if rows and all(one is Answer.NO for one in rows) else None


def _told_by_age(row: QuestionId, intake: Conversation) -> Answer | None:
    age = intake.client.age
    if row != CHILD or age is None:
        return None
    return Answer.YES if age < ADULT_FROM else Answer.NO


def _taken_over(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Answer | None:
    source = knowledge.rows[row].taken_over_from
    return answer_to(source, intake, knowledge) if source in knowledge.rows else None


def is_yes(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether a row was answered yes or unsure, however it was answered."""
    answer = answer_to(row, intake, knowledge)
    return answer is not None and answer.counts_as_yes


def is_yes_said(row: QuestionId, intake: Conversation) -> bool:
    """Whether the row itself was answered yes or unsure, due or not."""
    given = said(row, intake)
    return given is not None and given.counts_as_yes


Asked = tuple[FollowUp, Answer | None]


def follow_ups_asked(
    row: QuestionId, intake: Conversation, knowledge: Knowledge
) -> tuple[Asked, ...]:
    """The follow-ups of a row that are asked, in file order, up to the first yes or unsure.

    Those that stand beside are all asked. Empty unless the row is a yes.
    """
    if not is_yes(row, intake, knowledge):
        return ()
    fitting = [one for one in knowledge.follow_ups_of.get(row, ()) if _fits(one, intake, knowledge)]
    chain = [one for one in fitting if not one.beside]
    asked = {
        *(one.id for one in _until_yes(chain, intake, knowledge)),
        *(one.id for one in fitting if one.beside),
    }
    return tuple((one, degree_answer(one, intake, knowledge)) for one in fitting if one.id in asked)


def _until_yes(
    chain: list[FollowUp], intake: Conversation, knowledge: Knowledge
) -> Iterator[FollowUp]:
    for one in chain:
        yield one
        answer = degree_answer(one, intake, knowledge)
        if answer is not None and answer.counts_as_yes:
            return


def _fits(one: FollowUp, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether a degree is asked of pain in these zones; one that was answered yes stays."""
    return (
        not one.zones
        or is_yes_said(one.id, intake)
        or not client_zones(intake, knowledge).isdisjoint(one.zones)
    )


def _is_of_a_row_told(one: FollowUp, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether a pain source tells the row of a degree, which nobody answered."""
    row = row_of(one.id)
    return told_by_pain(row, intake, knowledge) is not None and not is_yes_said(row, intake)


def degree_answer(one: FollowUp, intake: Conversation, knowledge: Knowledge) -> Answer | None:
    """The answer to a degree: given, told by the age, or a no where nothing it needs is there.

    Nobody is asked for a degree of a row that a pain source tells: a no to it says nothing.
    """
    given = said(one.id, intake)
    if given is Answer.NO and _is_of_a_row_told(one, intake, knowledge):
        return None
    if given is None and ticks_of(one.id, intake):
        return Answer.YES
    if given is not None or not one.only_beside or intake.visit is not Visit.FIRST:
        return given
    beside = [answer_to(row, intake, knowledge) for row in one.only_beside]
    return Answer.NO if all(answer is Answer.NO for answer in beside) else None
