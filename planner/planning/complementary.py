"""At most three therapies beside massage, by stance, minus what is avoided or declined."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.knowledge.interventions import Therapy
from planner.model.ids import FindingId
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import MOST_THERAPIES, Complementary, NotChosen, Why
from planner.model.vocabulary import Certainty, Stance
from planner.planning.case import Case, Stand
from planner.words import joined, say

IN_GENERAL = say("long-lasting pain in general")
STANDS = {
    Stance.STRONG_FOR: say("strongly recommended"),
    Stance.CONDITIONAL_FOR: say("recommended with conditions"),
    Stance.CONFLICTING: say("guidelines disagree"),
    Stance.INSUFFICIENT: say("too little is known"),
    Stance.AGAINST: say("advised against"),
}


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
    """The therapies worth most, one of a family unless the client wants more of it."""
    found = [_consider(case, therapy) for therapy in case.knowledge.therapies.values()]
    able = [one for one in found if isinstance(one, TherapyCandidate)]
    ranked = sorted(able, key=lambda one: -one.worth)
    usual = case.weights.therapies.most[case.intake.preferences.way]
    taken: list[TherapyCandidate] = []
    for one in ranked:
        families = {other.therapy.family for other in taken}
        apart = one.therapy.family not in families or _is_strong(one)
        room = MOST_THERAPIES if one.wanted else usual
        if len(taken) < room and (one.wanted or apart):
            taken.append(one)
    left = [_left_out(case, one) for one in ranked if one not in taken]
    refused = [one for one in found if isinstance(one, NotChosen)]
    return TherapyChoice(tuple(_line(case, one) for one in taken), (*refused, *left))


def _consider(case: Case, therapy: Therapy) -> TherapyCandidate | NotChosen | None:
    """A candidate, a refusal with its reason, or None when nothing speaks of it."""
    added = therapy.id in case.added
    wanted = added or therapy.id in case.intake.preferences.therapies_interested
    stands = case.stands_on(therapy.id)
    left = case.allow.therapy(therapy)
    if left.refusal:
        return left.refusal if left.wished_away or stands or wanted else None
    against = [stand for stand in stands if stand.entry.stance is Stance.AGAINST]
    if against and not added:
        return _advised_against(case, therapy, against)
    supported = [stand for stand in stands if _supports(stand)]
    if not supported and not (wanted and stands) and not added:
        return _unsupported(case, therapy, stands)
    return TherapyCandidate(
        therapy, stands, left.cautions, _worth(case, therapy, stands, wanted), wanted
    )


def _is_strong(one: TherapyCandidate) -> bool:
    return any(s.entry.stance is Stance.STRONG_FOR and not s.general for s in one.stands)


def _supports(stand: Stand) -> bool:
    """Whether a stance may put a therapy forward unasked.

    A finding about pain in general does so only when strong, or when little else is known.
    """
    strong = stand.entry.stance is Stance.STRONG_FOR
    return (stand.entry.stance.supports and not stand.entry.narrow) and (
        not stand.general or strong or bool(stand.condition.leans_on)
    )


def _advised_against(case: Case, therapy: Therapy, against: list[Stand]) -> NotChosen:
    told = say("Guidelines advise against it for {conditions:commas}.", conditions=_names(against))
    return NotChosen(
        id=therapy.id,
        why=joined(told, *each_once(_remark(stand) for stand in against)),
        sources=_findings(case, tuple(against)),
    )


def _names(stands: Iterable[Stand]) -> tuple[Phrase, ...]:
    """The pain sources of these stances; "pain in general" where the finding is of that."""
    return each_once(
        IN_GENERAL if one.general else say("{name:all-lower}", name=one.condition.name)
        for one in stands
    )


def _unsupported(case: Case, therapy: Therapy, stands: tuple[Stand, ...]) -> NotChosen | None:
    if not stands:
        return None
    told = say(
        "Too little is known to propose it for {conditions:commas}.", conditions=_names(stands)
    )
    narrow = each_once(_remark(stand) for stand in stands if stand.entry.narrow)
    return NotChosen(
        id=therapy.id,
        why=joined(told, *narrow),
        sources=_findings(case, stands),
    )


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
    severity = case.intake.severity
    troubled = max(severity.sleep or 0, severity.stress or 0) >= weights.troubled_from
    eased = weights.eases_sleep_and_stress if troubled and therapy.family == "mind" else 0.0
    own = weights.own_choice if therapy.id in case.added else 0.0
    return best + (weights.wanted if wanted else 0.0) + eased + own


def _left_out(case: Case, one: TherapyCandidate) -> NotChosen:
    why = say("Supported too; others stand higher, and a few things done beat many planned.")
    return NotChosen(id=one.therapy.id, why=why, sources=_findings(case, one.stands))


def _findings(case: Case, stands: tuple[Stand, ...]) -> tuple[FindingId, ...]:
    return each_once(
        one for stand in stands for one in case.knowledge.citable(stand.entry.findings)
    )


def _line(case: Case, one: TherapyCandidate) -> Complementary:
    return Complementary(
        id=one.therapy.id,
        how_often=case.in_own_words(one.therapy.id, one.therapy.how_often),
        own=case.own_words(one.therapy.id),
        minutes_per_week=one.therapy.minutes_per_week,
        cautions=one.cautions,
        why=tuple(why_of(case, stand) for stand in one.stands) or (nothing_known(case),),
    )


def nothing_known(case: Case) -> Why:
    """The reason of a line that the therapist put in and nothing was found about."""
    notes = each_once(one for pain in case.pains for one in pain.condition.note_findings)
    return Why(
        says=say("Nothing was found for or against it here."),
        certainty=Certainty.NOT_GRADED,
        stance=Stance.INSUFFICIENT,
        sources=case.knowledge.citable(notes) or notes,
    )


def why_of(case: Case, stand: Stand) -> Why:
    """A stance as a reason: for which pain, how sure, and where guidelines disagree."""
    entry = stand.entry
    stands = {"condition": stand.condition.name, "stance": STANDS[entry.stance]}
    told = say("{condition}: {stance}.", **stands)
    if stand.general:
        told = say("{condition}: {stance} (found for long-lasting pain in general).", **stands)
    return Why(
        says=joined(told, _remark(stand)),
        certainty=_certainty(case, stand),
        stance=Stance.CONFLICTING if entry.conflict else entry.stance,
        sources=case.knowledge.citable(entry.findings) or entry.findings,
    )


def _certainty(case: Case, stand: Stand) -> Certainty:
    """The finding's certainty; at most low where it is only about pain in general."""
    certainty = case.knowledge.certainty_of(stand.entry.findings)
    return max(certainty, Certainty.LOW, key=lambda c: c.rank) if stand.general else certainty


def _remark(stand: Stand) -> str:
    entry = stand.entry
    if entry.conflict:
        return say("Guidelines disagree: {conflict}.", conflict=entry.conflict)
    return say("{note:capital}.", note=entry.note) if entry.note else ""
