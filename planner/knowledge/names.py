"""What a line of a plan is called."""

from planner.knowledge.base import Knowledge
from planner.model.ids import KindId, LineId, ReasonId
from planner.model.vocabulary import Technique
from planner.words.terms import OCCUPATION


def name_of(line: LineId | Technique, knowledge: Knowledge) -> str:
    """The name of a technique, a therapy, a home task, a kind of home task, or massage itself."""
    if line in knowledge.techniques:
        return knowledge.techniques[line].name
    one = LineId(line)
    if one in knowledge.therapies:
        return knowledge.therapies[one].name
    if one in knowledge.self_care:
        return knowledge.self_care[one].name
    if (kind := KindId(line)) in knowledge.kinds:
        return knowledge.kinds[kind].name
    return OCCUPATION.get(one, one)


def reason_name(reason: ReasonId, knowledge: Knowledge) -> str:
    """What an entry that asks for something is called: a row, a rule of place, a pain source."""
    if reason in knowledge.rows:
        return knowledge.rows[reason].label
    if reason in knowledge.region_rules:
        return knowledge.region_rules[reason].where
    pains = {str(one.id): one.name for one in knowledge.conditions.values()}
    return pains.get(reason, reason)
