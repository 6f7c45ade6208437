"""What is in force in a plan, and which of its limits each entry sets."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.limits import LimitEntry, after_a_no
from planner.knowledge.names import reason_name
from planner.model.ids import QuestionId, ReasonId, SourceId
from planner.model.intake import Bounds, Conversation
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import Limits, Plan, Reason
from planner.model.vocabulary import Answer
from planner.safety.asking.answers import follow_ups_asked
from planner.words import say
from planner.words.typed import printable

NUMBERS = ("minutes", "first_session_minutes", "sessions_per_week", "pressure")
SEVERAL_SIGNS = say("Several weak signs together")


class Asked(NamedTuple):
    """A plan, and what it was made from."""

    plan: Plan
    intake: Conversation
    knowledge: Knowledge


class Entry(NamedTuple):
    """Something in force: an answer (`of`), a rule of place, or a pain source."""

    id: ReasonId
    name: str
    why: str = ""
    says: str = ""
    sources: tuple[SourceId, ...] = ()
    of: Reason | None = None


def entries(asked: Asked) -> tuple[Entry, ...]:
    """Everything in force: answers, then rules of place, then pain sources."""
    return (*_answers(asked), *_rules(asked), *_pains(asked))


def answer_of(one: Reason, knowledge: Knowledge) -> Phrase | str:
    """The answer by its short name, and that the client was not sure of it."""
    name: str = SEVERAL_SIGNS
    if one.id in knowledge.rows or one.id in knowledge.region_rules:
        name = reason_name(one.id, knowledge)
    elif one.id in knowledge.review_rules:
        name = knowledge.review_rules[one.id].label
    return say("{answer} (not sure)", answer=name) if one.unsure else name


def _answers(asked: Asked) -> Iterator[Entry]:
    rows = asked.knowledge.rows
    for one in asked.plan.reasons:
        name = answer_of(one, asked.knowledge)
        if one.overridden:
            name = say(
                "{answer}: set aside by the therapist ({why})",
                answer=name,
                why=printable(one.overridden),
            )
        why = rows[one.id].reason if one.id in rows else ""
        yield Entry(one.id, name, why, one.says, one.sources, one)


def _rules(asked: Asked) -> Iterator[Entry]:
    """The rules of place that the plan tells, or that bind at a place of it."""
    lines = asked.plan.massage.techniques if asked.plan.massage else ()
    told = {note for one in lines for note in one.adjustments}
    binding = {name for one in asked.plan.limits.regions for name in one.by}
    answered = {one.id for one in asked.plan.reasons}
    for rule in asked.knowledge.region_rules.values():
        if rule.id not in answered and (rule.says in told or rule.id in binding):
            yield Entry(rule.id, rule.where, rule.reason, rule.says, rule.sources)


def _pains(asked: Asked) -> Iterator[Entry]:
    """The pain sources that set a limit themselves."""
    for condition in asked.plan.conditions:
        name = ReasonId(condition)
        caps = asked.knowledge.limits.get(name, {}).values()
        sources = each_once(source for one in caps for source in one.sources)
        entry = Entry(name, reason_name(name, asked.knowledge), sources=sources)
        if own_limits(entry, asked) != Limits() or _binds_at_a_place(entry, asked.plan):
            yield entry


def _binds_at_a_place(entry: Entry, plan: Plan) -> bool:
    return any(entry.id in one.by for one in plan.limits.regions)


def own_limits(entry: Entry, asked: Asked) -> Limits:
    """The limits of the whole plan that are this entry's own."""
    limits, caps = asked.plan.limits, tuple(_caps(entry.id, asked))
    bounds = entry.of.answer.bounds if entry.of and entry.of.answer else None
    numbers = _numbers((*caps, bounds), limits) if entry.id in limits.by else {}
    positions = {value for one in caps for value in one.positions}
    bans = {value for one in caps for value in one.exercise_not}
    return Limits(
        **numbers,
        positions=tuple(one for one in limits.positions if one in positions),
        exercise_not=tuple(one for one in limits.exercise_not if one in bans),
    )


def _numbers(caps: Iterable[LimitEntry | Bounds | None], limits: Limits) -> dict[str, Any]:
    """The numbers of the plan that one of these caps has too."""
    told = tuple(caps)
    return {
        field: getattr(limits, field)
        for field in NUMBERS
        if any(getattr(one, field, None) == getattr(limits, field) for one in told)
    }


def _caps(name: ReasonId, asked: Asked) -> Iterator[LimitEntry]:
    """What an entry caps, and what the answers to its follow-ups do."""
    known = asked.knowledge.limits
    yield from known.get(name, {}).values()
    if name in asked.knowledge.rows:
        for degree, answer in follow_ups_asked(QuestionId(name), asked.intake, asked.knowledge):
            told = after_a_no(degree.id) if answer is Answer.NO else degree.id
            yield from known.get(told, {}).values()
