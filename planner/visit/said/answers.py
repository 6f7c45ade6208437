"""Answers to the screening questions, and what is recorded for a row: given, and taken back."""

from collections.abc import Collection, Mapping

from planner.knowledge import Knowledge
from planner.model.ids import GroupId, QuestionId, ReasonId, TickId, row_of
from planner.model.intake import ClinicianClearance, Override
from planner.model.visit import Draft, KeptFollowUp
from planner.model.vocabulary import Answer, Visit
from planner.safety.asking.answers import ticks_of
from planner.safety.asking.asked_again import NO_SIGNS, Signs, answered_again
from planner.safety.asking.questions import groups, none_of_these
from planner.safety.limits.bounds import binding
from planner.visit.draft import saying


def answered(
    draft: Draft,
    given: Mapping[QuestionId, Answer | None],
    knowledge: Knowledge,
    ticked: Signs = NO_SIGNS,
) -> Draft:
    """The visit with these answers and signs; None, or no sign at all, takes one back.

    What hung on an answer goes with it, see `answered_again`.
    """
    again = answered_again(draft, given, knowledge, ticked)
    kept = {name: getattr(again, name) for name in ("ticked", "from_last", "beforehand")}
    more = {name: value for name, value in kept.items() if value != getattr(draft, name)}
    return saying(draft, answers=again.answers, **more)


def ticked(
    draft: Draft, question: QuestionId, sign: TickId, is_there: bool, knowledge: Knowledge
) -> Draft:
    """The visit with one sign of a question ticked or not; the others stay as they are."""
    there = (
        {*ticks_of(question, draft), sign} if is_there else {*ticks_of(question, draft)} - {sign}
    )
    listed = (one.id for one in knowledge.ticks_under(question))
    return answered(draft, {}, knowledge, {question: tuple(one for one in listed if one in there)})


def none_of_the_shown(
    draft: Draft, group: GroupId, shown: Collection[QuestionId], knowledge: Knowledge
) -> Draft:
    """The visit with a no to what a group still asks, of the lines that were shown and no other."""
    asked = [
        one for one in groups(draft, knowledge) if _asked_under(one.id, draft, knowledge) == group
    ]
    given = {row: no for one in asked for row, no in none_of_these(one).items()}
    return answered(draft, {row: no for row, no in given.items() if row in shown}, knowledge)


def _asked_under(group: GroupId, draft: Draft, knowledge: Knowledge) -> GroupId:
    """The group it stands in on the screen: at a later visit several short ones are one."""
    together = knowledge.groups[group].later_with if draft.visit is Visit.FOLLOW_UP else None
    return together or group


def doubted(draft: Draft, question: QuestionId, knowledge: Knowledge) -> Draft:
    """The visit with an earlier no taken back: its line was ticked, and is not answered yet."""
    is_no = draft.answers.get(question) is Answer.NO
    return answered(draft, {question: None}, knowledge) if is_no else draft


def slipped(draft: Draft, question: QuestionId, knowledge: Knowledge) -> Draft:
    """The visit without this answer; one of last time counts again until it is said anew."""
    back = answered(draft, {question: None}, knowledge)
    last = draft.follow_up.again.get(question) if draft.follow_up else None
    if last is None:
        return back
    return saying(
        back,
        answers={**back.answers, question: last},
        from_last=(*(one for one in back.from_last if one != question), question),
    )


def ended(draft: Draft, question: QuestionId, since: str) -> Draft:
    """The visit with since when something is so no more, as the client says it."""
    kept = draft.follow_up or KeptFollowUp()
    others = {row: said for row, said in kept.ended.items() if row != question}
    said = {**others, question: since} if since.strip() else others
    return saying(draft, follow_up=kept.having(ended=said))


def cleared(draft: Draft, clearance: ClinicianClearance) -> Draft:
    """With a clinician's answer, in the place of an earlier one for the same row."""
    return saying(draft, clearances=(*uncleared(draft, clearance.of).clearances, clearance))


def uncleared(draft: Draft, row: ReasonId) -> Draft:
    """Without the clinician's answer to a row."""
    ours = clearances_of(draft, row)
    return saying(draft, clearances=tuple(one for one in draft.clearances if one not in ours))


def clearances_of(draft: Draft, row: ReasonId) -> tuple[ClinicianClearance, ...]:
    """What clinicians have answered to a row."""
    return tuple(one for one in draft.clearances if row in (one.of, row_of(one.of)))


def bound_as_worded(draft: Draft, row: ReasonId) -> Draft:
    """With what only a clinician's words name set as bounds."""
    ours = clearances_of(draft, row)
    return saying(
        draft,
        clearances=tuple(
            one.replaced(bounds=binding(one)) if one in ours else one for one in draft.clearances
        ),
    )


def set_aside(draft: Draft, override: Override) -> Draft:
    """With an adjustment set aside, in the place of an earlier reason for the same row."""
    return saying(draft, overrides=(*restored(draft, override.of).overrides, override))


def restored(draft: Draft, row: ReasonId) -> Draft:
    """With the adjustment of a row in force again."""
    return saying(draft, overrides=tuple(one for one in draft.overrides if one.of != row))
