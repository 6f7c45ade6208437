"""Which screening questions apply to this client at this visit, and which are asked again."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from planner.knowledge import Knowledge
from planner.knowledge.named import AFTER_LAST_TIME, CHILD
from planner.knowledge.safety import NO_ROW, Asked
from planner.model.ids import GroupId, QuestionId, ZoneId, row_of
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer, Visit
from planner.safety.answers import answer_to, follow_ups_asked, is_yes, is_yes_said, told_by_pain

YES = (Answer.YES, Answer.UNSURE)
Said = TypeVar("Said", bound=Conversation)


class Question(NamedTuple):
    """A question that applies, with its answer so far."""

    id: QuestionId
    group: GroupId
    section: str
    label: str
    question: str
    answer: Answer | None
    asked_after: QuestionId = NO_ROW
    therapist_answers: bool = False


class Group(NamedTuple):
    """A group of questions, in the order of its sub-headings."""

    id: GroupId
    name: str
    questions: tuple[Question, ...]

    @property
    def unanswered(self) -> tuple[QuestionId, ...]:
        """The ids still without an answer."""
        return tuple(asked.id for asked in self.questions if asked.answer is None)


def client_zones(intake: Conversation, knowledge: Knowledge) -> frozenset[ZoneId]:
    """The zones of every pain source, its usual ones where no region is marked, and of marks."""
    sources = (
        source.regions or knowledge.regions_of(knowledge.conditions[source.condition].hurts_at)
        for source in intake.pain
    )
    marked = (region for regions in (*sources, intake.marks) for region in regions)
    return frozenset(knowledge.regions[region].zone for region in marked)


def applies(
    row: Asked, intake: Conversation, knowledge: Knowledge, zones: frozenset[ZoneId] | None = None
) -> bool:
    """Whether a row is asked of this client (with pain in these zones) at this visit.

    A row that was answered yes stays asked: it counts, so it can be looked into and taken back.
    """
    if row.taken_over_from:
        return False
    if is_yes_said(row.id, intake):
        return True
    if told_by_pain(row.id, intake, knowledge):
        return False
    if not _fits_age(row, intake):
        return False
    if row.id == CHILD and intake.client.age is not None:
        return False
    if row.at_review:
        return intake.visit is Visit.FOLLOW_UP
    here = client_zones(intake, knowledge) if zones is None else zones
    return row.always or _fits_client(row, intake, knowledge, here)


def _fits_age(row: Asked, intake: Conversation) -> bool:
    """Age not given fits every question."""
    age = intake.client.age
    if age is None:
        return True
    return age >= (row.age_from or 0) and (row.age_to is None or age < row.age_to)


def _fits_client(
    row: Asked, intake: Conversation, knowledge: Knowledge, zones: frozenset[ZoneId]
) -> bool:
    return (
        any(source.condition in row.conditions for source in intake.pain)
        or not zones.isdisjoint(row.zones)
        or any(is_yes(other, intake, knowledge) for other in row.after_yes)
    )


def groups(intake: Conversation, knowledge: Knowledge) -> tuple[Group, ...]:
    """The groups that apply, those most often answered yes first."""
    zones = client_zones(intake, knowledge)
    rows = [row for row in knowledge.rows.values() if applies(row, intake, knowledge, zones)]
    found: list[Group] = []
    for group in knowledge.groups.values():
        order = list(group.sections)
        mine = sorted(
            (row for row in rows if row.group == group.id), key=lambda row: order.index(row.section)
        )
        asked = tuple(one for row in mine for one in _asked(row, intake, knowledge))
        if asked:
            found.append(Group(group.id, group.name, asked))
    return tuple(found)


def _asked(row: Asked, intake: Conversation, knowledge: Knowledge) -> Iterator[Question]:
    """A row and, after a yes, its follow-ups."""
    yield Question(
        row.id,
        row.group,
        row.section,
        row.label,
        row.question,
        answer_to(row.id, intake, knowledge),
        therapist_answers=row.therapist_answers,
    )
    for follow_up, answer in follow_ups_asked(row.id, intake, knowledge):
        yield Question(
            follow_up.id,
            row.group,
            row.section,
            follow_up.label,
            follow_up.question,
            answer,
            asked_after=row.id,
        )


def questions(intake: Conversation, knowledge: Knowledge) -> tuple[Question, ...]:
    """Every question that applies, in the order it is asked."""
    return tuple(one for group in groups(intake, knowledge) for one in group.questions)


def none_of_these(group: Group) -> dict[QuestionId, Answer]:
    """What "None of these" writes: `no` to every row of the group still unanswered.

    A follow-up is about a yes just given, so it waits for an answer of its own.
    """
    rows = (one.id for one in group.questions if one.answer is None and not one.asked_after)
    return dict.fromkeys(rows, Answer.NO)


def every_visit(intake: Conversation, knowledge: Knowledge) -> tuple[Question, ...]:
    """The short screen of this visit, "how were you after last time" first, and what a yes opened.

    Give it an intake that `to_ask_again` has prepared: what is asked afresh has no answer yet.
    """
    asked = (
        one
        for one in questions(intake, knowledge)
        if _every_visit(one.asked_after or one.id, knowledge)
    )
    return tuple(sorted(asked, key=lambda one: (one.asked_after or one.id) != AFTER_LAST_TIME))


def to_ask_again(intake: Said, knowledge: Knowledge) -> Said:
    """The conversation of the next visit: the short screen is asked afresh, the rest is kept."""
    kept = {
        key: answer
        for key, answer in intake.answers.items()
        if not _every_visit(row_of(key), knowledge)
    }
    return intake.replaced(answers=kept, visit=Visit.FOLLOW_UP)


def made_stale(
    said: Mapping[QuestionId, Answer | None],
    before: Mapping[QuestionId, Answer],
    knowledge: Knowledge,
) -> frozenset[str]:
    """The signs whose earlier no a fresh yes puts in doubt: a sprain, whether one can walk."""
    fresh = {row for row, given in said.items() if given in YES and before.get(row) not in YES}
    opened = (one for one in knowledge.red_flags.values() if fresh.intersection(one.after_yes))
    return frozenset(one.id for one in opened if before.get(one.id) == Answer.NO) - said.keys()


def _every_visit(row: QuestionId, knowledge: Knowledge) -> bool:
    """Whether a row is asked at every visit, or at every one but the first."""
    asked = knowledge.rows[row]
    return asked.every_visit or asked.at_review
