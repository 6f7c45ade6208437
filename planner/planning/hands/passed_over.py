"""Every technique that a plan does not hold, with the reason."""

from planner.model.ids import LineId
from planner.model.order import each_once
from planner.model.plan import NotChosen, TechniqueChoice
from planner.model.vocabulary import Technique
from planner.planning.case import Case, in_a_sentence
from planner.planning.hands.focal import why_not_focal
from planner.planning.hands.options import Options, of_technique
from planner.planning.stances import TOO_FEW_TESTS
from planner.words import joined, say

OTHERS_SUIT = say("Other kinds of massage suit your pain more.")
OTHERS_STAND_HIGHER = say("Another technique stands higher or suits the client better.")


def not_chosen(
    case: Case, found: Options, chosen: tuple[TechniqueChoice, ...]
) -> tuple[NotChosen, ...]:
    """Every technique left out, with the reason."""
    taken = {choice.id for choice in chosen}
    return tuple(
        _left_out(case, technique, found) for technique in Technique if technique not in taken
    )


def _left_out(case: Case, technique: Technique, found: Options) -> NotChosen:
    mine = of_technique(technique, found.allowed)
    refused = [one for one in found.refused if one.id == LineId(technique)]
    if refused:
        why = joined(*each_once(one.why for one in refused))
        sources = each_once(source for one in refused for source in one.sources)
        plain = joined(*each_once(one.plain for one in refused))
        return NotChosen(
            id=LineId(technique),
            why=why,
            plain=plain,
            sources=sources,
            must_not=not mine and all(one.must_not for one in refused),
        )
    if mine:
        focal = why_not_focal(case, technique)
        why = joined(OTHERS_STAND_HIGHER, *focal, *(option.ranked.says for option in mine))
        sources = each_once(s for o in mine for s in case.knowledge.citable(o.ranked.findings))
        return NotChosen(id=LineId(technique), why=why, plain=OTHERS_SUIT, sources=sources)
    why = say(
        "Nothing was found that supports it for {conditions:commas}.",
        conditions=in_a_sentence(pain.condition for pain in case.pains),
    )
    return NotChosen(id=LineId(technique), why=why, plain=TOO_FEW_TESTS)
