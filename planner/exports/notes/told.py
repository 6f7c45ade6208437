"""What the client says at a review: today's words and scores, the diary, the safety screen."""

from collections.abc import Iterator
from datetime import date

from planner.exports.notes.found import behaviour
from planner.exports.notes.scores import first, given, table
from planner.exports.notes.tables import Table
from planner.knowledge import Knowledge
from planner.knowledge.named import AFTER_LAST_TIME
from planner.model.assessment import Assessment
from planner.model.follow_up import FollowUp, GoalRating
from planner.model.ids import row_of
from planner.model.phrase import Phrase
from planner.model.review import Pain, PainDays, Progress, Review
from planner.model.vocabulary import Answer
from planner.safety.asking.reporting import reported_as
from planner.visit.measured import in_full
from planner.words import say, say_many
from planner.words.terms import AFTER_LAST_TIME as AFTERWARDS
from planner.words.terms import OVERALL
from planner.words.typed import printable

ASKED = say("The short safety screen was asked: nothing new was reported.")
NOT_ASKED = say("The short safety screen has not been answered in full.")


def subjective(
    review: Review,
    facts: FollowUp,
    found: Assessment,
    scores: tuple[Table, ...],
    knowledge: Knowledge,
) -> Iterator[str]:
    """The part in its order: the client's words first."""
    if facts.words:
        yield say("In the client's words: {words:sentence}", words=printable(facts.words))
    yield from (line for one in scores for line in one.lines)
    yield from _asked(review.progress, facts)
    yield from behaviour(found, knowledge)
    yield from in_full(review.progress.measured, knowledge)
    yield from _told(review.progress)
    yield from _screen(review, facts)
    yield from _reported(facts, knowledge)
    yield from _ended(facts, knowledge)


def scores_told(review: Review, facts: FollowUp) -> Iterator[Table]:
    """Today's scores below the first ones; nothing where none were asked today."""
    measures = review.next_plan.measures
    if facts.severity:
        began = [first(measures.baseline, review.progress.began)] if measures else []
        yield from table([*began, given(review.on, facts.severity)])


def _asked(found: Progress, facts: FollowUp) -> Iterator[str]:
    """How the client is, in answers to what was asked."""
    if found.overall:
        yield say(
            "Change overall: {overall} ({number} of 7, 1 is best).",
            overall=OVERALL[found.overall],
            number=found.overall.number,
        )
    yield from map(_goal, found.goals)
    if found.after_last_time:
        yield say("After the last session: {how}.", how=AFTERWARDS[found.after_last_time])
    if facts.long_flares is not None:
        told = {"day": found.flares_from or found.began, "flares": facts.long_flares}
        yield say("Flares of more than 48 hours since {day}: {flares}.", **told)


def _told(found: Progress) -> Iterator[str]:
    """What the client wrote down, and says of home care."""
    if found.days:
        yield _days_counted(found.days, found.began)
    if found.pain:
        yield _counted(found.pain, found.began)
        yield from _lately(found.pain)
    if found.self_care:
        done, planned = found.self_care.done, found.self_care.planned
        yield say("Home care: {done} of {planned} days.", done=done, planned=planned)


def _screen(review: Review, facts: FollowUp) -> Iterator[str]:
    """Whether the short safety screen was asked, and whether anything was new."""
    if review.next_plan.unanswered:
        yield NOT_ASKED
    elif not facts.ticked and not any(one.counts_as_yes for one in facts.answers.values()):
        yield ASKED


def _ended(facts: FollowUp, knowledge: Knowledge) -> Iterator[str]:
    """What was so last time and is no more."""
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


def _days_counted(days: PainDays, began: date) -> Phrase:
    """The days with pain before and since, and the interval of their difference."""
    return say(
        "Days with pain: {before} of {days_before} before, {now} of {days_since} since {began}; in "
        "28 days {rate_before:.1f} and {rate_now:.1f}, 95 % CI of the difference {low:+.1f} to "
        "{high:+.1f}, correlation from day to day allowed for.",
        before=days.with_pain_before,
        days_before=days.days_before,
        now=days.with_pain_since,
        days_since=days.days_since,
        began=began,
        rate_before=days.before,
        rate_now=days.now,
        low=days.low,
        high=days.high,
    )


def _lately(pain: Pain) -> Iterator[Phrase]:
    """The mean that is called now on the client's page."""
    if pain.lately:
        yield say_many(
            "Of these the last {number} day, from {first}: {average:.1f}.",
            "Of these the last {number} days, from {first}: mean {average:.1f}.",
            pain.lately.days,
            first=pain.lately.first,
            average=pain.lately.average,
        )
