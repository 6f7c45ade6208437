"""The therapist's note of a review in SOAP form, from what was entered; never a diagnosis."""

from collections.abc import Iterator

from planner.exports.notes.found import findings
from planner.exports.notes.soap import HANDS_ON, VisitNote, agreed, called
from planner.exports.notes.told import scores_told, subjective
from planner.knowledge import Knowledge
from planner.knowledge.named import BAD_SPELL, GOALS, OPEN_QUESTIONS, OVERALL
from planner.model.assessment import Assessment
from planner.model.follow_up import FollowUp, SignRated
from planner.model.phrase import Phrase
from planner.model.review import Because, Progress, Review, Verdict
from planner.review.comparing import sentences
from planner.visit.assessing import movement_name
from planner.words import dated, formed, say
from planner.words.terms import PROPOSED
from planner.words.typed import printable

NOT_LOOKED_AT = Assessment()
CANNOT_SHOW = say("The diary cannot show why anything changed.")
NO_CHANGE = say("The plan is unchanged.")
DIARY_OPEN = say("The diary leaves a question open, so not all of it was compared.")
NOT_IN_A_RECORD = (BAD_SPELL, GOALS, OVERALL)
UNDECIDED = say("The therapist has not decided yet.")
ANSWERED = {
    "accepted": say("The therapist accepted it"),
    "edited": say("The therapist edited it"),
    "declined": say("The therapist declined it"),
}


def visit_note(
    review: Review,
    facts: FollowUp,
    knowledge: Knowledge,
    verdict: Verdict | None = None,
    found: Assessment = NOT_LOOKED_AT,
) -> VisitNote:
    """The note of a review; `verdict` is the therapist's answer to the proposal.

    `found`: what the therapist found at this visit.
    """
    scores = tuple(scores_told(review, facts))
    return VisitNote(
        client=printable(review.next_plan.client),
        on=dated(review.on),
        subjective=tuple(subjective(review, facts, found, scores, knowledge)),
        objective=(
            *_attended(review.progress),
            *_seen(review.progress, facts, tuple(findings(found, knowledge)), knowledge),
        ),
        assessment=tuple(_assessment(review, knowledge)),
        plan=tuple(_plan(review, verdict)),
        tables=scores,
    )


def _attended(found: Progress) -> Iterator[str]:
    """The sessions that were had."""
    if found.sessions:
        done, planned = found.sessions.done, found.sessions.planned
        if found.sessions.assumed:
            yield say(
                "Sessions: {done} of {planned} (assumed as planned).", done=done, planned=planned
            )
        else:
            yield say("Sessions: {done} of {planned} (counted).", done=done, planned=planned)


def _seen(
    found: Progress, facts: FollowUp, seen: tuple[str, ...], knowledge: Knowledge
) -> Iterator[str]:
    """What the therapist found: the sign at each session of the log, and today."""
    yield from _signs(found.signs, knowledge)
    yield from seen
    if facts.findings:
        yield formed(printable(facts.findings), "sentence")
    elif not seen:
        yield HANDS_ON


def _signs(signs: tuple[SignRated, ...], knowledge: Knowledge) -> Iterator[Phrase]:
    """The comparable sign at each session, its pain before and after it."""
    for one in signs:
        if one.before is not None and one.after is not None:
            yield say(
                "Comparable sign at the session of {day:short}, {name}: {before:g} to {after:g}.",
                day=one.on,
                name=printable(movement_name(one.name, knowledge)),
                before=one.before,
                after=one.after,
            )


def _assessment(review: Review, knowledge: Knowledge) -> Iterator[str]:
    """Where the client stands against the plan; no name for what the pain may be."""
    yield called(review.next_plan, knowledge)
    yield from dict.fromkeys(filter(None, map(_in_a_record, review.reasons)))
    if review.progress.pain:
        yield CANNOT_SHOW


def _in_a_record(one: Because) -> str:
    """A reason as a record has it: no question to the therapist, nothing that S has already."""
    if one.rule == OPEN_QUESTIONS:
        return DIARY_OPEN
    return "" if one.rule in NOT_IN_A_RECORD else one.says


def _plan(review: Review, verdict: Verdict | None) -> Iterator[str]:
    """What was proposed, what the therapist decided, and what holds from now on."""
    yield say("Proposed: {what}.", what=PROPOSED[review.decision])
    yield _decided(verdict)
    yield from _changes(review) or (NO_CHANGE,)
    if review.log_until:
        yield say("Diary every evening until {day}.", day=review.log_until)
    yield from agreed(review.next_plan)


def _changes(review: Review) -> tuple[Phrase, ...]:
    """What differs; of home tasks that go on a step further, which they are."""
    stepped = {str(one.id) for one in review.next_plan.self_care if one.step}
    further = [one.name for one in review.side_by_side if one.id in stepped and one.added]
    others = [one for one in review.side_by_side if one.id not in stepped or not one.added]
    told = sentences(others)
    if not further:
        return told
    return (*told, say("Home tasks, next step given: {names:commas}.", names=further))


def _decided(verdict: Verdict | None) -> str:
    if verdict is None:
        return UNDECIDED
    answered = ANSWERED[verdict.choice]
    if not verdict.reason:
        return say("{answered}.", answered=answered)
    reason = printable(verdict.reason)
    return formed(say("{answered}: {reason}", answered=answered, reason=reason), "sentence")
