"""Which techniques, where and how firm: ranked by pain source, then by what the client likes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.knowledge.entries import Condition, RankedTechnique
from planner.model.ids import LineId, RegionId
from planner.model.order import each_once
from planner.model.plan import NotChosen, TechniqueChoice, Why
from planner.model.vocabulary import Certainty, Pressure, Role, Stance, Technique
from planner.planning.case import Case, TreatedPain
from planner.planning.hands.focal import (
    at_most_to_start,
    is_asked_for,
    lighter_to_start,
    starts_gently_enough,
    where,
    worked_first,
)
from planner.planning.hands.withheld import anew, anew_in_plain_words, is_left_alone, most_of
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
    left = case.allow.technique(technique, case.regions_for(pain, ranked.places))
    if left.refusal is None and _is_a_lesser_way_round(case, pain, technique, ranked):
        return NotChosen(id=LineId(technique), why=NOT_INSTEAD, plain=LEFT_ALONE)
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


def choose_techniques(case: Case, found: Options) -> tuple[TechniqueChoice, ...]:
    """One main technique and at most two adjuncts; empty when nothing is left."""
    main = _main(case, found.allowed)
    if main is None:
        return ()
    adjuncts = _adjuncts(case, found.allowed, main)
    return (
        _choice(case, main, Role.MAIN, _worked(case, main, found.allowed)),
        *(_choice(case, one, Role.ADJUNCT, _worked(case, one, found.allowed)) for one in adjuncts),
    )


def in_reserve(
    case: Case, found: Options, chosen: tuple[TechniqueChoice, ...]
) -> tuple[TechniqueChoice, ...]:
    """The techniques that could take the main part instead, the one worth most first."""
    taken = {choice.id for choice in chosen}
    left = [one for one in found.allowed if one.technique not in taken and not one.ranked.adjunct]
    names = each_once(option.technique for option in left)
    ranked = sorted(names, key=lambda name: -_worth(case, name, left))
    return tuple(_choice(case, one, Role.MAIN, _worked(case, one, found.allowed)) for one in ranked)


def worked_for(condition: Condition, found: Options) -> tuple[RegionId, ...]:
    """The regions where a pain source is treated, by any technique."""
    mine = (one.regions for one in found.allowed if one.pain.condition.id == condition.id)
    return each_once(region for regions in mine for region in regions)


def of_technique(technique: Technique, allowed: Iterable[Option]) -> tuple[Option, ...]:
    """The pain sources that a technique may be used for."""
    return tuple(option for option in allowed if option.technique is technique)


def _worked(case: Case, technique: Technique, allowed: Iterable[Option]) -> tuple[Option, ...]:
    """The pain sources a technique is used for: those it stands well for, if there are any."""
    mine, lowest = of_technique(technique, allowed), case.weights.techniques.lowest_adjunct_rank
    well = tuple(option for option in mine if option.ranked.rank <= lowest)
    return well or mine


def _main(case: Case, allowed: tuple[Option, ...]) -> Technique | None:
    """The technique worth most over all pain sources; an adjunct only when nothing else is left."""
    gentle = _to_start(case, allowed)
    able = [option for option in gentle if not option.ranked.adjunct] or list(gentle)
    names = each_once(option.technique for option in able)
    return max(names, key=lambda name: _worth(case, name, able), default=None)


def _to_start(case: Case, allowed: tuple[Option, ...]) -> tuple[Option, ...]:
    """What can be done as lightly as the course starts, where there is any."""
    gentle = tuple(one for one in allowed if starts_gently_enough(case, one.technique))
    return gentle or allowed


def _worth(case: Case, technique: Technique, able: Iterable[Option]) -> float:
    ranked = sum(
        case.weights.techniques.rank(option.ranked.rank) for option in of_technique(technique, able)
    )
    return ranked + _preference(case, technique)


def _preference(case: Case, technique: Technique) -> float:
    """What the client likes decides between equals, and only between equals."""
    wishes, weights = case.intake.preferences, case.weights.techniques
    liked = weights.liked if technique in wishes.techniques_liked else 0.0
    wants_firm = wishes.pressure is Pressure.FIRM
    fits = case.knowledge.techniques[technique].focal == wants_firm
    tender = weights.tender if wants_firm and is_asked_for(case, technique) else 0.0
    return liked + (weights.fits_pressure if fits else 0.0) + tender


def _adjuncts(case: Case, allowed: tuple[Option, ...], main: Technique) -> tuple[Technique, ...]:
    """First the best for each pain the main technique leaves out, then one that adds to it."""
    weights = case.weights.techniques
    others = [option for option in _to_start(case, allowed) if option.technique is not main]
    covered = {option.pain.condition.id for option in _worked(case, main, allowed)}
    chosen = [one.technique for one in others if one.technique in case.added]
    for pain in case.pains:
        if pain.condition.id in covered:
            continue
        best = _best(case, (one for one in others if one.pain == pain))
        chosen.extend([best] if best else [])
    if not chosen and case.intake.preferences.pressure is not Pressure.LIGHT:
        adding = _best(case, (one for one in others if _adds(case, one)))
        chosen.extend([adding] if adding else [])
    return each_once(chosen)[: weights.most_adjuncts]


def _adds(case: Case, option: Option) -> bool:
    """Whether a technique adds to the main one: it stands well, or what was found asks for it."""
    well = option.ranked.rank <= case.weights.techniques.lowest_adjunct_rank
    return well or is_asked_for(case, option.technique)


def _best(case: Case, able: Iterable[Option]) -> Technique | None:
    weights = case.weights.techniques

    def worth(option: Option) -> float:
        made_to_add = weights.made_to_add if option.ranked.adjunct else 0.0
        return weights.rank(option.ranked.rank) + _preference(case, option.technique) + made_to_add

    best = max(able, key=worth, default=None)
    return best.technique if best else None


def _choice(
    case: Case, technique: Technique, role: Role, mine: tuple[Option, ...]
) -> TechniqueChoice:
    every = each_once(region for option in mine for region in option.regions)
    regions, asked = where(case, technique, role, every), [*_asked(case, mine)]
    usual = case.allow.technique(technique, regions, asked)
    left = case.allow.technique(technique, regions, [*asked, *at_most_to_start(case)])
    assert left.pressure, "an option is only what is left"
    own = case.in_own_words(technique, "")
    lighter = lighter_to_start(case, technique, usual.pressure)
    told = (*left.cautions, *lighter, *worked_first(case, technique, regions))
    return TechniqueChoice(
        id=technique,
        role=role,
        pressure=left.pressure,
        regions=left.regions,
        adjustments=(*told, own) if own else told,
        own=case.own_words(technique),
        why=tuple(_why(case, option) for option in mine),
    )


def _asked(case: Case, mine: tuple[Option, ...]) -> Iterator[Pressure]:
    """The pressures that the client and the pain sources ask for."""
    yield case.intake.preferences.pressure or Pressure.MODERATE
    for option in mine:
        yield from filter(None, (option.pain.condition.pressure, option.ranked.pressure))


def _why(case: Case, option: Option) -> Why:
    ranked = option.ranked
    return Why(
        says=say("{condition}: {says}", condition=option.pain.condition.name, says=ranked.says),
        certainty=ranked.certainty,
        stance=ranked.stance,
        sources=case.knowledge.citable(ranked.findings),
    )
