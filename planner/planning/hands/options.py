"""What may be used for each pain source, where, and what was taken away."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.knowledge.entries.clinical import Condition, RankedTechnique
from planner.model.ids import LineId, RegionId
from planner.model.order import each_once
from planner.model.plan import NotChosen
from planner.model.vocabulary import Certainty, Stance, Technique
from planner.planning.case import Case, TreatedPain
from planner.planning.hands.withheld import anew, anew_in_plain_words, is_left_alone, most_of
from planner.safety.allow import Left
from planner.safety.by_hand import AnyLine
from planner.safety.wishes import replaced
from planner.words import joined, say

NOT_KNOWN = say("Nothing was found for or against this technique here.")
NOT_INSTEAD = say("The place that hurts is left alone; nothing lesser is done elsewhere instead.")
LEFT_ALONE = say("The place that hurts is left alone.")


class Option(NamedTuple):
    """A technique that may be used for one pain source, with the regions left to it."""

    technique: Technique
    pain: TreatedPain
    ranked: RankedTechnique
    regions: tuple[RegionId, ...]


class Options(NamedTuple):
    """What is left after screening and wishes, and what was taken away."""

    allowed: tuple[Option, ...]
    refused: tuple[NotChosen, ...]


def options(case: Case) -> Options:
    """Every ranked technique of every pain source, minus what is avoided or declined."""
    allowed: list[Option] = []
    refused: list[NotChosen] = []
    for pain in case.pains:
        for name, ranked in _ranked(case, pain).items():
            found = _option(case, pain, Technique(name), ranked)
            if isinstance(found, Option):
                allowed.append(found)
            else:
                refused.append(found)
    return Options(tuple(allowed), tuple(refused))


def _ranked(case: Case, pain: TreatedPain) -> dict[str, RankedTechnique]:
    """The techniques known for a pain source, and those the therapist put in."""
    known = dict(case.knowledge.condition_techniques[pain.condition.id])
    for name in case.added.intersection(Technique).difference(known):
        known[name] = RankedTechnique(
            id=name,
            rank=3,
            stance=Stance.INSUFFICIENT,
            certainty=Certainty.NOT_GRADED,
            says=NOT_KNOWN,
            findings=pain.condition.note_findings,
            adjunct=True,
        )
    return known


def _option(
    case: Case, pain: TreatedPain, technique: Technique, ranked: RankedTechnique
) -> Option | NotChosen:
    left = _left(case, pain, technique, ranked)
    if left.refusal is None and _is_a_lesser_way_round(case, pain, technique, ranked):
        return NotChosen(id=LineId(technique), why=NOT_INSTEAD, plain=LEFT_ALONE, must_not=True)
    fresh = () if technique in case.added else most_of(case, pain)
    if left.refusal is None and fresh:
        plain = joined(*anew_in_plain_words(fresh))
        return NotChosen(id=LineId(technique), why=joined(*anew(fresh)), plain=plain)
    return left.refusal or Option(technique, pain, ranked, left.regions)


def _is_a_lesser_way_round(
    case: Case, pain: TreatedPain, technique: Technique, ranked: RankedTechnique
) -> bool:
    """Whether a lesser technique would only work elsewhere because the place itself is closed."""
    known = case.knowledge.condition_techniques[pain.condition.id].values()
    lesser = ranked.rank > min(one.rank for one in known)
    return lesser and technique not in case.added and is_left_alone(case, pain)


def _left(case: Case, pain: TreatedPain, technique: Technique, ranked: RankedTechnique) -> Left:
    """What is left of a technique: also at the places of what it replaces.

    What was replaced stays where the other may not work, so that no place is lost.
    """
    places = each_once(
        (*case.regions_for(pain, ranked.places), *_taken_over(case, pain, technique))
    )
    if technique not in case.hand.instead:
        return case.allow.technique(technique, places)
    kept = case.allow.technique(technique, places)
    over = {region for one in _instead(case, technique) for region in _covers(case, one, kept)}
    rest = [one for one in kept.regions if one not in over]
    if kept.refusal:
        return kept
    return case.allow.technique(technique, rest) if rest else Left(replaced(technique))


def _instead(case: Case, technique: Technique) -> tuple[Technique, ...]:
    """What stands for a technique that was replaced."""
    return tuple(Technique(one) for one in case.hand.stands_for(technique) if one in _NAMES)[:1]


def _covers(case: Case, technique: Technique, kept: Left) -> tuple[RegionId, ...]:
    return case.allow.technique(technique, kept.regions).regions


def takes_over(case: Case, technique: Technique) -> bool:
    """Whether the therapist put it in the place of another."""
    return any(technique in _stands(case, one) for one in case.hand.instead)


def _taken_over(case: Case, pain: TreatedPain, technique: Technique) -> tuple[RegionId, ...]:
    """The places of what a technique replaces, for a pain source."""
    known = case.knowledge.condition_techniques[pain.condition.id]
    others = (one for one in case.hand.instead if technique in _stands(case, one))
    ranked = (known[one] for one in others if one in known)
    return each_once(place for one in ranked for place in case.regions_for(pain, one.places))


def _stands(case: Case, line: AnyLine) -> tuple[Technique, ...]:
    return _instead(case, Technique(line)) if line in _NAMES else ()


_NAMES = frozenset(one.value for one in Technique)


def of_technique(technique: Technique, allowed: Iterable[Option]) -> tuple[Option, ...]:
    """The pain sources that a technique may be used for."""
    return tuple(option for option in allowed if option.technique is technique)


def worked_for(condition: Condition, found: Options) -> tuple[RegionId, ...]:
    """The regions where a pain source is treated, by any technique."""
    mine = (one.regions for one in found.allowed if one.pain.condition.id == condition.id)
    return each_once(region for regions in mine for region in regions)
