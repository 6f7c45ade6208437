"""Why a line is not left, and what is said of one that is: the words of limits and bans."""

from collections.abc import Iterable

from planner.knowledge.entries.clinical import Condition
from planner.knowledge.entries.interventions import Task, Therapy
from planner.model.ids import LineId, SourceId, TaskId
from planner.model.order import each_once
from planner.model.phrase import Phrase, message_of
from planner.model.plan import NotChosen
from planner.model.vocabulary import PressureLimit
from planner.safety.limits import InForce, Tightest, sources_of
from planner.safety.rows_in_force import ActiveRow
from planner.safety.verdicts import CLIENTS_WISH, Limit, Verdict
from planner.words import joined, say

NEVER_PROPOSED = say("This program does not propose it: no finding here supports it for pain.")
NO_GOOD_TEST = say("We know of no good test of it for pain.")
LEFT_ALONE = say("You asked us to leave this place alone.")
NOT_HERE = say("It does not suit this place, or what you told us.")
LIGHTER = say("The answers ask for a lighter pressure than this technique uses.")


def refused(line: LineId, verdicts: Iterable[Verdict]) -> NotChosen:
    """A line that bans keep away, with their reasons."""
    limits = [limit for found in verdicts for limit in found.deciding]
    return kept_away(line, _reasons(limits), _told(limits), _cited(limits))


def never_proposed(therapy: Therapy, found: Verdict) -> NotChosen:
    """A therapy that nothing here supports."""
    why = joined(NEVER_PROPOSED, _reasons(found.limits))
    return NotChosen(id=therapy.id, why=why, plain=NO_GOOD_TEST, sources=_cited(found.limits))


def too_heavy(line: LineId, caps: Iterable[Tightest]) -> NotChosen:
    """A technique that offers nothing as light as every place asks for."""
    found = each_once(limit for cap in caps for limit in cap.by)
    if all(limit.waits for limit in found):
        plain = waits_in_plain_words(found)
        return kept_away(line, waits_for(found), plain, sources_of(found))
    if all(limit.pressure is PressureLimit.NONE for limit in found):
        return left_out(line, found, not_waiting(found))
    why = joined(LIGHTER, say("{answers:semicolons}.", answers=_labels(found)))
    return kept_away(line, why, because_of(_labels(found)), sources_of(found))


def left_out(line: LineId, found: Iterable[InForce], for_good: tuple[InForce, ...]) -> NotChosen:
    """A line that limits keep away, with the answers behind them.

    `for_good` are those that still do once a clinician has answered: then nobody waits for that.
    """
    told = tuple(found)
    if told and all(one.unplaced for one in told):
        plain = asks_where(told)
        return kept_away(line, where_it_is(told), plain, sources_of(told))
    if for_good:
        return kept_away(line, _left_out_for(told), because_of(_labels(told)), sources_of(told))
    why = say("Not before a clinician has answered: {answers:semicolons}.", answers=_labels(told))
    return kept_away(line, why, waits_in_plain_words(told), sources_of(told))


def not_waiting(found: Iterable[InForce]) -> tuple[InForce, ...]:
    """The limits that no clinician's answer is awaited for."""
    return tuple(one for one in found if not one.waits_for_a_clinician)


def not_even_proposed(therapy: Therapy, found: Iterable[InForce]) -> NotChosen:
    """A therapy that nothing here supports, and that limits keep away besides: nobody waits."""
    told = tuple(found)
    why = joined(NEVER_PROPOSED, _left_out_for(told))
    return kept_away(therapy.id, why, because_of(_labels(told)), sources_of(told))


def _left_out_for(found: Iterable[InForce]) -> Phrase:
    return say("Left out because of: {answers:semicolons}.", answers=_labels(found))


def where_it_is(found: Iterable[InForce]) -> Phrase:
    """What opens the places that were agreed to, while nobody said what to leave alone."""
    return say(
        "Mark where it is, or record the clinician's limits and the places to leave alone: "
        "{answers:semicolons}.",
        answers=_labels(found),
    )


def asks_where(found: Iterable[InForce]) -> Phrase:
    """The same for the client."""
    return say(
        "We first need to know which places to leave alone: {answers:semicolons}.",
        answers=_labels(found),
    )


def waits_for(found: Iterable[InForce]) -> Phrase:
    """What must be agreed and recorded before hands are laid on these places."""
    return say(
        "Not before an agreement is recorded (a clinician's; for a sensitive place or a minor a "
        "written consent): {answers:semicolons}.",
        answers=_labels(found),
    )


def waits_in_plain_words(found: Iterable[InForce]) -> Phrase:
    """The same for the client."""
    return say("We wait until this is agreed: {answers:semicolons}.", answers=_labels(found))


def because_of(labels: Iterable[str]) -> Phrase:
    """The client's wording of what their answers keep away."""
    return say("This is because of what you told us: {answers:semicolons}.", answers=labels)


def _told(limits: Iterable[Limit]) -> Phrase:
    """The same of bans: the answers behind them, else the client's wish, else a rule."""
    found = tuple(limits)
    rows = each_once(one.label for one in found if one.is_of_a_row)
    wish = LEFT_ALONE if any(one.id == CLIENTS_WISH for one in found) else ""
    return joined(because_of(rows) if rows else "", wish) or NOT_HERE


def _labels(found: Iterable[InForce]) -> tuple[str, ...]:
    return each_once(one.label for one in found)


def unfit(task: Task, rows: Iterable[ActiveRow]) -> NotChosen:
    """A home task that is not for somebody with these rows in force."""
    told = tuple(rows)
    sources = each_once(source for one in told for source in one.row.sources)
    plain = because_of(each_once(one.label for one in told))
    why = joined(*(one.says for one in told))
    return kept_away(task.id, why, plain, sources)


def unsuited(task: Task, conditions: Iterable[Condition]) -> NotChosen:
    """A home task that is not for somebody with these pain sources."""
    names = [say("{name:all-lower}", name=one.name) for one in conditions]
    why = say("Not with {conditions:commas}: usual practice.", conditions=names)
    return kept_away(task.id, why, NOT_HERE)


def kept_away(
    line: LineId | TaskId, why: Phrase, plain: Phrase, sources: tuple[SourceId, ...] = ()
) -> NotChosen:
    """A line that must not be done."""
    return NotChosen(id=LineId(line), why=why, plain=plain, sources=sources, must_not=True)


def to_tell(therapy: Therapy, limit: Limit) -> str:
    """What whoever gives a therapy is to be told."""
    if not limit.is_of_a_row:
        return limit.says
    return say("Tell {giver}: {answer}.", giver=therapy.given_by, answer=limit.label)


TELLS = message_of(say("Tell {giver}: {answer}.", giver="", answer=""))


def as_its_giver_reads_it(caution: str) -> str:
    """A caution of a therapy to whoever gives it: the answer that they are to be told of."""
    if isinstance(caution, Phrase) and caution.message == TELLS:
        return say("{answer}.", answer=caution.fill["answer"])
    return caution


def gently(limit: Limit) -> str:
    """How a home task is done under a limit."""
    return say("Go gently: {answer}.", answer=limit.label) if limit.is_of_a_row else limit.says


def held_steady(task: Task) -> Phrase:
    """The dose of a task that grows, where nothing may be added from week to week."""
    return say("{least} minutes, and no more than that for now", least=task.minutes)


def _reasons(limits: Iterable[Limit]) -> Phrase:
    """Why these limits keep something away, each once: "Blood thinner now: bruising."."""
    return joined(*each_once(map(_reason, limits)))


def _reason(limit: Limit) -> Phrase:
    if limit.is_of_a_row:
        return say("{answer}: {why:stopped}", answer=limit.label, why=limit.reason)
    return say("{rule:stopped}", rule=limit.says)


def _cited(limits: Iterable[Limit]) -> tuple[SourceId, ...]:
    return each_once(source for limit in limits for source in limit.sources)
