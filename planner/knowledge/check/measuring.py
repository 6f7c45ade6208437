"""What must hold of movements and questionnaires."""

from collections import Counter
from collections.abc import Iterator

from planner.knowledge.base import Knowledge
from planner.knowledge.resolve import unknown
from planner.model.errors import Problem


def _movements_are_of_known_zones(knowledge: Knowledge) -> Iterator[Problem]:
    yield from unknown("movements", knowledge.movements, knowledge.zones)
    for zone in knowledge.zones:
        if not any(one.usual for one in knowledge.movements.get(zone, {}).values()):
            yield Problem(f"movements.{zone}", "has no usual movement")


def _a_movement_is_named_once(knowledge: Knowledge) -> Iterator[Problem]:
    count = Counter(one for found in knowledge.movements.values() for one in found)
    for zone, found in knowledge.movements.items():
        for one in found:
            if count[one] > 1:
                yield Problem(f"movements.{zone}.{one}", "is the id of another movement too")


def _questionnaires_resolve(knowledge: Knowledge) -> Iterator[Problem]:
    for key, one in knowledge.questionnaires.items():
        place = f"questionnaires.{key}"
        yield from unknown(f"{place}.zones", one.zones, knowledge.zones)
        yield from unknown(f"{place}.conditions", one.conditions, knowledge.conditions)


MEASURING_RULES = (
    _movements_are_of_known_zones,
    _a_movement_is_named_once,
    _questionnaires_resolve,
)
