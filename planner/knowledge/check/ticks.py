"""What must hold of signs to tick and of questions that were retired."""

from collections.abc import Callable, Iterator

from planner.knowledge.base import Knowledge
from planner.knowledge.check.places import place_of
from planner.knowledge.entries.ticks import MOST_TICKS, NONE, SPOKEN, UNSURE, TickOutcome
from planner.knowledge.resolve import unknown
from planner.model.errors import Problem
from planner.model.ids import ReasonId, TickId
from planner.model.vocabulary import Clearance


def _ticks_stand_under_questions(knowledge: Knowledge) -> Iterator[Problem]:
    for key, ticks in knowledge.ticks.items():
        yield from unknown(f"ticks.{key}", [key], knowledge.questions)
        if len(ticks) > MOST_TICKS:
            yield Problem(f"ticks.{key}", f"has {len(ticks)} signs; at most {MOST_TICKS}")
        labels = [one.label for one in ticks.values()]
        if len(set(labels)) < len(labels):
            yield Problem(f"ticks.{key}", "uses a label twice")
        asked = knowledge.questions.get(key)
        if asked and not asked.reports:
            place = f"{place_of(key, knowledge)}.reports"
            yield Problem(place, "is missing: what leads the list of signs in a note")
        for one in ticks.values():
            yield from _opens_resolve(f"ticks.{key}.{one.id}", knowledge, key, one.id)


def _opens_resolve(
    place: str, knowledge: Knowledge, question: ReasonId, sign: TickId
) -> Iterator[Problem]:
    one = knowledge.ticks[question][sign]
    yield from unknown(f"{place}.opens", one.opens, knowledge.rows)
    yield from unknown(f"{place}.opens_groups", one.opens_groups, knowledge.groups)
    yield from unknown(f"{place}.means", [one.means] if one.means else [], knowledge.rows)


def _every_answer_leads_somewhere(knowledge: Knowledge) -> Iterator[Problem]:
    """A question with signs says what each sign, no sign and not sure lead to; no default."""
    for key in knowledge.ticks.keys() ^ knowledge.tick_outcomes.keys():
        yield Problem(f"tick_outcomes.{key}", "has signs or outcomes, and not the other")
    for key, outcomes in knowledge.tick_outcomes.items():
        needed = SPOKEN if key in knowledge.rows else (UNSURE,)
        for name in needed:
            if name not in outcomes:
                yield Problem(f"tick_outcomes.{key}.{name}", "is missing")
        for name in set(SPOKEN) & outcomes.keys() - set(needed):
            yield Problem(f"tick_outcomes.{key}.{name}", "is said by the follow-up itself")
        if key in knowledge.rows and key in knowledge.follow_ups_of:
            yield Problem(f"tick_outcomes.{key}", "has follow-ups too: two things would decide")
        used = {sign for one in outcomes.values() for sign in (*one.any_of, *one.all_of)}
        opening = {one.id for one in knowledge.ticks_under(key) if one.opens or one.opens_groups}
        for sign in {one.id for one in knowledge.ticks_under(key)} - used - opening:
            yield Problem(f"ticks.{key}.{sign}", "leads to nothing")
    yield from _no_asks_for_nothing(knowledge)


def _no_asks_for_nothing(knowledge: Knowledge) -> Iterator[Problem]:
    for key, outcomes in knowledge.tick_outcomes.items():
        none = outcomes.get(NONE)
        if none and none.clearance is not Clearance.PROCEED:
            yield Problem(f"tick_outcomes.{key}.{NONE}", "is a no, which asks for nothing")


def _outcomes_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    for key, outcomes in knowledge.tick_outcomes.items():
        known = [one.id for one in knowledge.ticks_under(key)]
        for name, one in outcomes.items():
            place = f"tick_outcomes.{key}.{name}"
            named = (*one.any_of, *one.all_of)
            yield from unknown(place, named, known)
            yield from _beside_resolves(place, one, knowledge)
            rows = [row for row in (one.sets, one.as_row) if row]
            yield from unknown(place, rows, knowledge.precautions)
            yield from unknown(place, one.places, knowledge.regions_at)
            if one.is_spoken and (named or one.beside_any):
                yield Problem(place, "holds without a sign, and names one")
            if not one.is_spoken and not (named or one.beside_any):
                yield Problem(place, "names no sign")
            if one.needed > max(len(one.any_of), 1):
                yield Problem(place, f"needs {one.needed} of {len(one.any_of)} signs")


def _beside_resolves(place: str, one: TickOutcome, knowledge: Knowledge) -> Iterator[Problem]:
    for other in one.beside_any:
        question, _, sign = other.partition("#")
        yield from unknown(place, [question], knowledge.questions)
        if sign:
            signs = [found.id for found in knowledge.ticks_under(ReasonId(question))]
            yield from unknown(place, [sign], signs)


def _urgency_has_its_own_words(knowledge: Knowledge) -> Iterator[Problem]:
    """What changes the urgency of a question must not be told in the words of the other."""
    for key, outcomes in knowledge.tick_outcomes.items():
        row = knowledge.rows.get(knowledge.row_now(key))
        for name, one in outcomes.items():
            differs = row and one.clearance not in (row.clearance, Clearance.PROCEED)
            if differs and not (one.instead and one.plain):
                place = f"tick_outcomes.{key}.{name}"
                yield Problem(place, "changes the urgency and needs words of its own")


def _retired_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    for key, gone in knowledge.retired.items():
        if key in knowledge.questions:
            yield Problem(f"retired.{key}", "is still asked")
        yield from unknown(f"retired.{key}.row", [gone.row], knowledge.rows)
        names = [name for name in (gone.yes, gone.no) if name]
        yield from unknown(f"retired.{key}", names, knowledge.tick_outcomes.get(gone.row, {}))


TICK_RULES: tuple[Callable[[Knowledge], Iterator[Problem]], ...] = (
    _ticks_stand_under_questions,
    _every_answer_leads_somewhere,
    _outcomes_resolve,
    _urgency_has_its_own_words,
    _retired_resolve,
)
