"""Which screening questions apply to this client at this visit."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import NO_ROW, Asked
from planner.knowledge.entries.ticks import Tick
from planner.knowledge.named import CHILD
from planner.model.beforehand import ClientSaid
from planner.model.ids import ConditionId, GroupId, QuestionId, TickId, ZoneId
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer, Visit
from planner.safety.asking.answers import (
    answer_to,
    follow_ups_asked,
    is_yes,
    is_yes_said,
    plainly_denied,
    ticks_of,
    told_by_pain,
)
from planner.safety.asking.beforehand import client_said, says_yes, still_to_ask
from planner.safety.asking.zones import client_zones


class Question(NamedTuple):
    """A question that applies, with its answer so far.

    `ticks` are the signs it lists, `ticked` those that are ticked: one tick is a yes to it.
    `last` is the yes or not sure of the visit before, where it counts until it is answered again:
    `answer` is None then, and "none of these" leaves it alone. `client` is what the client said of
    it alone; where that `waits`, it is asked by itself in the same way. One that is `private` is
    never asked with a companion in the room, nor on paper.
    """

    id: QuestionId
    group: GroupId
    section: str
    label: str
    question: str
    answer: Answer | None
    asked_after: QuestionId = NO_ROW
    therapist_answers: bool = False
    private: bool = False
    ticks: tuple[Tick, ...] = ()
    ticked: tuple[TickId, ...] = ()
    last: Answer | None = None
    client: ClientSaid | None = None
    waits: bool = False

    @property
    def by_itself(self) -> bool:
        """Whether it needs a tap of its own: no "none of these" answers it."""
        return bool(self.asked_after or self.last or self.waits)

    @property
    def client_can_answer(self) -> bool:
        """Whether a client alone can answer it; degrees are asked when a yes is talked about."""
        return not (self.therapist_answers or self.asked_after)


class Group(NamedTuple):
    """A group of questions, in the order of its sub-headings."""

    id: GroupId
    name: str
    questions: tuple[Question, ...]

    @property
    def unanswered(self) -> tuple[QuestionId, ...]:
        """The ids still without an answer."""
        return tuple(asked.id for asked in self.questions if asked.answer is None)


class Hurting(NamedTuple):
    """The pain sources of a client, and where they are."""

    conditions: frozenset[ConditionId]
    zones: frozenset[ZoneId]


def hurting(intake: Conversation, knowledge: Knowledge) -> Hurting:
    """What hurts this client; told once, it serves every row."""
    conditions = frozenset(source.condition for source in intake.pain)
    return Hurting(conditions, client_zones(intake, knowledge))


def applies(
    row: Asked, intake: Conversation, knowledge: Knowledge, here: Hurting | None = None
) -> bool:
    """Whether a row is asked of this client (with pain `here`, where it is known) at this visit.

    A row that was answered yes stays asked: it counts, so it can be looked into and taken back; so
    does one that the client alone said yes to. That of a child stands answered by the age, for the
    degrees asked after it.
    """
    if row.id in knowledge.asked_of_everybody:
        return True
    if row.taken_over_from:
        return False
    if is_yes_said(row.id, intake) or says_yes(row.id, intake):
        return True
    if told_by_pain(row.id, intake, knowledge):
        return False
    if not _fits_age(row, intake):
        return False
    if row.id == CHILD and intake.client.age is not None:
        return is_yes(row.id, intake, knowledge)
    if row.at_review:
        return intake.visit is Visit.FOLLOW_UP
    return row.always or _fits_client(row, intake, knowledge, here or hurting(intake, knowledge))


def _fits_age(row: Asked, intake: Conversation) -> bool:
    """Age not given fits every question."""
    age = intake.client.age
    if age is None:
        return True
    return age >= (row.age_from or 0) and (row.age_to is None or age < row.age_to)


def _fits_client(row: Asked, intake: Conversation, knowledge: Knowledge, here: Hurting) -> bool:
    return (
        not here.conditions.isdisjoint(row.conditions)
        or not here.zones.isdisjoint(row.zones)
        or any(is_yes(other, intake, knowledge) for other in row.after_yes)
    )


def groups(intake: Conversation, knowledge: Knowledge) -> tuple[Group, ...]:
    """The groups that apply, those most often answered yes first."""
    here = hurting(intake, knowledge)
    found: list[Group] = []
    for group in knowledge.groups.values():
        rows = knowledge.rows_of[group.id]
        mine = [row for row in rows if applies(row, intake, knowledge, here)]
        asked = tuple(one for row in mine for one in _asked(row, intake, knowledge))
        if asked:
            found.append(Group(group.id, group.name, asked))
    return tuple(found)


def unanswered(intake: Conversation, knowledge: Knowledge) -> Iterator[QuestionId]:
    """The ids of the questions that apply and have no answer yet, in the order they are asked.

    A row that is a no asks nothing more, so most of them are passed over at once.
    """
    here = hurting(intake, knowledge)
    settled = plainly_denied(intake, knowledge) - {*intake.from_last, *intake.beforehand}
    for group in knowledge.groups.values():
        for row in knowledge.rows_of[group.id]:
            if row.id not in settled and applies(row, intake, knowledge, here):
                asked = _asked(row, intake, knowledge)
                yield from (one.id for one in asked if one.answer is None)


def _asked(row: Asked, intake: Conversation, knowledge: Knowledge) -> Iterator[Question]:
    """A row and, after a yes of today, its follow-ups."""
    answer = answer_to(row.id, intake, knowledge)
    is_from_last = row.id in intake.from_last
    waits = still_to_ask(row.id, intake)
    yield Question(
        row.id,
        row.group,
        row.section,
        row.label,
        row.question,
        None if is_from_last or waits else answer,
        therapist_answers=row.therapist_answers,
        private=row.private,
        ticks=knowledge.ticks_under(row.id),
        ticked=ticks_of(row.id, intake),
        last=answer if is_from_last else None,
        client=client_said(row.id, intake),
        waits=waits,
    )
    if is_from_last or answer is None or not answer.counts_as_yes:
        return
    for follow_up, answer in follow_ups_asked(row.id, intake, knowledge):
        yield Question(
            follow_up.id,
            row.group,
            row.section,
            follow_up.label,
            follow_up.question,
            answer,
            asked_after=row.id,
            therapist_answers=follow_up.therapist_answers,
            private=follow_up.private,
            ticks=knowledge.ticks_under(follow_up.id),
            ticked=ticks_of(follow_up.id, intake),
        )


def questions(intake: Conversation, knowledge: Knowledge) -> tuple[Question, ...]:
    """Every question that applies, in the order it is asked."""
    return tuple(one for group in groups(intake, knowledge) for one in group.questions)


def none_of_these(group: Group) -> dict[QuestionId, Answer]:
    """What "None of these" writes: `no` to every row of the group still unanswered.

    A follow-up is about a yes just given, a yes of last time still counts, and what the client
    alone said yes to was never asked: each waits for an answer of its own.
    """
    rows = (one.id for one in group.questions if one.answer is None and not one.by_itself)
    return dict.fromkeys(rows, Answer.NO)
