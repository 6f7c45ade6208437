"""The therapist's note of a review in SOAP form, from what was entered; never a diagnosis."""

from collections.abc import Iterator
from datetime import date

from planner.exports.notes.found import behaviour, findings
from planner.exports.notes.soap import HANDS_ON, VisitNote, agreed, at_the_visit, called, rated
from planner.knowledge import Knowledge
from planner.knowledge.named import AFTER_LAST_TIME, BAD_SPELL, OPEN_QUESTIONS
from planner.model.assessment import Assessment
from planner.model.follow_up import FollowUp, GoalRating, SignRated
from planner.model.ids import row_of
from planner.model.phrase import Phrase
from planner.model.review import Because, Pain, Progress, Review, Verdict
from planner.model.vocabulary import Answer
from planner.safety.reporting import reported_as
from planner.visit.assessing import movement_name
from planner.visit.measured import in_full
from planner.words import dated, formed, say
from planner.words.terms import AFTER_LAST_TIME as AFTERWARDS
from planner.words.terms import OVERALL, PROPOSED
from planner.words.typed import printable

NOT_LOOKED_AT = Assessment()
ASKED = say("The short safety screen was asked: nothing new was reported.")
NOT_ASKED = say("The short safety screen has not been answered in full.")
CANNOT_SHOW = say("The diary cannot show why anything changed.")
NO_CHANGE = say("The plan is unchanged.")
DIARY_OPEN = say("The diary leaves a question open, so not all of it was compared.")
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
    return VisitNote(
        client=printable(review.next_plan.client),
        on=dated(review.on),
        subjective=(
            *_subjective(review.progress, facts, knowledge),
            *behaviour(found, knowledge),
            *in_full(review.progress.measured, knowledge),
        ),
        objective=(
            *_objective(review.progress),
            *_seen(review.progress, facts, tuple(findings(found, knowledge)), knowledge),
        ),
        assessment=tuple(_assessment(review, facts, knowledge)),
        plan=tuple(_plan(review, verdict)),
    )


def _subjective(found: Progress, facts: FollowUp, knowledge: Knowledge) -> Iterator[str]:
    """What the client says."""
    if facts.words:
        yield say("In the client's words: {words:sentence}", words=printable(facts.words))
    if facts.severity:
        yield rated(facts.severity.average, found.rated_before)
        if facts.severity.now is not None:
            yield at_the_visit(facts.severity.now)
    if found.overall:
        yield say(
            "Change overall: {overall} ({number} of 7, 1 is best).",
            overall=OVERALL[found.overall],
            number=found.overall.number,
        )
    yield from map(_goal, found.goals)
    if found.after_last_time:
        yield say("After the last session: {how}.", how=AFTERWARDS[found.after_last_time])
    if facts.long_flares:
        yield say(
            "Flares of more than 48 hours since the last plan: {flares}.", flares=facts.long_flares
        )
    yield from _reported(facts, knowledge)
    for row, since in facts.ended.items():
        if row in knowledge.rows:
            label = knowledge.rows[row].label
            yield say("No longer so: {label} ({since}).", label=label, since=printable(since))


def _goal(one: GoalRating) -> Phrase:
    goal = printable(one.goal)
    if one.before is None:
        return say(
            "Goal, 10 as before the pain: {goal}, not rated to {now:g}.", goal=goal, now=one.now
        )
    return say(
        "Goal, 10 as before the pain: {goal}, {before:g} to {now:g}.",
        goal=goal,
        before=one.before,
        now=one.now,
    )


def _reported(facts: FollowUp, knowledge: Knowledge) -> Iterator[str]:
    """The answers that were not a no, last time's first, in the words a clinician reads."""
    every = dict.fromkeys((*facts.answers, *facts.ticked))
    for one in sorted(every, key=lambda one: row_of(one) != AFTER_LAST_TIME):
        ticked = facts.ticked.get(one, ())
        answer = facts.answers.get(one, Answer.YES)
        asked = knowledge.questions.get(one) or knowledge.rows.get(knowledge.row_now(one))
        if asked and (ticked or answer.counts_as_yes):
            signs = (sign for sign in knowledge.ticks_under(one) if sign.id in ticked)
            told = reported_as(asked, Answer.YES, tuple(sign.reported for sign in signs))
            is_unsure = answer is Answer.UNSURE
            yield say("Not sure: {reported}", reported=told) if is_unsure else told


def _objective(found: Progress) -> Iterator[str]:
    """What was counted."""
    if found.pain:
        yield _counted(found.pain, found.began)
    if found.sessions:
        done, planned = found.sessions.done, found.sessions.planned
        if found.sessions.assumed:
            yield say(
                "Sessions: {done} of {planned} (assumed as planned).", done=done, planned=planned
            )
        else:
            yield say("Sessions: {done} of {planned} (counted).", done=done, planned=planned)
    if found.self_care:
        done, planned = found.self_care.done, found.self_care.planned
        yield say("Home care: {done} of {planned} days.", done=done, planned=planned)


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


def _counted(pain: Pain, began: date) -> Phrase:
    """The means before and since, and the interval of their difference."""
    return say(
        "Pain diary, mean of each phase (0 to 10): {before:.1f} over {days_before} days before, "
        "{now:.1f} over {days_since} days since {began}; difference {difference:+.1f}, "
        "95 % CI {low:+.1f} to {high:+.1f}, correlation from day to day allowed for.",
        before=pain.before,
        days_before=pain.days_before,
        now=pain.now,
        days_since=pain.days_since,
        began=began,
        difference=pain.now - pain.before,
        low=pain.low,
        high=pain.high,
    )


def _assessment(review: Review, facts: FollowUp, knowledge: Knowledge) -> Iterator[str]:
    """Where the client stands against the plan; no name for what the pain may be."""
    yield called(review.next_plan, knowledge)
    if review.next_plan.unanswered:
        yield NOT_ASKED
    elif not facts.ticked and not any(one.counts_as_yes for one in facts.answers.values()):
        yield ASKED
    yield from dict.fromkeys(filter(None, map(_in_a_record, review.reasons)))
    if review.progress.pain:
        yield CANNOT_SHOW


def _in_a_record(one: Because) -> str:
    """A reason as a record has it: what only asks the therapist something stays on the screen."""
    if one.rule == OPEN_QUESTIONS:
        return DIARY_OPEN
    return "" if one.rule == BAD_SPELL else one.says


def _plan(review: Review, verdict: Verdict | None) -> Iterator[str]:
    """What was proposed, what the therapist decided, and what holds from now on."""
    yield say("Proposed: {what}.", what=PROPOSED[review.decision])
    yield _decided(verdict)
    yield from review.changes or (NO_CHANGE,)
    if review.log_until:
        yield say("Diary every evening until {day}.", day=review.log_until)
    yield from agreed(review.next_plan)


def _decided(verdict: Verdict | None) -> str:
    if verdict is None:
        return UNDECIDED
    answered = ANSWERED[verdict.choice]
    if not verdict.reason:
        return say("{answered}.", answered=answered)
    reason = printable(verdict.reason)
    return formed(say("{answered}: {reason}", answered=answered, reason=reason), "sentence")
