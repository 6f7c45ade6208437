"""The therapist's note of a review in SOAP form, from what was entered; never a diagnosis."""

from collections.abc import Iterable, Iterator

from planner.exports.wording import day_in_words, number, printable, sentence
from planner.knowledge import Knowledge
from planner.model.follow_up import FollowUp
from planner.model.plan import Plan
from planner.model.record import Record
from planner.model.review import Progress, Review, Verdict
from planner.model.vocabulary import Answer, Decision
from planner.planning.schedule import how_often
from planner.review.wording import goal
from planner.safety.questions import AFTER_LAST_TIME

TITLE = "Visit note"
NO_DIAGNOSIS = "This note says what was reported, counted and agreed. It is not a diagnosis."
HANDS_ON = "From looking and touching: ____________"
ASKED = "The short safety screen was asked: nothing new was reported."
NOT_ASKED = "The short safety screen has not been answered in full."
CANNOT_SHOW = "The diary cannot show why anything changed."
PROPOSED = {
    Decision.KEEP: "go on as planned",
    Decision.STEP_DOWN: "step down",
    Decision.STEP_UP: "step up",
    Decision.CHANGE: "change one thing",
    Decision.STOP: "end massage",
    Decision.REFER: "refer; massage waits",
    Decision.NOT_ENOUGH: "too little is known to propose anything",
}
UNDECIDED = "The therapist has not decided yet."


class VisitNote(Record):
    """A note in four parts, each line a sentence that the therapist can change."""

    client: str
    on: str
    subjective: tuple[str, ...]
    objective: tuple[str, ...]
    assessment: tuple[str, ...]
    plan: tuple[str, ...]


def visit_note(
    review: Review, facts: FollowUp, knowledge: Knowledge, verdict: Verdict | None = None
) -> VisitNote:
    """The note of a review; `verdict` is the therapist's answer to the proposal."""
    return VisitNote(
        client=printable(review.next_plan.client),
        on=day_in_words(review.on),
        subjective=tuple(_subjective(review.progress, facts, knowledge)),
        objective=tuple(_objective(review.progress, facts)),
        assessment=tuple(_assessment(review, facts, knowledge)),
        plan=tuple(_plan(review, verdict)),
    )


def _subjective(found: Progress, facts: FollowUp, knowledge: Knowledge) -> Iterator[str]:
    """What the client says."""
    if facts.words:
        yield f"In the client's words: {sentence(printable(facts.words))}"
    if facts.severity:
        first = "" if found.rated_before is None else f" (first {number(found.rated_before)})"
        yield f"Rates average pain {number(facts.severity.average)} of 10{first}."
    if found.overall:
        yield f"Change overall: {found.overall} ({found.overall.number} of 7, 1 is best)."
    for one in found.goals:
        yield f"Goal, 10 as before the pain: {printable(goal(one))}."
    if found.after_last_time:
        yield f"After the last session: {found.after_last_time}."
    if facts.long_flares:
        yield f"Flares of more than 48 hours since the last plan: {facts.long_flares}."
    yield from _reported(facts, knowledge)


def _reported(facts: FollowUp, knowledge: Knowledge) -> Iterator[str]:
    """The answers that were not a no, last time's first, in the words a clinician reads."""
    said = sorted(facts.answers, key=lambda one: not one.startswith(AFTER_LAST_TIME))
    for one in said:
        answer = facts.answers[one]
        if answer.counts_as_yes:
            unsure = "Not sure: " if answer is Answer.UNSURE else ""
            yield f"{unsure}{knowledge.questions[one].reported}"


def _objective(found: Progress, facts: FollowUp) -> Iterator[str]:
    """What was counted, and what the therapist found."""
    if found.pain:
        pain = found.pain
        yield (
            f"Pain diary, mean of each phase (0 to 10): {pain.before:.1f} over {pain.days_before} "
            f"days before, {pain.now:.1f} over {pain.days_since} days since "
            f"{day_in_words(found.began)}; difference {pain.now - pain.before:+.1f}, 95 % interval "
            f"{pain.low:+.1f} to {pain.high:+.1f} with carry-over allowed for."
        )
    if found.sessions:
        counted = "assumed as planned" if found.sessions.assumed else "counted"
        yield f"Sessions: {found.sessions.done} of {found.sessions.planned} ({counted})."
    if found.self_care:
        yield f"Home care: {found.self_care.done} of {found.self_care.planned} days."
    yield sentence(printable(facts.findings)) if facts.findings else HANDS_ON


def _assessment(review: Review, facts: FollowUp, knowledge: Knowledge) -> Iterator[str]:
    """Where the client stands against the plan; no name for what the pain may be."""
    yield f"Pain called by the client or a clinician: {_called(review.next_plan, knowledge)}."
    if review.next_plan.unanswered:
        yield NOT_ASKED
    elif not any(one.counts_as_yes for one in facts.answers.values()):
        yield ASKED
    yield from dict.fromkeys(one.says for one in review.reasons)
    if review.progress.pain:
        yield CANNOT_SHOW


def _called(plan: Plan, knowledge: Knowledge) -> str:
    return ", ".join(knowledge.conditions[one].name.lower() for one in plan.conditions)


def _plan(review: Review, verdict: Verdict | None) -> Iterator[str]:
    """What was proposed, what the therapist decided, and what holds from now on."""
    yield f"Proposed: {PROPOSED[review.decision]}."
    yield _decided(verdict)
    yield from review.changes or ("Nothing changes.",)
    if review.log_until:
        yield f"Diary every evening until {day_in_words(review.log_until)}."
    plan = review.next_plan
    if plan.massage:
        phase = plan.massage.phases[0]
        yield f"Massage {how_often(phase.sessions_per_week)}, {phase.minutes} minutes."
    if plan.measures:
        yield f"Review on or near {day_in_words(plan.measures.review_on)}."


def _decided(verdict: Verdict | None) -> str:
    if verdict is None:
        return UNDECIDED
    reason = f": {printable(verdict.reason)}" if verdict.reason else ""
    return sentence(f"The therapist {verdict.choice} it{reason}")


def visit_note_text(note: VisitNote) -> str:
    """The note as plain text, to copy, change and keep."""
    parts = (
        ("Subjective", note.subjective),
        ("Objective", note.objective),
        ("Assessment", note.assessment),
        ("Plan", note.plan),
    )
    blocks = [f"{TITLE.upper()}\n{note.client}, {note.on}"]
    blocks += [_block(name, lines) for name, lines in parts]
    return "\n\n".join([*blocks, NO_DIAGNOSIS]) + "\n"


def _block(name: str, lines: Iterable[str]) -> str:
    told = [*lines] or ["Nothing was entered."]
    return "\n".join([name, *(f"- {line}" for line in told)])
