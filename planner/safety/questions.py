"""Which screening questions apply to this client, and what has been answered."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from planner.knowledge import Knowledge
from planner.knowledge.named import AFTER_LAST_TIME, CHILD
from planner.knowledge.safety import NO_ROW, Asked, FollowUp
from planner.model.ids import GroupId, QuestionId, ZoneId, row_of
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer, Visit

ADULT_FROM = 18
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


def answer_to(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Answer | None:
    """The answer to a row: given, told by age, pain or a follow-up, or taken over."""
    given = intake.answers.get(row)
    if given is not None and given.counts_as_yes:
        return given
    told = _told_by_age(row, intake) or _told_by_pain(row, intake, knowledge)
    if given is None:
        told = told or _told_by_follow_up(row, intake, knowledge)
    taken = _taken_over(row, intake, knowledge)
    return next((a for a in (told, taken) if a and a.counts_as_yes), given or told or taken)


def _told_by_pain(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Answer | None:
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
    given = intake.answers.get(row)
    return given is not None and given.counts_as_yes


def follow_ups_asked(
    row: QuestionId, intake: Conversation, knowledge: Knowledge
) -> tuple[tuple[FollowUp, Answer | None], ...]:
    """The follow-ups of a row that are asked, in file order, up to the first yes or unsure.

    Empty unless the row is a yes.
    """
    if not is_yes(row, intake, knowledge):
        return ()
    asked: list[tuple[FollowUp, Answer | None]] = []
    for follow_up in knowledge.follow_ups_of.get(row, ()):
        answer = intake.answers.get(follow_up.id)
        asked.append((follow_up, answer))
        if answer is not None and answer.counts_as_yes:
            break
    return tuple(asked)


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
    if _told_by_pain(row.id, intake, knowledge):
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
