"""What must hold across the home tasks: ladders, ranks, sources, and what they share."""

from collections.abc import Callable, Iterator

from planner.knowledge.base import Knowledge
from planner.knowledge.entries.interventions import EVERYWHERE, Task
from planner.knowledge.resolve import unknown
from planner.model.errors import Problem
from planner.model.exercise import MoveRead
from planner.model.ids import HomeRuleId

LOCAL = 2  # parts of an id after its kind, where the task is for one zone: region and name


def _tasks_are_named_for_what_they_are(knowledge: Knowledge) -> Iterator[Problem]:
    """A task's id is its kind, or kind:region:name with a region among its zones."""
    for key, task in knowledge.self_care.items():
        yield from unknown(f"self_care.{key}.kind", [task.kind], knowledge.kinds)
        kind, *rest = key.split(":")
        if kind != task.kind:
            yield Problem(f"self_care.{key}", f"is named for '{kind}', its kind is '{task.kind}'")
        region = rest[0] if len(rest) == LOCAL else EVERYWHERE
        if len(rest) not in (0, LOCAL) or region not in (*task.zones, EVERYWHERE):
            told = f"is neither '{task.kind}' nor '{task.kind}:region:name' with one of its zones"
            yield Problem(f"self_care.{key}", told)


def _places_and_pain_sources_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    for key, task in knowledge.self_care.items():
        place = f"self_care.{key}"
        yield from unknown(f"{place}.zones", task.zones, {*knowledge.zones, EVERYWHERE})
        yield from unknown(f"{place}.not_with", task.not_with, knowledge.precautions)
        yield from unknown(f"{place}.ranks", task.ranks, knowledge.conditions)
        yield from unknown(f"{place}.conditions_not", task.conditions_not, knowledge.conditions)
        for pains in task.only_for.values():
            yield from unknown(f"{place}.only_for", pains, knowledge.conditions)
        for one in task.ranks.keys() & {*task.conditions_not}:
            yield Problem(f"{place}.ranks", f"'{one}' stands in conditions_not too")


def _finer_tags_keep_away(knowledge: Knowledge) -> Iterator[Problem]:
    """A task names each row that rules out what it asks of a body."""
    for tag, entry in knowledge.finer_tags.items():
        yield from unknown(f"finer_tags.{tag}.not_with", entry.not_with, knowledge.precautions)
    for key, task in knowledge.self_care.items():
        for tag in knowledge.finer_tags.keys() & {*task.finer}:
            known = {*knowledge.finer_tags[tag].not_with} & knowledge.precautions.keys()
            if left := sorted(known - {*task.not_with}):
                told = f"'{tag}' is ruled out by {', '.join(left)}, which it does not name"
                yield Problem(f"self_care.{key}.not_with", told)


def _ladders_hold(knowledge: Knowledge) -> Iterator[Problem]:
    """An easier and a harder form is another task, or words: one of the two."""
    for key, task in knowledge.self_care.items():
        for step, other, words in (
            ("easier", task.easier, task.easier_says),
            ("harder", task.harder, task.harder_says),
        ):
            place = f"self_care.{key}.{step}"
            if bool(other) is bool(words):
                yield Problem(place, f"is a task, or {step}_says says it: one of the two")
            if other:
                yield from unknown(place, [other], knowledge.self_care.keys() - {key})
        if task.grows_to and task.grows_to < task.minutes:
            yield Problem(f"self_care.{key}.grows_to", "is less than it begins with")


def _what_is_shared_resolves(knowledge: Knowledge) -> Iterator[Problem]:
    rules = knowledge.home_rules
    for key, task in knowledge.self_care.items():
        for of, one in _shared(task):
            able = {rule for rule, known in rules.items() if known.of == of}
            yield from unknown(f"self_care.{key}.{of}", [one], able)
    used = {one for task in knowledge.self_care.values() for _, one in _shared(task)}
    for rule in rules.keys() - used:
        yield Problem(f"home_rules.{rule}", "is said of nothing")


def _shared(task: Task) -> tuple[tuple[str, HomeRuleId], ...]:
    return (("pain", task.pain), ("progress", task.progress), ("stop", task.stop))


def _a_move_that_was_read_names_what(knowledge: Knowledge) -> Iterator[Problem]:
    """Usual practice needs no source of its own; what says that it was read has one."""
    for key, task in knowledge.self_care.items():
        known = tuple(one for one in task.findings if one in knowledge.findings)
        is_read = task.verification in (MoveRead.READ, MoveRead.PARTLY_READ)
        if is_read and not (knowledge.citable(known) or knowledge.readable(task.sources)):
            yield Problem(f"self_care.{key}", "has no source read")


def _kinds_stand_like_kinds(knowledge: Knowledge) -> Iterator[Problem]:
    for key, kind in knowledge.kinds.items():
        if kind.stands_like:
            yield from unknown(f"kinds.{key}.stands_like", [kind.stands_like], knowledge.kinds)


HOME_RULES: tuple[Callable[[Knowledge], Iterator[Problem]], ...] = (
    _tasks_are_named_for_what_they_are,
    _places_and_pain_sources_resolve,
    _finer_tags_keep_away,
    _ladders_hold,
    _what_is_shared_resolves,
    _a_move_that_was_read_names_what,
    _kinds_stand_like_kinds,
)
