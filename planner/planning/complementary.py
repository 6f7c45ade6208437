"""At most three therapies beside massage, by stance, minus what is avoided or declined."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.interventions import Therapy
from planner.knowledge.named import TRAUMA
from planner.model.edits import Values
from planner.model.ids import LineId
from planner.model.order import each_once
from planner.model.phrase import Phrase, message_of
from planner.model.plan import MOST_THERAPIES, Complementary, NotChosen
from planner.model.vocabulary import Activity, Stance
from planner.planning.burden import all_new, is_mild, is_narrowed, lasts_long
from planner.planning.case import Case, Stand
from planner.planning.own_words import is_in_own_words
from planner.planning.stances import (
    advised_against,
    findings,
    nothing_known,
    others_higher,
    supports,
    unsupported,
    whys_of,
)
from planner.safety.wishes import replaced
from planner.words import joined, said_anew, say
from planner.words.plan import how_often, minutes_a_week, weeks

A_FEW_THINGS = say("A few things that you do well beat many.")
MILD = say("Pain is mild: advice and things to do at home come first (convention).")
MILD_PLAIN = say("Your pain is low now, so you do not need it.")
TRAUMA_FIRST = say(
    "After trauma its usual course of long body scans may bring memories back; talking therapy "
    "comes first."
)
TRAUMA_FIRST_PLAIN = say("Long quiet exercises can bring back bad memories. Talking comes first.")
LESS_THAN_USUAL = say("Less than was tested or is usual, by the therapist's choice.")
MORE_THAN_USUAL = say("More than was tested or is usual, by the therapist's choice.")
MIND = "mind"
OF_THE_MIND = frozenset({Activity.MOOD, Activity.SLEEPING})


class TherapyCandidate(NamedTuple):
    """A therapy that may be proposed, with what it is worth."""

    therapy: Therapy
    stands: tuple[Stand, ...]
    cautions: tuple[str, ...]
    worth: float
    wanted: bool


class TherapyChoice(NamedTuple):
    """The therapies proposed, and those left out with their reason."""

    chosen: tuple[Complementary, ...]
    not_chosen: tuple[NotChosen, ...]


def choose_therapies(case: Case) -> TherapyChoice:
    """The therapies worth most, one of a family unless the client wants more of it.

    What the therapist takes out makes no room: nothing comes in by itself instead.
    """
    found = [_consider(case, therapy) for therapy in case.knowledge.therapies.values()]
    able: dict[LineId, TherapyCandidate] = {
        one.therapy.id: one for one in found if isinstance(one, TherapyCandidate)
    }
    ranked = sorted(able.values(), key=lambda one: -one.worth)
    taken = _by_hand(case, _by_rule(case, ranked), able)
    out = [one for one in ranked if one not in taken]
    left = [_refused(case, one) or _left_out(case, one) for one in out]
    refused = [one for one in found if isinstance(one, NotChosen)]
    return TherapyChoice(tuple(_line(case, one) for one in taken), (*refused, *left))


def _by_rule(case: Case, ranked: list[TherapyCandidate]) -> list[TherapyCandidate]:
    """What is chosen before the therapist replaces or takes out any of it."""
    instead, unasked = {*case.hand.instead.values()}, usual_number(case)
    taken: list[TherapyCandidate] = []
    for one in ranked:
        if one.therapy.id in instead:
            continue
        usual = [other for other in taken if other.therapy.id not in case.added]
        families, put_in = {other.therapy.family for other in usual}, len(taken) - len(usual)
        apart = one.therapy.family not in families or _is_strong(one)
        room = MOST_THERAPIES if one.wanted else min(MOST_THERAPIES, unasked + put_in)
        if len(taken) < room and (one.wanted or apart):
            taken.append(one)
    return taken


def _by_hand(
    case: Case, taken: list[TherapyCandidate], able: Mapping[LineId, TherapyCandidate]
) -> list[TherapyCandidate]:
    """The therapies as the therapist replaced, took out and moved them."""
    hand = case.hand
    names = [_standing(case, one.therapy.id, able) for one in taken]
    more = [one for one in hand.instead.values() if one in able and one in case.added]
    kept = each_once((*(one for one in names if one not in hand.removed), *more))
    return [able[one] for one in hand.in_order(kept[:MOST_THERAPIES])]


def _standing(case: Case, line: LineId, able: Container[LineId]) -> LineId:
    """What stands for a line: what replaces it, as far as that may come, else itself."""
    return next((one for one in case.hand.stands_for(line) if one in able), line)


def _refused(case: Case, one: TherapyCandidate) -> NotChosen | None:
    """That the therapist took it out or replaced it, where that is so."""
    if one.therapy.id in case.hand.instead:
        return replaced(one.therapy.id)
    return case.allow.therapy(one.therapy).refusal


def _consider(case: Case, therapy: Therapy) -> TherapyCandidate | NotChosen | None:
    """A candidate, a refusal with its reason, or None when nothing speaks of it."""
    found = _by_rules(case, therapy)
    if therapy.id in case.hand.removed and not isinstance(found, TherapyCandidate):
        return case.allow.therapy(therapy).refusal
    return found


def _by_rules(case: Case, therapy: Therapy) -> TherapyCandidate | NotChosen | None:
    added = therapy.id in case.added
    wanted = added or therapy.id in case.intake.preferences.therapies_interested
    stands = case.stands_on(therapy.id)
    if not stands and not wanted:
        return case.allow_but_for_the_hand.wished_away(therapy.id)
    left = case.allow_but_for_the_hand.therapy(therapy)
    if left.refusal:
        return left.refusal
    against = [stand for stand in stands if stand.entry.is_against]
    if against and not added:
        return advised_against(case, therapy, against)
    supported = [stand for stand in stands if supports(stand)]
    if not supported and not (wanted and stands) and not added:
        return unsupported(case, therapy, stands)
    return TherapyCandidate(
        therapy, stands, left.cautions, _worth(case, therapy, stands, wanted), wanted
    )


def _is_strong(one: TherapyCandidate) -> bool:
    return any(s.entry.stance is Stance.STRONG_FOR and not s.general for s in one.stands)


def _worth(case: Case, therapy: Therapy, stands: tuple[Stand, ...], wanted: bool) -> float:
    """The best stance, less when only of pain in general, more when it is wanted."""
    weights = case.weights.therapies
    best = max(
        (
            weights.stance(one.entry.stance) - (weights.only_in_general if one.general else 0.0)
            for one in stands
        ),
        default=0.0,
    )
    of_the_mind = _for_the_mind(case) if therapy.family == MIND else 0.0
    trauma = weights.after_trauma.get(therapy.id, 0.0) if _after_trauma(case) else 0.0
    own = weights.own_choice if therapy.id in case.added else 0.0
    return best + (weights.wanted if wanted else 0.0) + of_the_mind + trauma + own


def _for_the_mind(case: Case) -> float:
    """What a therapy of the mind is worth more: for trouble, a narrowed life, or a goal."""
    weights, severity = case.weights.therapies, case.intake.severity
    troubled = max(severity.sleep or 0, severity.stress or 0) >= weights.troubled_from
    return sum(
        worth
        for worth, applies in (
            (weights.eases_sleep_and_stress, troubled),
            (weights.narrowed, is_narrowed(case)),
            (weights.trains_for, not OF_THE_MIND.isdisjoint(case.trains_for)),
        )
        if applies
    )


def _after_trauma(case: Case) -> bool:
    return TRAUMA in case.screening.active_ids


def usual_number(case: Case) -> int:
    """How many therapies are put forward unasked: none for mild pain.

    One fewer below moderate pain and while every pain is new; one more where life is narrowed for
    long.
    """
    if is_mild(case):
        return 0
    below = case.intake.severity.average < case.weights.dose.moderate_from
    more = is_narrowed(case) and lasts_long(case)
    usual = case.weights.therapies.most[case.intake.preferences.way]
    return min(MOST_THERAPIES, max(1, usual - below - all_new(case) + more))


def _left_out(case: Case, one: TherapyCandidate) -> NotChosen:
    why, plain = others_higher(one.stands), A_FEW_THINGS
    if is_mild(case):
        why, plain = MILD, MILD_PLAIN
    elif _after_trauma(case) and case.weights.therapies.after_trauma.get(one.therapy.id, 0.0) < 0:
        why, plain = TRAUMA_FIRST, TRAUMA_FIRST_PLAIN
    return NotChosen(id=one.therapy.id, why=why, plain=plain, sources=findings(case, one.stands))


def _line(case: Case, one: TherapyCandidate) -> Complementary:
    therapy, said = one.therapy, case.values(one.therapy.id)
    usual = _often_by_hand(therapy, said) if said.said else therapy.how_often
    return Complementary(
        id=therapy.id,
        how_often=case.in_own_words(therapy.id, usual),
        own=case.own_words(therapy.id),
        minutes_per_week=said.minutes or therapy.minutes_per_week,
        until=case.until(therapy.id, therapy.weeks),
        cautions=one.cautions,
        why=whys_of(case, one.stands) or (nothing_known(case),),
        set=case.set_of(therapy.id),
        by_hand=(*case.stays(therapy.id), *_unusual(therapy, said)),
    )


def _often_by_hand(therapy: Therapy, said: Values) -> Phrase:
    """How often, from the numbers set and those that were not."""
    lasts = said.weeks or therapy.weeks
    parts = (
        minutes_a_week(said.minutes or therapy.minutes_per_week),
        say("{often}", often=how_often(said.sessions_per_week)) if said.sessions_per_week else "",
        say("for {weeks}", weeks=weeks(lasts)) if lasts else "",
    )
    return joined(*(one for one in parts if one), by=", ")


def _unusual(therapy: Therapy, said: Values) -> Iterator[Phrase]:
    if said.minutes and said.minutes < therapy.minutes_per_week:
        yield LESS_THAN_USUAL
    elif said.minutes and said.minutes > therapy.minutes_per_week:
        yield MORE_THAN_USUAL


def going_on(
    therapies: Iterable[Complementary], on: date, knowledge: Knowledge
) -> tuple[Complementary, ...]:
    """Therapies that began before: their course goes on, or is over, and does not start again."""
    return tuple(_going_on(one, on, knowledge.therapies[one.id]) for one in therapies)


def _going_on(one: Complementary, on: date, known: Therapy) -> Complementary:
    if is_in_own_words(one) or not (known.weeks or one.until):
        return one
    often = as_it_began(one) if one.set else known.how_often
    if is_over(one, on):
        return one.replaced(how_often=_over(often))
    return one.replaced(how_often=_from_when_it_began(often))


def _over(often: str) -> Phrase:
    return say("{often}: over by now", often=often)


def _from_when_it_began(often: str) -> Phrase:
    return say("{often}, from when it began", often=often)


GOING_ON = (message_of(_over("")), message_of(_from_when_it_began("")))


def as_it_began(one: Complementary) -> str:
    """How often, without what a review said of its course."""
    often = one.how_often
    if isinstance(often, Phrase) and often.message in GOING_ON:
        began: str = said_anew(often.fill["often"])
        return began
    return often


def is_over(one: Complementary, on: date) -> bool:
    """Whether the course of a therapy has ended before a day."""
    return one.until is not None and one.until < on
