"""Which techniques, where and how firm: ranked by pain source, then by what the client likes."""

from collections.abc import Iterable

from planner.model.ids import LineId
from planner.model.order import each_once
from planner.model.plan import TechniqueChoice, Why
from planner.model.vocabulary import Pressure, Role, Technique
from planner.planning.case import Case
from planner.planning.hands.by_hand import (
    as_it_was_set,
    asked_of,
    before_moving,
    came_in,
    moves_any,
    stands_for,
)
from planner.planning.hands.focal import (
    at_most_to_start,
    is_asked_for,
    lighter_to_start,
    starts_gently_enough,
    where,
    worked_first,
)
from planner.planning.hands.options import Option, Options, of_technique, options, takes_over
from planner.words import say


def choose_techniques(case: Case, found: Options) -> tuple[TechniqueChoice, ...]:
    """One main technique and at most two adjuncts; empty when nothing is left."""
    usual = _usual(case, found)
    names = _in_their_place(case, found, usual)
    by_itself = came_in(case, names, usual)
    chosen = (
        _choice(case, one, Role.ADJUNCT if place else Role.MAIN, _worked(case, one, found.allowed))
        for place, one in enumerate(names)
    )
    return tuple(
        one.replaced(by_hand=(*one.by_hand, by_itself[one.id])) if one.id in by_itself else one
        for one in chosen
    )


def _usual(case: Case, found: Options) -> tuple[Technique, ...]:
    """What would be chosen if the therapist had taken nothing out and replaced nothing."""
    if not moves_any(case):
        return _names(case, found)
    before = before_moving(case)
    return _names(before, options(before))


def _in_their_place(
    case: Case, found: Options, usual: tuple[Technique, ...]
) -> tuple[Technique, ...]:
    """The techniques as the therapist replaced, took out and moved them."""
    if not moves_any(case):
        names = usual
    elif case.hand.instead:
        able = {one.technique for one in found.allowed}
        names = tuple(one for one in stands_for(case, usual) if one in able)
        names = names or _names(case, found)
    else:
        names = _names(case, found)
    kept = names[: 1 + case.weights.techniques.most_adjuncts]
    return tuple(Technique(one) for one in case.hand.in_order(map(LineId, kept)))


def _names(case: Case, found: Options) -> tuple[Technique, ...]:
    """The main technique and its adjuncts by the rules."""
    main = _main(case, found.allowed)
    return () if main is None else (main, *_adjuncts(case, found.allowed, main))


def in_reserve(
    case: Case, found: Options, chosen: tuple[TechniqueChoice, ...]
) -> tuple[TechniqueChoice, ...]:
    """The techniques that could take the main part instead, the one worth most first."""
    taken = {choice.id for choice in chosen}
    left = [one for one in found.allowed if one.technique not in taken and not one.ranked.adjunct]
    names = each_once(option.technique for option in left)
    ranked = sorted(names, key=lambda name: -_worth(case, name, left))
    return tuple(_choice(case, one, Role.MAIN, _worked(case, one, found.allowed)) for one in ranked)


def _worked(case: Case, technique: Technique, allowed: Iterable[Option]) -> tuple[Option, ...]:
    """The pain sources a technique is used for: those it stands well for, if there are any.

    What stands in the place of another is used wherever that one was: no place is lost.
    """
    mine, lowest = of_technique(technique, allowed), case.weights.techniques.lowest_adjunct_rank
    if takes_over(case, technique):
        return mine
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
    regions, asked = where(case, technique, role, every), asked_of(case, mine)
    usual = case.allow.technique(technique, regions, asked)
    left = case.allow.technique(technique, regions, [*asked, *at_most_to_start(case)])
    assert left.pressure, "an option is only what is left"
    own = case.in_own_words(technique, "")
    lighter = lighter_to_start(case, technique, usual.pressure)
    told = (*left.cautions, *lighter, *worked_first(case, technique, regions))
    planned = TechniqueChoice(
        id=technique,
        role=role,
        pressure=left.pressure,
        regions=left.regions,
        adjustments=(*told, own) if own else told,
        own=case.own_words(technique),
        by_hand=case.stays(technique),
        why=tuple(_why(case, option) for option in mine),
    )
    return as_it_was_set(case, planned, mine)


def _why(case: Case, option: Option) -> Why:
    ranked = option.ranked
    return Why(
        says=say("{condition}: {says}", condition=option.pain.condition.name, says=ranked.says),
        certainty=ranked.certainty,
        stance=ranked.stance,
        sources=case.knowledge.citable(ranked.findings),
    )
