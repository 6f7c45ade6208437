"""What a later visit asks again: what lasts is kept, and counts until it is answered again."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from planner.knowledge import Knowledge
from planner.knowledge.named import AFTER_LAST_TIME
from planner.model.ids import QuestionId, ReasonId, TickId, row_of
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer, Visit
from planner.safety.asking.answers import is_yes, is_yes_said
from planner.safety.asking.beforehand import settled_by
from planner.safety.asking.questions import Question, questions

YES = (Answer.YES, Answer.UNSURE)
Said = TypeVar("Said", bound=Conversation)
V = TypeVar("V")
Answers = Mapping[QuestionId, Answer | None]
Signs = Mapping[QuestionId, tuple[TickId, ...]]
NO_SIGNS: Signs = {}


def every_visit(intake: Conversation, knowledge: Knowledge) -> tuple[Question, ...]:
    """The short screen of this visit, "how were you after last time" first, and what a yes opened.

    Give it an intake that `to_ask_again` has prepared: what is asked afresh has no answer yet.
    """
    opened = opened_by(intake.ticked, knowledge)
    asked = (
        one
        for one in questions(intake, knowledge)
        if _every_visit(row := one.asked_after or one.id, knowledge)
        or row in opened
        or one.waits
        or _degree_of_every_visit(one.id, knowledge)
    )
    return tuple(sorted(asked, key=lambda one: (one.asked_after or one.id) != AFTER_LAST_TIME))


def to_ask_again(intake: Said, knowledge: Knowledge) -> Said:
    """The conversation of the next visit: each no of the short screen is asked afresh.

    Each yes and not sure stays, named in `from_last`: it counts until it is answered again by
    itself. Every other no is kept.
    """
    asked = [row.id for row in knowledge.rows.values() if _every_visit(row.id, knowledge)]
    lasting = tuple(
        row.id
        for row in knowledge.rows.values()
        if not row.taken_over_from and _lasts(row.id, intake, knowledge)
    )
    degrees = {one for one in knowledge.follow_ups if _degree_of_every_visit(one, knowledge)}
    gone = {*set(asked).difference(lasting), *degrees}
    return intake.replaced(
        answers=_without(intake.answers, gone, knowledge),
        ticked=_without(intake.ticked, gone, knowledge),
        visit=Visit.FOLLOW_UP,
        from_last=lasting,
    )


def _lasts(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether the row, or a question it took over, was answered yes in words or by a tick."""
    old = (one.id for one in knowledge.retired_from.get(row, ()))
    said = any(is_yes_said(one, intake) for one in (row, *old))
    return said and is_yes(row, intake, knowledge)


def answered_again(
    intake: Said, answers: Answers, knowledge: Knowledge, ticked: Signs = NO_SIGNS
) -> Said:
    """The conversation with these answers and signs; None, or no sign at all, takes one back.

    With an answer goes what hung on it: its degrees and its signs. So it does where the answer
    before was last time's, but for a yes again to what no short screen asks. At a later visit a
    fresh yes, or a sign that opens rows, takes back the earlier no that it puts in doubt.
    """
    given: dict[QuestionId, Answer | None] = {
        **{row: Answer.YES if signs else None for row, signs in ticked.items()},
        **answers,
    }
    taken_back = {
        *_put_in_doubt(given, ticked, intake, knowledge),
        *(
            row
            for row, answer in given.items()
            if answer is None or _anew(row, answer, intake, knowledge)
        ),
        *(old.id for row in given for old in knowledge.retired_from.get(row, ())),
    }
    unsigned = {*ticked, *(row for row, answer in given.items() if answer is Answer.NO)}
    signs = {
        row: found
        for row, found in _without(intake.ticked, taken_back, knowledge).items()
        if row not in unsigned
    }
    fresh = {row: answer for row, answer in given.items() if answer is not None}
    return intake.replaced(
        answers={**_without(intake.answers, taken_back, knowledge), **fresh},
        ticked={**signs, **{row: found for row, found in ticked.items() if found}},
        from_last=tuple(row for row in intake.from_last if row not in given),
        beforehand=settled_by(given, intake),
    )


def _anew(row: QuestionId, answer: Answer, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether what hung on last time's answer is asked anew with this one."""
    if row not in intake.from_last:
        return False
    return answer not in YES or _every_visit(row, knowledge)


def made_stale(
    said: Answers, before: Mapping[QuestionId, Answer], knowledge: Knowledge
) -> frozenset[QuestionId]:
    """The signs whose earlier no a fresh yes puts in doubt: a sprain, whether one can walk."""
    fresh = {row for row, given in said.items() if given in YES and before.get(row) not in YES}
    opened = (one for one in knowledge.red_flags.values() if fresh.intersection(one.after_yes))
    return frozenset(one.id for one in opened if before.get(one.id) == Answer.NO) - said.keys()


def opened_by(ticked: Signs, knowledge: Knowledge) -> frozenset[QuestionId]:
    """The rows that signs open: "a fall" opens what is asked after an injury."""
    signs = [
        sign
        for question, found in ticked.items()
        for sign in knowledge.ticks_under(question)
        if sign.id in found
    ]
    groups = {group for sign in signs for group in sign.opens_groups}
    rows = (row.id for row in knowledge.rows.values() if row.group in groups)
    return frozenset({*rows, *(row for sign in signs for row in sign.opens)})


def _put_in_doubt(
    given: Answers, ticked: Signs, intake: Conversation, knowledge: Knowledge
) -> frozenset[QuestionId]:
    """The rows whose earlier no does not hold any more; none at a first visit."""
    if intake.visit is Visit.FIRST:
        return frozenset()
    before = {row: intake.ticked.get(row, ()) for row in ticked}
    opened = opened_by(ticked, knowledge) - opened_by(before, knowledge) - given.keys()
    no = (row for row in opened if intake.answers.get(row) is Answer.NO)
    return made_stale(given, intake.answers, knowledge).union(no)


def _without(
    table: Mapping[QuestionId, V], rows: Iterable[ReasonId], knowledge: Knowledge
) -> dict[QuestionId, V]:
    """What was said, without these rows, their degrees and the questions they took over."""
    gone = frozenset(rows)
    return {
        key: value
        for key, value in table.items()
        if gone.isdisjoint((key, row_of(key), knowledge.row_now(key)))
    }


def _degree_of_every_visit(question: ReasonId, knowledge: Knowledge) -> bool:
    """Whether a degree is asked at every visit, though its row is not."""
    degree = knowledge.follow_ups.get(question)
    return degree is not None and degree.every_visit


def _every_visit(row: QuestionId, knowledge: Knowledge) -> bool:
    """Whether a row is asked at every visit, or at every one but the first."""
    asked = knowledge.rows[row]
    return asked.every_visit or asked.at_review
